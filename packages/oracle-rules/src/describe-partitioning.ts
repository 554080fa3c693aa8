// A table's partitioning in a few words, for headers, tables and closing lines.
import type { PartitioningModel } from "@orapart/contract"
import { quoteIdentifier } from "./identifiers.ts"
import { renderInterval } from "./intervals.ts"

const names = (columns: ReadonlyArray<string>): string => columns.map(quoteIdentifier).join(", ")

/**
 * `RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on TXN_DATE, 8 hash subpartitions on TRANSACTION_ID`; `not partitioned` for null.
 * A subpartition count of 0 (templates of list or range) is left out.
 */
export const describePartitioning = (partitioning: PartitioningModel | null): string => {
  if (partitioning === null) return "not partitioned"
  const interval = partitioning.interval === null ? "" : ` INTERVAL ${renderInterval(partitioning.interval)}`
  const second = partitioning.subpartitioning
  const count = second === null || second.count === 0 ? "" : `${second.count} `
  const below = second === null ? "" : `, ${count}${second.type} subpartitions on ${names(second.columns)}`
  return `${partitioning.type.toUpperCase()}${interval} on ${names(partitioning.columns)}${below}`
}
