// The parts of node-oracledb that the battery uses, as types: the driver brings none of its own.
import { createRequire } from "node:module"

/** An error of the driver or of the server. */
export interface DriverError extends Error {
  readonly code?: string
  readonly errorNum?: number
  readonly offset?: number
}

export interface ColumnMetaData {
  readonly name: string
  readonly dbTypeName: string
  readonly nullable: boolean
  readonly precision?: number
  readonly scale?: number
  readonly byteSize?: number
}

export type Row = ReadonlyArray<unknown>

export interface ResultSet {
  readonly metaData: ReadonlyArray<ColumnMetaData>
  getRow(): Promise<Row | undefined>
  getRows(count?: number): Promise<ReadonlyArray<Row>>
  close(): Promise<void>
}

export interface Result {
  readonly rows?: ReadonlyArray<Row>
  readonly metaData?: ReadonlyArray<ColumnMetaData>
  readonly resultSet?: ResultSet
  readonly rowsAffected?: number
  readonly lastRowid?: string
  readonly outBinds?: unknown
  readonly implicitResults?: ReadonlyArray<ReadonlyArray<Row> | ResultSet>
  readonly warning?: DriverError
  readonly batchErrors?: ReadonlyArray<DriverError>
  readonly dmlRowCounts?: ReadonlyArray<number>
}

export interface Lob extends AsyncIterable<string | Uint8Array> {
  readonly length: number
  pieceSize: number
  getData(): Promise<string | Uint8Array | null>
  setEncoding(encoding: string): this
  write(piece: string): boolean
  end(): this
  destroy(): this
  once(event: "finish" | "error", listener: (error: Error) => void): this
}

export interface Connection {
  readonly oracleServerVersionString: string
  readonly serviceName: string
  readonly transactionInProgress: boolean
  callTimeout: number
  currentSchema: string
  module: string
  action: string
  clientId: string
  clientInfo: string
  dbOp: string
  execute(sql: string, binds?: unknown, options?: object): Promise<Result>
  executeMany(sql: string, binds: unknown, options?: object): Promise<Result>
  queryStream(sql: string, binds?: unknown, options?: object): AsyncIterable<Row>
  getStatementInfo(sql: string): Promise<{
    readonly bindNames: ReadonlyArray<string>
    readonly statementType: number
    readonly metaData?: ReadonlyArray<ColumnMetaData>
  }>
  createLob(type: unknown): Promise<Lob>
  commit(): Promise<void>
  rollback(): Promise<void>
  ping(): Promise<void>
  break(): Promise<void>
  changePassword(user: string, old: string, next: string): Promise<void>
  tpcBegin(xid: object, flag?: number, timeout?: number): Promise<void>
  close(): Promise<void>
}

export interface Pool {
  getConnection(): Promise<Connection>
  close(drainTime?: number): Promise<void>
}

/** The driver. Its many constants are read by name. */
export interface OracleDriver {
  readonly versionString: string
  readonly BIND_IN: number
  readonly BIND_OUT: number
  readonly BIND_INOUT: number
  readonly CURSOR: unknown
  readonly STRING: unknown
  readonly NUMBER: unknown
  readonly BUFFER: unknown
  readonly DATE: unknown
  readonly DB_TYPE_VARCHAR: unknown
  readonly DB_TYPE_NVARCHAR: unknown
  readonly DB_TYPE_NUMBER: unknown
  readonly DB_TYPE_CLOB: unknown
  readonly DB_TYPE_NCLOB: unknown
  readonly DB_TYPE_BLOB: unknown
  readonly DB_TYPE_RAW: unknown
  readonly DB_TYPE_BOOLEAN: unknown
  readonly DB_TYPE_DATE: unknown
  readonly DB_TYPE_TIMESTAMP: unknown
  readonly DB_TYPE_TIMESTAMP_TZ: unknown
  readonly DB_TYPE_TIMESTAMP_LTZ: unknown
  readonly DB_TYPE_INTERVAL_YM: unknown
  readonly DB_TYPE_INTERVAL_DS: unknown
  readonly DB_TYPE_BINARY_DOUBLE: unknown
  readonly DB_TYPE_BINARY_FLOAT: unknown
  readonly STMT_TYPE_SELECT: number
  readonly OUT_FORMAT_OBJECT: number
  readonly IntervalYM: new (parts: object) => object
  readonly IntervalDS: new (parts: object) => object
  getConnection(attributes: object): Promise<Connection>
  createPool(attributes: object): Promise<Pool>
}

const require = createRequire(import.meta.url)

/** Loads a version of the driver by the name under which it is installed: oracledb, oracledb-7, oracledb-6. */
export const loadDriver = (name: string): OracleDriver => require(name)
