// Reads the interval texts of ALL_PART_TABLES.INTERVAL: kept as typed, so every spelling Oracle takes has to be understood.
import type { Interval, IntervalUnit } from "@orapart/contract"
import {
  addDecimal,
  compareDecimal,
  formatDecimal,
  multiplyDecimal,
  multiplyDecimals,
  parseDecimal
} from "./decimal.ts"
import type { Decimal } from "./decimal.ts"
import { renderInterval } from "./intervals.ts"

const zero: Decimal = { units: 0n, scale: 0 }

const numberToInterval = /^NUMTO(DS|YM)INTERVAL\s*\(\s*([^,]+?)\s*,\s*'\s*([A-Z]+)\s*'\s*\)$/i
const intervalLiteral =
  /^INTERVAL\s*'\s*([^']*?)\s*'\s*(YEAR|MONTH|DAY|HOUR|MINUTE|SECOND)\s*(?:\(\s*\d+\s*(?:,\s*\d+\s*)?\))?(?:\s*TO\s*(MONTH|HOUR|MINUTE|SECOND)\s*(?:\(\s*\d+\s*\))?)?$/i
const textToInterval = /^TO_(DS|YM)INTERVAL\s*\(\s*'\s*([^']*?)\s*'\s*\)$/i

/** `7` or `1*7`: the dictionary keeps the constant as it was typed. */
const parseProduct = (text: string): Decimal | null =>
  text
    .split("*")
    .map(parseDecimal)
    .reduce((product, factor) => (product === null || factor === null ? null : multiplyDecimals(product, factor)))

const secondUnits: ReadonlyArray<readonly [IntervalUnit, bigint]> = [
  ["DAY", 86_400n],
  ["HOUR", 3600n],
  ["MINUTE", 60n]
]

const fromSeconds = (seconds: Decimal): Interval | null => {
  if (seconds.scale > 0 || seconds.units <= 0n) return null
  for (const [unit, length] of secondUnits) {
    if (seconds.units % length === 0n) return { unit, value: (seconds.units / length).toString() }
  }
  return null
}

const fromMonths = (months: Decimal): Interval | null =>
  months.scale > 0 || months.units <= 0n ? null : { unit: "MONTH", value: months.units.toString() }

/** A count of one unit; whole counts keep their unit, fractions go down to the unit in which they are whole. */
const fromCount = (count: Decimal, unit: string): Interval | null => {
  if (count.units <= 0n) return null
  const whole = count.scale === 0
  switch (unit) {
    case "YEAR":
      return whole ? { unit, value: count.units.toString() } : fromMonths(multiplyDecimal(count, 12n))
    case "MONTH":
      return fromMonths(count)
    case "DAY":
      return whole ? { unit, value: count.units.toString() } : fromSeconds(multiplyDecimal(count, 86_400n))
    case "HOUR":
      return whole ? { unit, value: count.units.toString() } : fromSeconds(multiplyDecimal(count, 3600n))
    case "MINUTE":
      return whole ? { unit, value: count.units.toString() } : fromSeconds(multiplyDecimal(count, 60n))
    case "SECOND":
      return fromSeconds(count)
    default:
      return null
  }
}

/** `1-06`: years and months. */
const fromYearsToMonths = (text: string): Interval | null => {
  const match = /^\+?(\d+)-(\d+)$/.exec(text)
  if (match === null || Number(match[2]) > 11) return null
  const months = BigInt(match[1] ?? "0") * 12n + BigInt(match[2] ?? "0")
  if (months <= 0n) return null
  return months % 12n === 0n
    ? { unit: "YEAR", value: (months / 12n).toString() }
    : fromMonths({ units: months, scale: 0 })
}

const dayTimeFields = ["DAY", "HOUR", "MINUTE", "SECOND"] as const
const dayTimeLengths: ReadonlyArray<bigint> = [86_400n, 3600n, 60n, 1n]

/** `1 12:30`, `12:30:00`: fields from the one named first to the one named last. */
const fromDayTime = (text: string, first: string, last: string): Interval | null => {
  const from = dayTimeFields.findIndex((field) => field === first.toUpperCase())
  const to = dayTimeFields.findIndex((field) => field === last.toUpperCase())
  const parts = text.replace(/^\+/, "").split(/\s+|:/)
  if (from < 0 || to < from || parts.length !== to - from + 1) return null
  let seconds = zero
  for (const [offset, part] of parts.entries()) {
    const count = /^\d+(?:\.\d+)?$/.test(part) ? parseDecimal(part) : null
    if (count === null) return null
    seconds = addDecimal(seconds, multiplyDecimal(count, dayTimeLengths[from + offset] ?? 0n))
  }
  return fromSeconds(seconds)
}

const fromFunction = (text: string): Interval | null => {
  const match = numberToInterval.exec(text)
  if (match === null) return null
  const unit = (match[3] ?? "").toUpperCase()
  const isYearMonthUnit = unit === "YEAR" || unit === "MONTH"
  if (isYearMonthUnit !== ((match[1] ?? "").toUpperCase() === "YM")) return null
  const count = parseProduct(match[2] ?? "")
  return count === null ? null : fromCount(count, unit)
}

const fromLiteral = (text: string): Interval | null => {
  const match = intervalLiteral.exec(text)
  if (match === null) return null
  const [value, first, last] = [match[1] ?? "", (match[2] ?? "").toUpperCase(), match[3]?.toUpperCase()]
  if (last === undefined || last === first) {
    const count = parseDecimal(value)
    return count === null ? null : fromCount(count, first)
  }
  if (last === "MONTH") return first === "YEAR" ? fromYearsToMonths(value) : null
  return fromDayTime(value, first, last)
}

const fromText = (text: string): Interval | null => {
  const match = textToInterval.exec(text)
  if (match === null) return null
  const value = match[2] ?? ""
  return (match[1] ?? "").toUpperCase() === "YM" ? fromYearsToMonths(value) : fromDayTime(value, "DAY", "SECOND")
}

const stripParentheses = (text: string): string => {
  let inner = text.trim()
  while (inner.startsWith("(") && inner.endsWith(")")) inner = inner.slice(1, -1).trim()
  return inner
}

/**
 * Reads an interval as Oracle keeps it: NUMTODSINTERVAL, NUMTOYMINTERVAL, INTERVAL literals, TO_DSINTERVAL, TO_YMINTERVAL, numbers; any
 * case and spacing. null for `YES` (a reference-partitioned child), for lengths that are not whole minutes, and for anything else.
 */
export const parseIntervalText = (text: string): Interval | null => {
  const inner = stripParentheses(text)
  const number = parseProduct(inner)
  if (number !== null) return compareDecimal(number, zero) > 0 ? { unit: "NUMBER", value: formatDecimal(number) } : null
  return fromFunction(inner) ?? fromLiteral(inner) ?? fromText(inner)
}

/** One spelling for all that parseIntervalText understands; other texts with single spaces and in upper case. */
export const normalizeIntervalText = (text: string): string => {
  const interval = parseIntervalText(text)
  return interval === null ? text.trim().replaceAll(/\s+/g, " ").toUpperCase() : renderInterval(interval)
}
