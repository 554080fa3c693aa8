// NUMBER between text and bytes, digit by digit: a JS number would round after 15 digits.
import { DatabaseError } from "../../engine/engine.ts"
import { ProtocolError, unencodable } from "./encoding-error.ts"

/** Base-100 digits that a NUMBER holds at most. */
const MAX_PAIRS = 20
const NUMBER_TEXT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/** Digits without zeros at either end, and where the decimal point stands relative to the first of them. */
interface Decimal {
  readonly digits: string
  readonly point: number
}

const parseDecimal = (whole: string, fraction: string, exponent: number): Decimal => {
  const all = whole + fraction
  let start = 0
  while (start < all.length && all.charCodeAt(start) === 48) start++
  let end = all.length
  while (end > start && all.charCodeAt(end - 1) === 48) end--
  return { digits: all.slice(start, end), point: whole.length + exponent - start }
}

/** Pairs of digits that begin at an even distance from the decimal point; the exponent is that of the first pair, to base 100. */
const toPairs = ({ digits, point }: Decimal): { readonly pairs: Array<number>; readonly exponent: number } => {
  const isOdd = point % 2 !== 0
  const left = isOdd ? `0${digits}` : digits
  const even = left.length % 2 === 0 ? left : `${left}0`
  const pairs: Array<number> = []
  for (let at = 0; at < even.length; at += 2) pairs.push((even.charCodeAt(at) - 48) * 10 + even.charCodeAt(at + 1) - 48)
  return { pairs, exponent: (point + (isOdd ? 1 : 0)) / 2 - 1 }
}

/** Cuts to 20 pairs, rounded half up as Oracle does; returns 1 when the carry made a new first pair. */
const roundPairs = (pairs: Array<number>): number => {
  if (pairs.length <= MAX_PAIRS) return 0
  let carry = (pairs[MAX_PAIRS] ?? 0) >= 50 ? 1 : 0
  pairs.length = MAX_PAIRS
  for (let at = MAX_PAIRS - 1; carry === 1 && at >= 0; at--) {
    const next = (pairs[at] ?? 0) + 1
    carry = next === 100 ? 1 : 0
    pairs[at] = carry === 1 ? 0 : next
  }
  if (carry === 1) pairs.unshift(1)
  while (pairs.at(-1) === 0) pairs.pop()
  return carry
}

/**
 * NUMBER bytes of a decimal text (`-12.5`, `.5`, `1E+126` also with exponent). Digits after the 20th base-100 digit are rounded; too small becomes 0.
 * Fails with ORA-01426 beyond 9.99E125 and with ORA-00600 when the text is no number.
 */
export const encodeNumber = (text: string): Buffer => {
  const match = NUMBER_TEXT.exec(text)
  if (match === null) throw unencodable("NUMBER")
  const [, sign, whole = "", fraction = "", power = "0"] = match
  if (whole.length + fraction.length === 0) throw unencodable("NUMBER")
  const decimal = parseDecimal(whole, fraction, Number(power))
  if (decimal.digits === "") return Buffer.of(0x80)
  const { pairs, exponent: first } = toPairs(decimal)
  const exponent = first + roundPairs(pairs)
  if (exponent > 62) throw new DatabaseError(1426, "ORA-01426: numeric overflow")
  if (exponent < -65) return Buffer.of(0x80)
  if (sign !== "-") return Buffer.from([193 + exponent, ...pairs.map((pair) => pair + 1)])
  const end = pairs.length < MAX_PAIRS ? [102] : []
  return Buffer.from([62 - exponent, ...pairs.map((pair) => 101 - pair), ...end])
}

const placePoint = (digits: string, point: number): string => {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`.replace(/0+$/, "")
  if (point >= digits.length) return (digits + "0".repeat(point - digits.length)).replace(/^0+/, "")
  const whole = digits.slice(0, point).replace(/^0+/, "")
  const fraction = digits.slice(point).replace(/0+$/, "")
  return (whole === "" ? "0" : whole) + (fraction === "" ? "" : `.${fraction}`)
}

/** Decimal text of NUMBER bytes, written out without exponent: `-12.5`, `0.5`. Fails with a ProtocolError when the bytes are no number. */
export const decodeNumber = (bytes: Uint8Array): string => {
  const head = bytes[0]
  if (head === undefined || bytes.length > MAX_PAIRS + 2) throw new ProtocolError("NUMBER of a wrong length")
  if (head === 0x80 && bytes.length === 1) return "0"
  const isPositive = head >= 0x80
  const end = !isPositive && bytes.at(-1) === 102 ? bytes.length - 1 : bytes.length
  let digits = ""
  for (const byte of bytes.subarray(1, end)) {
    const pair = isPositive ? byte - 1 : 101 - byte
    if (pair < 0 || pair > 99) throw new ProtocolError("NUMBER with a wrong digit")
    digits += pair < 10 ? `0${pair}` : String(pair)
  }
  if (digits === "" || /^0+$/.test(digits)) throw new ProtocolError("NUMBER without digits")
  const exponent = isPositive ? head - 193 : 62 - head
  return (isPositive ? "" : "-") + placePoint(digits, exponent * 2 + 2)
}
