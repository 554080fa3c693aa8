// Writes the results of DML and PL/SQL.
import type { BindValue, ExecuteResult } from "../../engine/engine.ts"
import { LobReference, type SentBind } from "../request/bind-values.ts"
import type { BindMetadata } from "../request/bind-metadata.ts"
import { writeColumns } from "../reply/write-describe.ts"
import { beginOutRow, writeDirections, writeOutBind, writeReturned } from "../reply/write-rows.ts"
import { writeExecuteParameters, type Outcome } from "../reply/write-status.ts"
import { writeLob } from "../reply/write-value.ts"
import { homeOf, openMade, type CallContext } from "./call-context.ts"
import type { Cursor } from "./cursor-table.ts"

const MESSAGE_IMPLICIT_RESULTS = 27

type DmlResult = Extract<ExecuteResult, { readonly kind: "dml" }>
type PlsqlResult = Extract<ExecuteResult, { readonly kind: "plsql" }>

const writeAllReturned = (context: CallContext, cursor: Cursor, result: DmlResult, isFirst: boolean): void => {
  const returning = new Set(cursor.statement?.returning)
  if (returning.size === 0) return
  const { writer } = context.reply
  const home = homeOf(context)
  const places = cursor.binds.filter((_, at) => returning.has(at))
  if (isFirst) writeDirections(writer, cursor.binds, returning)
  for (const returned of result.returned) writeReturned(writer, places, returned, home)
}

/** Writes what DML touched and returned; failed rows of a batch come as ORA-24381. */
export const writeDmlResult = (
  context: CallContext,
  cursor: Cursor,
  result: DmlResult,
  how: { readonly isFirst: boolean; readonly wantsRowCounts: boolean }
): Outcome => {
  const { writer } = context.reply
  writeAllReturned(context, cursor, result, how.isFirst)
  writeExecuteParameters(writer, how.wantsRowCounts ? result.rowCounts : null)
  const failed = result.batchErrors.length > 0
  return {
    code: failed ? 24_381 : 0,
    ...(failed ? { message: "ORA-24381: error(s) in array DML" } : {}),
    cursorId: cursor.id,
    rowCount: result.rowCounts.reduce((sum, count) => sum + count, 0),
    lastRowid: result.lastRowid,
    rowErrors: result.batchErrors
  }
}

// An IN bind that the block did not touch goes back by the locator with which it came.
const isUntouched = (sent: SentBind | undefined, before: BindValue | undefined, after: BindValue): boolean =>
  sent instanceof LobReference && before === after

interface OutRow {
  readonly after: ReadonlyArray<BindValue>
  readonly before: ReadonlyArray<BindValue>
  readonly sent: ReadonlyArray<SentBind>
}

const writeOutRow = (context: CallContext, binds: ReadonlyArray<BindMetadata>, row: OutRow): void => {
  const { writer } = context.reply
  const home = homeOf(context)
  beginOutRow(writer)
  for (const [at, bind] of binds.entries()) {
    const value = row.after[at] ?? null
    const sent = row.sent[at]
    if (sent instanceof LobReference && isUntouched(sent, row.before[at], value)) {
      writeLob(writer, context.lobs.find(sent.locator), bind.hasLobPrefetch)
      writer.u8(0)
    } else writeOutBind(writer, bind, value, home)
  }
}

const writeImplicitResults = (context: CallContext, result: PlsqlResult): void => {
  const { writer } = context.reply
  writer.u8(MESSAGE_IMPLICIT_RESULTS).ub(result.implicitResults.length)
  for (const query of result.implicitResults) {
    const cursorId = openMade(context, query)
    writer.u8(0)
    writeColumns(writer, query.columns)
    writer.ub(cursorId)
  }
}

/** Writes the values of all binds after a block, and the results that it returned on its own. */
export const writePlsqlResult = (
  context: CallContext,
  cursor: Cursor,
  result: PlsqlResult,
  how: {
    readonly isFirst: boolean
    readonly rows: ReadonlyArray<ReadonlyArray<SentBind>>
    readonly values: ReadonlyArray<ReadonlyArray<BindValue>>
  }
): Outcome => {
  const { writer } = context.reply
  if (cursor.binds.length > 0) {
    if (how.isFirst) writeDirections(writer, cursor.binds, null)
    for (const [at, after] of result.outRows.entries())
      writeOutRow(context, cursor.binds, { after, before: how.values[at] ?? [], sent: how.rows[at] ?? [] })
  }
  writeExecuteParameters(writer, null)
  if (result.implicitResults.length > 0) writeImplicitResults(context, result)
  return { code: 0, cursorId: cursor.id }
}
