// What becomes of the explicit partitions (the range section) when an interval table is rebuilt as another interval table.
import type { PartitionBound, PartitioningModel, PartitionModel, TableModel } from "@orapart/contract"
import { compareBounds } from "../bounds.ts"
import { ANCHOR_PARTITION, buildIntervalTarget, type PartialIntervalWishes } from "../interval-target.ts"
import { isSameInterval } from "../intervals.ts"
import { recommendAnchor } from "../layout.ts"

/** Names that Oracle gave: SYS_P and a number from a counter of the whole database. */
const isSystemName = (name: string): boolean => /^SYS_P\d+$/.test(name)

/** The bound of the last explicit partition, where the interval section begins; null without explicit partitions. */
export const transitionPoint = (partitioning: PartitioningModel): PartitionBound | null =>
  partitioning.partitions.findLast((partition) => !partition.isInterval)?.bound ?? null

/**
 * The explicit partitions under names that can stand in a CREATE TABLE: those people gave are kept, SYS_P names become P_ANCHOR, or
 * P_ANCHOR_1, P_ANCHOR_2, ... where several need one. A system name written down would look like Oracle's and say nothing.
 */
export const nameRangeSection = (partitions: ReadonlyArray<PartitionModel>): ReadonlyArray<PartitionModel> => {
  const taken = new Set(partitions.map((partition) => partition.name))
  const isSingle = partitions.filter((partition) => isSystemName(partition.name)).length === 1
  let count = 0
  const nextName = (): string => {
    if (isSingle && !taken.has(ANCHOR_PARTITION)) return ANCHOR_PARTITION
    for (;;) {
      count++
      const name = `${ANCHOR_PARTITION}_${count}`
      if (!taken.has(name)) return name
    }
  }
  return partitions.map((partition) => (isSystemName(partition.name) ? { ...partition, name: nextName() } : partition))
}

const fitsGrid = (point: PartitionBound, existing: PartitioningModel, layout: PartitioningModel): boolean => {
  if (existing.interval === null || layout.interval === null) return false
  if (isSameInterval(existing.interval, layout.interval)) return true
  const floor = recommendAnchor(point, layout.interval)
  return floor !== null && compareBounds(floor, point) === 0
}

/**
 * True when the source's range section can stand before the new interval section: same single key, and a transition point that is a
 * natural bound of the new interval (any bound, when the interval stays). DAY to MONTH with a transition point on a 17th cannot:
 * all months would begin on the 17th, and from day 29 on Oracle refuses (ORA-14767).
 */
export const canKeepRangeSection = (source: TableModel, layout: PartitioningModel): boolean => {
  const existing = source.partitioning
  const point = existing === null ? null : transitionPoint(existing)
  if (existing === null || point === null || existing.columns.length !== 1) return false
  return existing.columns[0] === layout.columns[0] && fitsGrid(point, existing, layout)
}

/** The source's explicit partitions as the new table's, with its subpartitions, in the wished tablespace or their own. Sizes are unknown. */
const listRangeSection = (
  source: TableModel,
  subpartitionCount: number,
  tablespace: string | null
): ReadonlyArray<PartitionModel> =>
  nameRangeSection((source.partitioning?.partitions ?? []).filter((partition) => !partition.isInterval)).map(
    (partition) => ({
      ...partition,
      subpartitionCount,
      tablespace: tablespace ?? partition.tablespace,
      rowCount: null,
      bytes: null
    })
  )

/**
 * The table that the wishes lead to: buildIntervalTarget, and where nothing speaks against it with the source's range section in place
 * of a new first partition. The same explicit bounds and the same transition point give every later partition the bound it has today:
 * jobs that find partitions by bound go on, and rows can be compared partition by partition. initial_partition_value overrules it.
 */
export const reachIntervalTarget = (source: TableModel, wishes: PartialIntervalWishes): TableModel => {
  const target = buildIntervalTarget(source, wishes)
  const layout = target.partitioning
  if (layout === null || wishes.initial_partition_value !== undefined || !canKeepRangeSection(source, layout))
    return target
  const tablespace = wishes.tablespace ?? null
  const isPlaced = tablespace !== null || wishes.store_in !== undefined
  return {
    ...target,
    partitioning: {
      ...layout,
      storeIn: isPlaced ? layout.storeIn : (source.partitioning?.storeIn ?? []),
      partitions: listRangeSection(source, layout.subpartitioning?.count ?? 0, tablespace)
    }
  }
}
