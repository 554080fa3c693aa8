// Reads the values of binds. LOBs and cursors come as references, which are looked up when the request runs.
import type { OracleTypeName, SqlValue } from "../../engine/engine.ts"
import { decodeDouble, decodeFloat } from "../codec/binary-float.ts"
import { decodeText } from "../codec/character-data.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import { decodeDate, decodeTimestamp, decodeZonedTimestamp } from "../codec/oracle-date.ts"
import { decodeDaySecond, decodeYearMonth } from "../codec/oracle-interval.ts"
import { decodeNumber } from "../codec/oracle-number.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"
import type { BindMetadata } from "./bind-metadata.ts"

/** A LOB by its locator's bytes. */
export class LobReference {
  readonly locator: Buffer
  constructor(locator: Buffer) {
    this.locator = locator
  }
}

/** A cursor by its number; 0 is a cursor variable that nothing has opened. */
export class CursorReference {
  readonly cursorId: number
  constructor(cursorId: number) {
    this.cursorId = cursorId
  }
}

/** A value as it came. */
export type SentValue = SqlValue | LobReference | CursorReference
/** A bind's value in one row: one value, or the elements of an index-by table. */
export type SentBind = SentValue | ReadonlyArray<SentValue>

const ESCAPE_NULL = 253
const MESSAGE_ROW = 7

const decodeScalar = (type: OracleTypeName, form: number, bytes: Buffer): SqlValue => {
  switch (type) {
    case "NUMBER":
      return decodeNumber(bytes)
    case "DATE":
      return decodeDate(bytes)
    case "TIMESTAMP":
    case "TIMESTAMP WITH LOCAL TIME ZONE":
      return decodeTimestamp(bytes)
    case "TIMESTAMP WITH TIME ZONE":
      return decodeZonedTimestamp(bytes)
    case "INTERVAL YEAR TO MONTH":
      return decodeYearMonth(bytes)
    case "INTERVAL DAY TO SECOND":
      return decodeDaySecond(bytes)
    case "BINARY_DOUBLE":
      return decodeDouble(bytes)
    case "BINARY_FLOAT":
      return decodeFloat(bytes)
    case "BOOLEAN":
      return bytes[0] === 1
    case "RAW":
    case "LONG RAW":
      // A copy: the bytes lie in a packet that is given back when the request ends.
      return new Uint8Array(bytes)
    default:
      return bytes.length === 0 ? null : decodeText(bytes, form)
  }
}

function* readLob(reader: RequestReader): Reading<SentValue> {
  if ((yield* reader.ub4()) === 0) return null
  const locator = yield* reader.bytesWithLength()
  if (locator === null) throw new ProtocolError("LOB without a locator")
  return new LobReference(Buffer.from(locator))
}

function* readCursor(reader: RequestReader): Reading<SentValue> {
  const isOpen = (yield* reader.ub4()) !== 0
  return new CursorReference(isOpen ? yield* reader.ub4() : 0)
}

function* readValue(reader: RequestReader, bind: BindMetadata): Reading<SentValue> {
  if (bind.type === "CLOB" || bind.type === "NCLOB" || bind.type === "BLOB") return yield* readLob(reader)
  if (bind.type === "CURSOR") return yield* readCursor(reader)
  const short = reader.shortBytes()
  if (short !== undefined) return short === null ? null : decodeScalar(bind.type, bind.form, short)
  const length = yield* reader.u8()
  if (length === ESCAPE_NULL) {
    yield* reader.skip(1)
    return null
  }
  const bytes = yield* reader.bytesAfterLength(length)
  return bytes === null ? null : decodeScalar(bind.type, bind.form, bytes)
}

function* readBind(reader: RequestReader, bind: BindMetadata): Reading<SentBind> {
  if (bind.arraySize === null) return yield* readValue(reader, bind)
  const count = yield* reader.ub4()
  const values: Array<SentValue> = []
  for (let at = 0; at < count; at++) {
    reader.charge(1)
    values.push(yield* readValue(reader, bind))
  }
  return values
}

/** How the values of a row are laid out. */
export interface RowLayout {
  readonly binds: ReadonlyArray<BindMetadata>
  /** Positions without a value: RETURNING places. */
  readonly omitted: ReadonlySet<number>
  /** PL/SQL: long values stand in their place. */
  readonly isPlsql: boolean
}

// Positions in the order in which their values stand in a row.
const orderOf = (layout: RowLayout): ReadonlyArray<number> => {
  const sent = [...layout.binds.keys()].filter((at) => !layout.omitted.has(at))
  const isLate = (at: number): boolean => {
    const bind = layout.binds[at]
    return !layout.isPlsql && bind !== undefined && bind.isLong && bind.arraySize === null
  }
  return [...sent.filter((at) => !isLate(at)), ...sent.filter(isLate)]
}

function* readRow(
  reader: RequestReader,
  binds: ReadonlyArray<BindMetadata>,
  order: ReadonlyArray<number>
): Reading<ReadonlyArray<SentBind>> {
  const message = yield* reader.u8()
  if (message !== MESSAGE_ROW) throw new ProtocolError(`message ${message} where a row of binds was due`)
  reader.charge(binds.length)
  const row = binds.map((): SentBind => null)
  for (const at of order) {
    const bind = binds[at]
    if (bind !== undefined) row[at] = yield* readBind(reader, bind)
  }
  return row
}

/** Reads the rows of an execution; rows without any value to send are not on the wire. */
export function* readBindRows(
  reader: RequestReader,
  layout: RowLayout,
  iterations: number
): Reading<ReadonlyArray<ReadonlyArray<SentBind>>> {
  const rows: Array<ReadonlyArray<SentBind>> = []
  const order = orderOf(layout)
  if (order.length === 0) {
    reader.charge(iterations)
    const empty = layout.binds.map((): SentBind => null)
    for (let at = 0; at < iterations; at++) rows.push(empty)
    return rows
  }
  for (let at = 0; at < iterations; at++) rows.push(yield* readRow(reader, layout.binds, order))
  return rows
}
