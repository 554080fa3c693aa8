import { describe, expect, it } from "vitest"
import { writeLiteralList } from "../../src/filters/literal-list.ts"

describe("literal_list", () => {
  it("writes constants for IN", () => {
    expect(writeLiteralList(["A", "B'C"])).toBe("'A', 'B''C'")
  })

  it("puts eight on a line", () => {
    const lines = writeLiteralList(Array.from({ length: 17 }, (_, position) => `C${position}`)).split("\n")
    expect(lines.map((line) => line.split("'").length)).toEqual([17, 17, 3])
  })

  it("refuses an empty list", () => {
    expect(() => writeLiteralList([])).toThrow("the list is empty")
  })
})
