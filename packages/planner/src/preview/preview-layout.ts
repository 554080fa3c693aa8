// What the new layout will look like once the rows are in it, from statistics and existing partitions. An estimate, said as one.
import type { Finding, LayoutPreview, PartitionBound, PartitioningModel, TableModel } from "@orapart/contract"
import {
  boundFromStatistic,
  compareBounds,
  countPartitionsBetween,
  describeBound,
  lastReachableBound,
  MAX_POSITIONS,
  measureEvenness,
  positionOf
} from "@orapart/oracle-rules"
import { makeFinding } from "../plan-codes.ts"
import { findKeySlot, readKeyGrid, type KeyGrid } from "./key-grid.ts"
import { hasSameKey, readHistogram, readKeyRange } from "./read-histogram.ts"

interface KeyRange {
  readonly low: PartitionBound
  readonly high: PartitionBound
}

/** Smallest and largest key: from the column's statistics, else as far as existing partitions of the same key tell. */
const findKeyRange = (source: TableModel, layout: PartitioningModel): KeyRange | null => {
  const statistics = source.columns.find((column) => column.name === layout.columns[0])?.statistics
  const [low, high] = [boundFromStatistic(statistics?.low ?? null), boundFromStatistic(statistics?.high ?? null)]
  if (low !== null && high !== null) return { low, high }
  return hasSameKey(source.partitioning, layout) ? readKeyRange(source.partitioning) : null
}

const countSlots = (grid: KeyGrid, range: KeyRange): number | null => {
  const count = countPartitionsBetween(range.low, range.high, grid.transitionPoint, grid.interval)
  if (count === null) return null
  if (compareBounds(range.low, grid.transitionPoint) >= 0) return Number(count)
  // The rows below the transition point are counted as one slot there; here each explicit partition they reach is one.
  const reached = grid.explicitBounds.filter((bound, position) => {
    const lower = grid.explicitBounds[position - 1]
    return compareBounds(range.low, bound) < 0 && (lower === undefined || compareBounds(range.high, lower) >= 0)
  })
  return Number(count) - 1 + reached.length
}

const countSubpartitions = (layout: PartitioningModel): number => Math.max(1, layout.subpartitioning?.count ?? 0)

const usedPositions = (layout: PartitioningModel, grid: KeyGrid, high: PartitionBound): number | null => {
  const position = positionOf(high, grid.transitionPoint, grid.interval, grid.explicitBounds.length)
  return position === null ? null : Number(position) * countSubpartitions(layout)
}

const emptyPreview = (layout: PartitioningModel): LayoutPreview => ({
  interval: layout.intervalText ?? "",
  partitions: null,
  subpartitionsPerPartition: layout.subpartitioning?.count ?? 0,
  rowsPerPartition: null,
  from: null,
  to: null,
  positionsUsed: null,
  hashMaxOverMean:
    layout.subpartitioning?.type === "hash" ? measureEvenness(layout.subpartitioning.count).maxOverMean : null,
  histogram: []
})

const notPartitioned: LayoutPreview = {
  interval: "",
  partitions: null,
  subpartitionsPerPartition: 0,
  rowsPerPartition: null,
  from: null,
  to: null,
  positionsUsed: null,
  hashMaxOverMean: null,
  histogram: []
}

/**
 * The preview of a target. Partitions are counted exactly where existing partitions tell (the histogram), else as if every slot
 * between the smallest and the largest key had rows: the most there can be. Everything the snapshot does not know is null.
 */
export const previewLayout = (source: TableModel, target: TableModel): LayoutPreview => {
  const layout = target.partitioning
  if (layout === null) return notPartitioned
  const preview = emptyPreview(layout)
  const grid = readKeyGrid(layout)
  const range = grid === null ? null : findKeyRange(source, layout)
  if (grid === null || range === null) return preview
  const histogram = readHistogram(source, layout, grid)
  const partitions = histogram.length > 0 ? histogram.length : countSlots(grid, range)
  const rows = histogram.length > 0 ? histogram.reduce((sum, slot) => sum + slot.rows, 0) : source.statistics.rowCount
  return {
    ...preview,
    partitions,
    rowsPerPartition: rows === null || partitions === null || partitions === 0 ? null : Math.round(rows / partitions),
    from: findKeySlot(grid, range.low),
    to: findKeySlot(grid, range.high),
    positionsUsed: usedPositions(layout, grid, range.high),
    histogram
  }
}

/** Refuses a layout whose largest known key is beyond the last position: the load would stop there (ORA-14300, ORA-14299). */
export const checkPositions = (target: TableModel, preview: LayoutPreview): ReadonlyArray<Finding> => {
  const layout = target.partitioning
  const grid = readKeyGrid(layout)
  if (layout === null || grid === null || preview.positionsUsed === null || preview.positionsUsed <= MAX_POSITIONS)
    return []
  const subpartitions = countSubpartitions(layout)
  const end = lastReachableBound(grid.transitionPoint, grid.interval, subpartitions, grid.explicitBounds.length)
  return [
    makeFinding("OP232", {
      subject: `${target.owner}.${target.name}.${layout.columns.join(", ")}`,
      what: `The largest known key lies in the slot from ${preview.to ?? "?"}, at position ${preview.positionsUsed}; Oracle allows ${MAX_POSITIONS}. Counted from ${describeBound(grid.transitionPoint)} with ${subpartitions} subpartitions each, the table ends at ${end === null ? "?" : describeBound(end)}.`,
      why: "Positions are counted from the first bound whether partitions exist or not: the load stops with ORA-14300 or ORA-14299.",
      advice:
        "Set initial_partition_value just below the smallest key, or choose a longer interval or fewer subpartitions. add_hash_subpartitions keeps the first bound: use convert_interval_to_interval_hash to move it.",
      evidence: {
        positionsUsed: preview.positionsUsed,
        limit: MAX_POSITIONS,
        subpartitions,
        transitionPoint: describeBound(grid.transitionPoint)
      }
    })
  ]
}
