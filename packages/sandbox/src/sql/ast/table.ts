// CREATE TABLE and what a column is.
import type { Constraint } from "./constraint.ts"
import type { SqlType } from "./data-type.ts"
import type { Expression } from "./expression.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { TablePartitioning } from "./partitioning.ts"
import type { Query } from "./query.ts"
import type { LobStorage, ParallelDegree, SegmentAttributes } from "./storage.ts"

/** CREATE TABLE. */
export interface CreateTable extends Span {
  readonly kind: "create-table"
  readonly name: ObjectName
  /** GLOBAL TEMPORARY; null is a permanent table. */
  readonly temporary: { readonly onCommit: "delete" | "preserve" } | null
  /** IF NOT EXISTS, release 23. */
  readonly isIfNotExists: boolean
  /** Empty for a CREATE TABLE ... AS SELECT without column list. */
  readonly columns: ReadonlyArray<ColumnDefinition>
  readonly constraints: ReadonlyArray<Constraint>
  /** DEFAULT COLLATION (12.2). */
  readonly defaultCollation: Identifier | null
  readonly attributes: SegmentAttributes
  readonly lobs: ReadonlyArray<LobStorage>
  readonly partitioning: TablePartitioning | null
  readonly options: TableOptions
  /** ENABLE and DISABLE of constraints at the end of the statement. */
  readonly constraintStates: ReadonlyArray<EnableDisableClause>
  readonly asQuery: Query | null
}

/** What may follow the partitions. null where nothing was written. */
export interface TableOptions {
  readonly parallel: ParallelDegree
  readonly isRowMovement: boolean | null
  readonly isCached: boolean | null
  readonly isResultCacheForced: boolean | null
  readonly isRowDependencies: boolean | null
  readonly isReadOnly: boolean | null
  readonly isMonitoring: boolean | null
  readonly isInMemory: boolean | null
  readonly isRowArchival: boolean
}

/** `ENABLE | DISABLE [VALIDATE | NOVALIDATE] CONSTRAINT c | PRIMARY KEY | UNIQUE (...)`. */
export interface EnableDisableClause extends Span {
  readonly isEnabled: boolean
  readonly isValidated: boolean | null
  readonly constraint: ConstraintReference
  readonly usingIndex: Constraint["state"]["usingIndex"]
  readonly exceptionsInto: ObjectName | null
  readonly isCascade: boolean
  readonly keepIndex: boolean | null
}

/** A constraint by its name or by what it is. */
export type ConstraintReference =
  | { readonly kind: "name"; readonly name: Identifier }
  | { readonly kind: "primary-key" }
  | { readonly kind: "unique"; readonly columns: ReadonlyArray<Identifier> }

/** A column of CREATE TABLE, ADD or MODIFY. In MODIFY only what is to change is there. */
export interface ColumnDefinition extends Span {
  readonly name: Identifier
  /** null where the type may be left out: virtual columns, foreign keys, MODIFY, CREATE TABLE AS SELECT. */
  readonly type: SqlType | null
  readonly isInvisible: boolean | null
  readonly default: DefaultClause | null
  readonly identity: IdentityClause | null
  /** `DROP IDENTITY` of MODIFY. */
  readonly isIdentityDropped: boolean
  readonly virtual: VirtualClause | null
  readonly constraints: ReadonlyArray<Constraint>
  readonly encryption: ColumnEncryption | null
  /** COLLATE of this column (12.2). */
  readonly collation: Identifier | null
}

/** `ENCRYPT [USING 'algorithm'] ['integrity'] [[NO] SALT]`. null where nothing was written. */
export interface ColumnEncryption extends Span {
  readonly algorithm: string | null
  readonly integrity: string | null
  readonly isSalted: boolean | null
}

/** DEFAULT [ON NULL] expression. The dictionary shows the text of `value` as written. */
export interface DefaultClause extends Span {
  readonly isOnNull: boolean
  readonly value: Expression
}

/** `[GENERATED ALWAYS] AS (expression) [VIRTUAL]`. */
export interface VirtualClause extends Span {
  readonly expression: Expression
}

/** `GENERATED ALWAYS | BY DEFAULT [ON NULL] AS IDENTITY (options)`. */
export interface IdentityClause extends Span {
  readonly mode: "always" | "by-default" | "by-default-on-null"
  readonly options: SequenceOptions
}

/** A whole number as text: sequences have up to 28 digits. */
export interface NumberText {
  readonly digits: string
}

/** Options of sequences and identity columns. null where nothing was written. */
export interface SequenceOptions {
  /** `START WITH LIMIT VALUE` is for identity columns only. */
  readonly startWith: NumberText | "limit value" | null
  readonly incrementBy: NumberText | null
  /** "none" is NOMINVALUE. */
  readonly minValue: NumberText | "none" | null
  readonly maxValue: NumberText | "none" | null
  /** 0 is NOCACHE. */
  readonly cache: number | null
  readonly isCycle: boolean | null
  readonly isOrder: boolean | null
  readonly isKeep: boolean | null
  readonly isSession: boolean | null
  /** ALTER SEQUENCE ... RESTART (18c). */
  readonly isRestart: boolean
}
