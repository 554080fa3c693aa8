// What a call needs while it runs.
import { DatabaseError, type EngineSession, type QueryCursor } from "../../engine/engine.ts"
import type { Reply } from "../reply/reply.ts"
import type { ValueHome } from "../reply/write-value.ts"
import type { CursorTable } from "./cursor-table.ts"
import type { LobStore } from "./lob-store.ts"

/** One call of one session. */
export interface CallContext {
  readonly session: EngineSession
  /** Version of the engine, `19.22.0.0.0`. */
  readonly version: string
  readonly cursors: CursorTable
  readonly lobs: LobStore
  readonly reply: Reply
  /** Aborted by a break, and when the connection is lost. */
  readonly signal: AbortSignal
  /** Cursors that this call opened: closed again when it fails, because the client then never hears of them. */
  readonly madeCursors: Array<number>
}

/** ORA-01013: the client broke the call off. */
export const cancelled = (): DatabaseError =>
  new DatabaseError(1013, "ORA-01013: user requested cancel of current operation")

/** Fails with ORA-01013 when the call was broken off. */
export const assertGoing = (context: CallContext): void => {
  if (context.signal.aborted) throw cancelled()
}

/** Opens a cursor on a query that a reply carries, and remembers it as made by this call. */
export const openMade = (context: CallContext, query: QueryCursor): number => {
  const cursor = context.cursors.open(null, query)
  context.madeCursors.push(cursor.id)
  return cursor.id
}

/** Gives LOBs and cursors of a reply their numbers. */
export const homeOf = (context: CallContext): ValueHome => ({
  keepLob: (value, form) => context.lobs.add(value, form, false),
  openCursor: (query) => openMade(context, query)
})
