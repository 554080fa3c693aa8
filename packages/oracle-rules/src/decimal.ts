// Exact decimal numbers as text and bigint. NUMBER keys have up to 38 digits; a double would lose them from the 16th on.
import { remember } from "./remember.ts"

/** The number `units * 10^-scale`, with the smallest scale that holds it. */
export interface Decimal {
  readonly units: bigint
  /** Digits after the point, 0 or more. */
  readonly scale: number
}

/** NUMBER lies between 1E-130 and 1E126, with up to 40 digits; a longer exponent is no Oracle number and would only cost memory. */
const MAX_EXPONENT = 170

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

const normalize = (units: bigint, scale: number): Decimal => {
  let digits = units
  let places = scale
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n
    places -= 1
  }
  return { units: digits, scale: places }
}

const readDecimal = (text: string): Decimal | null => {
  const match = decimalPattern.exec(text.trim())
  if (match === null) return null
  const whole = match[2] ?? ""
  const fraction = match[3] ?? ""
  if (whole === "" && fraction === "") return null
  const exponent = Number(match[4] ?? "0")
  if (Math.abs(exponent) > MAX_EXPONENT) return null
  const sign = match[1] === "-" ? -1n : 1n
  const units = sign * BigInt(whole + fraction)
  const scale = fraction.length - exponent
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : normalize(units, scale)
}

/** Reads `1`, `-1.50`, `.5`, `1E6` as Oracle writes numbers; null for anything else. Blanks around it are allowed. */
export const parseDecimal: (text: string) => Decimal | null = remember(readDecimal)

/** Plain notation without exponent and without superfluous zeros: `-0.5`, `1000000`. */
export const formatDecimal = (value: Decimal): string => {
  const sign = value.units < 0n ? "-" : ""
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, "0")
  if (value.scale === 0) return sign + digits
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`
}

/** A JavaScript number in plain notation (`1e21` becomes digits); null for NaN and the infinities. */
export const formatNumber = (value: number): string | null => {
  const parsed = parseDecimal(String(value))
  return parsed === null ? null : formatDecimal(parsed)
}

const align = (left: Decimal, right: Decimal): readonly [bigint, bigint, number] => {
  const scale = Math.max(left.scale, right.scale)
  return [left.units * 10n ** BigInt(scale - left.scale), right.units * 10n ** BigInt(scale - right.scale), scale]
}

/** Negative, zero or positive like a sort function. */
export const compareDecimal = (left: Decimal, right: Decimal): number => {
  const [a, b] = align(left, right)
  return a < b ? -1 : a > b ? 1 : 0
}

/** left + right, exactly. */
export const addDecimal = (left: Decimal, right: Decimal): Decimal => {
  const [a, b, scale] = align(left, right)
  return normalize(a + b, scale)
}

/** left - right, exactly. */
export const subtractDecimal = (left: Decimal, right: Decimal): Decimal => {
  const [a, b, scale] = align(left, right)
  return normalize(a - b, scale)
}

/** left * right, exactly. */
export const multiplyDecimals = (left: Decimal, right: Decimal): Decimal =>
  normalize(left.units * right.units, left.scale + right.scale)

/** value * factor, exactly. */
export const multiplyDecimal = (value: Decimal, factor: bigint): Decimal => normalize(value.units * factor, value.scale)

/** bigint division that rounds towards minus infinity; divisor > 0. */
export const floorDivide = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

/** floor(dividend / divisor); the divisor must be positive. */
export const floorDivideDecimal = (dividend: Decimal, divisor: Decimal): bigint => {
  const [a, b] = align(dividend, divisor)
  return floorDivide(a, b)
}
