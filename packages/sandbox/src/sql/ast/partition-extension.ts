// `t PARTITION (p)` and `t SUBPARTITION FOR (v1, v2)`, in queries, DML and partition DDL.
import type { Expression } from "./expression.ts"
import type { Identifier, Span } from "./node.ts"

/** A (sub)partition by name, or the one that would hold a row with these key values. */
export interface PartitionExtension extends Span {
  readonly level: "partition" | "subpartition"
  readonly target: PartitionTarget
}

/** How a partition is named. */
export type PartitionTarget =
  | { readonly kind: "name"; readonly name: Identifier }
  | { readonly kind: "values"; readonly values: ReadonlyArray<Expression> }
