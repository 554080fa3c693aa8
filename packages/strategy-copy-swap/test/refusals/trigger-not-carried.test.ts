import { trigger } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { triggerNotCarried } from "../../src/refusals/trigger-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const of = (given: Parameters<typeof trigger>[1]) =>
  runRefusalOn(triggerNotCarried, { triggers: [trigger("TRG", given)] })

describe("OP246 trigger-not-carried", () => {
  it("refuses a cross-edition trigger", () => {
    const [finding] = of({ isCrossEdition: true })
    expect(finding).toMatchObject({ code: "OP246", severity: "error", subject: "HR.TRG" })
    expect(finding?.advice).toContain("edition")
  })

  it.for([
    "BEGIN\n/* old:\n/\n*/\n  NULL;\nEND;",
    "BEGIN\n  NULL;\n .\nEND;",
    "BEGIN\n  NULL;\r\n/\r\nEND;",
    "BEGIN\n/*\n# set head off\n*/\n  NULL;\nEND;",
    "BEGIN\n/*\n  @param x\n*/\n  NULL;\nEND;"
  ])("refuses a text with a line that SQL*Plus takes for itself: %j", (body) => {
    expect(of({ body })).toHaveLength(1)
  })

  it("refuses such a line in the WHEN clause as well", () => {
    expect(of({ whenClause: "NEW.A\n/\nNEW.B > 1" })).toHaveLength(1)
  })

  it.for([
    "BEGIN\n  x := a / b; -- /\nEND;",
    "BEGIN\n  -- # a comment\n  y := 1.5;\nEND;",
    "BEGIN\n\n  z := 'a@b';\n\nEND;"
  ])("takes an ordinary text: %j", (body) => {
    expect(of({ body })).toEqual([])
  })
})
