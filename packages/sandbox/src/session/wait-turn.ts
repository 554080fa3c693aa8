// Waiting for the transaction of another session: at once, for some seconds, never for ever. The sandbox has one transaction at a time, so it also waits
// where Oracle would not; then the message says so.
import { DatabaseError } from "../engine/engine.ts"
import { ora, oraText } from "../errors/ora.ts"
import type { Usage } from "../emit/emit-context.ts"
import type { Database, SessionHandle } from "./database.ts"

/** What a statement does that may be in another session's way. */
export interface Need {
  readonly isWrite: boolean
  readonly tables: ReadonlySet<number>
}

/** Thrown by a task that has found another session in its way before it changed anything. */
export class Blocked extends Error {
  override readonly name = "Blocked"
  /** Oracle would block here, too: the other transaction changed or locked one of the tables. */
  readonly isSameTable: boolean

  constructor(isSameTable: boolean) {
    super("blocked")
    this.isSameTable = isSameTable
  }
}

/** Throws Blocked when another session's transaction is in the way. Called inside the queue. */
export const assertFree = (database: Database, session: SessionHandle, need: Need): void => {
  const { transaction } = database
  if (transaction === null || transaction.owner === session) return
  const isSameTable = [...need.tables].some(
    (id) => transaction.written.has(id) || (need.isWrite && transaction.locked.has(id))
  )
  if (isSameTable || need.isWrite) throw new Blocked(isSameTable)
}

/** What a query needs. */
export const needOf = (usage: Usage, isWrite: boolean): Need => ({
  isWrite,
  tables: new Set([...usage.readTables, ...usage.writtenTables])
})

/** How long to wait and what to say then. */
export interface WaitRule {
  readonly seconds: number
  /** 54 (NOWAIT, DDL) or 30006 (WAIT n). */
  readonly code: 54 | 30_006
  readonly signal: AbortSignal | null
}

const giveUp = (rule: WaitRule, blocked: Blocked): DatabaseError => {
  if (blocked.isSameTable) return ora(rule.code)
  return new DatabaseError(
    rule.code,
    `${oraText(rule.code)}\nsandbox: another session has a transaction open, and there is one at a time`
  )
}

const isAborted = (rule: WaitRule): boolean => rule.signal?.aborted ?? false

/** Runs a task in the queue, again whenever a transaction ended, until it is not blocked or the time is over. ORA-01013 when the client broke off. */
export const runWhenFree = async <T>(database: Database, rule: WaitRule, task: () => Promise<T>): Promise<T> => {
  const deadline = performance.now() + rule.seconds * 1000
  for (;;) {
    if (isAborted(rule)) throw ora(1013)
    try {
      return await database.queue.run(task)
    } catch (cause) {
      if (!(cause instanceof Blocked)) throw cause
      const hasEnded = await database.waitForEnd(deadline - performance.now(), rule.signal)
      if (!hasEnded && isAborted(rule)) throw ora(1013)
      if (!hasEnded) throw giveUp(rule, cause)
    }
  }
}
