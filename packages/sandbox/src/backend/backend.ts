// The one connection to the embedded PostgreSQL. It knows texts, parameters and portals, and nothing of Oracle.
import type { PGlite } from "@electric-sql/pglite"
import {
  bindMessage,
  closeMessage,
  executeMessage,
  parseMessage,
  queryMessage,
  syncMessage,
  type Parameter
} from "./protocol-writer.ts"
import type { Answer, TextRow } from "./protocol-reader.ts"
import { readAnswer } from "./protocol-reader.ts"

/** Rows of a statement and how many it touched. */
export interface BackendResult {
  readonly rows: ReadonlyArray<TextRow>
  readonly rowCount: number
}

/** A query that may have more rows. */
export interface BackendPortal {
  /** Rows that came with the opening. */
  readonly firstRows: ReadonlyArray<TextRow>
  readonly isDone: boolean
  /** The next rows; `isDone` tells that no more will come. Must be called before the transaction ends. */
  readonly fetch: (count: number) => Promise<{ readonly rows: ReadonlyArray<TextRow>; readonly isDone: boolean }>
  readonly close: () => void
}

/** The embedded database. All methods fail with a BackendError; a failed statement leaves the transaction aborted until a rollback (to a savepoint). */
export interface Backend {
  /** One statement with parameters ($1 ...). Its plan is kept. */
  readonly query: (sql: string, parameters?: ReadonlyArray<Parameter>) => Promise<BackendResult>
  /** Several statements without parameters; only the rows of all of them together come back. */
  readonly run: (sql: string) => Promise<BackendResult>
  /** A query of which rows are fetched in portions; needs an open transaction. */
  readonly open: (sql: string, parameters: ReadonlyArray<Parameter>, count: number) => Promise<BackendPortal>
  /** Forgets kept plans: after DDL they may have other result types. */
  readonly forgetPlans: () => void
  /** The directory in which the data is. */
  readonly directory: string
  readonly close: () => Promise<void>
}

const keptPlans = 300

/** Keeps statements by name, the least recently used one is closed. */
class PlanCache {
  readonly #names = new Map<string, string>()
  #next = 1
  #closing: Buffer[] = []

  /** Messages to send first, and the name of the statement. `isNew` plans must be confirmed or forgotten. */
  take(sql: string): { readonly name: string; readonly messages: ReadonlyArray<Buffer>; readonly isNew: boolean } {
    const known = this.#names.get(sql)
    if (known !== undefined) {
      this.#names.delete(sql)
      this.#names.set(sql, known)
      return { name: known, messages: [], isNew: false }
    }
    const name = `q${String(this.#next)}`
    this.#next += 1
    const messages = [...this.#closing, parseMessage(name, sql)]
    this.#closing = []
    return { name, messages, isNew: true }
  }

  keep(sql: string, name: string): void {
    this.#names.set(sql, name)
    if (this.#names.size <= keptPlans) return
    const oldest = this.#names.entries().next().value
    if (oldest === undefined) return
    this.#names.delete(oldest[0])
    this.#closing.push(closeMessage("S", oldest[1]))
  }

  forget(): void {
    for (const name of this.#names.values()) this.#closing.push(closeMessage("S", name))
    this.#names.clear()
  }
}

/** A backend over an open PGlite. `onClose` runs after it is closed. */
export class PgliteBackend implements Backend {
  readonly directory: string
  readonly #pglite: PGlite
  readonly #plans = new PlanCache()
  readonly #onClose: () => Promise<void>
  #nextPortal = 1
  #isClosed = false

  constructor(pglite: PGlite, directory: string, onClose: () => Promise<void>) {
    this.#pglite = pglite
    this.directory = directory
    this.#onClose = onClose
  }

  #send(messages: ReadonlyArray<Buffer>): Answer {
    return readAnswer(this.#pglite.execProtocolRawSync(Buffer.concat(messages)))
  }

  #execute(sql: string, parameters: ReadonlyArray<Parameter>, portal: string, count: number): Answer {
    const plan = this.#plans.take(sql)
    const answer = this.#send([
      ...plan.messages,
      bindMessage(portal, plan.name, parameters),
      executeMessage(portal, count),
      syncMessage()
    ])
    if (answer.error !== null) throw answer.error
    if (plan.isNew) this.#plans.keep(sql, plan.name)
    return answer
  }

  readonly query = async (sql: string, parameters: ReadonlyArray<Parameter> = []): Promise<BackendResult> =>
    this.#execute(sql, parameters, "", 0)

  readonly run = async (sql: string): Promise<BackendResult> => {
    const answer = this.#send([queryMessage(sql)])
    if (answer.error !== null) throw answer.error
    return answer
  }

  readonly open = async (sql: string, parameters: ReadonlyArray<Parameter>, count: number): Promise<BackendPortal> => {
    const name = `p${String(this.#nextPortal)}`
    this.#nextPortal += 1
    const first = this.#execute(sql, parameters, name, count)
    const close = (): void => {
      if (!this.#isClosed) this.#send([closeMessage("P", name), syncMessage()])
    }
    const fetch: BackendPortal["fetch"] = async (next) => {
      const answer = this.#send([executeMessage(name, next), syncMessage()])
      if (answer.error !== null) throw answer.error
      return { rows: answer.rows, isDone: !answer.isSuspended }
    }
    return { firstRows: first.rows, isDone: !first.isSuspended, fetch, close }
  }

  readonly forgetPlans = (): void => {
    this.#plans.forget()
  }

  readonly close = async (): Promise<void> => {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#pglite.close()
    await this.#onClose()
  }
}
