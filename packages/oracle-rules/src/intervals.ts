// Intervals between three worlds: the config's units, the constants Oracle accepts, and the texts its dictionary keeps as typed.
import type { Interval, IntervalUnit } from "@orapart/contract"
import { formatDecimal, multiplyDecimal, parseDecimal } from "./decimal.ts"

/** The units of the config, shortest first, NUMBER last. */
export const intervalUnits: ReadonlyArray<IntervalUnit> = [
  "MINUTE",
  "HOUR",
  "DAY",
  "WEEK",
  "MONTH",
  "QUARTER",
  "YEAR",
  "NUMBER"
]

const secondsPerUnit: { readonly [unit in IntervalUnit]: number | null } = {
  MINUTE: 60,
  HOUR: 3600,
  DAY: 86_400,
  WEEK: 604_800,
  MONTH: null,
  QUARTER: null,
  YEAR: null,
  NUMBER: null
}

const monthsPerUnit: { readonly [unit in IntervalUnit]: number | null } = {
  MINUTE: null,
  HOUR: null,
  DAY: null,
  WEEK: null,
  MONTH: 1,
  QUARTER: 3,
  YEAR: 12,
  NUMBER: null
}

/** True for MONTH, QUARTER and YEAR: intervals of unequal length in days, whose bounds end at day 28 (ORA-14767). */
export const isYearMonth = (interval: Interval): boolean => monthsPerUnit[interval.unit] !== null

/** Why the interval cannot be used, in words (`value 1.5: MONTH takes whole numbers`); null when it can. */
export const describeIntervalProblem = (interval: Interval): string | null => {
  const value = parseDecimal(interval.value)
  if (value === null) return `value ${interval.value} is not a number`
  if (value.units <= 0n) return `value ${interval.value}: an interval is greater than 0 (ORA-14754)`
  if (interval.unit !== "NUMBER" && value.scale > 0)
    return `value ${interval.value}: ${interval.unit} takes whole numbers`
  return null
}

const wholeLength = (interval: Interval, perUnit: number | null): number | null => {
  if (perUnit === null || describeIntervalProblem(interval) !== null) return null
  return Number(interval.value) * perUnit
}

/** Length in seconds of a MINUTE, HOUR, DAY or WEEK interval; null for months, numbers and impossible values. */
export const intervalSeconds = (interval: Interval): number | null =>
  wholeLength(interval, secondsPerUnit[interval.unit])

/** Length in months of a MONTH, QUARTER or YEAR interval; null for all others and impossible values. */
export const intervalMonths = (interval: Interval): number | null => wholeLength(interval, monthsPerUnit[interval.unit])

const renderValue = (value: string, factor: bigint): string => {
  const parsed = parseDecimal(value)
  return parsed === null ? value : formatDecimal(multiplyDecimal(parsed, factor))
}

/**
 * The constant for INTERVAL (...). WEEK and QUARTER are not units of Oracle's functions (ORA-01760) and become 7 days and 3 months.
 * Impossible values (see describeIntervalProblem) are written as they are.
 */
export const renderInterval = (interval: Interval): string => {
  switch (interval.unit) {
    case "MINUTE":
    case "HOUR":
    case "DAY":
      return `NUMTODSINTERVAL(${renderValue(interval.value, 1n)},'${interval.unit}')`
    case "WEEK":
      return `NUMTODSINTERVAL(${renderValue(interval.value, 7n)},'DAY')`
    case "MONTH":
    case "YEAR":
      return `NUMTOYMINTERVAL(${renderValue(interval.value, 1n)},'${interval.unit}')`
    case "QUARTER":
      return `NUMTOYMINTERVAL(${renderValue(interval.value, 3n)},'MONTH')`
    case "NUMBER":
      return renderValue(interval.value, 1n)
  }
}

/** True when both cut the key into the same slots: one day and 24 hours, one year and four quarters. */
export const isSameInterval = (left: Interval, right: Interval): boolean => {
  if (left.unit === "NUMBER" || right.unit === "NUMBER") {
    return renderInterval(left) === renderInterval(right)
  }
  return intervalSeconds(left) === intervalSeconds(right) && intervalMonths(left) === intervalMonths(right)
}
