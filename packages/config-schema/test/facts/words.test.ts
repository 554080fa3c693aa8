import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countOf, formatBytes, formatYears, groupDigits, joinSome } from "../../src/facts/words.ts"

describe("words for numbers", () => {
  it("group digits by thousands and lose none", () => {
    fc.assert(fc.property(fc.nat(), (value) => Number(groupDigits(value).replaceAll(",", "")) === value))
    expect(groupDigits(1_048_575)).toBe("1,048,575")
    expect(groupDigits(999)).toBe("999")
  })

  it("choose the unit of a size", () => {
    expect([0, 512, 65_536, 8 * 1024 ** 2, 90.14 * 1024 ** 3, 3 * 1024 ** 4].map(formatBytes)).toEqual([
      "0 bytes",
      "512 bytes",
      "64 KB",
      "8 MB",
      "90.1 GB",
      "3 TB"
    ])
  })

  it("give years a decimal only while it matters", () => {
    expect([7.48, 15, 44.89, 2870.4].map(formatYears)).toEqual(["7.5", "15", "44", "2,870"])
  })

  it("join a few items and count the rest", () => {
    expect(joinSome([])).toBe("")
    expect(joinSome(["A"])).toBe("A")
    expect(joinSome(["A", "B", "C"])).toBe("A, B and C")
    expect(joinSome(["A", "B", "C", "D"], 2)).toBe("A, B and 2 more")
  })

  it("count one and many", () => {
    expect(countOf(1, "row")).toBe("1 row")
    expect(countOf(1200, "row")).toBe("1,200 rows")
  })
})
