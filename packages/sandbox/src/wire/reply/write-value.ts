// Writes single values: of columns and of OUT binds.
import { DatabaseError, type OracleTypeName, type QueryCursor, type SqlValue } from "../../engine/engine.ts"
import { encodeDouble, encodeFloat } from "../codec/binary-float.ts"
import { encodeText, FORM_NATIONAL } from "../codec/character-data.ts"
import { unencodable } from "../codec/encoding-error.ts"
import { encodeDate, encodeLocalTimestamp, encodeTimestamp, encodeZonedTimestamp } from "../codec/oracle-date.ts"
import { encodeDaySecond, encodeYearMonth } from "../codec/oracle-interval.ts"
import { encodeNumber } from "../codec/oracle-number.ts"
import { parseRowid } from "../codec/rowid.ts"
import type { StoredLob } from "../call/lob-store.ts"
import type { MessageWriter } from "../ttc/message-writer.ts"
import { writeColumns } from "./write-describe.ts"

/** Chunk size told with a LOB, in characters or bytes. */
export const LOB_CHUNK = 8060
const ROWID_BYTES = 13

/** Where LOBs and cursors get their numbers. */
export interface ValueHome {
  readonly keepLob: (value: string | Uint8Array, form: number) => StoredLob
  readonly openCursor: (query: QueryCursor) => number
}

const asText = (value: SqlValue, type: OracleTypeName): string => {
  if (typeof value !== "string") throw unencodable(type)
  return value
}

const asBytes = (value: SqlValue, type: OracleTypeName): Uint8Array => {
  if (!(value instanceof Uint8Array)) throw unencodable(type)
  return value
}

const asNumber = (value: SqlValue, type: OracleTypeName): number => {
  if (typeof value !== "number") throw unencodable(type)
  return value
}

const isQueryCursor = (value: SqlValue): value is QueryCursor =>
  typeof value === "object" && value !== null && "fetch" in value

/** Bytes of a value that is neither LOB nor cursor. Fails with ORA-00600 when the value does not suit the type. */
export const encodeScalar = (type: OracleTypeName, form: number, value: SqlValue): Uint8Array => {
  switch (type) {
    case "NUMBER":
      return encodeNumber(asText(value, type))
    case "DATE":
      return encodeDate(asText(value, type))
    case "TIMESTAMP":
      return encodeTimestamp(asText(value, type))
    case "TIMESTAMP WITH TIME ZONE":
      return encodeZonedTimestamp(asText(value, type))
    case "TIMESTAMP WITH LOCAL TIME ZONE":
      return encodeLocalTimestamp(asText(value, type))
    case "INTERVAL YEAR TO MONTH":
      return encodeYearMonth(asText(value, type))
    case "INTERVAL DAY TO SECOND":
      return encodeDaySecond(asText(value, type))
    case "BINARY_DOUBLE":
      return encodeDouble(asNumber(value, type))
    case "BINARY_FLOAT":
      return encodeFloat(asNumber(value, type))
    case "RAW":
    case "LONG RAW":
    case "BLOB":
      return asBytes(value, type)
    case "BOOLEAN":
      if (typeof value !== "boolean") throw unencodable(type)
      return value ? Buffer.of(1, 1) : Buffer.of(0)
    default:
      return encodeText(asText(value, type), form)
  }
}

/** Writes a LOB by its locator. */
export const writeLob = (writer: MessageWriter, lob: StoredLob, hasPrefetch: boolean): void => {
  writer.ub(lob.locator.length)
  if (hasPrefetch) writer.ub(lob.content.length).ub(LOB_CHUNK)
  writer.bytesWithLength(lob.locator)
}

const writeCursor = (writer: MessageWriter, value: SqlValue, home: ValueHome): void => {
  if (!isQueryCursor(value)) throw unencodable("CURSOR")
  const cursorId = home.openCursor(value)
  writer.u8(1)
  writeColumns(writer, value.columns)
  writer.ub(cursorId)
}

const writeRowid = (writer: MessageWriter, text: string): void => {
  const { object, file, block, slot } = parseRowid(text)
  writer.u8(ROWID_BYTES).ub(object).ub(file).u8(0).ub(block).ub(slot)
}

/** How a value is to be written. */
export interface ValueShape {
  readonly type: OracleTypeName
  readonly form: number
  /** A LOB: with its length and chunk size. */
  readonly hasLobPrefetch: boolean
  /** LONG, and a LOB that is fetched as one piece: followed by an indicator and a code. */
  readonly isInline: boolean
}

const writeKept = (writer: MessageWriter, shape: ValueShape, value: SqlValue, home: ValueHome): void => {
  const content = shape.type === "BLOB" ? asBytes(value, shape.type) : asText(value, shape.type)
  writeLob(writer, home.keepLob(content, shape.form), shape.hasLobPrefetch)
}

/** Writes a column's value in a row. */
export const writeColumnValue = (writer: MessageWriter, shape: ValueShape, value: SqlValue, home: ValueHome): void => {
  const { type, form, isInline } = shape
  if (value === null) writer.u8(0)
  else if (isInline) writer.bytesWithLength(encodeScalar(type, form, value))
  else if (type === "CLOB" || type === "NCLOB" || type === "BLOB") writeKept(writer, shape, value, home)
  else if (type === "CURSOR") writeCursor(writer, value, home)
  else if (type === "ROWID") writeRowid(writer, asText(value, type))
  else if (typeof value === "string" && type === "VARCHAR2") writer.text(value)
  else writer.bytesWithLength(encodeScalar(type, form, value))
  if (isInline) writer.zeros(2)
}

/** Writes an OUT bind's value, with the indicator that says it is whole. Fails with ORA-06502 when it is longer than the bind. */
export const writeBindValue = (
  writer: MessageWriter,
  shape: ValueShape & { readonly maxBytes: number },
  value: SqlValue,
  home: ValueHome
): void => {
  const { type, form } = shape
  if (value === null || value === "") writer.u8(0)
  else if (type === "CLOB" || type === "NCLOB" || type === "BLOB") writeKept(writer, shape, value, home)
  else if (type === "CURSOR") writeCursor(writer, value, home)
  else {
    const bytes = encodeScalar(type, form, value)
    const isSized = type === "RAW" || form === FORM_NATIONAL || typeof value === "string"
    if (isSized && bytes.length > shape.maxBytes) throw bufferTooSmall(type)
    writer.bytesWithLength(bytes)
  }
  writer.u8(0)
}

const bufferTooSmall = (type: OracleTypeName): DatabaseError =>
  new DatabaseError(
    6502,
    `ORA-06502: PL/SQL: numeric or value error: ${type === "RAW" ? "raw variable length too long" : "character string buffer too small"}`
  )
