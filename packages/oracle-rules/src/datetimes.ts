// Calendar arithmetic on the texts that snapshots and plans carry, without a clock and without Date: exact to the nanosecond.
// The calendar is the proleptic Gregorian one; Oracle itself counts Julian days before 1582-10-15, which no partition key meets.
import { remember } from "./remember.ts"

/** A point in time without a zone, as DATE and TIMESTAMP hold it. */
export interface Datetime {
  /** 1 to 9999. */
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 to 999,999,999; 0 for a DATE. */
  readonly nanosecond: number
}

const SECONDS_PER_DAY = 86_400

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month (1 to 12) in a year. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** What is impossible about the fields, in words (`month 13`); null when they are a real point in time. */
export const describeDatetimeProblem = (value: Datetime): string | null => {
  if (value.year < 1 || value.year > 9999) return `year ${value.year} (1 to 9999 can be used)`
  if (value.month < 1 || value.month > 12) return `month ${value.month} (ORA-01843)`
  const days = daysInMonth(value.year, value.month)
  if (value.day < 1 || value.day > days) {
    const month = `${String(value.year).padStart(4, "0")}-${String(value.month).padStart(2, "0")}`
    return `day ${value.day}: ${month} has ${days} days (ORA-01839)`
  }
  if (value.hour > 23) return `hour ${value.hour} (ORA-01850)`
  if (value.minute > 59) return `minute ${value.minute} (ORA-01851)`
  if (value.second > 59) return `second ${value.second} (ORA-01852)`
  return null
}

const datetimePattern = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?)?$/

const readDatetime = (text: string): Datetime | null => {
  const match = datetimePattern.exec(text)
  if (match === null) return null
  const value: Datetime = {
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    hour: Number(match[4] ?? "0"),
    minute: Number(match[5] ?? "0"),
    second: Number(match[6] ?? "0"),
    nanosecond: Number((match[7] ?? "").padEnd(9, "0"))
  }
  return describeDatetimeProblem(value) === null ? value : null
}

/** Reads `YYYY-MM-DD HH24:MI:SS[.fffffffff]`, or `YYYY-MM-DD` as midnight; null when it is another text or no real date. */
export const parseDatetime: (text: string) => Datetime | null = remember(readDatetime)

const twoDigits = (value: number): string => String(value).padStart(2, "0")

/** `YYYY-MM-DD HH24:MI:SS`, with a fraction only when there is one, without trailing zeros. */
export const formatDatetime = (value: Datetime): string => {
  const date = `${String(value.year).padStart(4, "0")}-${twoDigits(value.month)}-${twoDigits(value.day)}`
  const time = `${twoDigits(value.hour)}:${twoDigits(value.minute)}:${twoDigits(value.second)}`
  const fraction = value.nanosecond === 0 ? "" : `.${String(value.nanosecond).padStart(9, "0").replace(/0+$/, "")}`
  return `${date} ${time}${fraction}`
}

/** Days since 0000-03-01, counted in years that begin in March so that the leap day comes last. */
const dayNumber = (year: number, month: number, day: number): number => {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1
}

const fromDayNumber = (days: number): Pick<Datetime, "year" | "month" | "day"> => {
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  }
}

const secondNumber = (value: Datetime): number =>
  dayNumber(value.year, value.month, value.day) * SECONDS_PER_DAY + value.hour * 3600 + value.minute * 60 + value.second

/** Negative, zero or positive like a sort function. */
export const compareDatetime = (left: Datetime, right: Datetime): number =>
  Math.sign(secondNumber(left) - secondNumber(right) || left.nanosecond - right.nanosecond)

/** The same moment `seconds` (a whole number, may be negative) later; null outside the years 1 to 9999. */
export const addSeconds = (value: Datetime, seconds: number): Datetime | null => {
  const total = secondNumber(value) + seconds
  if (!Number.isSafeInteger(total)) return null
  const days = Math.floor(total / SECONDS_PER_DAY)
  const rest = total - days * SECONDS_PER_DAY
  const date = fromDayNumber(days)
  if (date.year < 1 || date.year > 9999) return null
  return {
    ...date,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    nanosecond: value.nanosecond
  }
}

/**
 * The same day and time `months` (a whole number, may be negative) later; a day that the month lacks becomes its last day, as
 * ADD_MONTHS does (adding an interval raises ORA-01839 there: ask for the day first). null outside the years 1 to 9999.
 */
export const addMonths = (value: Datetime, months: number): Datetime | null => {
  const total = value.year * 12 + value.month - 1 + months
  if (!Number.isSafeInteger(total)) return null
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  if (year < 1 || year > 9999) return null
  return { ...value, year, month, day: Math.min(value.day, daysInMonth(year, month)) }
}

/** Whole seconds from one moment to the other, rounded down; negative when `to` is earlier. */
export const secondsBetween = (from: Datetime, to: Datetime): number =>
  secondNumber(to) - secondNumber(from) - (to.nanosecond < from.nanosecond ? 1 : 0)

/** Whole months from one moment to the other, rounded down: the largest n with addMonths(from, n) <= to for days up to 28. */
export const monthsBetween = (from: Datetime, to: Datetime): number => {
  const months = (to.year - from.year) * 12 + to.month - from.month
  const restOfMonth = (value: Datetime): Datetime => ({ ...value, year: 2000, month: 1 })
  return compareDatetime(restOfMonth(to), restOfMonth(from)) < 0 ? months - 1 : months
}

/** Monday 1 to Sunday 7. */
export const isoWeekday = (value: Datetime): number => ((dayNumber(value.year, value.month, value.day) + 2) % 7) + 1
