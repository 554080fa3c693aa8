// Values while a block runs. NUMBER is Num, characters, CLOB and ROWID are strings, BOOLEAN is boolean, RAW and BLOB are bytes; NULL is null, and a text of
// length 0 is a CLOB or nothing. What belongs to a variable (length, precision) is in types.ts.
import type { OracleTypeName, QueryCursor, SqlValue } from "../engine/engine.ts"
import type { CollectionValue } from "./collection.ts"
import type { Num } from "./number.ts"
import { Big, plainText } from "./number.ts"
import { readNum } from "./number-text.ts"
import type { RecordValue } from "./record.ts"

/** Datetimes and intervals, as the text of SqlValue. */
export class Moment {
  readonly type: OracleTypeName
  readonly text: string

  constructor(type: OracleTypeName, text: string) {
    this.type = type
    this.text = text
  }
}

/** BINARY_FLOAT and BINARY_DOUBLE. */
export class Binary {
  readonly type: "BINARY_FLOAT" | "BINARY_DOUBLE"
  readonly value: number

  constructor(type: "BINARY_FLOAT" | "BINARY_DOUBLE", value: number) {
    this.type = type
    this.value = type === "BINARY_FLOAT" ? Math.fround(value) : value
  }
}

/** An open or closed cursor behind a cursor variable; several variables may share it. */
export interface CursorState {
  cursor: QueryCursor | null
  rowCount: number
  /** null before the first fetch. */
  isFound: boolean | null
}

/** What a cursor variable holds. */
export class CursorHandle {
  readonly state: CursorState

  constructor(cursor: QueryCursor | null = null) {
    this.state = { cursor, rowCount: 0, isFound: null }
  }
}

/** Any value. */
export type Value =
  | null
  | Num
  | string
  | boolean
  | Uint8Array
  | Moment
  | Binary
  | CursorHandle
  | RecordValue
  | CollectionValue

/** Now or later: what needs no SQL is there at once. */
export type Eventual<T> = T | Promise<T>

/** Goes on with a value, at once when it is there. */
export const after = <T, R>(value: Eventual<T>, go: (value: T) => Eventual<R>): Eventual<R> =>
  value instanceof Promise ? value.then(go) : go(value)

/** All values one after the other. */
export const inOrder = <T, R>(
  items: ReadonlyArray<T>,
  run: (item: T, at: number) => Eventual<R>,
  from = 0,
  done: R[] = []
): Eventual<ReadonlyArray<R>> => {
  for (let at = from; at < items.length; at += 1) {
    const result = run(items[at] as T, at)
    if (result instanceof Promise)
      return result.then((value) => {
        done.push(value)
        return inOrder(items, run, at + 1, done)
      })
    done.push(result)
  }
  return done
}

/** NUMBER or not. */
export const isNum = (value: unknown): value is Num => typeof value === "number" || value instanceof Big

const moments: ReadonlySet<OracleTypeName> = new Set<OracleTypeName>([
  "DATE",
  "TIMESTAMP",
  "TIMESTAMP WITH TIME ZONE",
  "TIMESTAMP WITH LOCAL TIME ZONE",
  "INTERVAL YEAR TO MONTH",
  "INTERVAL DAY TO SECOND"
])

/** A value of a query as the interpreter has it. */
export const fromSql = (type: OracleTypeName, value: SqlValue): Value => {
  if (value === null || typeof value === "boolean" || value instanceof Uint8Array) return value
  if (typeof value === "number") return new Binary(type === "BINARY_FLOAT" ? type : "BINARY_DOUBLE", value)
  if (typeof value === "object") return new CursorHandle(value)
  if (type === "NUMBER") return readNum(value)
  if (moments.has(type)) return new Moment(type, value)
  return value === "" && type !== "CLOB" && type !== "NCLOB" ? null : value
}

/** A value as SQL takes it. Records and collections have no such form: null. */
export const toSql = (value: Value): SqlValue => {
  if (value === null || typeof value === "string" || typeof value === "boolean" || value instanceof Uint8Array)
    return value
  if (isNum(value)) return plainText(value)
  if (value instanceof Moment) return value.text
  if (value instanceof Binary) return value.value
  if (value instanceof CursorHandle) return value.state.cursor
  return null
}

/** The type that a value shows by itself; `whenNull` when it shows none. */
export const typeOfValue = (value: Value, whenNull: OracleTypeName = "VARCHAR2"): OracleTypeName => {
  if (isNum(value)) return "NUMBER"
  if (typeof value === "boolean") return "BOOLEAN"
  if (value instanceof Moment || value instanceof Binary) return value.type
  if (value instanceof Uint8Array) return whenNull === "BLOB" ? "BLOB" : "RAW"
  if (value instanceof CursorHandle) return "CURSOR"
  return typeof value === "string" && whenNull === "NUMBER" ? "VARCHAR2" : whenNull
}
