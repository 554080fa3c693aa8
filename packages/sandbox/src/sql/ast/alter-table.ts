// ALTER TABLE. Forms that Oracle does not let stand together (RENAME, partition maintenance) come as the only action: the parser raises ORA-14047, 14048 or 01735.
import type { Constraint, ConstraintState } from "./constraint.ts"
import type { Expression } from "./expression.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { PartitionExtension } from "./partition-extension.ts"
import type { PartitionDefinition, SubpartitionTemplate } from "./partitioning.ts"
import type { LobStorage, ParallelDegree, SegmentAttributes } from "./storage.ts"
import type { ColumnDefinition, ConstraintReference, EnableDisableClause } from "./table.ts"

/** ALTER TABLE t action ... */
export interface AlterTable extends Span {
  readonly kind: "alter-table"
  readonly name: ObjectName
  readonly isIfExists: boolean
  /** At least one, in the order written. */
  readonly actions: readonly [AlterTableAction, ...AlterTableAction[]]
}

/** One clause of ALTER TABLE. */
export type AlterTableAction = Span &
  (
    | {
        readonly kind: "add"
        readonly columns: ReadonlyArray<ColumnDefinition>
        readonly constraints: ReadonlyArray<Constraint>
        readonly lobs: ReadonlyArray<LobStorage>
      }
    | { readonly kind: "modify-columns"; readonly columns: ReadonlyArray<ColumnDefinition> }
    | {
        readonly kind: "drop-columns"
        readonly columns: ReadonlyArray<Identifier>
        readonly isCascade: boolean
        readonly checkpoint: number | null
      }
    | { readonly kind: "set-unused"; readonly columns: ReadonlyArray<Identifier>; readonly isCascade: boolean }
    | { readonly kind: "drop-unused" }
    | { readonly kind: "rename-column"; readonly from: Identifier; readonly to: Identifier }
    | { readonly kind: "rename-table"; readonly to: Identifier }
    | { readonly kind: "rename-constraint"; readonly from: Identifier; readonly to: Identifier }
    | {
        readonly kind: "drop-constraint"
        readonly constraint: ConstraintReference
        readonly isCascade: boolean
        readonly keepIndex: boolean | null
        readonly isOnline: boolean
      }
    | {
        readonly kind: "modify-constraint"
        readonly constraint: ConstraintReference
        readonly state: ConstraintState
        readonly isCascade: boolean
      }
    | ({ readonly kind: "constraint-state" } & { readonly clause: EnableDisableClause })
    | { readonly kind: "read-only" | "read-write" }
    | { readonly kind: "row-movement"; readonly isEnabled: boolean }
    | { readonly kind: "all-triggers"; readonly isEnabled: boolean }
    | { readonly kind: "table-lock"; readonly isEnabled: boolean }
    | { readonly kind: "attributes"; readonly attributes: SegmentAttributes }
    | { readonly kind: "parallel"; readonly degree: Exclude<ParallelDegree, null> }
    | { readonly kind: "cache"; readonly isCached: boolean }
    | { readonly kind: "result-cache"; readonly isForced: boolean }
    | { readonly kind: "supplemental-log"; readonly change: "add" | "drop"; readonly data: SupplementalLogData }
    | { readonly kind: "shrink"; readonly isCompact: boolean; readonly isCascade: boolean }
    | {
        readonly kind: "move"
        readonly attributes: SegmentAttributes
        readonly isOnline: boolean
        readonly parallel: ParallelDegree
      }
    | { readonly kind: "deallocate-unused" | "allocate-extent" }
    | { readonly kind: "modify-lob"; readonly lob: LobStorage }
    | PartitionAction
  )

/** Partition clauses of ALTER TABLE; always the only action. */
export type PartitionAction =
  | {
      readonly kind: "modify-default-attributes"
      readonly partition: PartitionExtension | null
      readonly attributes: SegmentAttributes
    }
  | {
      readonly kind: "modify-partition"
      readonly partition: PartitionExtension
      readonly attributes: SegmentAttributes
    }
  | {
      readonly kind: "modify-partition-read-only"
      readonly partition: PartitionExtension
      readonly isReadOnly: boolean
    }
  | {
      readonly kind: "modify-partition-unusable-indexes"
      readonly partition: PartitionExtension
      readonly change: "unusable" | "rebuild"
    }
  | { readonly kind: "set-interval"; /** null is `SET INTERVAL ()`. */ readonly interval: Expression | null }
  | { readonly kind: "set-store-in"; readonly tablespaces: ReadonlyArray<Identifier> }
  | { readonly kind: "set-subpartition-template"; readonly template: SubpartitionTemplate }
  | {
      readonly kind: "add-partition"
      readonly partitions: ReadonlyArray<PartitionDefinition>
      readonly indexes: IndexMaintenance
    }
  | {
      readonly kind: "drop-partition"
      readonly partitions: ReadonlyArray<PartitionExtension>
      readonly indexes: IndexMaintenance
    }
  | {
      readonly kind: "truncate-partition"
      readonly partitions: ReadonlyArray<PartitionExtension>
      readonly storage: "drop" | "drop-all" | "reuse"
      readonly isCascade: boolean
      readonly indexes: IndexMaintenance
    }
  | { readonly kind: "rename-partition"; readonly partition: PartitionExtension; readonly to: Identifier }
  | {
      readonly kind: "exchange-partition"
      readonly partition: PartitionExtension
      readonly table: ObjectName
      readonly includesIndexes: boolean | null
      readonly isValidated: boolean | null
      readonly indexes: IndexMaintenance
    }
  | {
      readonly kind: "move-partition"
      readonly partition: PartitionExtension
      readonly attributes: SegmentAttributes
      readonly isOnline: boolean
      readonly parallel: ParallelDegree
      readonly indexes: IndexMaintenance
    }
  | {
      readonly kind: "split-partition"
      readonly partition: PartitionExtension
      readonly at: ReadonlyArray<Expression> | null
      readonly values: ReadonlyArray<Expression> | null
      readonly into: ReadonlyArray<PartitionDefinition>
      readonly isOnline: boolean
      readonly indexes: IndexMaintenance
    }
  | {
      readonly kind: "merge-partitions"
      readonly partitions: ReadonlyArray<PartitionExtension>
      readonly into: PartitionDefinition | null
      readonly indexes: IndexMaintenance
    }
  | {
      readonly kind: "coalesce-partition"
      readonly partition: PartitionExtension | null
      readonly indexes: IndexMaintenance
    }

/** UPDATE [GLOBAL] INDEXES, INVALIDATE GLOBAL INDEXES; null when nothing was written. */
export type IndexMaintenance = "update" | "update-global" | "invalidate" | null

/** Supplemental logging: `DATA (PRIMARY KEY, UNIQUE) COLUMNS` or a named group. */
export type SupplementalLogData =
  | { readonly kind: "data"; readonly columns: ReadonlyArray<"all" | "primary key" | "unique" | "foreign key"> }
  | {
      readonly kind: "group"
      readonly name: Identifier
      readonly columns: ReadonlyArray<Identifier>
      readonly isAlways: boolean
    }
