// The cursors that a session holds open. Numbers are used again, because they must fit into 16 bits.
import { DatabaseError, type PreparedStatement, type QueryCursor, type ResultColumn } from "../../engine/engine.ts"
import type { BindMetadata } from "../request/bind-metadata.ts"

/** A cursor between two calls. */
export interface Cursor {
  readonly id: number
  /** null of a REF CURSOR, whose statement the client never saw. */
  statement: PreparedStatement | null
  isPlsql: boolean
  binds: ReadonlyArray<BindMetadata>
  /** Types in which the columns are wanted; kept for later executions, which do not repeat them. */
  defines: ReadonlyArray<BindMetadata> | null
  /** What the client was told of the columns; null when nothing yet. */
  described: ReadonlyArray<ResultColumn> | null
  /** The open query; null when there is none or its last row has been fetched. */
  query: QueryCursor | null
  /** Rows sent since the execution. */
  sentRows: number
  /** Made by the last reply, so that nobody knows whether the client has heard of it: a break may have crossed that reply. */
  isUncertain: boolean
}

/** Open cursors of one session. */
export class CursorTable {
  readonly #maxOpen: number
  readonly #cursors = new Map<number, Cursor>()
  #nextId = 1

  constructor(maxOpen: number) {
    this.#maxOpen = maxOpen
  }

  /** How many are open. */
  get size(): number {
    return this.#cursors.size
  }

  // Gives up a cursor whose reply a break has crossed; the client opened another in its place.
  #dropUncertain(): void {
    for (const cursor of this.#cursors.values()) if (cursor.isUncertain) return this.close(cursor.id)
  }

  /** A new cursor. Fails with ORA-01000 when too many are open. */
  open(statement: PreparedStatement | null, query: QueryCursor | null = null): Cursor {
    if (this.#cursors.size >= this.#maxOpen) this.#dropUncertain()
    if (this.#cursors.size >= this.#maxOpen) throw new DatabaseError(1000, "ORA-01000: maximum open cursors exceeded")
    while (this.#cursors.has(this.#nextId)) this.#nextId = (this.#nextId % 65_535) + 1
    const cursor: Cursor = {
      id: this.#nextId,
      statement,
      isPlsql: false,
      binds: [],
      defines: null,
      described: query?.columns ?? null,
      query,
      sentRows: 0,
      isUncertain: false
    }
    this.#cursors.set(cursor.id, cursor)
    this.#nextId = (this.#nextId % 65_535) + 1
    return cursor
  }

  /** The cursor of a number, undefined when it is not open. A client that names it has heard of it. */
  find(id: number): Cursor | undefined {
    const cursor = this.#cursors.get(id)
    if (cursor !== undefined) cursor.isUncertain = false
    return cursor
  }

  /** The same; fails with ORA-01001 when it is not open. */
  get(id: number): Cursor {
    const cursor = this.find(id)
    if (cursor === undefined) throw new DatabaseError(1001, "ORA-01001: invalid cursor")
    return cursor
  }

  /** Says of a cursor that the client may never have heard of it. */
  doubt(id: number): void {
    const cursor = this.#cursors.get(id)
    if (cursor !== undefined) cursor.isUncertain = true
  }

  /** Closes a cursor and its query; one that is not open is left alone. */
  close(id: number): void {
    const cursor = this.#cursors.get(id)
    if (cursor === undefined) return
    this.#cursors.delete(id)
    endQuery(cursor)
  }

  /** Ends a cursor's query and keeps the cursor for its next execution; a REF CURSOR, which has none, is closed. */
  cancel(id: number): void {
    const cursor = this.find(id)
    if (cursor === undefined) return
    if (cursor.statement === null) this.close(id)
    else endQuery(cursor)
  }

  /** Closes all. */
  closeAll(): void {
    for (const id of this.#cursors.keys()) this.close(id)
  }
}

/** Ends the open query of a cursor; the cursor stays. */
export const endQuery = (cursor: Cursor): void => {
  cursor.query?.close()
  cursor.query = null
}
