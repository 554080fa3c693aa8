// Transactions, ALTER SESSION, ALTER SYSTEM, SET ROLE, SET CONSTRAINTS, CALL, EXPLAIN PLAN.
import type { Expression, FunctionCall } from "./expression.ts"
import type { Identifier, ObjectName, Span } from "./node.ts"
import type { DefaultRole } from "./security.ts"

/** COMMIT [WORK] [COMMENT '...' | WRITE ...]. */
export interface Commit extends Span {
  readonly kind: "commit"
  readonly comment: string | null
}

/** ROLLBACK [WORK] [TO [SAVEPOINT] s]. */
export interface Rollback extends Span {
  readonly kind: "rollback"
  readonly savepoint: Identifier | null
}

/** SAVEPOINT s. */
export interface Savepoint extends Span {
  readonly kind: "savepoint"
  readonly name: Identifier
}

/** SET TRANSACTION. */
export interface SetTransaction extends Span {
  readonly kind: "set-transaction"
  readonly mode: "read-only" | "read-write" | "serializable" | "read-committed" | null
  readonly name: string | null
}

/** SET ROLE. */
export interface SetRole extends Span {
  readonly kind: "set-role"
  readonly roles: DefaultRole
}

/** SET CONSTRAINT[S] ALL | c, ... IMMEDIATE | DEFERRED. */
export interface SetConstraints extends Span {
  readonly kind: "set-constraints"
  /** null is ALL. */
  readonly constraints: ReadonlyArray<ObjectName> | null
  readonly mode: "immediate" | "deferred"
}

/** ALTER SESSION. */
export interface AlterSession extends Span {
  readonly kind: "alter-session"
  readonly action:
    /** Names in upper case; a value as written, text without its quotes. */
    | { readonly kind: "set"; readonly settings: ReadonlyArray<SessionSetting> }
    | {
        readonly kind: "parallel"
        readonly mode: "enable" | "disable" | "force"
        readonly of: "dml" | "ddl" | "query"
        readonly degree: number | null
      }
    | {
        readonly kind: "resumable"
        readonly isEnabled: boolean
        readonly timeoutSeconds: number | null
        readonly name: string | null
      }
    | { readonly kind: "commit-in-procedure"; readonly isEnabled: boolean }
    | { readonly kind: "guard"; readonly isEnabled: boolean }
    /** SET ROW ARCHIVAL VISIBILITY = ALL | ACTIVE. */
    | { readonly kind: "row-archival-visibility"; readonly isAll: boolean }
}

/** One `name = value`. */
export interface SessionSetting extends Span {
  readonly name: string
  readonly value: SettingValue
}

/** A value of ALTER SESSION SET or ALTER SYSTEM SET: a text, a number or a word (upper case unless quoted). */
export interface SettingValue extends Span {
  readonly kind: "string" | "number" | "word"
  readonly text: string
}

/** ALTER SYSTEM. What the executor does not know it refuses. */
export interface AlterSystem extends Span {
  readonly kind: "alter-system"
  readonly action:
    | { readonly kind: "set"; readonly settings: ReadonlyArray<SessionSetting> }
    | { readonly kind: "kill-session" | "disconnect-session"; readonly session: string; readonly isImmediate: boolean }
    | { readonly kind: "checkpoint" | "switch-logfile" | "archive-log-current" }
    | { readonly kind: "flush"; readonly what: "shared_pool" | "buffer_cache" }
    | { readonly kind: "restricted-session"; readonly isEnabled: boolean }
}

/** CALL p(...) [INTO :x]. */
export interface Call extends Span {
  readonly kind: "call-procedure"
  readonly call: FunctionCall
  readonly into: Expression | null
}
