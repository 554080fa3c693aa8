// Dates as whole numbers, so that interval arithmetic is exact from 4712 BC to 9999 AD. Proleptic Gregorian throughout.

/** A moment: nanoseconds since 1970-01-01 00:00:00. */
export type Moment = bigint

const secondNanos = 1_000_000_000n
const dayNanos = 86_400n * secondNanos

/** Days since 1970-01-01 of a civil date. */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const civilFromDays = (days: number): { readonly year: number; readonly month: number; readonly day: number } => {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

const pattern =
  /^\s*(?<sign>-?)(?<year>\d{1,4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T](?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?$/u

/** A moment from `2026-01-31 22:00:05.5` (time and fraction may be left out); null when the text is no date of the calendar. */
export const parseMoment = (text: string): Moment | null => {
  const { groups } = pattern.exec(text) ?? {}
  if (groups === undefined) return null
  const [year, month, day] = [
    Number(`${groups["sign"] ?? ""}${groups["year"] ?? ""}`),
    Number(groups["month"]),
    Number(groups["day"])
  ]
  const [hour, minute, second] = [
    Number(groups["hour"] ?? 0),
    Number(groups["minute"] ?? 0),
    Number(groups["second"] ?? 0)
  ]
  if (year === 0 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null
  const days = daysFromCivil(year, month, day)
  const civil = civilFromDays(days)
  if (civil.month !== month || civil.day !== day) return null
  const nanos = BigInt((groups["fraction"] ?? "").padEnd(9, "0"))
  return BigInt(days) * dayNanos + BigInt(hour * 3600 + minute * 60 + second) * secondNanos + nanos
}

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b
  return a % b < 0n ? quotient - 1n : quotient
}

const two = (value: number): string => String(value).padStart(2, "0")

/** `2026-01-31 22:00:05`, with a fraction only when there is one; years before 1 with a minus sign. */
export const formatMoment = (moment: Moment): string => {
  const days = floorDivide(moment, dayNanos)
  const rest = moment - days * dayNanos
  const { year, month, day } = civilFromDays(Number(days))
  const seconds = Number(rest / secondNanos)
  const fraction = String(rest % secondNanos)
    .padStart(9, "0")
    .replace(/0+$/u, "")
  const date = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(day)}`
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${date} ${time}${fraction === "" ? "" : `.${fraction}`}`
}

/** Year, month from 1 and day of a moment. */
export const dateOf = (moment: Moment): { readonly year: number; readonly month: number; readonly day: number } =>
  civilFromDays(Number(floorDivide(moment, dayNanos)))

/** The same day and time some months later. Only days up to the 28th are used: interval rules refuse the others (ORA-14767). */
export const addMonths = (moment: Moment, months: number): Moment => {
  const days = floorDivide(moment, dayNanos)
  const { year, month, day } = civilFromDays(Number(days))
  const total = year * 12 + month - 1 + months
  const moved = daysFromCivil(Math.floor(total / 12), (((total % 12) + 12) % 12) + 1, day)
  return BigInt(moved) * dayNanos + (moment - days * dayNanos)
}

/** Whole months from one moment to another, rounded down: addMonths(from, n) <= to < addMonths(from, n + 1). */
export const monthsBetween = (from: Moment, to: Moment): number => {
  const [a, b] = [dateOf(from), dateOf(to)]
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  return addMonths(from, months) <= to ? months : months - 1
}

/** Whole steps from one moment to another, rounded down. */
export const stepsBetween = (from: Moment, to: Moment, step: bigint): bigint => floorDivide(to - from, step)

/** The last moment that a DATE can be. */
export const lastMoment: Moment = BigInt(daysFromCivil(9999, 12, 31)) * dayNanos + 86_399n * secondNanos + 999_999_999n
