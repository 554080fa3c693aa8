import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDecimal,
  compareDecimal,
  floorDivideDecimal,
  formatDecimal,
  formatNumber,
  multiplyDecimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimal
} from "../src/decimal.ts"
import type { Decimal } from "../src/decimal.ts"

const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text)
  if (parsed === null) throw new Error(`${text} is no number`)
  return parsed
}

/** Numbers of up to 38 digits with up to 12 places, as text. */
const numberText = fc
  .tuple(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => `${units}E-${scale}`)

describe("parseDecimal", () => {
  it.each([
    ["1", "1"],
    ["-1.50", "-1.5"],
    ["+3", "3"],
    [".5", "0.5"],
    ["100.", "100"],
    ["1E6", "1000000"],
    ["1.5e-3", "0.0015"],
    ["-0", "0"],
    ["0.000", "0"],
    [" 42 ", "42"],
    ["99999999999999999999999999999999999999", "99999999999999999999999999999999999999"]
  ])("reads %s as %s", (text, expected) => {
    expect(formatDecimal(decimal(text))).toBe(expected)
  })

  it.each(["", ".", "-", "1,5", "1e", "0x10", "1 2", "NaN", "1E999", "١"])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  it("reads back what formatDecimal writes", () => {
    fc.assert(
      fc.property(numberText, (text) => compareDecimal(decimal(formatDecimal(decimal(text))), decimal(text)) === 0)
    )
  })
})

describe("formatNumber", () => {
  it("writes out exponents and refuses what is no number", () => {
    expect(formatNumber(1e21)).toBe("1000000000000000000000")
    expect(formatNumber(1.5e-7)).toBe("0.00000015")
    expect(formatNumber(Number.NaN)).toBeNull()
    expect(formatNumber(Number.POSITIVE_INFINITY)).toBeNull()
  })
})

describe("decimal arithmetic", () => {
  it("does not lose the digits that doubles lose", () => {
    expect(formatDecimal(addDecimal(decimal("0.1"), decimal("0.2")))).toBe("0.3")
    expect(formatDecimal(addDecimal(decimal("99999999999999999999999999999999999998"), decimal("1")))).toBe(
      "99999999999999999999999999999999999999"
    )
    expect(formatDecimal(multiplyDecimals(decimal("1.25"), decimal("0.8")))).toBe("1")
    expect(formatDecimal(multiplyDecimal(decimal("2.5"), 4n))).toBe("10")
  })

  it("takes back with subtractDecimal what addDecimal gave", () => {
    fc.assert(
      fc.property(
        numberText,
        numberText,
        (left, right) =>
          compareDecimal(subtractDecimal(addDecimal(decimal(left), decimal(right)), decimal(right)), decimal(left)) ===
          0
      )
    )
  })

  it("rounds a quotient towards minus infinity", () => {
    expect(floorDivideDecimal(decimal("7"), decimal("2"))).toBe(3n)
    expect(floorDivideDecimal(decimal("-7"), decimal("2"))).toBe(-4n)
    expect(floorDivideDecimal(decimal("-8"), decimal("2"))).toBe(-4n)
    expect(floorDivideDecimal(decimal("0.3"), decimal("0.1"))).toBe(3n)
  })

  it("keeps quotient * divisor at or below the dividend and the next one above it", () => {
    const positive = numberText.filter((text) => decimal(text).units > 0n)
    fc.assert(
      fc.property(numberText, positive, (dividend, divisor) => {
        const quotient = floorDivideDecimal(decimal(dividend), decimal(divisor))
        const below = multiplyDecimal(decimal(divisor), quotient)
        const above = multiplyDecimal(decimal(divisor), quotient + 1n)
        return compareDecimal(below, decimal(dividend)) <= 0 && compareDecimal(above, decimal(dividend)) > 0
      })
    )
  })
})
