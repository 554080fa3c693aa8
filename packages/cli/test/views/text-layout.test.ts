import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hangText, layTable, wrapText } from "../../src/views/text-layout.ts"

describe("wrapping", () => {
  it("breaks at blanks and keeps words that are longer than a line", () => {
    expect(wrapText("one two three-four-five six", 9)).toEqual(["one two", "three-four-five", "six"])
    expect(wrapText("one\ntwo", 9)).toEqual(["one", "two"])
  })

  it("loses no word and is never wider than its longest word or the width", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/u), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
        const lines = wrapText(list.join(" "), width)
        expect(lines.join(" ")).toBe(list.join(" "))
        const widest = Math.max(width, ...list.map((word) => word.length))
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(widest)
      })
    )
  })

  it("hangs text behind its label", () => {
    expect(hangText("why  ", "one two three four five six", 20)).toEqual(["why  one two three four", "     five six"])
  })
})

describe("a table", () => {
  it("aligns columns and wraps the last one within the width", () => {
    const columns = [{ title: "n", align: "right" }, { title: "name" }, { title: "reason", isWrapped: true }] as const
    const rows = [
      ["9", "A", "short"],
      ["10", "LONGER", "a reason that is longer than the rest of the line allows"]
    ]
    const lines = layTable(columns, rows, 40)
    expect(lines).toEqual([
      " n  name    reason",
      " 9  A       short",
      "10  LONGER  a reason that is longer than",
      "            the rest of the line allows"
    ])
  })
})
