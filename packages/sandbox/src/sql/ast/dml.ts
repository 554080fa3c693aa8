// INSERT, UPDATE, DELETE, MERGE, LOCK TABLE. Also inside PL/SQL, where names may be variables.
import type { Expression } from "./expression.ts"
import type { Hint, Identifier, ObjectName, Span } from "./node.ts"
import type { PartitionExtension } from "./partition-extension.ts"
import type { IntoClause, Query, TableReference } from "./query.ts"

/** What a DML statement changes. */
export interface DmlTarget extends Span {
  /** A table or view by name, or an inline view (`query`). */
  readonly table: ObjectName | null
  readonly query: Query | null
  readonly partition: PartitionExtension | null
  readonly alias: Identifier | null
}

/** `RETURNING a, b [BULK COLLECT] INTO :x, :y`. */
export interface ReturningClause extends Span {
  readonly items: ReadonlyArray<Expression>
  readonly into: IntoClause
}

/** INSERT into one table. */
export interface Insert extends Span {
  readonly kind: "insert"
  readonly hint: Hint | null
  readonly target: DmlTarget
  /** Empty when none were written: all visible columns in order. */
  readonly columns: ReadonlyArray<Identifier>
  readonly source:
    | { readonly kind: "values"; readonly values: ReadonlyArray<Expression> }
    | { readonly kind: "query"; readonly query: Query }
    /** PL/SQL `VALUES r` with a record. */
    | { readonly kind: "record"; readonly record: Expression }
    /** Table value constructor, release 23. */
    | { readonly kind: "rows"; readonly rows: ReadonlyArray<ReadonlyArray<Expression>> }
  readonly returning: ReturningClause | null
}

/** One element of SET. */
export type Assignment =
  | ({ readonly kind: "column"; readonly column: ColumnTarget; readonly value: Expression } & Span)
  /** `(a, b) = (SELECT ...)`. */
  | ({ readonly kind: "columns"; readonly columns: ReadonlyArray<ColumnTarget>; readonly query: Query } & Span)
  /** PL/SQL `SET ROW = r`. */
  | ({ readonly kind: "row"; readonly record: Expression } & Span)

/** A column on the left of SET: `c`, `t.c`, `s.t.c`. */
export interface ColumnTarget extends Span {
  readonly path: readonly [Identifier, ...Identifier[]]
}

/** UPDATE. */
export interface Update extends Span {
  readonly kind: "update"
  readonly hint: Hint | null
  readonly target: DmlTarget
  readonly assignments: ReadonlyArray<Assignment>
  readonly where: Expression | null
  /** `WHERE CURRENT OF c`, PL/SQL only; then `where` is null. */
  readonly currentOf: Identifier | null
  readonly returning: ReturningClause | null
}

/** DELETE. */
export interface Delete extends Span {
  readonly kind: "delete"
  readonly hint: Hint | null
  readonly target: DmlTarget
  readonly where: Expression | null
  /** `WHERE CURRENT OF c`, PL/SQL only; then `where` is null. */
  readonly currentOf: Identifier | null
  readonly returning: ReturningClause | null
}

/** MERGE. At least one of the two branches is there (ORA-00905 otherwise). */
export interface Merge extends Span {
  readonly kind: "merge"
  readonly hint: Hint | null
  readonly target: DmlTarget
  readonly using: TableReference
  readonly on: Expression
  readonly matched: MergeMatched | null
  readonly notMatched: MergeNotMatched | null
}

/** WHEN MATCHED THEN UPDATE SET ... [WHERE ...] [DELETE WHERE ...]. */
export interface MergeMatched extends Span {
  readonly assignments: ReadonlyArray<Assignment>
  readonly where: Expression | null
  readonly deleteWhere: Expression | null
}

/** WHEN NOT MATCHED THEN INSERT (...) VALUES (...) [WHERE ...]. */
export interface MergeNotMatched extends Span {
  readonly columns: ReadonlyArray<ColumnTarget>
  readonly values: ReadonlyArray<Expression>
  readonly where: Expression | null
}

/** LOCK TABLE t [PARTITION (p)], ... IN mode MODE [NOWAIT | WAIT n]. */
export interface LockTable extends Span {
  readonly kind: "lock-table"
  readonly targets: ReadonlyArray<DmlTarget>
  readonly mode: "row share" | "row exclusive" | "share update" | "share" | "share row exclusive" | "exclusive"
  /** null waits for ever. Seconds; 0 is NOWAIT. */
  readonly waitSeconds: number | null
}
