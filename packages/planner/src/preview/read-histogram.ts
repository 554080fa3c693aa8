// How many rows each partition of the new layout gets, where the partitions of today tell it exactly.
import type { PartitionBound, PartitioningModel, TableModel } from "@orapart/contract"
import { findSlot, stepBack, type KeyGrid } from "./key-grid.ts"

/** Rows of one slot of the new layout; `from` is its lower bound as text. */
export interface SlotRows {
  readonly from: string
  readonly rows: number
}

/** The keys of an existing partition: from `low` (null: no lower end) up to but not including `high`. */
interface KeyStretch {
  readonly low: PartitionBound | null
  readonly high: PartitionBound
  readonly rows: number | null
}

/** True when source and layout cut the same single column by range. */
export const hasSameKey = (source: PartitioningModel | null, layout: PartitioningModel): source is PartitioningModel =>
  source?.type === "range" && source.columns.length === 1 && source.columns[0] === layout.columns[0]

const readStretches = (partitioning: PartitioningModel): ReadonlyArray<KeyStretch> =>
  partitioning.partitions.flatMap((partition, position) => {
    if (partition.bound === null) return []
    const below = partitioning.partitions[position - 1]?.bound ?? null
    // Gaps between interval partitions are no part of the upper one: its lower end is its bound minus the interval.
    const low =
      partition.isInterval && partitioning.interval !== null ? stepBack(partition.bound, partitioning.interval) : below
    return [{ low, high: partition.bound, rows: partition.rowCount }]
  })

/** The lowest and highest key that existing bounds promise to be near; null when the partitions do not tell. */
export const readKeyRange = (
  partitioning: PartitioningModel
): { readonly low: PartitionBound; readonly high: PartitionBound } | null => {
  const filled = readStretches(partitioning).filter((stretch) => stretch.rows !== 0 && stretch.high.type !== "maxvalue")
  const [first, last] = [filled[0], filled.at(-1)]
  if (first === undefined || last === undefined) return null
  const high = last.low ?? last.high
  return { low: first.low ?? first.high, high }
}

/**
 * Rows per slot of the new layout in key order, slots without rows left out. Empty when the key changes, when a row count is unknown,
 * or when a partition with rows would be spread over several slots: a guess would look like a fact.
 */
export const readHistogram = (
  source: TableModel,
  layout: PartitioningModel,
  grid: KeyGrid
): ReadonlyArray<SlotRows> => {
  if (!hasSameKey(source.partitioning, layout)) return []
  const slots = new Map<string, number>()
  for (const stretch of readStretches(source.partitioning)) {
    if (stretch.rows === null) return []
    if (stretch.rows === 0) continue
    const slot = findSlot(grid, stretch.low, stretch.high)
    if (slot === null) return []
    slots.set(slot, (slots.get(slot) ?? 0) + stretch.rows)
  }
  return [...slots].map(([from, rows]) => ({ from, rows }))
}
