// Reads the three functions that execute: 94 in full, 4 and 78 for what a cursor already holds.
import { DatabaseError, type PreparedStatement } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"
import { readBindMetadatas, type BindMetadata } from "./bind-metadata.ts"
import { readBindRows, type RowLayout } from "./bind-values.ts"
import type { ExecuteCall, ReexecuteCall } from "./requests.ts"

const OPTION_PARSE = 0x1
const OPTION_EXECUTE = 0x20
const OPTION_FETCH = 0x40
const OPTION_COMMIT = 0x100
const OPTION_NOT_PLSQL = 0x8000
const OPTION_DESCRIBE_ONLY = 0x2_0000
const OPTION_BATCH_ERRORS = 0x8_0000
const EXECUTION_ROW_COUNTS = 0x4000
const REEXECUTION_COMMIT = 0x1
const VECTOR_LENGTH = 13

/** What reading an execution needs of the session: how a statement's binds are laid out. */
export interface StatementLookup {
  readonly prepare: (sql: string) => PreparedStatement
  /** Statement and binds of an open cursor; undefined when there is no such cursor. */
  readonly findCursor: (cursorId: number) => HeldStatement | undefined
}

/** What a cursor remembers for its next execution. */
export interface HeldStatement {
  readonly statement: PreparedStatement
  readonly isPlsql: boolean
  readonly binds: ReadonlyArray<BindMetadata>
}

const findHeld = (lookup: StatementLookup, cursorId: number): HeldStatement => {
  const held = lookup.findCursor(cursorId)
  if (held === undefined) throw new DatabaseError(1001, "ORA-01001: invalid cursor")
  return held
}

const layOut = (held: HeldStatement): RowLayout => ({
  binds: held.binds,
  omitted: new Set(held.statement.returning.filter((at) => at < held.binds.length)),
  isPlsql: held.isPlsql
})

interface ExecuteHead {
  readonly options: number
  readonly cursorId: number
  readonly hasSql: boolean
  readonly prefetchRows: number
  readonly bindCount: number
  readonly defineCount: number
}

function* readHead(reader: RequestReader): Reading<ExecuteHead> {
  const options = yield* reader.ub4()
  const cursorId = yield* reader.ub4()
  const hasSql = (yield* reader.u8()) !== 0
  const sqlBytes = yield* reader.ub4()
  yield* reader.skip(1)
  if ((yield* reader.ub4()) !== VECTOR_LENGTH) throw new ProtocolError("execution with an unknown vector")
  yield* reader.skip(3)
  const prefetchRows = yield* reader.ub4()
  yield* reader.ub4()
  yield* reader.skip(1)
  const bindCount = yield* reader.ub4()
  yield* reader.skip(6)
  const defineCount = yield* reader.ub4()
  yield* reader.ub4()
  yield* reader.skip(3)
  yield* reader.ub4()
  yield* reader.skip(1)
  yield* reader.ub4()
  yield* reader.ub4()
  yield* readHeadTail(reader)
  return { options, cursorId, hasSql: hasSql && sqlBytes > 0, prefetchRows, bindCount, defineCount }
}

// Pointers for row counts, the statement's signature and chunk numbers, none of which carries anything here.
function* readHeadTail(reader: RequestReader): Reading<void> {
  yield* reader.skip(1)
  yield* reader.ub4()
  yield* reader.skip(2)
  yield* reader.ub4()
  yield* reader.skip(1)
  yield* reader.ub4()
  yield* reader.skip(2)
  yield* reader.ub4()
}

/** Reads the body of function 94. */
export function* readExecute(reader: RequestReader, lookup: StatementLookup): Reading<ExecuteCall> {
  const head = yield* readHead(reader)
  const sql = head.hasSql ? yield* reader.text() : null
  const vector: Array<number> = []
  for (let at = 0; at < VECTOR_LENGTH; at++) vector.push(yield* reader.ub4())
  const [, count = 0, , , , , , isQuery = 0, , flags = 0] = vector
  const has = (option: number): boolean => (head.options & option) !== 0
  const isPlsql = !has(OPTION_NOT_PLSQL) && isQuery === 0
  const defines = head.defineCount > 0 ? yield* readBindMetadatas(reader, head.defineCount) : null
  const binds = head.bindCount > 0 ? yield* readBindMetadatas(reader, head.bindCount) : null
  const statement = sql === null ? null : lookup.prepare(sql)
  const iterations = isQuery !== 0 ? 1 : count
  const isExecute = has(OPTION_EXECUTE)
  const known = (): PreparedStatement => statement ?? findHeld(lookup, head.cursorId).statement
  const rows = isExecute
    ? yield* readBindRows(reader, layOut({ statement: known(), isPlsql, binds: binds ?? [] }), iterations)
    : []
  return {
    kind: "execute",
    cursorId: head.cursorId,
    statement: has(OPTION_PARSE) ? statement : null,
    isExecute,
    isFetch: has(OPTION_FETCH),
    isDescribeOnly: has(OPTION_DESCRIBE_ONLY),
    isCommit: has(OPTION_COMMIT),
    isBatchErrors: has(OPTION_BATCH_ERRORS),
    wantsRowCounts: (flags & EXECUTION_ROW_COUNTS) !== 0,
    isPlsql,
    prefetchRows: head.prefetchRows,
    binds,
    defines,
    rows
  }
}

/** Reads the body of function 4 or, with rows to fetch, 78. The binds are those of the cursor. */
export function* readReexecute(
  reader: RequestReader,
  lookup: StatementLookup,
  isFetching: boolean
): Reading<ReexecuteCall> {
  const cursorId = yield* reader.ub4()
  const count = yield* reader.ub4()
  yield* reader.ub4()
  const flags = yield* reader.ub4()
  const layout = layOut(findHeld(lookup, cursorId))
  const rows = yield* readBindRows(reader, layout, isFetching ? 1 : count)
  return {
    kind: "re-execute",
    cursorId,
    isCommit: (flags & REEXECUTION_COMMIT) !== 0,
    prefetchRows: isFetching ? count : 0,
    rows
  }
}
