// NUMBER in the interpreter: a JavaScript number while it is a safe integer, else units over a power of ten. Every operation gives what Oracle's NUMBER
// gives: 20 digits of base 100, rounded half up. It knows no types of variables.
import { ora } from "../errors/ora.ts"

/** units / 10^scale; never a value that is a safe integer. */
export class Big {
  readonly units: bigint
  readonly scale: number

  constructor(units: bigint, scale: number) {
    this.units = units
    this.scale = scale
  }
}

/** A NUMBER value. */
export type Num = number | Big

const tenTo = (power: number): bigint => 10n ** BigInt(power)
const maxDigits = 40
const overflowExponent = 126
const smallestExponent = -130

/** Exponent in digits before the point: 123 has 3, 0.01 has -1. */
const wholeDigits = (digits: number, scale: number): number => digits - scale

/** Digits that 20 places of base 100 hold: 39 when the first pair has one digit. */
const heldDigits = (whole: number): number => (Math.abs(whole) % 2 === 1 ? maxDigits - 1 : maxDigits)

const divideRounded = (units: bigint, divisor: bigint): bigint => {
  const negative = units < 0n
  const size = negative ? -units : units
  const rounded = (size + divisor / 2n) / divisor
  return negative ? -rounded : rounded
}

/** The value as NUMBER holds it. ORA-01426 above 1E126; what is too small is 0. */
export const makeNum = (units: bigint, scale: number): Num => {
  if (units === 0n) return 0
  let value = units
  let places = scale
  if (places < 0) {
    value *= tenTo(-places)
    places = 0
  }
  const digits = (value < 0n ? -value : value).toString().length
  const whole = wholeDigits(digits, places)
  if (whole > overflowExponent) throw ora(1426)
  if (whole <= smallestExponent) return 0
  const excess = digits - heldDigits(whole)
  if (excess > 0) {
    value = divideRounded(value, tenTo(excess))
    places -= excess
    if (places < 0) {
      value *= tenTo(-places)
      places = 0
    }
  }
  while (places > 0 && value % 10n === 0n) {
    value /= 10n
    places -= 1
  }
  if (places === 0 && value >= -9007199254740991n && value <= 9007199254740991n) return Number(value)
  return new Big(value, places)
}

const unitsOf = (value: Num): bigint => (typeof value === "number" ? BigInt(value) : value.units)
const scaleOf = (value: Num): number => (typeof value === "number" ? 0 : value.scale)

/** Units and scale, exactly. */
export const partsOf = (value: Num): { readonly units: bigint; readonly scale: number } => ({
  units: unitsOf(value),
  scale: scaleOf(value)
})

const align = (left: Num, right: Num): readonly [bigint, bigint, number] => {
  const scale = Math.max(scaleOf(left), scaleOf(right))
  return [unitsOf(left) * tenTo(scale - scaleOf(left)), unitsOf(right) * tenTo(scale - scaleOf(right)), scale]
}

/** left + right. */
export const addNum = (left: Num, right: Num): Num => {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right
    if (Number.isSafeInteger(sum)) return sum
  }
  const [a, b, scale] = align(left, right)
  return makeNum(a + b, scale)
}

/** -value. */
export const negateNum = (value: Num): Num =>
  typeof value === "number" ? 0 - value : new Big(-value.units, value.scale)

/** left - right. */
export const subtractNum = (left: Num, right: Num): Num => addNum(left, negateNum(right))

/** left * right. */
export const multiplyNum = (left: Num, right: Num): Num => {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product
  }
  return makeNum(unitsOf(left) * unitsOf(right), scaleOf(left) + scaleOf(right))
}

/** left / right; ORA-01476 for zero. */
export const divideNum = (left: Num, right: Num): Num => {
  const divisor = unitsOf(right)
  if (divisor === 0n) throw ora(1476)
  if (typeof left === "number" && typeof right === "number" && left % right === 0)
    return left / right === 0 ? 0 : left / right
  const [a, b] = align(left, right)
  if (a === 0n) return 0
  const lead = (a < 0n ? -a : a).toString().length - (b < 0n ? -b : b).toString().length
  const places = Math.max(0, maxDigits + 2 - lead)
  const numerator = a * tenTo(places)
  const quotient = numerator / b
  /** A remainder is told by one more digit, so that the rounding sees that there is more. */
  const rest = numerator % b === 0n ? 0n : a < 0n === b < 0n ? 1n : -1n
  return makeNum(quotient * 10n + rest, places + 1)
}

/** Negative, zero or positive. */
export const compareNum = (left: Num, right: Num): number => {
  if (typeof left === "number" && typeof right === "number") return left - right
  const [a, b] = align(left, right)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rounds half away from zero (`round`) or towards zero (`trunc`) at so many places after the point; negative ones are before it. */
export const roundNum = (value: Num, places: number, mode: "round" | "trunc" = "round"): Num => {
  if (typeof value === "number" && places >= 0) return value
  const { units, scale } = partsOf(value)
  if (scale <= places) return value
  const divisor = tenTo(Math.min(scale - places, 400))
  const kept = mode === "round" ? divideRounded(units, divisor) : units / divisor
  return makeNum(kept, places)
}

/** The largest integer that is not above the value. */
export const floorNum = (value: Num): Num => {
  if (typeof value === "number") return value
  const cut = roundNum(value, 0, "trunc")
  return compareNum(cut, value) > 0 ? subtractNum(cut, 1) : cut
}

/** The smallest integer that is not below the value. */
export const ceilNum = (value: Num): Num => negateNum(floorNum(negateNum(value)))

/** MOD: the sign is that of the dividend; MOD(n, 0) is n. */
export const modNum = (left: Num, right: Num): Num => {
  if (typeof left === "number" && typeof right === "number") {
    if (right === 0) return left
    const rest = left % right
    return rest === 0 ? 0 : rest
  }
  const [a, b, scale] = align(left, right)
  return b === 0n ? left : makeNum(a % b, scale)
}

/** -1, 0 or 1. */
export const signNum = (value: Num): number => {
  const units = unitsOf(value)
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

/** base ** exponent for a whole exponent; null when only floating point can tell. */
export const powerNum = (base: Num, exponent: Num): Num | null => {
  if (typeof exponent !== "number" || Math.abs(exponent) > 1000) return null
  const { units, scale } = partsOf(base)
  const raised = makeNum(units ** BigInt(Math.abs(exponent)), scale * Math.abs(exponent))
  return exponent < 0 ? divideNum(1, raised) : raised
}

/** The nearest double, for functions that have no exact form. */
export const toDouble = (value: Num): number => (typeof value === "number" ? value : Number(plainText(value)))

/** Text of SqlValue: `-12.5`, `0.5`, no exponent. */
export const plainText = (value: Num): string => {
  if (typeof value === "number") return String(value)
  const { units, scale } = value
  const sign = units < 0n ? "-" : ""
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0")
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
