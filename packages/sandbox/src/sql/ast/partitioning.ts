// PARTITION BY and SUBPARTITION BY of tables (see the rule book, 1.1 and 2). Reference, system, auto-list and consistent-hash partitioning are refused.
import type { Expression } from "./expression.ts"
import type { Identifier, Span } from "./node.ts"
import type { LobStorage, SegmentAttributes } from "./storage.ts"

/** PARTITION BY. */
export type TablePartitioning = RangePartitioning | ListPartitioning | HashPartitioning

/** `PARTITION BY RANGE (c, ...) [INTERVAL (e) [STORE IN (...)]] [SUBPARTITION BY ...] (PARTITION ...)`. */
export interface RangePartitioning extends Span {
  readonly kind: "range"
  readonly columns: ReadonlyArray<Identifier>
  readonly interval: IntervalClause | null
  readonly subpartitioning: Subpartitioning | null
  readonly partitions: ReadonlyArray<PartitionDefinition>
}

/** `INTERVAL (e) [STORE IN (ts, ...)]`. */
export interface IntervalClause extends Span {
  readonly expression: Expression
  readonly storeIn: ReadonlyArray<Identifier>
}

/** `PARTITION BY LIST (c, ...) [SUBPARTITION BY ...] (PARTITION ...)`. */
export interface ListPartitioning extends Span {
  readonly kind: "list"
  readonly columns: ReadonlyArray<Identifier>
  readonly subpartitioning: Subpartitioning | null
  readonly partitions: ReadonlyArray<PartitionDefinition>
}

/** `PARTITION BY HASH (c, ...)` with a number of partitions or a list of them. */
export interface HashPartitioning extends Span {
  readonly kind: "hash"
  readonly columns: ReadonlyArray<Identifier>
  readonly subpartitioning: Subpartitioning | null
  readonly count: number | null
  readonly storeIn: ReadonlyArray<Identifier>
  readonly partitions: ReadonlyArray<PartitionDefinition>
}

/** SUBPARTITION BY. */
export interface Subpartitioning extends Span {
  readonly kind: "range" | "list" | "hash"
  readonly columns: ReadonlyArray<Identifier>
  /** `SUBPARTITIONS n` or `SUBPARTITION TEMPLATE n`; hash only. */
  readonly count: number | null
  readonly storeIn: ReadonlyArray<Identifier>
  readonly template: SubpartitionTemplate | null
}

/** SUBPARTITION TEMPLATE n | ( ... ) | (): an empty one removes it. */
export interface SubpartitionTemplate extends Span {
  readonly count: number | null
  readonly subpartitions: ReadonlyArray<PartitionDefinition>
}

/** A bound of VALUES LESS THAN; "maxvalue" stands for MAXVALUE. */
export type RangeBound = Expression | "maxvalue"

/** What rows a partition takes. null for hash. */
export type PartitionValues =
  | ({ readonly kind: "less-than"; readonly bounds: ReadonlyArray<RangeBound> } & Span)
  /** Values of one row of a list key each; several columns make rows. */
  | ({ readonly kind: "list"; readonly rows: ReadonlyArray<ReadonlyArray<Expression>> } & Span)
  /** VALUES (DEFAULT). */
  | ({ readonly kind: "default" } & Span)

/** One PARTITION or SUBPARTITION of a list. */
export interface PartitionDefinition extends Span {
  /** null: Oracle makes a SYS_Pn or SYS_SUBPn name. */
  readonly name: Identifier | null
  readonly values: PartitionValues | null
  readonly attributes: SegmentAttributes
  readonly lobs: ReadonlyArray<LobStorage>
  /** READ ONLY of a partition (12.2); null when nothing was written. */
  readonly isReadOnly: boolean | null
  readonly indexing: "on" | "off" | null
  /** `SUBPARTITIONS n` of this partition. */
  readonly subpartitionCount: number | null
  readonly subpartitionStoreIn: ReadonlyArray<Identifier>
  readonly subpartitions: ReadonlyArray<PartitionDefinition>
}
