// DDL on everything that is neither a table's structure nor an index: sequences, views, synonyms, comments, triggers, stored units, DROP, TRUNCATE, RENAME, FLASHBACK, PURGE.
import type { Expression } from "./expression.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { CompiledBody, CompoundBody } from "./plsql.ts"
import type { Constraint } from "./constraint.ts"
import type { Query } from "./query.ts"
import type { SequenceOptions } from "./table.ts"

/** CREATE SEQUENCE. */
export interface CreateSequence extends Span {
  readonly kind: "create-sequence"
  readonly name: ObjectName
  readonly isIfNotExists: boolean
  readonly options: SequenceOptions
}

/** ALTER SEQUENCE. */
export interface AlterSequence extends Span {
  readonly kind: "alter-sequence"
  readonly name: ObjectName
  readonly options: SequenceOptions
}

/** CREATE [OR REPLACE] [FORCE] VIEW. The dictionary keeps the text of `query`. */
export interface CreateView extends Span {
  readonly kind: "create-view"
  readonly name: ObjectName
  readonly isOrReplace: boolean
  readonly isForce: boolean
  readonly isIfNotExists: boolean
  readonly columns: ReadonlyArray<ViewColumn>
  readonly query: Query
  readonly restriction: "read-only" | "check-option" | null
  readonly restrictionName: Identifier | null
}

/** An alias of a view, with constraints (which Oracle accepts only DISABLE NOVALIDATE). */
export interface ViewColumn extends Span {
  readonly name: Identifier
  readonly constraints: ReadonlyArray<Constraint>
}

/** CREATE [OR REPLACE] [PUBLIC] SYNONYM. */
export interface CreateSynonym extends Span {
  readonly kind: "create-synonym"
  readonly name: ObjectName
  readonly isOrReplace: boolean
  readonly isPublic: boolean
  readonly isIfNotExists: boolean
  readonly target: ObjectName
}

/** COMMENT ON TABLE | COLUMN. An empty text removes the comment. */
export interface Comment extends Span {
  readonly kind: "comment"
  readonly table: ObjectName
  /** null is the table (or view) itself. */
  readonly column: Identifier | null
  readonly text: string
}

/** CREATE [OR REPLACE] TRIGGER. */
export interface CreateTrigger extends Span {
  readonly kind: "create-trigger"
  readonly name: ObjectName
  readonly isOrReplace: boolean
  readonly isEditionable: boolean | null
  readonly timing: "before" | "after" | "instead-of" | "compound"
  readonly events: ReadonlyArray<TriggerEvent>
  readonly table: ObjectName
  readonly isForEachRow: boolean
  readonly referencing: {
    readonly new: Identifier | null
    readonly old: Identifier | null
    readonly parent: Identifier | null
  }
  readonly follows: ReadonlyArray<ObjectName>
  readonly precedes: ReadonlyArray<ObjectName>
  /** DISABLE was written. */
  readonly isDisabled: boolean
  readonly when: Expression | null
  /** From DECLARE or BEGIN (or CALL) to the end: what TRIGGER_BODY shows. */
  readonly body: CompiledBody
  /** The body is `CALL p(...)`: then `body.block` is null. */
  readonly call: Expression | null
  /** The body of a COMPOUND TRIGGER: then `body.block` is null. */
  readonly compound: CompoundBody | null
  /** `owner.name BEFORE INSERT ... ` as ALL_TRIGGERS.DESCRIPTION shows it. */
  readonly description: Span
}

/** An event of a DML trigger; `columns` is empty unless UPDATE OF was written. */
export interface TriggerEvent extends Span {
  readonly event: "insert" | "update" | "delete"
  readonly columns: ReadonlyArray<Identifier>
}

/** ALTER TRIGGER. */
export interface AlterTrigger extends Span {
  readonly kind: "alter-trigger"
  readonly name: ObjectName
  readonly action:
    | { readonly kind: "enable" | "disable" | "compile" }
    | { readonly kind: "rename"; readonly to: Identifier }
}

/** Types of stored PL/SQL. */
export type UnitType = "PROCEDURE" | "FUNCTION" | "PACKAGE" | "PACKAGE BODY"

/** CREATE PROCEDURE, FUNCTION, PACKAGE [BODY]. */
export interface CreateUnit extends Span {
  readonly kind: "create-unit"
  readonly type: UnitType
  readonly name: ObjectName
  readonly isOrReplace: boolean
  /** From the unit's keyword to the end: what ALL_SOURCE shows. */
  readonly source: Span
  readonly body: CompiledBody
}

/** ALTER VIEW | PROCEDURE | FUNCTION | PACKAGE | TYPE ... COMPILE. */
export interface AlterCompile extends Span {
  readonly kind: "alter-compile"
  readonly type: "VIEW" | "PROCEDURE" | "FUNCTION" | "PACKAGE" | "TYPE" | "SYNONYM" | "MATERIALIZED VIEW"
  readonly name: ObjectName
  /** `COMPILE BODY` or `COMPILE SPECIFICATION` of a package or type. */
  readonly part: "body" | "specification" | null
  readonly isPublic: boolean
}

/** DROP of anything but an index, a user or a role. */
export interface DropObject extends Span {
  readonly kind: "drop-object"
  readonly type:
    | "TABLE"
    | "VIEW"
    | "SEQUENCE"
    | "SYNONYM"
    | "TRIGGER"
    | "PROCEDURE"
    | "FUNCTION"
    | "PACKAGE"
    | "PACKAGE BODY"
    | "MATERIALIZED VIEW"
    | "MATERIALIZED VIEW LOG"
    | "TYPE"
    | "TYPE BODY"
  readonly name: ObjectName
  readonly isIfExists: boolean
  readonly isPublic: boolean
  readonly isCascadeConstraints: boolean
  readonly isPurge: boolean
  readonly isForce: boolean
}

/** TRUNCATE TABLE. */
export interface TruncateTable extends Span {
  readonly kind: "truncate-table"
  readonly name: ObjectName
  readonly storage: "drop" | "drop-all" | "reuse"
  readonly isCascade: boolean
}

/** RENAME a TO b: own schema only. */
export interface RenameObject extends Span {
  readonly kind: "rename"
  readonly from: Identifier
  readonly to: Identifier
}

/** FLASHBACK TABLE. The executor refuses it. */
export interface FlashbackTable extends Span {
  readonly kind: "flashback-table"
  readonly tables: ReadonlyArray<ObjectName>
  readonly to:
    | { readonly kind: "before-drop"; readonly renameTo: Identifier | null }
    | { readonly kind: "scn" | "timestamp"; readonly value: Expression }
    | { readonly kind: "restore-point"; readonly name: Identifier }
}

/** PURGE. */
export interface Purge extends Span {
  readonly kind: "purge"
  readonly what:
    | { readonly kind: "table" | "index"; readonly name: ObjectName }
    | { readonly kind: "recyclebin" | "dba-recyclebin" }
    | { readonly kind: "tablespace"; readonly tablespace: Identifier; readonly user: Identifier | null }
}

/** ANALYZE TABLE | INDEX ... VALIDATE STRUCTURE | COMPUTE, ESTIMATE, DELETE STATISTICS. */
export interface Analyze extends Span {
  readonly kind: "analyze"
  readonly type: "table" | "index"
  readonly name: ObjectName
  readonly action: "validate-structure" | "compute-statistics" | "estimate-statistics" | "delete-statistics"
}
