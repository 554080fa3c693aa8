// NUMBER against bigint: what the interpreter works out is what exact arithmetic gives, rounded to Oracle's digits.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addNum,
  ceilNum,
  compareNum,
  divideNum,
  floorNum,
  makeNum,
  modNum,
  multiplyNum,
  negateNum,
  partsOf,
  plainText,
  roundNum,
  subtractNum
} from "../../src/plsql/number.ts"
import { numToText, readNum } from "../../src/plsql/number-text.ts"

const units = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n })
const scale = fc.integer({ min: 0, max: 9 })
const num = fc.tuple(units, scale).map(([value, places]) => makeNum(value, places))

/** Numerator over 10^40, exactly. */
const scaled = (value: ReturnType<typeof makeNum>): bigint => {
  const parts = partsOf(value)
  return parts.units * 10n ** BigInt(40 - parts.scale)
}

describe("NUMBER arithmetic", () => {
  it("adds and subtracts exactly within 38 digits", () => {
    fc.assert(
      fc.property(num, num, (a, b) => {
        expect(scaled(addNum(a, b))).toBe(scaled(a) + scaled(b))
        expect(scaled(subtractNum(a, b))).toBe(scaled(a) - scaled(b))
      })
    )
  })

  it("multiplies exactly within 38 digits", () => {
    fc.assert(
      fc.property(num, num, (a, b) => {
        expect(scaled(multiplyNum(a, b)) * 10n ** 40n).toBe(scaled(a) * scaled(b))
      })
    )
  })

  it("divides with an error of less than one unit in the 38th digit", () => {
    fc.assert(
      fc.property(num, num, (a, b) => {
        fc.pre(compareNum(b, 0) !== 0)
        const quotient = partsOf(divideNum(a, b))
        const shift = 10n ** BigInt(quotient.scale)
        const rest = scaled(a) * shift - quotient.units * scaled(b)
        const size = rest < 0n ? -rest : rest
        const bound = scaled(b) < 0n ? -scaled(b) : scaled(b)
        expect(size * 2n <= bound || quotient.scale === 0).toBe(true)
      })
    )
  })

  it("has a remainder that fits: a = trunc(a / b) * b + mod(a, b)", () => {
    fc.assert(
      fc.property(num, num, (a, b) => {
        fc.pre(compareNum(b, 0) !== 0)
        const rest = scaled(modNum(a, b))
        expect((scaled(a) - rest) % scaled(b)).toBe(0n)
        expect(rest === 0n || rest < 0n === scaled(a) < 0n).toBe(true)
      })
    )
  })

  it("orders as bigint does", () => {
    fc.assert(
      fc.property(num, num, (a, b) => {
        const [left, right] = [scaled(a), scaled(b)]
        expect(Math.sign(compareNum(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0)
      })
    )
  })

  it("rounds half away from zero", () => {
    fc.assert(
      fc.property(num, fc.integer({ min: -5, max: 9 }), (value, places) => {
        const step = 10n ** BigInt(40 - places)
        const exact = scaled(value)
        const size = exact < 0n ? -exact : exact
        const rounded = ((size + step / 2n) / step) * step
        expect(scaled(roundNum(value, places))).toBe(exact < 0n ? -rounded : rounded)
      })
    )
  })

  it("has floor below and ceil above, less than one away", () => {
    fc.assert(
      fc.property(num, (value) => {
        expect(compareNum(floorNum(value), value)).toBeLessThanOrEqual(0)
        expect(compareNum(subtractNum(value, floorNum(value)), 1)).toBeLessThan(0)
        expect(compareNum(ceilNum(value), negateNum(floorNum(negateNum(value))))).toBe(0)
      })
    )
  })

  it("keeps a number through its texts", () => {
    fc.assert(
      fc.property(num, (value) => {
        expect(compareNum(readNum(plainText(value)) ?? 0.5, value)).toBe(0)
        expect(compareNum(readNum(numToText(value)) ?? 0.5, value)).toBe(0)
      })
    )
  })

  it("is a plain JavaScript number exactly when it is a safe integer", () => {
    fc.assert(
      fc.property(num, (value) => {
        expect(typeof value === "number").toBe(
          scaled(value) % 10n ** 40n === 0n &&
            scaled(value) <= 9007199254740991n * 10n ** 40n &&
            scaled(value) >= -9007199254740991n * 10n ** 40n
        )
      })
    )
  })
})

describe("texts of numbers", () => {
  it.each([
    ["0", "0"],
    ["-0.5", "-.5"],
    ["100", "100"],
    ["1E39", `1${"0".repeat(39)}`],
    ["1E40", "1E+40"],
    ["123456789012345678901234567890123456789012", "1.2345678901234567890123456789012346E+41"],
    ["0.000001", ".000001"]
  ])("writes %s as %s", (text, written) => {
    expect(numToText(readNum(text) ?? 0)).toBe(written)
  })

  it.each(["", ".", "abc", "1.2.3", "1e", "--1", "1 2", "0x10"])("takes %o for no number", (text) => {
    expect(readNum(text)).toBeNull()
  })
})
