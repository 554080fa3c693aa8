// A rebuild that changes nothing costs as much as one that does: worth a word before it starts.
import type { Finding, PartitioningModel, TableModel } from "@orapart/contract"
import {
  describeTableShape,
  isSameInterval,
  makeActionFinding,
  reachIntervalTarget,
  type PartialIntervalWishes
} from "@orapart/oracle-rules"

const isSameLayout = (left: PartitioningModel, right: PartitioningModel): boolean => {
  if (left.interval === null || right.interval === null || !isSameInterval(left.interval, right.interval)) return false
  const second = (layout: PartitioningModel) =>
    JSON.stringify([
      layout.columns,
      layout.subpartitioning?.type,
      layout.subpartitioning?.columns,
      layout.subpartitioning?.count
    ])
  return second(left) === second(right)
}

/** A warning when key, interval and subpartitions asked for are those the table has. */
export const noteSameLayout = (source: TableModel, wishes: PartialIntervalWishes): ReadonlyArray<Finding> => {
  const layout = reachIntervalTarget(source, wishes).partitioning
  if (source.partitioning === null || layout === null || !isSameLayout(source.partitioning, layout)) return []
  return [
    makeActionFinding("OP204", source, {
      what: `${source.owner}.${source.name} ${describeTableShape(source)} already; key, interval and subpartitions asked for are the same.`,
      why: "The whole table would be copied to end where it began; only first bound and tablespace could differ.",
      advice: `Set "enabled": false for this table unless the rebuild itself is wanted.`,
      evidence: { interval: layout.intervalText, subpartitions: layout.subpartitioning?.count ?? 0 }
    })
  ]
}
