import { describe, expect, it } from "vitest"
import { formatCount } from "../../src/filters/format-count.ts"

describe("format_count", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [1_680_050, "1,680,050"],
    [1e21, "1,000,000,000,000,000,000,000"]
  ])("writes %d as %s", (count, words) => {
    expect(formatCount(count)).toBe(words)
  })

  it("says when it is not known", () => {
    expect(formatCount(null)).toBe("not known")
  })

  it("refuses what is no count", () => {
    expect(() => formatCount(-1)).toThrow("-1 is no count.")
    expect(() => formatCount(Number.NaN)).toThrow("NaN is no count.")
  })
})
