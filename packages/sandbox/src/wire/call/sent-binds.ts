// Turns binds as they came into what the engine takes: LOBs by their content, cursors by their query.
import { DatabaseError, type BindValue, type PreparedStatement, type SqlValue } from "../../engine/engine.ts"
import { CursorReference, LobReference, type SentBind, type SentValue } from "../request/bind-values.ts"
import type { BindMetadata } from "../request/bind-metadata.ts"
import type { CallContext } from "./call-context.ts"

const resolveValue = (context: CallContext, value: SentValue): SqlValue => {
  if (value instanceof LobReference) return context.lobs.find(value.locator).content.value
  if (value instanceof CursorReference)
    return value.cursorId === 0 ? null : (context.cursors.find(value.cursorId)?.query ?? null)
  return value
}

const isElements = (value: SentBind): value is ReadonlyArray<SentValue> => Array.isArray(value)

/** The values of all rows. Fails with ORA-22922 for a LOB that is gone. */
export const resolveRows = (
  context: CallContext,
  rows: ReadonlyArray<ReadonlyArray<SentBind>>
): ReadonlyArray<ReadonlyArray<BindValue>> =>
  rows.map((row) =>
    row.map((value) =>
      isElements(value) ? value.map((element) => resolveValue(context, element)) : resolveValue(context, value)
    )
  )

/** Fails with ORA-01008 or ORA-01036 when a statement does not get as many binds as it has places. */
export const checkBindCount = (statement: PreparedStatement, binds: ReadonlyArray<BindMetadata>): void => {
  if (binds.length < statement.binds.length) throw new DatabaseError(1008, "ORA-01008: not all variables bound")
  if (binds.length > statement.binds.length) throw new DatabaseError(1036, "ORA-01036: illegal variable name/number")
}
