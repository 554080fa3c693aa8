// CREATE, ALTER and DROP INDEX.
import type { IndexAttributes } from "./constraint.ts"
import type { Expression } from "./expression.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { ParallelDegree, SegmentAttributes } from "./storage.ts"

/** CREATE [UNIQUE | BITMAP] INDEX. */
export interface CreateIndex extends Span {
  readonly kind: "create-index"
  readonly name: ObjectName
  readonly type: "normal" | "unique" | "bitmap"
  readonly isIfNotExists: boolean
  readonly table: ObjectName
  readonly tableAlias: Identifier | null
  readonly columns: ReadonlyArray<IndexColumn>
  readonly attributes: IndexAttributes
}

/** A column (a NameReference with one name) or an expression. */
export interface IndexColumn extends Span {
  readonly value: Expression
  readonly isDescending: boolean
}

/** ALTER INDEX. RENAME stands alone. */
export interface AlterIndex extends Span {
  readonly kind: "alter-index"
  readonly name: ObjectName
  readonly actions: readonly [AlterIndexAction, ...AlterIndexAction[]]
}

/** One clause of ALTER INDEX. `partition` names an index partition or subpartition; null is the index. */
export type AlterIndexAction = Span &
  (
    | { readonly kind: "rename"; readonly to: Identifier }
    | {
        readonly kind: "rebuild"
        readonly partition: IndexPartitionName | null
        readonly isOnline: boolean
        readonly isReverse: boolean | null
        readonly attributes: SegmentAttributes
        readonly parallel: ParallelDegree
      }
    | { readonly kind: "visibility"; readonly isInvisible: boolean }
    | { readonly kind: "unusable" }
    | { readonly kind: "enable" | "disable" | "compile" }
    | { readonly kind: "coalesce" | "shrink" }
    | { readonly kind: "parallel"; readonly degree: Exclude<ParallelDegree, null> }
    | { readonly kind: "attributes"; readonly attributes: SegmentAttributes }
    | { readonly kind: "monitoring"; readonly isOn: boolean }
    | {
        readonly kind: "modify-default-attributes"
        readonly partition: IndexPartitionName | null
        readonly attributes: SegmentAttributes
      }
    | {
        readonly kind: "modify-partition"
        readonly partition: IndexPartitionName
        readonly attributes: SegmentAttributes
        readonly isUnusable: boolean
      }
    | { readonly kind: "rename-partition"; readonly partition: IndexPartitionName; readonly to: Identifier }
  )

/** PARTITION p or SUBPARTITION p of an index. */
export interface IndexPartitionName extends Span {
  readonly level: "partition" | "subpartition"
  readonly name: Identifier
}

/** DROP INDEX. */
export interface DropIndex extends Span {
  readonly kind: "drop-index"
  readonly name: ObjectName
  readonly isIfExists: boolean
  readonly isOnline: boolean
  readonly isForce: boolean
}
