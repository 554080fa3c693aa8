// Where a key falls in an interval table: grid, positions and the 1,048,575 limit (rule book 1.4 to 1.6). All values are partition
// bounds; numbers are exact for 38 digits. null means: another kind of value, an impossible interval, or beyond the year 9999.
import type { Interval, PartitionBound } from "@orapart/contract"
import { compareBounds } from "./bounds.ts"
import {
  addMonths,
  addSeconds,
  formatDatetime,
  isoWeekday,
  monthsBetween,
  parseDatetime,
  secondsBetween
} from "./datetimes.ts"
import type { Datetime } from "./datetimes.ts"
import {
  addDecimal,
  floorDivideDecimal,
  formatDecimal,
  multiplyDecimal,
  parseDecimal,
  subtractDecimal
} from "./decimal.ts"
import type { Decimal } from "./decimal.ts"
import { describeIntervalProblem, intervalMonths, intervalSeconds } from "./intervals.ts"
import { MAX_ANCHOR_DAY, MAX_POSITIONS } from "./limits.ts"

/** A value or bound with the arithmetic of its key: how many whole intervals lie between two, and where n intervals lead. */
interface Grid {
  /** floor((value - anchor) / interval). */
  readonly slotOf: (value: PartitionBound) => bigint | null
  /** anchor + slots * interval; null beyond the calendar. */
  readonly boundOf: (slots: bigint) => PartitionBound | null
}

const datetimeOf = (bound: PartitionBound): Datetime | null =>
  bound.type === "datetime" ? parseDatetime(bound.value) : null

const decimalOf = (bound: PartitionBound): Decimal | null =>
  bound.type === "number" ? parseDecimal(bound.value) : null

const datetimeBound = (value: Datetime | null): PartitionBound | null =>
  value === null ? null : { type: "datetime", value: formatDatetime(value) }

const numberBound = (value: Decimal): PartitionBound => ({ type: "number", value: formatDecimal(value) })

const numberGrid = (anchor: PartitionBound, interval: Interval): Grid | null => {
  const origin = decimalOf(anchor)
  const step = parseDecimal(interval.value)
  if (origin === null || step === null) return null
  return {
    slotOf: (value) => {
      const key = decimalOf(value)
      return key === null ? null : floorDivideDecimal(subtractDecimal(key, origin), step)
    },
    boundOf: (slots) => numberBound(addDecimal(origin, multiplyDecimal(step, slots)))
  }
}

const datetimeGrid = (
  anchor: PartitionBound,
  step: number,
  distance: (from: Datetime, to: Datetime) => number,
  move: (from: Datetime, by: number) => Datetime | null
): Grid | null => {
  const origin = datetimeOf(anchor)
  if (origin === null) return null
  return {
    slotOf: (value) => {
      const key = datetimeOf(value)
      return key === null ? null : BigInt(Math.floor(distance(origin, key) / step))
    },
    boundOf: (slots) => datetimeBound(move(origin, Number(slots) * step))
  }
}

const makeGrid = (anchor: PartitionBound, interval: Interval): Grid | null => {
  if (describeIntervalProblem(interval) !== null) return null
  if (interval.unit === "NUMBER") return numberGrid(anchor, interval)
  const months = intervalMonths(interval)
  if (months !== null) {
    const day = datetimeOf(anchor)?.day ?? 0
    return day > MAX_ANCHOR_DAY ? null : datetimeGrid(anchor, months, monthsBetween, addMonths)
  }
  const seconds = intervalSeconds(interval)
  return seconds === null ? null : datetimeGrid(anchor, seconds, secondsBetween, addSeconds)
}

/**
 * Why Oracle refuses this bound with this interval, beginning with the ORA number; null when they fit. A MONTH, QUARTER or YEAR
 * interval takes no bound on day 29, 30 or 31, even where every month has the day.
 */
export const explainAnchorProblem = (anchor: PartitionBound, interval: Interval): string | null => {
  const problem = describeIntervalProblem(interval)
  if (problem !== null) return problem
  if (anchor.type === "maxvalue") return "ORA-14761: an interval table cannot have a MAXVALUE partition"
  const wanted = interval.unit === "NUMBER" ? "number" : "datetime"
  if (anchor.type !== wanted) return `ORA-14752: ${interval.unit} intervals need a ${wanted} as bound`
  const value = datetimeOf(anchor)
  if (value !== null && intervalMonths(interval) !== null && value.day > MAX_ANCHOR_DAY) {
    return `ORA-14767: a bound on day ${value.day} of a month cannot grow by ${interval.unit}; use day 1 (28 at most)`
  }
  return null
}

/** The lower bound of the slot that holds the value, on the grid that goes through the anchor (in both directions). */
export const floorToInterval = (
  value: PartitionBound,
  anchor: PartitionBound,
  interval: Interval
): PartitionBound | null => {
  const grid = makeGrid(anchor, interval)
  const slot = grid?.slotOf(value) ?? null
  return grid === null || slot === null ? null : grid.boundOf(slot)
}

/** bound + interval: the upper bound of the slot that begins at `bound`; null when Oracle could not store it (ORA-01841). */
export const nextBound = (bound: PartitionBound, interval: Interval): PartitionBound | null =>
  makeGrid(bound, interval)?.boundOf(1n) ?? null

/**
 * The position Oracle counts for a key: rangePartitions + floor((key - transitionPoint) / interval) + 1, whether partitions exist or
 * not. A key below the transition point lies in the range section: rangePartitions is returned, the most it can be.
 * The key fits when position times subpartitions is at most MAX_POSITIONS (else ORA-14300 or ORA-14299).
 */
export const positionOf = (
  key: PartitionBound,
  transitionPoint: PartitionBound,
  interval: Interval,
  rangePartitions: number
): bigint | null => {
  const slot = makeGrid(transitionPoint, interval)?.slotOf(key) ?? null
  if (slot === null) return null
  return slot < 0n ? BigInt(rangePartitions) : BigInt(rangePartitions) + slot + 1n
}

/**
 * Partitions that rows from low to high (both included) fill when no slot is left out: the slots at and above the anchor, plus one for
 * all rows below it. 0 when high is below low.
 */
export const countPartitionsBetween = (
  low: PartitionBound,
  high: PartitionBound,
  anchor: PartitionBound,
  interval: Interval
): bigint | null => {
  const grid = makeGrid(anchor, interval)
  const first = grid?.slotOf(low) ?? null
  const last = grid?.slotOf(high) ?? null
  if (first === null || last === null) return null
  if (compareBounds(high, low) < 0) return 0n
  const atLeastAnchor = (slot: bigint): bigint => (slot < -1n ? -1n : slot)
  return atLeastAnchor(last) - atLeastAnchor(first) + 1n
}

/** Partitions that fit beside S subpartitions each: floor(1,048,575 / S); 1 for a table without subpartitions. */
export const maxPartitions = (subpartitions: number): number => Math.floor(MAX_POSITIONS / Math.max(1, subpartitions))

/**
 * The first key that no longer fits: from here on inserts raise ORA-14300 (or ORA-14299). `anchor` is the transition point,
 * `subpartitions` 0 or 1 without subpartitions. null when the calendar ends first, or when the arguments do not go together.
 */
export const lastReachableBound = (
  anchor: PartitionBound,
  interval: Interval,
  subpartitions: number,
  rangePartitions: number
): PartitionBound | null =>
  makeGrid(anchor, interval)?.boundOf(BigInt(maxPartitions(subpartitions) - rangePartitions)) ?? null

const SECONDS_PER_YEAR = 365.2425 * 86_400

/** Years (with fraction) from the anchor until the positions are used up, with one anchor partition; null for NUMBER intervals. */
export const yearsOfLife = (interval: Interval, subpartitions: number): number | null => {
  const slots = maxPartitions(subpartitions) - 1
  const months = intervalMonths(interval)
  if (months !== null) return (slots * months) / 12
  const seconds = intervalSeconds(interval)
  return seconds === null ? null : (slots * seconds) / SECONDS_PER_YEAR
}

const startOfDay = (value: Datetime): Datetime => ({ ...value, hour: 0, minute: 0, second: 0, nanosecond: 0 })

const floorMonths = (value: Datetime, months: number): Datetime => {
  const index = value.year * 12 + value.month - 1
  const floored = Math.max(12, index - (index % months))
  return { ...startOfDay(value), year: Math.floor(floored / 12), month: (floored % 12) + 1, day: 1 }
}

const floorClock = (value: Datetime, seconds: number): Datetime | null => {
  const midnight = startOfDay(value)
  const elapsed = secondsBetween(midnight, value)
  const step = 86_400 % seconds === 0 ? seconds : seconds % 3600 === 0 ? 3600 : 60
  return addSeconds(midnight, elapsed - (elapsed % step))
}

const floorDatetime = (value: Datetime, interval: Interval): Datetime | null => {
  const months = intervalMonths(interval)
  if (months !== null) return floorMonths(value, months)
  if (interval.unit === "WEEK") return addSeconds(startOfDay(value), -86_400 * (isoWeekday(value) - 1))
  if (interval.unit === "DAY") return startOfDay(value)
  const seconds = intervalSeconds(interval)
  return seconds === null ? null : floorClock(value, seconds)
}

/**
 * The anchor to propose for a key whose smallest value is `low`: at or below it, on round values (first of a month, quarter or year, a
 * Monday, midnight, a full hour, a multiple of the number). The anchor partition stays empty and no position is wasted.
 */
export const recommendAnchor = (low: PartitionBound, interval: Interval): PartitionBound | null => {
  if (describeIntervalProblem(interval) !== null) return null
  if (interval.unit === "NUMBER") return floorToInterval(low, { type: "number", value: "0" }, interval)
  const value = datetimeOf(low)
  return value === null ? null : datetimeBound(floorDatetime(value, interval))
}
