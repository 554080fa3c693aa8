// NUMBER values as exact fractions of a power of ten. Texts are those of SqlValue: `-12.5`, no exponent, though one is understood.

/** value = units / 10^scale. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const pattern = /^\s*(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?:[eE](?<exponent>[+-]?\d{1,4}))?\s*$/u

/** A number from its text; null when it is none. */
export const parseDecimal = (text: string): Decimal | null => {
  const { groups } = pattern.exec(text) ?? {}
  if (groups === undefined) return null
  const [whole, fraction] = [groups["whole"] ?? "", groups["fraction"] ?? ""]
  if (whole === "" && fraction === "") return null
  const digits = BigInt(`${whole}${fraction}`)
  const scale = fraction.length - Number(groups["exponent"] ?? 0)
  const units = groups["sign"] === "-" ? -digits : digits
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale }
}

const align = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale)
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale]
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const [left, right] = align(a, b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** a + b * n. */
export const addTimes = (a: Decimal, b: Decimal, n: bigint): Decimal => {
  const [left, right, scale] = align(a, b)
  return { units: left + right * n, scale }
}

/** floor((b - a) / step): how many whole steps lie between. */
export const decimalSteps = (a: Decimal, b: Decimal, step: Decimal): bigint => {
  const scale = Math.max(a.scale, b.scale, step.scale)
  const at = (value: Decimal): bigint => value.units * 10n ** BigInt(scale - value.scale)
  const [difference, width] = [at(b) - at(a), at(step)]
  return difference / width - (difference % width < 0n ? 1n : 0n)
}

/** Decimal text without exponent and without trailing zeros: `-12.5`, `0.5`, `100`. */
export const formatDecimal = ({ units, scale }: Decimal): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0")
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/u, "")
  const sign = units < 0n ? "-" : ""
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}
