import { describe, expect, it } from "vitest"
import { createJudge } from "./judge.ts"
import { parseStatement } from "./oracle-grammar.ts"
import { applyWaiver } from "./waiver.ts"
import { waivers } from "./waivers.ts"

describe.for(waivers)("the waiver of $construct", (waiver) => {
  const { form, refused, judged } = waiver.example

  it("is needed: the grammar refuses its example", () => {
    expect(parseStatement(refused, form)).not.toBeNull()
  })

  it("replaces the construct and nothing else, and the grammar takes what is left", () => {
    expect(applyWaiver(waiver, refused)).toBe(judged)
    expect(parseStatement(judged, form)).toBeNull()
  })

  it("leaves a statement without the construct alone", () => {
    expect(applyWaiver(waiver, judged)).toBeNull()
  })

  it("does not excuse an error beside the construct", () => {
    const { judge } = createJudge(new Map(), waivers)
    const text = form === "plsql" ? refused.replace("BEFORE DELETE", "BEFORE") : `${refused} )`
    expect(judge({ form, text: refused })).toEqual({ refusal: null, waivers: [waiver] })
    expect(judge({ form, text }).refusal).not.toBeNull()
  })
})

describe("a waiver", () => {
  it("does not look into literals, quoted names and comments", () => {
    const text = `COMMENT ON TABLE T IS 'nq''{a}'' .COMPRESSION' -- MODIFY (A GENERATED`
    expect(waivers.flatMap((waiver) => applyWaiver(waiver, text) ?? [])).toEqual([])
    expect(waivers.flatMap((waiver) => applyWaiver(waiver, 'SELECT T."COMPRESSION" FROM T') ?? [])).toEqual([])
  })
})
