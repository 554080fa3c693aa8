// Statements that are neither query, DML nor DDL: transactions, ALTER SESSION, SET ROLE.
import { findUser } from "../catalog/privileges.ts"
import { authorityOf } from "../catalog/privileges.ts"
import { DatabaseError } from "../engine/engine.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { AlterSession, ControlStatement, SetRole, SetTransaction } from "../sql/ast/index.ts"
import type { Database } from "./database.ts"
import { applySetting } from "./session-settings.ts"
import type { SessionState } from "./session-state.ts"
import {
  commitSession,
  lockTables,
  rollbackSession,
  rollbackToSavepoint,
  setConstraints,
  setSavepoint
} from "./transaction-control.ts"
import type { WaitRule } from "./wait-turn.ts"
import { runWhenFree } from "./wait-turn.ts"

const alterSession = (database: Database, state: SessionState, { action }: AlterSession): void => {
  if (action.kind === "set") {
    for (const setting of action.settings)
      applySetting(state.settings, setting, (name) => findUser(database.catalog, name) !== null)
  } else if (action.kind === "row-archival-visibility") state.settings.isArchivalVisible = action.isAll
  else if (action.kind === "parallel" && action.of === "dml" && database.transaction?.owner === state) throw ora(12_841)
}

/** Roles granted to the user, directly or through others; ORA-01924 for others. */
const setRole = (database: Database, state: SessionState, { roles: wanted }: SetRole): void => {
  const user = findUser(database.catalog, state.user)
  const direct = new Set(user?.roles.map(({ name }) => name) ?? [])
  const all = authorityOf(database.catalog, state.user).roles
  const names =
    wanted.kind === "none"
      ? []
      : wanted.kind === "all"
        ? [...direct].filter((name) => !wanted.except.some((role) => role.value === name))
        : wanted.roles.map(({ value }) => value)
  const enabled = new Set<string>()
  const add = (name: string): void => {
    if (enabled.has(name)) return
    enabled.add(name)
    const role = database.catalog.findAccount(name)
    for (const held of role?.roles ?? []) add(held.name)
  }
  for (const name of names) {
    if (!direct.has(name) && !all.has(name))
      throw new DatabaseError(1924, `ORA-01924: role '${name}' not granted or does not exist`)
    add(name)
  }
  state.roles = enabled
}

const setTransaction = (database: Database, state: SessionState, statement: SetTransaction): void => {
  if (database.transaction?.owner === state) throw ora(1453)
  if (statement.mode === "serializable")
    throw notInSandbox("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", statement.start)
  state.isReadOnly = statement.mode === "read-only"
}

const perform = async (database: Database, state: SessionState, statement: ControlStatement): Promise<void> => {
  switch (statement.kind) {
    case "commit":
      return commitSession(database, state)
    case "rollback":
      return statement.savepoint === null
        ? rollbackSession(database, state)
        : rollbackToSavepoint(database, state, statement.savepoint.value)
    case "savepoint":
      return setSavepoint(database, state, statement.name.value)
    case "lock-table":
      return lockTables(database, state, statement)
    case "set-constraints":
      return setConstraints(database, state, statement)
    case "set-transaction":
      return setTransaction(database, state, statement)
    case "set-role":
      return setRole(database, state, statement)
    case "alter-session":
      return alterSession(database, state, statement)
    case "alter-system":
      if (
        statement.action.kind === "set" ||
        statement.action.kind === "kill-session" ||
        statement.action.kind === "disconnect-session"
      )
        throw notInSandbox("ALTER SYSTEM", statement.start)
  }
}

/** Runs a control statement; LOCK TABLE waits as it says. */
export const runControl = (
  database: Database,
  state: SessionState,
  statement: ControlStatement,
  signal: AbortSignal | null
): Promise<void> => {
  const wait = statement.kind === "lock-table" ? statement.waitSeconds : null
  const rule: WaitRule = {
    seconds: wait ?? database.limits.transactionSeconds,
    code: wait === 0 ? 54 : 30_006,
    signal
  }
  return runWhenFree(database, rule, () => perform(database, state, statement))
}
