// Describes the columns of a query.
import type { ResultColumn } from "../../engine/engine.ts"
import { CHARSET_UTF16, CHARSET_UTF8, FORM_NATIONAL, FORM_NONE } from "../codec/character-data.ts"
import { wireTypeOf } from "../codec/type-codes.ts"
import type { MessageWriter } from "../ttc/message-writer.ts"

const MESSAGE_DESCRIBE = 16
/** Longest value of a plain column; anything longer would change how clients read the row. */
const MAX_COLUMN_BYTES = 32_767
const LOB_BYTES = 4000
const NO_NUMBER_SCALE = -127

/** Length of values whose type fixes it, in bytes; character types and RAW bring their own. */
const fixedBytes: Readonly<Partial<Record<ResultColumn["type"], number>>> = {
  NUMBER: 22,
  BINARY_FLOAT: 4,
  BINARY_DOUBLE: 8,
  DATE: 7,
  TIMESTAMP: 11,
  "TIMESTAMP WITH TIME ZONE": 13,
  "TIMESTAMP WITH LOCAL TIME ZONE": 11,
  "INTERVAL YEAR TO MONTH": 5,
  "INTERVAL DAY TO SECOND": 11,
  CLOB: LOB_BYTES,
  NCLOB: LOB_BYTES,
  BLOB: LOB_BYTES,
  LONG: 0,
  "LONG RAW": 0,
  ROWID: 18,
  BOOLEAN: 1,
  CURSOR: 4
}

// A length of 0 would tell the client that there are no bytes to read; only LONG may have it.
const bytesOf = (column: ResultColumn): number =>
  fixedBytes[column.type] ?? Math.min(Math.max(column.sizeBytes ?? 1, 1), MAX_COLUMN_BYTES)

const precisionAndScale = (column: ResultColumn): readonly [number, number] => {
  if (column.type === "NUMBER") {
    const isBare = column.precision === null && column.scale === null
    return [column.precision ?? 0, isBare ? NO_NUMBER_SCALE : (column.scale ?? 0)]
  }
  return [column.precision ?? 0, column.scale ?? 0]
}

const charsetOf = (form: number): number =>
  form === FORM_NONE ? 0 : form === FORM_NATIONAL ? CHARSET_UTF16 : CHARSET_UTF8

const writeColumn = (writer: MessageWriter, column: ResultColumn, position: number): void => {
  const { code, form } = wireTypeOf(column.type)
  const [precision, scale] = precisionAndScale(column)
  const bytes = bytesOf(column)
  writer
    .u8(code)
    .u8(0)
    .u8(precision & 0xff)
    .u8(scale & 0xff)
  writer.ub(bytes).zeros(4)
  writer
    .ub(charsetOf(form))
    .u8(form)
    .ub(form === FORM_NONE ? 0 : bytes)
    .u8(0)
  writer.u8(column.isNullable ? 1 : 0).u8(Buffer.byteLength(column.name) & 0xff)
  writer.countedText(column.name).zeros(2).ub(position).u8(0)
}

/** Writes the columns as they stand inside another message: a REF CURSOR or an implicit result. */
export const writeColumns = (writer: MessageWriter, columns: ReadonlyArray<ResultColumn>): void => {
  const rowBytes = columns.reduce((sum, column) => sum + bytesOf(column), 0)
  writer.ub(rowBytes).ub(columns.length)
  if (columns.length > 0) writer.u8(0)
  for (const [at, column] of columns.entries()) writeColumn(writer, column, at + 1)
  writer.zeros(6)
}

/** Writes the message that describes a query. */
export const writeDescribe = (writer: MessageWriter, columns: ReadonlyArray<ResultColumn>): void => {
  writer.u8(MESSAGE_DESCRIBE).u8(0)
  writeColumns(writer, columns)
}
