// Date arithmetic for bounds in tests: proleptic Gregorian, no time zones. Written apart from oracle-rules on purpose: what
// judges a package must not share its code.
import type { Interval, IntervalUnit, PartitionBound } from "@orapart/contract"

const two = (value: number): string => String(value).padStart(2, "0")

/** `YYYY-MM-DD HH24:MI:SS` of a date given as `YYYY-MM-DD` or with a time. Throws a RangeError when there is no such date. */
export const datetime = (text: string): string => {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text} 00:00:00` : text
  const instant = Date.parse(`${full.replace(" ", "T")}Z`)
  const isReal = !Number.isNaN(instant) && formatInstant(instant) === full
  if (!isReal) throw new RangeError(`"${text}" is no date: YYYY-MM-DD or YYYY-MM-DD HH24:MI:SS is expected.`)
  return full
}

const formatInstant = (instant: number): string => {
  const date = new Date(instant)
  const day = `${String(date.getUTCFullYear()).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
}

const unitSeconds: { readonly [unit in IntervalUnit]?: number } = { MINUTE: 60, HOUR: 3600, DAY: 86400, WEEK: 604800 }
const unitMonths: { readonly [unit in IntervalUnit]?: number } = { MONTH: 1, QUARTER: 3, YEAR: 12 }

/** A bound moved up by a number of intervals. Month units keep the day of month, which has to be 28 or less. */
export const addIntervals = (from: string, count: number, interval: Interval): string => {
  const step = count * Number(interval.value)
  if (interval.unit === "NUMBER") return String(Number(from) + step)
  const instant = new Date(`${datetime(from).replace(" ", "T")}Z`)
  const seconds = unitSeconds[interval.unit]
  if (seconds !== undefined) return formatInstant(instant.getTime() + step * seconds * 1000)
  return formatInstant(instant.setUTCMonth(instant.getUTCMonth() + step * (unitMonths[interval.unit] ?? 1)))
}

/** An interval from its unit, with value 1 unless told. */
export const interval = (unit: IntervalUnit, value: number | string = 1): Interval => ({ unit, value: String(value) })

/** The interval as ALL_PART_TABLES.INTERVAL has it: `NUMTODSINTERVAL(7,'DAY')` for WEEK, which Oracle does not know. */
export const intervalText = ({ unit, value }: Interval): string => {
  if (unit === "NUMBER") return value
  if (unit === "QUARTER") return `NUMTOYMINTERVAL(${Number(value) * 3},'MONTH')`
  if (unit === "WEEK") return `NUMTODSINTERVAL(${Number(value) * 7},'DAY')`
  return unit === "MONTH" || unit === "YEAR"
    ? `NUMTOYMINTERVAL(${value},'${unit}')`
    : `NUMTODSINTERVAL(${value},'${unit}')`
}

/** A bound from a date, a number, MAXVALUE, or any other text as HIGH_VALUE has it. */
export const bound = (value: string | number): PartitionBound => {
  if (value === "MAXVALUE") return { type: "maxvalue" }
  if (typeof value === "number" || /^-?\d+(\.\d+)?$/.test(value)) return { type: "number", value: String(value) }
  return /^\d{4}-\d{2}-\d{2}/.test(value)
    ? { type: "datetime", value: datetime(value) }
    : { type: "other", text: value }
}
