// What a table is now, as far as the choice of an action asks: not partitioned, interval, or partitioned in another way.
import type { PartitioningModel, TableModel } from "@orapart/contract"

/** How a table is cut. `composite` is everything with subpartitions, interval-hash included. */
export type TableShape = "unpartitioned" | "interval" | "range" | "list" | "hash" | "composite" | "reference" | "system"

/** True for interval partitioning, also when the interval's text could not be read. */
const hasInterval = (partitioning: PartitioningModel): boolean =>
  partitioning.interval !== null || partitioning.intervalText !== null

/** The shape of a table as the snapshot has it. */
export const readTableShape = (table: TableModel): TableShape => {
  const partitioning = table.partitioning
  if (partitioning === null) return "unpartitioned"
  if (partitioning.type === "reference" || partitioning.type === "system") return partitioning.type
  if (partitioning.subpartitioning !== null) return "composite"
  return partitioning.type === "range" && hasInterval(partitioning) ? "interval" : partitioning.type
}

const describeColumns = (columns: ReadonlyArray<string>): string =>
  columns.length === 0 ? "" : ` (${columns.join(", ")})`

/** The shape in words that follow the table's name: `is partitioned by RANGE (ORDER_DATE) INTERVAL (1000)`. */
export const describeTableShape = (table: TableModel): string => {
  const partitioning = table.partitioning
  if (partitioning === null) return "is not partitioned"
  const interval = hasInterval(partitioning) ? ` INTERVAL (${partitioning.intervalText ?? "?"})` : ""
  const second = partitioning.subpartitioning
  const subpartitions =
    second === null ? "" : `, subpartitioned by ${second.type.toUpperCase()}${describeColumns(second.columns)}`
  return `is partitioned by ${partitioning.type.toUpperCase()}${describeColumns(partitioning.columns)}${interval}${subpartitions}`
}

const fittingActions: { readonly [shape in TableShape]: ReadonlyArray<string> } = {
  unpartitioned: ["add_interval_partitioning", "add_interval_hash_partitioning"],
  interval: ["convert_interval_to_interval_hash", "add_hash_subpartitions"],
  range: ["convert_to_interval_hash"],
  list: ["convert_to_interval_hash"],
  hash: ["convert_to_interval_hash"],
  composite: ["convert_to_interval_hash"],
  reference: [],
  system: []
}

/** Ids of the core actions that take a table of this shape; empty when none does. */
export const listFittingActions = (shape: TableShape): ReadonlyArray<string> => fittingActions[shape]
