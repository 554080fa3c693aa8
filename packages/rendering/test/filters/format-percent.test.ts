import { describe, expect, it } from "vitest"
import { formatPercent } from "../../src/filters/format-percent.ts"

describe("format_percent", () => {
  it("writes a part of one", () => {
    expect(formatPercent(0.256)).toBe("25.6%")
    expect(formatPercent(1)).toBe("100%")
    expect(formatPercent(0)).toBe("0%")
  })

  it("writes a part of a given whole", () => {
    expect(formatPercent(1461, 1_048_575)).toBe("0.1%")
  })

  it("does not round a little to nothing", () => {
    expect(formatPercent(100, 1_048_575)).toBe("less than 0.1%")
  })

  it("says when it is not known", () => {
    expect(formatPercent(null, 5)).toBe("not known")
  })

  it("refuses a whole of zero", () => {
    expect(() => formatPercent(1, 0)).toThrow("0 is no whole")
  })
})
