// Logical partitions: definition at the table, one entry per partition with its subpartitions. Rows know nothing of them.
import type { EntryBase, ObjectFacts, SegmentStorage, TableStatistics } from "./entry.ts"

/** How rows are spread at one level. */
export type PartitionMethod = "RANGE" | "LIST" | "HASH"

/** One element of a bound: the text of a value as SqlValue has it, MAXVALUE, or NULL (lists only). */
export type BoundValue =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "maxvalue" }
  | { readonly kind: "null" }

/** Which rows a partition takes. Hash partitions are known by their place. */
export type PartitionBound =
  /** All rows below, as a row comparison; the partition before ends where this one begins. */
  | { readonly kind: "less-than"; readonly values: ReadonlyArray<BoundValue> }
  | { readonly kind: "list"; readonly rows: ReadonlyArray<ReadonlyArray<BoundValue>> }
  | { readonly kind: "default" }
  | { readonly kind: "hash" }

/** The width of an interval partition: whole months, nanoseconds, or a number as text. */
export type IntervalStep =
  | { readonly kind: "months"; readonly months: number }
  /** Nanoseconds as text: a day has 86400000000000. */
  | { readonly kind: "duration"; readonly nanoseconds: string }
  | { readonly kind: "number"; readonly text: string }

/** INTERVAL (...). */
export interface IntervalEntry {
  /** As written: ALL_PART_TABLES.INTERVAL. */
  readonly text: string
  readonly step: IntervalStep
  /** STORE IN: used in turn. */
  readonly storeIn: ReadonlyArray<string>
}

/** A subpartition of a template. */
export interface TemplateSubpartition {
  readonly name: string
  readonly bound: PartitionBound
  readonly tablespace: string | null
}

/** SUBPARTITION BY. */
export interface SubpartitioningEntry {
  readonly method: PartitionMethod
  /** Column ids. */
  readonly columns: ReadonlyArray<number>
  /** DEF_SUBPARTITION_COUNT: how many a new partition gets without a template. */
  readonly count: number
  readonly storeIn: ReadonlyArray<string>
  /** SUBPARTITION TEMPLATE (...) with descriptions; null for a mere number. */
  readonly template: ReadonlyArray<TemplateSubpartition> | null
}

/** PARTITION BY. The partitions themselves are entries of their own, children of the table. */
export interface Partitioning {
  readonly method: PartitionMethod
  /** Column ids. */
  readonly columns: ReadonlyArray<number>
  readonly interval: IntervalEntry | null
  readonly subpartitioning: SubpartitioningEntry | null
}

/** A subpartition: part of its partition's entry. */
export interface SubpartitionEntry {
  /** Object id. */
  readonly id: number
  readonly name: string
  readonly bound: PartitionBound
  readonly isSystemNamed: boolean
  readonly storage: SegmentStorage
  readonly hasSegment: boolean
  readonly isReadOnly: boolean
  readonly statistics: TableStatistics | null
}

/** A partition. Its parent is the table; `owner` is the table's. */
export interface PartitionEntry extends EntryBase, ObjectFacts {
  readonly kind: "partition"
  readonly bound: PartitionBound
  /** Made by the interval mechanism and still part of the interval section. */
  readonly isInterval: boolean
  readonly storage: SegmentStorage
  readonly hasSegment: boolean
  readonly isReadOnly: boolean
  readonly isIndexingOff: boolean
  readonly subpartitions: ReadonlyArray<SubpartitionEntry>
  readonly statistics: TableStatistics | null
}
