// Sends rows of an open query, in small batches, as fast as the client reads.
import { DatabaseError, type ResultColumn } from "../../engine/engine.ts"
import { isLob } from "../codec/type-codes.ts"
import { writeDescribe } from "../reply/write-describe.ts"
import { shapeColumns, writeRow, writeRowHeader } from "../reply/write-rows.ts"
import { NO_MORE_ROWS, type Outcome } from "../reply/write-status.ts"
import { assertGoing, homeOf, type CallContext } from "./call-context.ts"
import { endQuery, type Cursor } from "./cursor-table.ts"

/** Rows asked of the engine at a time. */
const BATCH_ROWS = 200

const isSameColumn = (left: ResultColumn, right: ResultColumn | undefined): boolean =>
  right !== undefined &&
  left.name === right.name &&
  left.type === right.type &&
  left.sizeBytes === right.sizeBytes &&
  left.precision === right.precision &&
  left.scale === right.scale &&
  left.isNullable === right.isNullable

const isSame = (left: ReadonlyArray<ResultColumn>, right: ReadonlyArray<ResultColumn>): boolean =>
  left === right || (left.length === right.length && left.every((column, at) => isSameColumn(column, right[at])))

/** Describes the query's columns unless the client knows them; types it wanted for other columns are forgotten. */
export const describeOnce = (context: CallContext, cursor: Cursor, columns: ReadonlyArray<ResultColumn>): void => {
  if (cursor.described !== null && isSame(cursor.described, columns)) return
  writeDescribe(context.reply.writer, columns)
  context.reply.markWhole()
  cursor.described = columns
  cursor.defines = null
}

/** LOB columns need the client's wish (locator or whole value) before the first row. */
export const needsDefines = (cursor: Cursor): boolean =>
  cursor.defines === null && (cursor.described ?? []).some((column) => isLob(column.type))

/** Sends at most `count` rows and tells how it ended: 1403 after the last row. Fails with ORA-01002 when no query is open. */
export const sendRows = async (context: CallContext, cursor: Cursor, count: number): Promise<Outcome> => {
  const { query } = cursor
  if (query === null) throw new DatabaseError(1002, "ORA-01002: fetch out of sequence")
  const { reply } = context
  const shapes = shapeColumns(query.columns, cursor.defines)
  const home = homeOf(context)
  if (count > 0) writeRowHeader(reply.writer, Math.min(count, BATCH_ROWS))
  reply.markWhole()
  for (let left = count; left > 0; left -= BATCH_ROWS) {
    const wanted = Math.min(left, BATCH_ROWS)
    const rows = await fetchRows(context, cursor, wanted)
    for (const row of rows) {
      writeRow(reply.writer, shapes, row, home)
      reply.markWhole()
    }
    cursor.sentRows += rows.length
    if (rows.length < wanted) {
      endQuery(cursor)
      return { ...NO_MORE_ROWS, cursorId: cursor.id, rowCount: cursor.sentRows }
    }
    await reply.spill()
  }
  return { code: 0, cursorId: cursor.id, rowCount: cursor.sentRows }
}

// A query that has failed, or was broken off, has no further rows.
const fetchRows = async (context: CallContext, cursor: Cursor, count: number) => {
  assertGoing(context)
  try {
    const rows = (await cursor.query?.fetch(count)) ?? []
    assertGoing(context)
    return rows
  } catch (error) {
    endQuery(cursor)
    throw error
  }
}
