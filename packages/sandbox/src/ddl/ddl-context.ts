// What DDL needs from the rest of the engine: whose statement it is, the change it works on, and what it asks of the storage and of the
// query engine. DDL knows no PostgreSQL; whoever implements these interfaces knows no Oracle rule.
import type { Authority } from "../catalog/privileges.ts"
import type { CatalogChange } from "../catalog/catalog-change.ts"
import type {
  ColumnEntry,
  ConstraintEntry,
  IndexEntry,
  OracleType,
  SequenceEntry,
  TableEntry
} from "../catalog/entries.ts"
import type { Expression, Query } from "../sql/ast/index.ts"
import type { RowRange } from "../partitions/row-range.ts"
import type { OracleRelease } from "../sql/release.ts"

export type { RangeCondition, RowRange } from "../partitions/row-range.ts"

/** A constraint as the storage enforces it. All names are made of ids; the entry says the rest. */
export interface ConstraintRequest {
  readonly table: TableEntry
  readonly constraint: ConstraintEntry
  /** `R` only: the table and key columns referred to. */
  readonly referenced: { readonly table: TableEntry; readonly columns: ReadonlyArray<number> } | null
  /** `P` and `U` only: the index. A unique one enforces uniqueness already: then a `P` has nothing left but NOT NULL. */
  readonly index: IndexEntry | null
  /** Existing rows have to fulfil it (VALIDATE). */
  readonly isValidated: boolean
}

/**
 * Changes of what is stored. Every table is `d.t<id>` with columns `c<columnId>`, every index `d.i<id>`, every constraint `k<id>`: names of
 * Oracle objects never matter. All calls of one statement run in one transaction. Where a promise of boolean is given, false means
 * that existing rows forbid it and nothing was changed; the DDL then raises the fitting ORA number.
 */
export interface StorageChanges {
  /** Makes the table with all columns that are stored (virtual ones may be left to the emitter). */
  readonly createTable: (table: TableEntry) => Promise<void>
  readonly dropTable: (tableId: number) => Promise<void>
  /** Adds a column; existing rows get the default (a text of SQL to be evaluated once) or NULL. */
  readonly addColumn: (table: TableEntry, column: ColumnEntry) => Promise<void>
  readonly dropColumn: (tableId: number, columnId: number) => Promise<void>
  /** Changes a column's type; false when a value does not fit. */
  readonly changeColumnType: (table: TableEntry, column: ColumnEntry, oldType: OracleType) => Promise<boolean>
  /**
   * Enforces a P, U, R or C constraint; NOT NULL is a C with `condition.isNotNull` and one column. False: existing rows violate it. P and U come after
   * createIndex of their index.
   */
  readonly addConstraint: (request: ConstraintRequest) => Promise<boolean>
  /** Checks the existing rows of an enforced constraint that was added without validation; false when they violate it. */
  readonly validateConstraint: (request: ConstraintRequest) => Promise<boolean>
  readonly dropConstraint: (tableId: number, constraintId: number) => Promise<void>
  /** Makes an index; false when a unique one meets duplicates. */
  readonly createIndex: (table: TableEntry, index: IndexEntry) => Promise<boolean>
  readonly dropIndex: (indexId: number) => Promise<void>
  /** Removes all rows. */
  readonly truncate: (tableId: number) => Promise<void>
  /** Removes the rows of a partition or subpartition. */
  readonly deleteRange: (table: TableEntry, range: RowRange) => Promise<void>
  readonly createSequence: (sequence: SequenceEntry) => Promise<void>
  /** Takes over changed options; `restartWith` is the next value to be given, null to go on. */
  readonly alterSequence: (sequence: SequenceEntry, restartWith: string | null) => Promise<void>
  readonly dropSequence: (sequenceId: number) => Promise<void>
  /** The next value of a sequence that nobody has taken yet: LAST_NUMBER without cache. */
  readonly peekSequence: (sequenceId: number) => Promise<string>
}

/** Questions about stored rows. */
export interface StorageQuestions {
  /** True when no row is there (in the range). */
  readonly isEmpty: (table: TableEntry, range: RowRange | null) => Promise<boolean>
  /** True when every row has NULL in the column. */
  readonly isColumnEmpty: (table: TableEntry, columnId: number) => Promise<boolean>
  /** Greatest (or least) value of a NUMBER column, as text; null when there is none. */
  readonly extremeValue: (table: TableEntry, columnId: number, which: "greatest" | "least") => Promise<string | null>
}

/** A column of a query's result, or an expression's type. */
export interface DescribedColumn {
  readonly name: string
  readonly type: OracleType
  readonly isNullable: boolean
  /** The select item is an expression without an alias (ORA-00998 in CREATE VIEW and CREATE TABLE AS). */
  readonly isUnnamed: boolean
}

/** What is known of a query before it runs. */
export interface DescribedQuery {
  readonly columns: ReadonlyArray<DescribedColumn>
  /** Object ids named in it: tables, views, sequences, synonyms. */
  readonly dependsOn: ReadonlyArray<number>
}

/** Questions to the query engine. Failures are DatabaseErrors: ORA-00942, 00904, 00936 ... with offsets in the statement. */
export interface QueryQuestions {
  readonly describeQuery: (query: Query) => Promise<DescribedQuery>
  /** Type of an expression over a table's columns: virtual columns, function-based indexes, checks (a condition has no type: null). */
  readonly describeExpression: (expression: Expression, table: TableEntry) => Promise<OracleType | null>
  /**
   * Value of a constant expression (bounds, intervals) as SqlValue text, converted to the type: `TO_DATE('2026', 'YYYY')` for DATE. null is NULL.
   * Fails with ORA-01843 and the like.
   */
  readonly evaluateConstant: (expression: Expression, type: OracleType) => Promise<string | null>
  /** Runs INSERT INTO the new table of a CREATE TABLE ... AS SELECT; the columns are those of the table in order. Gives the number of rows. */
  readonly insertFromQuery: (table: TableEntry, query: Query) => Promise<number>
  /** Compiles a stored view's text again after a change; fails as describeQuery does. */
  readonly describeViewText: (text: string, schema: string) => Promise<DescribedQuery>
}

/** A lock that DDL takes: at once or after DDL_LOCK_TIMEOUT, or ORA-00054. */
export type LockMode = "share" | "exclusive"

/** Everything that a DDL statement works with. */
export interface DdlContext {
  /** The statement's text: defaults, conditions and view texts are kept as written. */
  readonly sql: string
  readonly release: OracleRelease
  readonly authority: Authority
  /** CURRENT_SCHEMA: where unqualified names belong. */
  readonly currentSchema: string
  /** NLS_LENGTH_SEMANTICS. */
  readonly lengthSemantics: "BYTE" | "CHAR"
  /** DEFERRED_SEGMENT_CREATION. */
  readonly isSegmentCreationDeferred: boolean
  /** RECYCLEBIN. */
  readonly isRecycleBinOn: boolean
  readonly change: CatalogChange
  readonly storage: StorageChanges & StorageQuestions
  readonly queries: QueryQuestions
  readonly lockTable: (tableId: number, mode: LockMode) => Promise<void>
  /** True when a session of this user is open: ORA-01940. */
  readonly isConnected: (user: string) => boolean
  /** Makes a verifier of a password; salt and hash in hexadecimal. */
  readonly makeVerifier: (password: string) => Promise<{ readonly salt: string; readonly hash: string }>
  /** The time of the statement: `2026-01-31 22:00:05`. */
  readonly now: () => string
}

/** What came of a statement. */
export interface DdlOutcome {
  /** Made with compilation errors: ORA-24344. */
  readonly hasCompileErrors: boolean
}
