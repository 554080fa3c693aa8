// NUMBER to text and back as PL/SQL converts them without a format. It knows no NLS settings: the decimal character is a point.
import type { Num } from "./number.ts"
import { makeNum, partsOf, plainText } from "./number.ts"

const pattern =
  /^[ \t\r\n]*(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?:[eE](?<exponent>[+-]?\d{1,4}))?[ \t\r\n]*$/u
const simple = /^-?\d{1,15}$/u
const widestExponent = 400

/** The number that a text writes; null when it writes none. */
export const readNum = (text: string): Num | null => {
  if (simple.test(text)) return Number(text) + 0
  const { groups } = pattern.exec(text) ?? {}
  if (groups === undefined) return null
  const [whole, fraction] = [groups["whole"] ?? "", groups["fraction"] ?? ""]
  if (whole === "" && fraction === "") return null
  const exponent = Number(groups["exponent"] ?? 0)
  if (Math.abs(exponent) > widestExponent) return null
  const digits = BigInt(`${whole}${fraction}`)
  return makeNum(groups["sign"] === "-" ? -digits : digits, fraction.length - exponent)
}

const widest = 40

const exponentForm = (value: Num): string => {
  const { units, scale } = partsOf(value)
  const sign = units < 0n ? "-" : ""
  const digits = (units < 0n ? -units : units).toString()
  const exponent = digits.length - 1 - scale
  const mark = `E${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`
  const room = widest - 1 - mark.length - 1
  const rounded = roundDigits(digits, room + 1)
  const carried = rounded.carry ? exponent + 1 : exponent
  const finalMark = `E${carried < 0 ? "-" : "+"}${String(Math.abs(carried)).padStart(2, "0")}`
  const fraction = rounded.digits.slice(1).replace(/0+$/u, "")
  return `${sign}${rounded.digits.slice(0, 1)}${fraction === "" ? "" : `.${fraction}`}${finalMark}`
}

const roundDigits = (digits: string, keep: number): { readonly digits: string; readonly carry: boolean } => {
  if (digits.length <= keep) return { digits, carry: false }
  const kept = (BigInt(digits.slice(0, keep)) + (digits.charAt(keep) >= "5" ? 1n : 0n)).toString()
  return { digits: kept, carry: kept.length > keep }
}

/**
 * TO_CHAR without a format: no zero before the point (`.5`), at most 40 digits; what does not fit is rounded, and from 1E40 on or far below 1 written with an
 * exponent. Source: Oracle SQL reference, Number Format Models (assumed at the edges).
 */
export const numToText = (value: Num): string => {
  if (typeof value === "number") return String(value)
  const plain = plainText(value)
  const short = plain.startsWith("0.") ? plain.slice(1) : plain.startsWith("-0.") ? `-${plain.slice(2)}` : plain
  const signed = short.startsWith("-") ? 1 : 0
  const point = short.indexOf(".")
  const limit = widest + signed + (point < 0 ? 0 : 1)
  if (short.length <= limit) return short
  const { scale } = value
  const leadingZeros = /^-?\.(?<zeros>0*)/u.exec(short)?.groups?.["zeros"]?.length ?? 0
  if (point < 0 || point > limit - 1 || leadingZeros > 5) return exponentForm(value)
  const places = scale - (short.length - limit)
  const { units } = value
  const divisor = 10n ** BigInt(scale - places)
  const half = divisor / 2n
  const rounded = units < 0n ? -((-units + half) / divisor) : (units + half) / divisor
  return numToText(makeNum(rounded, places))
}
