// COMMIT, ROLLBACK, SAVEPOINT, LOCK TABLE, SET TRANSACTION, SET CONSTRAINTS for one session. Everything here runs inside the queue.
import { BackendError } from "../backend/protocol-reader.ts"
import { hasObjectPrivilege, hasSystemPrivilege } from "../catalog/privileges.ts"
import { resolveName } from "../catalog/resolve-name.ts"
import { DatabaseError } from "../engine/engine.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { LockTable, SetConstraints } from "../sql/ast/index.ts"
import type { Database } from "./database.ts"
import { oracleError } from "./oracle-error.ts"
import { runAtomic } from "./savepoint.ts"
import type { SessionState } from "./session-state.ts"
import { authorityFor } from "./session-state.ts"
import { assertFree, Blocked } from "./wait-turn.ts"

const owns = (database: Database, state: SessionState): boolean => database.transaction?.owner === state

/** Ends the session's transaction. A deferred constraint that does not hold: ORA-02091 with its cause. */
export const commitSession = async (database: Database, state: SessionState): Promise<void> => {
  state.savepoints.clear()
  state.isReadOnly = false
  if (!owns(database, state)) return
  try {
    await database.commit()
  } catch (cause) {
    await database.rollback()
    if (!(cause instanceof BackendError)) throw cause
    const error = oracleError(cause, { catalog: database.catalog, isUpdate: false })
    throw new DatabaseError(2091, `ORA-02091: transaction rolled back\n${error.message}`)
  }
}

/** Undoes the session's transaction. */
export const rollbackSession = async (database: Database, state: SessionState): Promise<void> => {
  state.savepoints.clear()
  state.isReadOnly = false
  if (owns(database, state)) await database.rollback()
}

let nextSavepoint = 0

/** SAVEPOINT: an older one of the same name is forgotten. */
export const setSavepoint = async (database: Database, state: SessionState, name: string): Promise<void> => {
  assertFree(database, state, { isWrite: true, tables: new Set() })
  await database.begin(state)
  nextSavepoint += 1
  const inside = `u${String(nextSavepoint)}`
  await database.backend.run(`SAVEPOINT ${inside}`)
  state.savepoints.delete(name)
  state.savepoints.set(name, inside)
}

/** ROLLBACK TO: later savepoints are gone, open queries keep their rows. ORA-01086. */
export const rollbackToSavepoint = async (database: Database, state: SessionState, name: string): Promise<void> => {
  const inside = state.savepoints.get(name)
  if (inside === undefined || !owns(database, state)) throw ora(1086, [name])
  for (const cursor of database.portals) await cursor.drain()
  await database.backend.run(`ROLLBACK TO SAVEPOINT ${inside}`)
  database.dictionary.forget()
  let isLater = false
  for (const [other] of state.savepoints) {
    if (isLater) state.savepoints.delete(other)
    if (other === name) isLater = true
  }
}

/** LOCK TABLE: the session becomes the owner of the transaction; others wait or get ORA-00054. */
export const lockTables = async (database: Database, state: SessionState, statement: LockTable): Promise<void> => {
  const authority = authorityFor(state, database.catalog)
  const tables = statement.targets.map((target) => {
    if (target.table === null) throw notInSandbox("LOCK TABLE of a query", target.start)
    const written = {
      schema: target.table.schema?.value ?? null,
      name: target.table.name.value,
      offset: target.table.start
    }
    const { entry } = resolveName(database.catalog, authority, written, state.settings.currentSchema)
    if (entry.kind !== "table") throw ora(942, [], target.table.start)
    const mayLock =
      hasSystemPrivilege(database.catalog, authority, "LOCK ANY TABLE") ||
      ["SELECT", "INSERT", "UPDATE", "DELETE", "ALTER"].some((name) =>
        hasObjectPrivilege(database.catalog, authority, entry, name)
      )
    if (!mayLock) throw ora(1031, [], target.table.start)
    return entry.id
  })
  const { transaction } = database
  if (transaction !== null && transaction.owner !== state)
    throw new Blocked(tables.some((id) => transaction.written.has(id) || transaction.locked.has(id)))
  const own = await database.begin(state)
  for (const id of tables)
    own.locked.set(
      id,
      statement.mode.includes("exclusive") && statement.mode !== "row exclusive" ? "exclusive" : "share"
    )
}

/** SET CONSTRAINTS. */
export const setConstraints = async (
  database: Database,
  state: SessionState,
  statement: SetConstraints
): Promise<void> => {
  assertFree(database, state, { isWrite: true, tables: new Set() })
  await database.begin(state)
  const names = (statement.constraints ?? []).map((name) => {
    const found = database.catalog.find(
      "constraint",
      name.schema?.value ?? state.settings.currentSchema,
      name.name.value
    )
    if (found?.kind !== "constraint") throw new DatabaseError(2448, "ORA-02448: constraint does not exist", name.start)
    if (!found.isDeferrable)
      throw new DatabaseError(2447, "ORA-02447: cannot defer a constraint that is not deferrable", name.start)
    return `d.k${String(found.id)}`
  })
  try {
    await runAtomic(database, () =>
      database.backend.run(
        `SET CONSTRAINTS ${names.length === 0 ? "ALL" : names.join(", ")} ${statement.mode.toUpperCase()}`
      )
    )
  } catch (cause) {
    throw oracleError(cause, { catalog: database.catalog, isUpdate: false })
  }
}
