// Kinds of tables and partitionings that no core action moves: one table each.
import {
  bound,
  intervalPartitioning,
  intervalPartitions,
  partition,
  partitioning,
  rangePartitions
} from "@orapart/testkit/builders"
import type { PartitioningModel, TableModel } from "@orapart/testkit/builders"
import { spread } from "../sizes.ts"
import { hash } from "../wishes.ts"
import type { RefusedTable } from "./refused-table.ts"
import { refusedTable } from "./refused-table.ts"

const ofKind = (kind: Exclude<TableModel["kind"], "heap">, feature: string): RefusedTable =>
  refusedTable({
    name: kind.replaceAll("-", "_").toUpperCase(),
    feature,
    codes: ["OP121", "OP200", "OP240"],
    table: { kind }
  })

const kinds = [
  ofKind("index-organized", "an index-organized table"),
  ofKind("clustered", "a table in a cluster"),
  ofKind("global-temporary", "a temporary table"),
  ofKind("external", "an external table"),
  ofKind("hybrid-partitioned", "a hybrid partitioned table"),
  ofKind("nested-table-storage", "the storage of a nested table"),
  ofKind("materialized-view-container", "the container of a materialized view"),
  ofKind("object-table", "an object table"),
  ofKind("queue-table", "a queue table"),
  ofKind("blockchain", "a blockchain or immutable table")
]

const partitioned = (
  name: string,
  feature: string,
  given: PartitioningModel,
  codes: ReadonlyArray<string>,
  action = "convert_to_interval_hash"
): RefusedTable => refusedTable({ name, feature, codes, table: { partitioning: given }, action })

const halves = spread(1_000_000, 2)
const months = spread(1_000_000, 24)
const monthlyPartitions = (isReadOnlyAt: (at: number) => boolean = () => false) =>
  intervalPartitions("2024-01-01", "2026-01-01", "MONTH", { rowCount: (at) => months[at] ?? 0 }).map((one, at) =>
    isReadOnlyAt(at) ? { ...one, isReadOnly: true } : one
  )

const twoParts = [
  partition("P1", { rowCount: halves[0] ?? 0 }),
  partition("P2", { rowCount: halves[1] ?? 0 })
]

const quarters = rangePartitions(
  Object.fromEntries(
    Array.from({ length: 130 }, (_, at) => [`P${at}`, `${1993 + Math.floor(at / 4)}-${["01", "04", "07", "10"][at % 4] ?? "01"}-01`])
  ),
  { rowCount: (at) => (at === 129 ? 1_000_000 : 0) }
)

const partitionings = [
  partitioned(
    "REFERENCE_CHILD",
    "a table partitioned by reference",
    partitioning([], { type: "reference", partitions: twoParts }),
    ["OP124", "OP205"]
  ),
  partitioned(
    "SYSTEM_PARTITIONED",
    "a table partitioned by SYSTEM",
    partitioning([], { type: "system", partitions: twoParts }),
    ["OP124", "OP205"]
  ),
  partitioned(
    "READ_ONLY_PARTITIONS",
    "single partitions that are READ ONLY",
    intervalPartitioning("CREATED_AT", "MONTH", "2024-01-01", { partitions: monthlyPartitions((at) => at < 3) }),
    ["OP251"],
    "convert_interval_to_interval_hash"
  ),
  partitioned(
    "INTERVAL_ALREADY",
    "an interval table, with an action for tables that are not partitioned",
    intervalPartitioning("CREATED_AT", "MONTH", "2024-01-01", { partitions: monthlyPartitions() }),
    ["OP124", "OP201"],
    "add_interval_hash_partitioning"
  ),
  partitioned(
    "LIST_NOT_INTERVAL",
    "a list table, with an action for interval tables",
    partitioning("ID", {
      type: "list",
      partitions: twoParts.map((one, at) => ({ ...one, bound: bound(at === 0 ? "1" : "DEFAULT") }))
    }),
    ["OP124", "OP202"],
    "convert_interval_to_interval_hash"
  ),
  refusedTable({
    name: "HEAP_NOT_PARTITIONED",
    feature: "a heap table, with an action for partitioned tables",
    codes: ["OP124", "OP203"],
    action: "convert_to_interval_hash"
  }),
  refusedTable({
    name: "TOO_MANY_FRAGMENTS",
    feature: "more explicit partitions than CREATE TABLE makes at once with these subpartitions",
    codes: ["OP211"],
    table: {
      partitioning: {
        ...intervalPartitioning("CREATED_AT", "QUARTER", "2025-10-01"),
        partitions: quarters
      }
    },
    action: "convert_interval_to_interval_hash",
    // No first bound: the explicit partitions come back.
    target: {
      partition_column: "CREATED_AT",
      interval_type: "QUARTER",
      interval_value: 1,
      ...hash("ID", 1024)
    }
  })
]

/** Kinds, then partitionings. */
export const refusedKinds: ReadonlyArray<RefusedTable> = [...kinds, ...partitionings]
