// Constraints as written: what was not said is null, so that the executor can apply Oracle's defaults (and MODIFY only what was said).
import type { Expression } from "./expression.ts"
import type { CreateIndex } from "./index-ddl.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { ParallelDegree, SegmentAttributes } from "./storage.ts"

/** An inline or out-of-line constraint. */
export interface Constraint extends Span {
  readonly kind: "constraint"
  /** null: Oracle makes a SYS_Cn name. */
  readonly name: Identifier | null
  readonly rule: ConstraintRule
  readonly state: ConstraintState
}

/** What a constraint demands. Inline ones have empty `columns`: their column is the one they stand at. */
export type ConstraintRule =
  | { readonly kind: "not-null" }
  /** NULL: allowed, demands nothing. */
  | { readonly kind: "null" }
  | { readonly kind: "primary-key" | "unique"; readonly columns: ReadonlyArray<Identifier> }
  | {
      readonly kind: "foreign-key"
      readonly columns: ReadonlyArray<Identifier>
      readonly references: ObjectName
      /** Empty: the primary key of the referenced table. */
      readonly referencedColumns: ReadonlyArray<Identifier>
      readonly onDelete: "cascade" | "set-null" | null
    }
  | { readonly kind: "check"; readonly condition: Expression }

/** States of a constraint. null: not said. ENABLE alone means VALIDATE for a new constraint, DISABLE alone NOVALIDATE. */
export interface ConstraintState {
  readonly isDeferrable: boolean | null
  readonly initially: "deferred" | "immediate" | null
  readonly isRely: boolean | null
  readonly isEnabled: boolean | null
  readonly isValidated: boolean | null
  readonly usingIndex: UsingIndex | null
  readonly exceptionsInto: ObjectName | null
}

/** USING INDEX. */
export type UsingIndex =
  | ({ readonly kind: "existing"; readonly index: ObjectName } & Span)
  | ({ readonly kind: "create"; readonly statement: CreateIndex } & Span)
  | ({ readonly kind: "attributes"; readonly attributes: IndexAttributes } & Span)

/** What may follow the column list of an index. */
export interface IndexAttributes {
  readonly segment: SegmentAttributes
  readonly parallel: ParallelDegree
  readonly isInvisible: boolean | null
  readonly isReverse: boolean
  readonly isUnusable: boolean
  readonly isOnline: boolean
  readonly isComputeStatistics: boolean
  readonly isSortSkipped: boolean
  readonly partitioning: IndexPartitioning | null
  readonly indexing: "full" | "partial" | null
}

/** LOCAL, GLOBAL or GLOBAL PARTITION BY. null partitions: none were listed. */
export type IndexPartitioning =
  | ({
      readonly kind: "local"
      readonly partitions: ReadonlyArray<IndexPartition> | null
      readonly storeIn: ReadonlyArray<Identifier> | null
    } & Span)
  | ({ readonly kind: "global" } & Span)
  | ({
      readonly kind: "global-range"
      readonly columns: ReadonlyArray<Identifier>
      readonly partitions: ReadonlyArray<IndexPartition>
    } & Span)
  | ({
      readonly kind: "global-hash"
      readonly columns: ReadonlyArray<Identifier>
      readonly partitions: ReadonlyArray<IndexPartition> | null
      readonly count: number | null
      readonly storeIn: ReadonlyArray<Identifier> | null
    } & Span)

/** A listed partition or subpartition of an index. */
export interface IndexPartition extends Span {
  readonly name: Identifier | null
  /** VALUES LESS THAN of a global range partition; "maxvalue" stands for MAXVALUE. */
  readonly lessThan: ReadonlyArray<Expression | "maxvalue"> | null
  readonly attributes: SegmentAttributes
  readonly isUnusable: boolean
  readonly subpartitions: ReadonlyArray<IndexPartition> | null
}
