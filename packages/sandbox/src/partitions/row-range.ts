// The rows of a partition or subpartition as a condition on key columns: what a partition extension reads and TRUNCATE PARTITION removes.
import type { PartitionBound, PartitionEntry, SubpartitionEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import { lowerBoundOf } from "./interval-grid.ts"
import { keyTypes } from "./key-types.ts"

/** One level of a RowRange. Columns are ids of the table's columns. */
export type RangeCondition =
  /** lower <= key < upper as a row comparison; a null lower bound is open. MAXVALUE is above everything, NULL included. */
  | {
      readonly kind: "between"
      readonly columns: ReadonlyArray<number>
      readonly lower: PartitionBound | null
      readonly upper: PartitionBound
    }
  | { readonly kind: "in"; readonly columns: ReadonlyArray<number>; readonly bound: PartitionBound }
  /** Everything that no other bound of the level lists. */
  | {
      readonly kind: "not-in"
      readonly columns: ReadonlyArray<number>
      readonly bounds: ReadonlyArray<PartitionBound>
    }
  /** Rows whose hash places them at `place` (from 0) among `count`: see placeKey. */
  | { readonly kind: "hash"; readonly columns: ReadonlyArray<number>; readonly place: number; readonly count: number }

/** Rows that fulfil all conditions. */
export interface RowRange {
  readonly conditions: ReadonlyArray<RangeCondition>
}

interface Part {
  readonly id: number
  readonly bound: PartitionBound
}

const levelCondition = (
  columns: ReadonlyArray<number>,
  parts: ReadonlyArray<Part>,
  part: Part,
  lower: PartitionBound | null
): RangeCondition => {
  switch (part.bound.kind) {
    case "less-than":
      return { kind: "between", columns, lower, upper: part.bound }
    case "list":
      return { kind: "in", columns, bound: part.bound }
    case "default":
      return { kind: "not-in", columns, bounds: parts.filter(({ id }) => id !== part.id).map(({ bound }) => bound) }
    case "hash":
      return { kind: "hash", columns, place: parts.findIndex(({ id }) => id === part.id), count: parts.length }
    default:
      return part.bound satisfies never
  }
}

const previousBound = (parts: ReadonlyArray<Part>, part: Part): PartitionBound | null =>
  parts[parts.findIndex(({ id }) => id === part.id) - 1]?.bound ?? null

const partitionCondition = (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  partition: PartitionEntry
): RangeCondition => {
  const { partitioning } = table
  if (partitioning === null) throw ora(14501)
  const { columns, interval } = partitioning
  const [type] = keyTypes(table, columns)
  const lower =
    partition.isInterval && interval !== null && type !== undefined
      ? lowerBoundOf(interval.step, partition.bound, type)
      : previousBound(partitions, partition)
  return levelCondition(columns, partitions, partition, lower)
}

/** The rows of a partition. `partitions` are all of the table, in order. */
export const rangeOfPartition = (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  partition: PartitionEntry
): RowRange => ({ conditions: [partitionCondition(table, partitions, partition)] })

/** The rows of a subpartition. */
export const rangeOfSubpartition = (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  partition: PartitionEntry,
  subpartition: SubpartitionEntry
): RowRange => {
  const sub = table.partitioning?.subpartitioning ?? null
  if (sub === null) throw ora(14501)
  const lower = previousBound(partition.subpartitions, subpartition)
  const inner = levelCondition(sub.columns, partition.subpartitions, subpartition, lower)
  return { conditions: [partitionCondition(table, partitions, partition), inner] }
}
