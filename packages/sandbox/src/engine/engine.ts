// The border between the wire and the engine: the wire knows packets and nothing of SQL, the engine knows SQL and nothing of packets.
// Values cross it as text, so that no number and no date is rounded on the way.

/** Type of a column or a bind, by Oracle's name. `CURSOR` is a REF CURSOR. */
export type OracleTypeName =
  | "NUMBER"
  | "BINARY_FLOAT"
  | "BINARY_DOUBLE"
  | "VARCHAR2"
  | "NVARCHAR2"
  | "CHAR"
  | "NCHAR"
  | "RAW"
  | "DATE"
  | "TIMESTAMP"
  | "TIMESTAMP WITH TIME ZONE"
  | "TIMESTAMP WITH LOCAL TIME ZONE"
  | "INTERVAL YEAR TO MONTH"
  | "INTERVAL DAY TO SECOND"
  | "CLOB"
  | "NCLOB"
  | "BLOB"
  | "LONG"
  | "LONG RAW"
  | "ROWID"
  | "BOOLEAN"
  | "CURSOR"

/** What a driver is told about a column of a query. */
export interface ResultColumn {
  /** As Oracle labels it: upper case unless quoted. */
  readonly name: string
  readonly type: OracleTypeName
  /** Greatest length of a value in bytes; null where the type has none (LOB, LONG, CURSOR). */
  readonly sizeBytes: number | null
  /** NUMBER: digits, null when none was declared. TIMESTAMP and INTERVAL: digits of the leading field or null. */
  readonly precision: number | null
  /** NUMBER: scale, null when none was declared. TIMESTAMP and INTERVAL DAY TO SECOND: digits of the fraction. */
  readonly scale: number | null
  readonly isNullable: boolean
}

/**
 * One value. Text for NUMBER (`-12.5`, `1E+126` is written out), DATE (`2024-01-31 23:59:59`), TIMESTAMP (`… 23:59:59.123456789`, no
 * trailing zeros needed), with time zone (`… 23:59:59.5 +02:00`), INTERVAL (`+01-06`, `-3 04:05:06.7`), characters, CLOB, ROWID and LONG. Bytes for RAW,
 * BLOB and LONG RAW. A number for BINARY_FLOAT and BINARY_DOUBLE only. A cursor for CURSOR. null is NULL; an empty text is an empty CLOB and occurs for
 * nothing else. TIMESTAMP WITH LOCAL TIME ZONE has no zone in its text: it is in the database's time zone, UTC.
 */
export type SqlValue = string | Uint8Array | number | boolean | QueryCursor | null

/** One row of a result, in the order of its columns. */
export type SqlRow = ReadonlyArray<SqlValue>

/** An open query. Rows are fetched when they are asked for. */
export interface QueryCursor {
  readonly columns: ReadonlyArray<ResultColumn>
  /** The next rows, at most `count`; fewer means that the query has ended. Fails with a DatabaseError. */
  readonly fetch: (count: number) => Promise<ReadonlyArray<SqlRow>>
  /** Releases what the query holds; may be called twice. */
  readonly close: () => void
}

/** What kind of statement a text is; decides the shape of the reply. */
export type StatementKind = "query" | "dml" | "plsql" | "ddl" | "other"

/** What can be said about a statement before it runs. */
export interface PreparedStatement {
  readonly sql: string
  readonly kind: StatementKind
  /**
   * Bind places in order, names without colon in upper case (digits for numbered ones, case kept when quoted): one entry per occurrence in SQL, one per distinct
   * name in PL/SQL.
   */
  readonly binds: ReadonlyArray<string>
  /** Positions in `binds` that stand after RETURNING ... INTO: the driver sends no value for them. */
  readonly returning: ReadonlyArray<number>
}

/** A bind as the driver declares it. */
export interface BindDeclaration {
  readonly type: OracleTypeName
  /** Greatest length in bytes that an OUT value may have. */
  readonly maxBytes: number
  /** Greatest number of elements of a PL/SQL index-by table; null for a single value. */
  readonly arraySize: number | null
}

/** A single value, or the elements of a PL/SQL index-by table. */
export type BindValue = SqlValue | ReadonlyArray<SqlValue>

/** What the driver asks for. */
export interface ExecuteRequest {
  readonly statement: PreparedStatement
  /** One declaration per entry of `statement.binds`; empty when nothing is bound. */
  readonly declarations: ReadonlyArray<BindDeclaration>
  /** One row per iteration; a value per declaration (null at RETURNING places). A statement without binds has one empty row. */
  readonly rows: ReadonlyArray<ReadonlyArray<BindValue>>
  /** Go on after a failing iteration and report all errors (executeMany with batchErrors). */
  readonly isBatchErrors: boolean
  /** Commit when the statement succeeds. */
  readonly isAutoCommit: boolean
  /** Parse and describe only. */
  readonly isParseOnly: boolean
  /** Aborted by a break or a time-out of the client: the engine stops as soon as it can and fails with ORA-01013. */
  readonly signal: AbortSignal
}

/** A failed iteration of a batch. */
export interface BatchError {
  /** Zero-based iteration. */
  readonly row: number
  readonly error: DatabaseError
}

/** What came of a statement. */
export type ExecuteResult =
  | { readonly kind: "query"; readonly cursor: QueryCursor }
  | {
      readonly kind: "dml"
      /** Rows touched by each iteration. */
      readonly rowCounts: ReadonlyArray<number>
      /** ROWID of the last touched row when one row was touched, else null. */
      readonly lastRowid: string | null
      /** Per iteration, per RETURNING bind, the values of all touched rows; empty without RETURNING. */
      readonly returned: ReadonlyArray<ReadonlyArray<ReadonlyArray<SqlValue>>>
      readonly batchErrors: ReadonlyArray<BatchError>
    }
  | {
      readonly kind: "plsql"
      /** Per iteration the values of all binds after the run, in the order of `statement.binds`; unchanged ones included. */
      readonly outRows: ReadonlyArray<ReadonlyArray<BindValue>>
      /** DBMS_SQL.RETURN_RESULT cursors in order. */
      readonly implicitResults: ReadonlyArray<QueryCursor>
    }
  | {
      readonly kind: "ddl"
      /** The object was made with compilation errors (ORA-24344). */
      readonly hasCompileErrors: boolean
    }
  | { readonly kind: "other" }

/** What module and action a session says of itself (V$SESSION). */
export interface SessionAttributes {
  readonly module?: string
  readonly action?: string
  readonly clientIdentifier?: string
  readonly clientInfo?: string
  readonly dbOp?: string
}

/** One session. Calls come one after the other; the engine never has to expect two at a time from one session. */
export interface EngineSession {
  readonly sessionId: number
  readonly serialNumber: number
  /** Splits and classifies without touching the database. Never fails: what cannot be read is of kind `other` and fails at execution. */
  readonly prepare: (sql: string) => PreparedStatement
  /** Fails with a DatabaseError and nothing else. */
  readonly execute: (request: ExecuteRequest) => Promise<ExecuteResult>
  readonly commit: () => Promise<void>
  readonly rollback: () => Promise<void>
  readonly isInTransaction: () => boolean
  readonly setAttributes: (attributes: SessionAttributes) => void
  readonly setCurrentSchema: (schema: string) => Promise<void>
  /** Rolls back and frees locks; never fails. */
  readonly close: () => Promise<void>
}

/** What the login needs to know of a user. */
export interface Account {
  readonly name: string
  readonly verifier: PasswordVerifier
  readonly status: "OPEN" | "LOCKED" | "EXPIRED"
}

/** What is kept of a password: enough to check one, not to tell it. */
export interface PasswordVerifier {
  readonly salt: Uint8Array
  readonly hash: Uint8Array
}

/** The engine as the wire sees it. */
export interface Engine {
  /** Services that a connect string may name, in upper case: XEPDB1, FREEPDB1. */
  readonly services: ReadonlyArray<string>
  /** `19.22.0.0.0`: the version whose rules hold. */
  readonly version: string
  /** null when there is no such user. */
  readonly findAccount: (user: string) => Promise<Account | null>
  readonly changePassword: (user: string, verifier: PasswordVerifier) => Promise<void>
  /** Fails with a DatabaseError: ORA-01045 without CREATE SESSION, ORA-28000 when locked. */
  readonly openSession: (input: { readonly user: string; readonly service: string }) => Promise<EngineSession>
  readonly close: () => Promise<void>
}

/** An error as a client sees it. Thrown inside the sandbox; it is never shown to a user of orapart's packages. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError"
  /** ORA number: 942. */
  readonly code: number
  /** Zero-based offset in the statement's text where Oracle gives one, else null. */
  readonly offset: number | null

  /** `message` is the whole text with prefix, further lines (ORA-06512 ...) included: `ORA-00942: table or view does not exist`. */
  constructor(code: number, message: string, offset: number | null = null) {
    super(message)
    this.code = code
    this.offset = offset
  }
}
