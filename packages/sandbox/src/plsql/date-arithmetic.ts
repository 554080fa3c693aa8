// Arithmetic of DATE without SQL: days as numbers, to the second. Only the plain case; years before 1583 (another calendar) and all other datetimes are SQL's.
import type { Num } from "./number.ts"
import { divideNum, multiplyNum, roundNum } from "./number.ts"
import { Moment } from "./value.ts"

const plain = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/u
const firstYear = 1583
const lastYear = 9999
const secondsPerDay = 86_400

/** Seconds since 1970; null when it is not the plain case. */
const secondsOf = (date: Moment): number | null => {
  const parts = date.type === "DATE" ? plain.exec(date.text) : null
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  return year < firstYear ? null : Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}

const dateOf = (seconds: number): Moment | null => {
  const date = new Date(seconds * 1000)
  const year = date.getUTCFullYear()
  if (Number.isNaN(year) || year < firstYear || year > lastYear) return null
  return new Moment("DATE", date.toISOString().slice(0, 19).replace("T", " "))
}

/** `date + days`; null leaves it to SQL. */
export const addDays = (date: Moment, days: Num, sign: 1 | -1): Moment | null => {
  const from = secondsOf(date)
  const seconds = roundNum(multiplyNum(days, secondsPerDay * sign), 0)
  return from === null || typeof seconds !== "number" ? null : dateOf(from + seconds)
}

/** `left - right` in days; null leaves it to SQL. */
export const daysBetween = (left: Moment, right: Moment): Num | null => {
  const [a, b] = [secondsOf(left), secondsOf(right)]
  return a === null || b === null ? null : divideNum(a - b, secondsPerDay)
}

const literal = /^\d{4}-\d\d-\d\d$/u

/** The value of `DATE '2024-01-31'`; null when SQL has to tell (another form, no such day). */
export const readDateLiteral = (text: string): Moment | null => {
  if (!literal.test(text)) return null
  const date = new Moment("DATE", `${text} 00:00:00`)
  const seconds = secondsOf(date)
  return seconds !== null && dateOf(seconds)?.text === date.text ? date : null
}
