// Runs an execution and writes what came of it.
import type { BindValue, ExecuteResult, PreparedStatement } from "../../engine/engine.ts"
import { DatabaseError } from "../../engine/engine.ts"
import { declareBind } from "../request/bind-metadata.ts"
import type { SentBind } from "../request/bind-values.ts"
import type { ExecuteCall, ReexecuteCall } from "../request/requests.ts"
import type { Outcome } from "../reply/write-status.ts"
import { assertGoing, type CallContext } from "./call-context.ts"
import { endQuery, type Cursor } from "./cursor-table.ts"
import { describeOnce, needsDefines, sendRows } from "./send-rows.ts"
import { checkBindCount, resolveRows } from "./sent-binds.ts"
import { writeDmlResult, writePlsqlResult } from "./write-result.ts"

/** How an execution is to be done; what 4 and 78 do not say is left out. */
interface Execution {
  readonly rows: ReadonlyArray<ReadonlyArray<SentBind>>
  readonly isFirst: boolean
  readonly isCommit: boolean
  readonly isBatchErrors: boolean
  readonly wantsRowCounts: boolean
  readonly fetchRows: number
}

const runEngine = async (
  context: CallContext,
  cursor: Cursor,
  statement: PreparedStatement,
  values: ReadonlyArray<ReadonlyArray<BindValue>>,
  how: { readonly isBatchErrors: boolean; readonly isCommit: boolean; readonly isParseOnly: boolean }
): Promise<ExecuteResult> => {
  assertGoing(context)
  const result = await context.session.execute({
    statement,
    declarations: how.isParseOnly ? [] : cursor.binds.map(declareBind),
    rows: values,
    isBatchErrors: how.isBatchErrors,
    isAutoCommit: how.isCommit,
    isParseOnly: how.isParseOnly,
    signal: context.signal
  })
  if (context.signal.aborted && result.kind === "query") result.cursor.close()
  assertGoing(context)
  return result
}

const statementOf = (cursor: Cursor): PreparedStatement => {
  if (cursor.statement === null) throw new DatabaseError(1002, "ORA-01002: fetch out of sequence")
  return cursor.statement
}

const execute = async (context: CallContext, cursor: Cursor, execution: Execution): Promise<Outcome> => {
  const statement = statementOf(cursor)
  checkBindCount(statement, cursor.binds)
  endQuery(cursor)
  cursor.sentRows = 0
  const values = resolveRows(context, execution.rows)
  const result = await runEngine(context, cursor, statement, values, { ...execution, isParseOnly: false })
  switch (result.kind) {
    case "query":
      cursor.query = result.cursor
      describeOnce(context, cursor, result.cursor.columns)
      return sendRows(context, cursor, needsDefines(cursor) ? 0 : execution.fetchRows)
    case "dml":
      return writeDmlResult(context, cursor, result, execution)
    case "plsql":
      return writePlsqlResult(context, cursor, result, { ...execution, values })
    case "ddl":
      // A client parses DDL anew each time, so nobody would come back for the cursor.
      context.cursors.close(cursor.id)
      return { code: 0, hasCompileErrors: result.hasCompileErrors }
    case "other":
      return { code: 0, cursorId: cursor.id }
  }
}

const parseOnly = async (context: CallContext, cursor: Cursor): Promise<Outcome> => {
  const how = { isBatchErrors: false, isCommit: false, isParseOnly: true }
  const result = await runEngine(context, cursor, statementOf(cursor), [], how)
  if (result.kind === "query") {
    describeOnce(context, cursor, result.cursor.columns)
    result.cursor.close()
  }
  return { code: 0, cursorId: cursor.id }
}

// A cursor that was described but never executed, because its LOB columns had to be settled first.
const executeLate = (context: CallContext, cursor: Cursor, fetchRows: number): Promise<Outcome> =>
  execute(context, cursor, {
    rows: [[]],
    isFirst: false,
    isCommit: false,
    isBatchErrors: false,
    wantsRowCounts: false,
    fetchRows
  })

// Rows of a query that is already open. A client fetches a REF CURSOR with LOBs in the same breath as it says how it wants them, and takes what comes
// for all there is: everything has to be sent.
const fetchOpened = (context: CallContext, cursor: Cursor, call: ExecuteCall): Promise<Outcome> => {
  const rows = call.isFetch ? call.prefetchRows : 0
  if (cursor.query === null && cursor.statement?.kind === "query") return executeLate(context, cursor, rows)
  const isRefCursor = cursor.statement === null
  return sendRows(context, cursor, isRefCursor && call.defines !== null ? Number.MAX_SAFE_INTEGER : rows)
}

const openFor = (context: CallContext, call: ExecuteCall): Cursor => {
  const cursor = call.cursorId === 0 ? context.cursors.open(null) : context.cursors.get(call.cursorId)
  if (call.cursorId === 0) context.madeCursors.push(cursor.id)
  if (call.statement !== null) {
    endQuery(cursor)
    cursor.statement = call.statement
    cursor.described = null
    cursor.defines = null
    cursor.binds = []
  }
  if (call.isExecute) {
    cursor.isPlsql = call.isPlsql
    cursor.binds = call.binds ?? []
  }
  if (call.defines !== null) cursor.defines = call.defines
  return cursor
}

/** Runs function 94. */
export const runExecute = (context: CallContext, call: ExecuteCall): Promise<Outcome> => {
  const cursor = openFor(context, call)
  if (call.isDescribeOnly || (call.statement !== null && !call.isExecute)) return parseOnly(context, cursor)
  if (!call.isExecute) return fetchOpened(context, cursor, call)
  return execute(context, cursor, { ...call, isFirst: true, fetchRows: call.isFetch ? call.prefetchRows : 0 })
}

/** Runs functions 4 and 78. */
export const runReexecute = (context: CallContext, call: ReexecuteCall): Promise<Outcome> =>
  execute(context, context.cursors.get(call.cursorId), {
    rows: call.rows,
    isFirst: false,
    isCommit: call.isCommit,
    isBatchErrors: false,
    wantsRowCounts: false,
    fetchRows: call.prefetchRows
  })
