import { describe, expect, it } from "vitest"
import { lineTooLong } from "../../src/lint/line-too-long.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP706 line-too-long", () => {
  it("fires on 2,401 bytes and on fewer characters of several bytes", () => {
    const text = script(`-- ${"x".repeat(2398)}`, `-- ${"\u20AC".repeat(800)}`)
    expect(linesBreaking(lineTooLong, text)).toEqual([1, 2])
  })

  it("counts two bytes for a letter like \u00E9 and four for an emoji", () => {
    const text = script(`-- ${"\u00E9".repeat(1199)}`, `-- ${"\u{1F600}".repeat(600)}`, `-- ${"\u00E9".repeat(1198)}`)
    expect(linesBreaking(lineTooLong, text)).toEqual([1, 2])
  })

  it("is silent on 2,400 bytes", () => {
    const text = script(`-- ${"x".repeat(2397)}`, `-- ${"\u20AC".repeat(799)}`)
    expect(linesBreaking(lineTooLong, text)).toEqual([])
  })
})
