// The layout to come as numbers: bounds, positions, partitions that rows will make. Computed once per table and shared by the checks.
import type {
  CheckContext,
  ColumnModel,
  Interval,
  PartitionBound,
  PartitioningModel,
  TableModel
} from "@orapart/contract"
import {
  boundFromStatistic,
  compareBounds,
  countPartitionsBetween,
  describeBound,
  explainAnchorProblem,
  reachIntervalTarget,
  targetPartitioning,
  transitionPoint,
  type PartialIntervalWishes
} from "@orapart/oracle-rules"
import { rememberFacts } from "./remember-facts.ts"
import { findColumn, wishesOf } from "./wishes.ts"

/** A complete layout that Oracle would accept, with what is known of the key's values. */
export interface LayoutFacts {
  readonly key: ColumnModel
  readonly interval: Interval
  /** The transition point: from here on the interval cuts. */
  readonly anchor: PartitionBound
  /** Explicit partitions, the anchor partition among them. */
  readonly rangePartitions: number
  /** 1 without subpartitions. */
  readonly subpartitions: number
  /** Smallest and largest key known; null when the column was never analyzed. */
  readonly low: PartitionBound | null
  readonly high: PartitionBound | null
  /** True when the file itself names the first bound. */
  readonly isAnchorWritten: boolean
}

// An interval table may keep its explicit partitions; the layout then begins where it begins today.
const reachLayout = (
  context: CheckContext,
  source: TableModel,
  wishes: PartialIntervalWishes
): PartitioningModel | null => {
  const layout = targetPartitioning(context.table, source)
  const isRebuilt = source.partitioning !== null && wishes.initial_partition_value === undefined
  return layout !== null && isRebuilt ? reachIntervalTarget(source, wishes).partitioning : layout
}

const statisticOf = (key: ColumnModel, which: "low" | "high", like: PartitionBound): PartitionBound | null => {
  const value = boundFromStatistic(key.statistics?.[which] ?? null)
  return value?.type === like.type ? value : null
}

const computeLayout = (context: CheckContext): LayoutFacts | null => {
  const { source } = context
  const wishes = wishesOf(context)
  const partitioning = source === null || wishes === null ? null : reachLayout(context, source, wishes)
  if (source === null || partitioning === null || partitioning.interval === null) return null
  const key = findColumn(source, partitioning.columns[0] ?? "")
  const anchor = transitionPoint(partitioning)
  if (key === null || anchor === null || explainAnchorProblem(anchor, partitioning.interval) !== null) return null
  return {
    key,
    interval: partitioning.interval,
    anchor,
    rangePartitions: partitioning.partitions.filter((partition) => !partition.isInterval).length,
    subpartitions: Math.max(1, partitioning.subpartitioning?.count ?? 1),
    low: statisticOf(key, "low", anchor),
    high: statisticOf(key, "high", anchor),
    isAnchorWritten: wishes?.initial_partition_value !== undefined
  }
}

/** The layout of a table's wishes; null without a snapshot of the table, with incomplete wishes, or where another check refuses them. */
export const layoutOf = rememberFacts(computeLayout)

/** The largest key to reckon with: the largest known one, at least the first bound. */
export const lastKeyOf = (layout: LayoutFacts): PartitionBound =>
  layout.high !== null && compareBounds(layout.high, layout.anchor) > 0 ? layout.high : layout.anchor

/** A bound as people write it into initial_partition_value: `TO_DATE('2024-01-01', 'YYYY-MM-DD')`, a number as it is. */
export const writeBound = (bound: PartitionBound): string => {
  if (bound.type !== "datetime") return describeBound(bound)
  const text = describeBound(bound)
  if (bound.value.includes(".")) return `TIMESTAMP '${text}'`
  return `TO_DATE('${text}', '${text.includes(" ") ? "YYYY-MM-DD HH24:MI:SS" : "YYYY-MM-DD"}')`
}

/** `DAY`, `2 HOUR`, `10000` for numbers: an interval as the config says it. */
export const showInterval = (interval: Interval): string =>
  interval.unit === "NUMBER"
    ? interval.value
    : interval.value === "1"
      ? interval.unit
      : `${interval.value} ${interval.unit}`

/**
 * Partitions that the known rows will make, explicit ones included: every slot between the smallest and the largest key, but never
 * more than there are rows. null when the key's values are unknown.
 */
export const countRealPartitions = (context: CheckContext, layout: LayoutFacts): number | null => {
  if (layout.low === null || layout.high === null) return null
  const slots = countPartitionsBetween(layout.low, layout.high, layout.anchor, layout.interval)
  if (slots === null) return null
  const rows = context.source?.statistics.rowCount ?? null
  const born = rows === null ? Number(slots) : Math.min(Number(slots), rows)
  return born + layout.rangePartitions
}
