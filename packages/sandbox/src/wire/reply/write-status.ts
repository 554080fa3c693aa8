// The messages that end a reply: the error message, which is sent for success too, and the short status.
import type { DatabaseError } from "../../engine/engine.ts"
import { parseRowid, type RowidParts } from "../codec/rowid.ts"
import type { MessageWriter } from "../ttc/message-writer.ts"

const MESSAGE_ERROR = 4
const MESSAGE_STATUS = 9
const CALL_IN_TRANSACTION = 2
const WARNING_COMPILATION = 0x20
const MAX_OFFSET = 65_535
const MAX_BATCH_ERRORS = 65_535
const NO_ROWID: RowidParts = { object: 0, file: 0, block: 0, slot: 0 }

/** A failed row of a batch as it goes out. */
export interface RowError {
  readonly row: number
  readonly error: DatabaseError
}

/** How a call ended. */
export interface Outcome {
  /** ORA number; 0 is success, 1403 the end of a query. */
  readonly code: number
  /** Text of the error, with its prefix. */
  readonly message?: string
  /** Zero-based place in the statement. */
  readonly offset?: number | null
  readonly cursorId?: number
  readonly rowCount?: number
  readonly lastRowid?: string | null
  readonly hasCompileErrors?: boolean
  readonly rowErrors?: ReadonlyArray<RowError>
}

/** The end of a query. */
export const NO_MORE_ROWS: Outcome = { code: 1403, message: "ORA-01403: no data found" }

const writeRowErrors = (writer: MessageWriter, errors: ReadonlyArray<RowError>): void => {
  const sent = errors.slice(0, MAX_BATCH_ERRORS)
  writer.ub(sent.length)
  if (sent.length > 0) writer.u8(0)
  for (const { error } of sent) writer.ub(error.code)
  writer.ub(sent.length)
  if (sent.length > 0) writer.u8(0)
  for (const { row } of sent) writer.ub(row)
  writer.ub(sent.length)
  if (sent.length > 0) writer.u8(0)
  for (const { error } of sent)
    writer
      .ub(Buffer.byteLength(error.message) & 0xffff)
      .text(error.message)
      .zeros(2)
}

/** Writes the error message of an outcome. */
export const writeOutcome = (writer: MessageWriter, outcome: Outcome, isInTransaction: boolean): void => {
  const { code, rowCount = 0, rowErrors = [] } = outcome
  const rowid = outcome.lastRowid ? parseRowid(outcome.lastRowid) : NO_ROWID
  writer
    .u8(MESSAGE_ERROR)
    .ub(isInTransaction ? CALL_IN_TRANSACTION : 0)
    .u8(0)
  writer
    .ub(Math.min(rowCount, 0xffff_ffff))
    .ub(code & 0xffff)
    .zeros(2)
  writer.ub(outcome.cursorId ?? 0).ub(Math.min(outcome.offset ?? 0, MAX_OFFSET))
  writer.zeros(5).u8(outcome.hasCompileErrors === true ? WARNING_COMPILATION : 0)
  writer.ub(rowid.object).ub(rowid.file).u8(0).ub(rowid.block).ub(rowid.slot)
  writer.zeros(6)
  writeRowErrors(writer, rowErrors)
  writer.ub(code).ub(rowCount)
  if (code !== 0) writer.text(outcome.message ?? `ORA-${String(code).padStart(5, "0")}`)
}

/** Writes the short status of a call without a result. */
export const writeStatus = (writer: MessageWriter, isInTransaction: boolean): void => {
  writer
    .u8(MESSAGE_STATUS)
    .ub(isInTransaction ? CALL_IN_TRANSACTION : 0)
    .u8(0)
}

/** Writes what stands before the end of an execution: with the rows touched by each iteration when they were asked for. */
export const writeExecuteParameters = (writer: MessageWriter, rowCounts: ReadonlyArray<number> | null): void => {
  writer.u8(8).ub(2).zeros(2).zeros(3)
  if (rowCounts === null) return
  writer.ub(rowCounts.length)
  for (const count of rowCounts) writer.ub(count)
}
