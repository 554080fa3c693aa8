// What the interpreter asks of the session. The interpreter knows PL/SQL and no SQL: every SQL statement, and every expression that has no
// fast path, goes through here. The session implements it; values cross as the texts of engine.ts.
import type { Catalog } from "../catalog/catalog.ts"
import type { CatalogChange } from "../catalog/catalog-change.ts"
import type {
  OracleTypeName,
  QueryCursor,
  ResultColumn,
  SessionAttributes,
  SqlRow,
  SqlValue
} from "../engine/engine.ts"
import type {
  Bind,
  DdlStatement,
  ControlStatement,
  DmlStatement,
  Expression,
  FunctionCall,
  NameReference,
  Query,
  Statement,
  SubprogramDeclaration
} from "../sql/ast/index.ts"
import type { OutputBuffer } from "./output-buffer.ts"

/** A value with the type it has. */
export interface TypedValue {
  readonly type: OracleTypeName
  readonly value: SqlValue
}

/** A node with the text its offsets point into. */
export interface SqlUnit<T> {
  readonly text: string
  readonly node: T
}

/** What may stand for a PL/SQL value inside a SQL statement: a name, `t(i)`, a host bind. */
export type SqlReference = NameReference | FunctionCall | Bind

/** A PL/SQL value inside a SQL statement. */
export interface SqlVariable {
  /** The same for the same variable of the same scope: emitted text can be kept and read() called again for each run. */
  readonly key: string
  readonly type: OracleTypeName
  readonly read: () => SqlValue
}

/**
 * Names that a SQL statement inside PL/SQL may use besides columns. A column of the same name wins: ask only after no column was found, and raise ORA-00904
 * when this gives null as well. Bind nodes are always asked.
 */
export interface SqlScope {
  readonly find: (reference: SqlReference) => SqlVariable | null
}

/** What came of INSERT, UPDATE, DELETE or MERGE. */
export interface DmlOutcome {
  readonly rowCount: number
  /** One row per touched row with the values of RETURNING; empty without the clause. INTO is not looked at. */
  readonly returned: ReadonlyArray<SqlRow>
  /** Types of the values in `returned`. */
  readonly returnedTypes: ReadonlyArray<OracleTypeName>
}

/** A column or row that `%TYPE` and `%ROWTYPE` name. NUMBER(p, s), VARCHAR2 lengths and the like are those of the column. */
export type AnchorColumn = ResultColumn

/** A stored procedure or function as compiled by the parser. Lines of ORA-06512 count in `text`. */
export interface StoredUnit {
  readonly owner: string
  readonly name: string
  readonly text: string
  readonly subprogram: SubprogramDeclaration
}

/** The SQL side: each call is one statement with its own savepoint; a failing one changes nothing. Failures are DatabaseErrors. */
export interface SqlRuntime {
  /** `SELECT expression FROM dual`. Bind nodes in it have an `index` into `inputs`; there are no other variables in it. */
  readonly evaluate: (unit: SqlUnit<Expression>, inputs: ReadonlyArray<TypedValue>) => Promise<TypedValue>
  /**
   * Checks a static statement before the block runs: ORA-00942, ORA-00904 ... with an offset in the text. Columns of the select list for a query, none for
   * others. null: cannot be told, everything is found out when it runs. INTO is not looked at.
   */
  readonly describe: (
    unit: SqlUnit<Query | DmlStatement>,
    scope: SqlScope
  ) => Promise<ReadonlyArray<ResultColumn> | null>
  readonly openCursor: (unit: SqlUnit<Query>, scope: SqlScope) => Promise<QueryCursor>
  readonly runDml: (unit: SqlUnit<DmlStatement>, scope: SqlScope) => Promise<DmlOutcome>
  /** DDL (commits before and after), ALTER SESSION, LOCK TABLE, SET TRANSACTION ... */
  readonly runOther: (unit: SqlUnit<DdlStatement | ControlStatement>, scope: SqlScope) => Promise<void>
  /** Parses a dynamic statement for the session's release; may keep the tree. */
  readonly parse: (text: string) => Statement
  readonly commit: () => Promise<void>
  /** To the savepoint of this name, or everything. ORA-01086. */
  readonly rollback: (savepoint: string | null) => Promise<void>
  readonly savepoint: (name: string) => Promise<void>
}

/** Names outside the block, found in memory. */
export interface NameRuntime {
  /** The column of `t.c` or `s.t.c`; null when there is none that the user may see. */
  readonly findColumn: (path: ReadonlyArray<string>) => AnchorColumn | null
  /** The visible columns of `t` or `s.t`; null when there is no such table or view. */
  readonly findRow: (path: ReadonlyArray<string>) => ReadonlyArray<AnchorColumn> | null
  readonly findUnit: (path: ReadonlyArray<string>) => StoredUnit | null
  readonly user: string
  readonly currentSchema: string
}

/** The session around it. */
export interface SessionRuntime {
  readonly sessionId: number
  readonly serialNumber: number
  /** `19.22.0.0.0`. */
  readonly version: string
  readonly output: OutputBuffer
  /** The state of DBMS_RANDOM; one per session. */
  readonly random: RandomState
  /** UTC, `2026-01-31 22:00:05.123456789`. */
  readonly now: () => string
  readonly sleep: (seconds: number) => Promise<void>
  /**
   * Called some thousand loop turns apart. Throws ORA-01013 when the client broke off; a promise (one macrotask) lets others run, null goes on at once.
   */
  readonly checkpoint: () => Promise<void> | null
  readonly attributes: () => SessionAttributes
  readonly setAttributes: (attributes: SessionAttributes) => void
  readonly setRole: (text: string) => Promise<void>
  /** The current system change number. */
  readonly currentScn: () => Promise<string>
  /** True when no other session has a transaction open on the table, at once or within so many seconds (null: for ever). */
  readonly waitForTransactions: (owner: string, table: string, seconds: number | null) => Promise<boolean>
  readonly catalog: () => Catalog
  /** Runs a change of the catalog in a transaction of its own, as DDL does: commits before and after. */
  readonly changeCatalog: (apply: (change: CatalogChange) => void) => Promise<void>
  /** Rows of each partition and subpartition of a table, by object id; empty for a table without partitions. */
  readonly countPartRows: (tableId: number) => Promise<ReadonlyMap<number, number>>
  /** Takes an implicit result (DBMS_SQL.RETURN_RESULT). */
  readonly returnResult: (cursor: QueryCursor) => void
  /** Facts of a session that packages keep: one value per key, gone with the session. */
  readonly packageState: Map<string, unknown>
}

/** A seedable source of random numbers. */
export interface RandomState {
  seed: bigint
}

/** Everything the interpreter needs. */
export interface Runtime extends SqlRuntime, NameRuntime, SessionRuntime {}
