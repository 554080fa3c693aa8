// Dates as fields and as text, with the calendar arithmetic that time zones need. No JS Date: it loses everything below a millisecond.
import { unencodable } from "./encoding-error.ts"

/** A wall-clock time. `year` is negative before Christ, as Oracle counts: there is no year 0. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanosecond: number
}

/** A time with its distance from UTC in minutes; null when the text names none. */
export interface ZonedTime {
  readonly time: CivilTime
  readonly offsetMinutes: number | null
}

const TIME_TEXT =
  /^(-?)(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(?: ?([+-])(\d{1,2}):(\d{2}))?$/

/** Reads `2024-01-31 23:59:59.5 +02:00`; time, fraction and zone may be missing. `type` names the type in the ORA-00600 of a text of another form. */
export const parseTime = (text: string, type: string): ZonedTime => {
  const match = TIME_TEXT.exec(text)
  if (match === null) throw unencodable(type)
  const [, era, year, month, day, hour, minute, second, fraction = "", sign, zoneHour, zoneMinute] = match
  const minutes = Number(zoneHour ?? 0) * 60 + Number(zoneMinute ?? 0)
  return {
    time: {
      year: era === "-" ? -Number(year) : Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      nanosecond: Number(fraction.padEnd(9, "0"))
    },
    offsetMinutes: sign === undefined ? null : sign === "-" ? -minutes : minutes
  }
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** `2024-01-31 23:59:59`. */
export const formatSeconds = (time: CivilTime): string => {
  const year = String(Math.abs(time.year)).padStart(4, "0")
  const date = `${time.year < 0 ? "-" : ""}${year}-${two(time.month)}-${two(time.day)}`
  return `${date} ${two(time.hour)}:${two(time.minute)}:${two(time.second)}`
}

/** `.5` for half a second, nothing for a whole one. */
export const formatFraction = (nanosecond: number): string =>
  nanosecond === 0 ? "" : `.${String(nanosecond).padStart(9, "0").replace(/0+$/, "")}`

/** `+02:00`. */
export const formatOffset = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

// Days since 1970-01-01 in the proleptic Gregorian calendar; years count through 0 here.
const daysOf = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const dateOf = (days: number): { readonly year: number; readonly month: number; readonly day: number } => {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthOfYear + (monthOfYear < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1 }
}

/** The time so many minutes later (earlier when negative). */
export const addMinutes = (time: CivilTime, minutes: number): CivilTime => {
  if (minutes === 0) return time
  const year = time.year < 0 ? time.year + 1 : time.year
  const total = daysOf(year, time.month, time.day) * 1440 + time.hour * 60 + time.minute + minutes
  const days = Math.floor(total / 1440)
  const rest = total - days * 1440
  const date = dateOf(days)
  return {
    ...date,
    year: date.year <= 0 ? date.year - 1 : date.year,
    hour: Math.floor(rest / 60),
    minute: rest % 60,
    second: time.second,
    nanosecond: time.nanosecond
  }
}
