// What all sessions share: the backend, the catalog, the one open transaction and whose it is, locks, system change numbers.
import type { Backend } from "../backend/backend.ts"
import type { Catalog } from "../catalog/catalog.ts"
import type { CatalogChange, CatalogRows } from "../catalog/catalog-change.ts"
import { ora } from "../errors/ora.ts"
import type { DictionaryStore } from "./dictionary-store.ts"
import type { OpenCursor } from "./open-cursor.ts"
import type { SessionState } from "./session-state.ts"
import { StatementQueue } from "./statement-queue.ts"

/** What the database knows of a session. */
export interface SessionHandle {
  readonly sessionId: number
  readonly user: string
}

/** Tables that a transaction changed or locked. */
interface Transaction {
  readonly owner: SessionHandle
  readonly written: Set<number>
  readonly locked: Map<number, "share" | "exclusive">
  /** Tables loaded through the direct path: ORA-12838. */
  readonly direct: Set<number>
}

/** How long a session waits for the transaction of another before it gives up, in seconds: the sandbox has one transaction at a time. */
export interface WaitLimits {
  readonly transactionSeconds: number
}

/** The state that sessions share. Every method but `waitForEnd` is called inside the queue. */
export class Database {
  readonly backend: Backend
  readonly queue = new StatementQueue()
  readonly portals = new Set<OpenCursor>()
  readonly sessions = new Map<number, SessionState>()
  readonly version: string
  readonly limits: WaitLimits
  catalog: Catalog
  transaction: Transaction | null = null
  readonly startedAt: string
  /** The dictionary's tables; told of changes and rollbacks. */
  readonly dictionary: DictionaryStore
  readonly #clock: () => Date
  readonly #changes = new Map<number, bigint>()
  readonly #pending = new Map<number, { readonly kind: string; readonly body: string } | null>()
  readonly #waiting = new Set<() => void>()
  #isOpen = false
  #scn: bigint
  #nextSession = 101

  constructor(
    backend: Backend,
    catalog: Catalog,
    options: {
      readonly version: string
      readonly limits: WaitLimits
      readonly clock: () => Date
      readonly dictionary: DictionaryStore
    }
  ) {
    this.backend = backend
    this.catalog = catalog
    this.version = options.version
    this.limits = options.limits
    this.#clock = options.clock
    this.dictionary = options.dictionary
    this.startedAt = this.now().slice(0, 19)
    this.#scn = BigInt(catalog.counters.scn)
  }

  /** UTC, `2026-01-31 22:00:05.123000`. */
  now(): string {
    return `${this.#clock().toISOString().replace("T", " ").replace("Z", "")}000`
  }

  takeSessionId(): number {
    this.#nextSession += 1
    return this.#nextSession - 1
  }

  get scn(): string {
    return String(this.#scn)
  }

  /** The system change number of the last commit that changed the table. */
  changeOf(tableId: number): string {
    return String(this.#changes.get(tableId) ?? 1n)
  }

  /** A transaction of PostgreSQL is open; it may be nobody's. */
  async open(): Promise<void> {
    if (this.#isOpen) return
    await this.backend.run("BEGIN")
    this.#isOpen = true
  }

  /** Makes the session the owner of the transaction; the caller has waited for others. */
  async begin(owner: SessionHandle): Promise<Transaction> {
    await this.open()
    if (this.transaction === null)
      this.transaction = { owner, written: new Set(), locked: new Map(), direct: new Set() }
    if (this.transaction.owner !== owner) throw ora(600, ["sandbox: transaction of another session"])
    return this.transaction
  }

  /** Commits whatever is open. */
  async commit(): Promise<void> {
    const written = this.transaction?.written ?? new Set<number>()
    if (this.#isOpen || this.#pending.size > 0) {
      await this.#drain()
      await this.open()
      await this.#writePending()
      await this.#end("COMMIT")
      this.dictionary.keep()
    }
    if (this.transaction !== null) this.#scn += 1n
    for (const id of written) this.#changes.set(id, this.#scn)
    this.#finish()
  }

  /** Rolls back whatever is open. What the catalog learned meanwhile (interval partitions) stays. */
  async rollback(): Promise<void> {
    if (this.#isOpen) {
      await this.#drain()
      await this.#end("ROLLBACK")
    }
    this.#finish()
    if (this.#pending.size > 0) {
      await this.open()
      await this.#writePending()
      await this.#end("COMMIT")
    }
  }

  async #end(command: "COMMIT" | "ROLLBACK"): Promise<void> {
    this.#isOpen = false
    if (command === "ROLLBACK") this.dictionary.forget()
    try {
      await this.backend.run(command)
    } catch (cause) {
      this.dictionary.forget()
      await this.backend.run("ROLLBACK").catch(() => null)
      throw cause
    }
  }

  #finish(): void {
    this.transaction = null
    for (const wake of this.#waiting) wake()
    this.#waiting.clear()
  }

  async #drain(): Promise<void> {
    for (const cursor of this.portals) await cursor.drain().catch(() => null)
  }

  /** Takes a change of the catalog over; it is written with the next commit or rollback. */
  adopt(change: CatalogChange): void {
    const rows: CatalogRows = change.rows()
    for (const { id, kind, body } of rows.upserts) this.#pending.set(id, { kind, body })
    for (const id of rows.deletes) this.#pending.set(id, null)
    this.catalog = change.catalog
    this.dictionary.note(change.catalog, change.dirty)
  }

  async #writePending(): Promise<void> {
    for (const [id, row] of this.#pending) {
      if (row === null) await this.backend.query("DELETE FROM sys.o_object WHERE id = $1::bigint", [String(id)])
      else
        await this.backend.query(
          "INSERT INTO sys.o_object (id, kind, body) VALUES ($1::bigint, $2::text, $3::text) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, body = excluded.body",
          [String(id), row.kind, row.body]
        )
    }
    this.#pending.clear()
  }

  /** Resolves true when a transaction ended, false after so many milliseconds or an abort. */
  waitForEnd(milliseconds: number, signal: AbortSignal | null): Promise<boolean> {
    if (milliseconds <= 0 || signal?.aborted === true) return Promise.resolve(false)
    return new Promise((resolve) => {
      const finish = (hasEnded: boolean): void => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        signal?.removeEventListener("abort", stop)
        resolve(hasEnded)
      }
      const wake = (): void => {
        finish(true)
      }
      const stop = (): void => {
        finish(false)
      }
      const timer = setTimeout(stop, milliseconds)
      this.#waiting.add(wake)
      signal?.addEventListener("abort", stop, { once: true })
    })
  }
}
