// The slots of a layout: where a stretch of keys falls, explicit partitions first, then the interval grid.
import type { Interval, PartitionBound, PartitioningModel } from "@orapart/contract"
import {
  addDecimal,
  addMonths,
  addSeconds,
  compareBounds,
  describeBound,
  floorToInterval,
  formatDatetime,
  formatDecimal,
  intervalMonths,
  intervalSeconds,
  multiplyDecimal,
  nextBound,
  parseDatetime,
  parseDecimal,
  transitionPoint
} from "@orapart/oracle-rules"

/** An interval layout that can be asked where keys fall. */
export interface KeyGrid {
  readonly interval: Interval
  readonly transitionPoint: PartitionBound
  /** Bounds of the explicit partitions in order. */
  readonly explicitBounds: ReadonlyArray<PartitionBound>
}

/** The grid of an interval layout; null for a layout without interval or without known bounds. */
export const readKeyGrid = (layout: PartitioningModel | null): KeyGrid | null => {
  if (layout === null || layout.interval === null) return null
  const point = transitionPoint(layout)
  const explicitBounds = layout.partitions
    .filter((partition) => !partition.isInterval)
    .flatMap((partition) => partition.bound ?? [])
  return point === null ? null : { interval: layout.interval, transitionPoint: point, explicitBounds }
}

/** The lower bound of the interval partition with this upper bound; null where the arithmetic leaves the calendar. */
export const stepBack = (bound: PartitionBound, interval: Interval): PartitionBound | null => {
  if (bound.type === "number") {
    const [upper, step] = [parseDecimal(bound.value), parseDecimal(interval.value)]
    if (upper === null || step === null) return null
    return { type: "number", value: formatDecimal(addDecimal(upper, multiplyDecimal(step, -1n))) }
  }
  const upper = bound.type === "datetime" ? parseDatetime(bound.value) : null
  if (upper === null) return null
  const [months, seconds] = [intervalMonths(interval), intervalSeconds(interval)]
  const lower = months !== null ? addMonths(upper, -months) : seconds !== null ? addSeconds(upper, -seconds) : null
  return lower === null ? null : { type: "datetime", value: formatDatetime(lower) }
}

const describeExplicit = (grid: KeyGrid, position: number): string => {
  const lower = grid.explicitBounds[position - 1]
  if (lower !== undefined) return describeBound(lower)
  return `below ${describeBound(grid.explicitBounds[position] ?? grid.transitionPoint)}`
}

/**
 * The slot that holds all keys from `low` (null: no lower end) up to but not including `high`, as the text of its lower bound
 * (`below 2024-01-01` for the first explicit partition); null when the keys lie in more than one slot.
 */
export const findSlot = (grid: KeyGrid, low: PartitionBound | null, high: PartitionBound): string | null => {
  if (compareBounds(high, grid.transitionPoint) <= 0) {
    const position = grid.explicitBounds.findIndex((bound) => compareBounds(high, bound) <= 0)
    const lower = grid.explicitBounds[position - 1]
    const isInside = lower === undefined || (low !== null && compareBounds(low, lower) >= 0)
    return isInside ? describeExplicit(grid, position) : null
  }
  if (low === null || compareBounds(low, grid.transitionPoint) < 0) return null
  const lower = floorToInterval(low, grid.transitionPoint, grid.interval)
  const upper = lower === null ? null : nextBound(lower, grid.interval)
  return lower === null || upper === null || compareBounds(high, upper) > 0 ? null : describeBound(lower)
}

/** The text of the slot that holds one key. */
export const findKeySlot = (grid: KeyGrid, key: PartitionBound): string | null => {
  if (compareBounds(key, grid.transitionPoint) < 0) {
    return describeExplicit(
      grid,
      grid.explicitBounds.findIndex((bound) => compareBounds(key, bound) < 0)
    )
  }
  const lower = floorToInterval(key, grid.transitionPoint, grid.interval)
  return lower === null ? null : describeBound(lower)
}
