// Writes rows: of queries, of RETURNING and of PL/SQL's OUT binds.
import type { BindValue, ResultColumn, SqlRow, SqlValue } from "../../engine/engine.ts"
import { isLob, wireTypeOf } from "../codec/type-codes.ts"
import type { BindMetadata } from "../request/bind-metadata.ts"
import type { MessageWriter } from "../ttc/message-writer.ts"
import { writeBindValue, writeColumnValue, type ValueHome, type ValueShape } from "./write-value.ts"

const MESSAGE_ROW_HEADER = 6
const MESSAGE_ROW = 7
const MESSAGE_DIRECTIONS = 11
const DIRECTION_OUT = 16
const DIRECTION_IN = 32
const DIRECTION_BOTH = 48

/** How the columns of a query are written, after what the client wants them as. */
export const shapeColumns = (
  columns: ReadonlyArray<ResultColumn>,
  defines: ReadonlyArray<BindMetadata> | null
): ReadonlyArray<ValueShape> =>
  columns.map(({ type }, at) => {
    const define = defines?.[at]
    const isLobColumn = isLob(type)
    const isWhole = isLobColumn && define !== undefined && !isLob(define.type)
    return {
      type,
      form: isWhole && type !== "BLOB" ? define.form : wireTypeOf(type).form,
      hasLobPrefetch: isLobColumn && (define?.hasLobPrefetch ?? false),
      isInline: isWhole || type === "LONG" || type === "LONG RAW"
    }
  })

/** Writes what stands before the rows of one reply. */
export const writeRowHeader = (writer: MessageWriter, rows: number): void => {
  writer.u8(MESSAGE_ROW_HEADER).zeros(3).ub(rows).zeros(3)
}

/** Writes a row of a query. */
export const writeRow = (
  writer: MessageWriter,
  shapes: ReadonlyArray<ValueShape>,
  row: SqlRow,
  home: ValueHome
): void => {
  writer.u8(MESSAGE_ROW)
  for (let at = 0; at < shapes.length; at++) {
    const shape = shapes[at]
    if (shape !== undefined) writeColumnValue(writer, shape, row[at] ?? null, home)
  }
}

/**
 * Writes which binds go out. In PL/SQL all are called IN OUT: the server does not know better, and a client keeps only what the application declared OUT.
 * In SQL only RETURNING places go out.
 */
export const writeDirections = (
  writer: MessageWriter,
  binds: ReadonlyArray<BindMetadata>,
  returning: ReadonlySet<number> | null
): void => {
  writer.u8(MESSAGE_DIRECTIONS).u8(0)
  writer
    .ub(binds.length % 256)
    .ub(Math.floor(binds.length / 256))
    .zeros(4)
  for (const at of binds.keys())
    writer.u8(returning === null ? DIRECTION_BOTH : returning.has(at) ? DIRECTION_OUT : DIRECTION_IN)
}

const shapeBind = (bind: BindMetadata): ValueShape & { readonly maxBytes: number } => ({
  type: bind.type === "ROWID" ? "VARCHAR2" : bind.type,
  form: bind.form,
  hasLobPrefetch: bind.hasLobPrefetch,
  isInline: false,
  maxBytes: bind.maxBytes
})

/** Writes what one iteration returned: per RETURNING place the values of all rows that it touched. */
export const writeReturned = (
  writer: MessageWriter,
  places: ReadonlyArray<BindMetadata>,
  returned: ReadonlyArray<ReadonlyArray<SqlValue>>,
  home: ValueHome
): void => {
  writer.u8(MESSAGE_ROW)
  for (const [at, bind] of places.entries()) {
    const values = returned[at] ?? []
    writer.ub(values.length)
    for (const value of values) writeBindValue(writer, shapeBind(bind), value, home)
  }
}

const isElements = (value: BindValue): value is ReadonlyArray<SqlValue> => Array.isArray(value)

/** Writes one bind of a PL/SQL call: a value, or the elements of an index-by table. */
export const writeOutBind = (writer: MessageWriter, bind: BindMetadata, value: BindValue, home: ValueHome): void => {
  if (bind.arraySize === null) {
    writeBindValue(writer, shapeBind(bind), isElements(value) ? (value[0] ?? null) : value, home)
    return
  }
  const elements = isElements(value) ? value : []
  writer.ub(elements.length)
  for (const element of elements) writeBindValue(writer, shapeBind(bind), element, home)
}

/** Begins a row of OUT binds. */
export const beginOutRow = (writer: MessageWriter): void => {
  writer.u8(MESSAGE_ROW)
}
