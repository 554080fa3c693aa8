// A query that is being fetched. Its portal lives in the one transaction of the backend: before that ends, the rest is taken into memory.
import type { BackendPortal } from "../backend/backend.ts"
import type { TextRow } from "../backend/protocol-reader.ts"
import type { QueryCursor, ResultColumn, SqlRow } from "../engine/engine.ts"
import type { ValueType } from "../types/value-type.ts"
import { rowOf } from "../types/value-text.ts"
import { oracleError } from "./oracle-error.ts"

/** What a cursor needs of the database. */
export interface CursorHost {
  readonly portals: Set<OpenCursor>
  readonly queue: { readonly run: <T>(task: () => Promise<T>) => Promise<T> }
}

const portion = 1000

/** An open query. */
export class OpenCursor implements QueryCursor {
  readonly columns: ReadonlyArray<ResultColumn>
  readonly #types: ReadonlyArray<ValueType>
  readonly #host: CursorHost
  readonly #portal: BackendPortal
  #rows: TextRow[]
  #isDone: boolean
  #isClosed = false

  constructor(
    host: CursorHost,
    portal: BackendPortal,
    columns: ReadonlyArray<ResultColumn>,
    types: ReadonlyArray<ValueType>
  ) {
    this.#host = host
    this.#portal = portal
    this.columns = columns
    this.#types = types
    this.#rows = [...portal.firstRows]
    this.#isDone = portal.isDone
    if (portal.isDone) portal.close()
    else host.portals.add(this)
  }

  readonly fetch = async (count: number): Promise<ReadonlyArray<SqlRow>> => {
    if (this.#rows.length < count && !this.#isDone && !this.#isClosed)
      await this.#host.queue.run(() => this.#read(Math.max(count - this.#rows.length, portion)))
    const taken = this.#rows.slice(0, count)
    this.#rows = this.#rows.slice(count)
    return taken.map((row) => rowOf(this.#types, row))
  }

  readonly close = (): void => {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#rows = []
    if (this.#host.portals.delete(this)) this.#portal.close()
  }

  /** Takes all that is left into memory; called before the transaction ends, inside the queue. */
  async drain(): Promise<void> {
    if (!this.#isDone && !this.#isClosed) await this.#read(0)
  }

  async #read(count: number): Promise<void> {
    if (this.#isDone || this.#isClosed) return
    try {
      const { rows, isDone } = await this.#portal.fetch(count)
      this.#rows = this.#rows.length === 0 ? [...rows] : [...this.#rows, ...rows]
      if (!isDone) return
    } catch (cause) {
      this.#finish()
      throw oracleError(cause, null)
    }
    this.#finish()
    this.#portal.close()
  }

  #finish(): void {
    this.#isDone = true
    this.#host.portals.delete(this)
  }
}
