// CREATE, ALTER and DROP USER and ROLE.
import type { DefaultRoles, QuotaEntry, UserEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type {
  AlterUser,
  CreateRole,
  CreateUser,
  DefaultRole,
  DropRole,
  DropUser,
  UserOptions
} from "../sql/ast/index.ts"
import { holds, requireUser } from "./access.ts"
import { constraintsOf, foreignKeysToTable } from "./change-table.ts"
import { removeConstraint } from "./constraint-state.ts"
import type { DdlContext } from "./ddl-context.ts"
import { purgeTable } from "./drop-table.ts"
import { requireTablespace } from "./segment-storage.ts"

const requireSystem = (context: DdlContext, privilege: string): void => {
  if (!holds(context, privilege)) throw ora(1031)
}

const readQuotas = (
  context: DdlContext,
  options: UserOptions,
  old: ReadonlyArray<QuotaEntry>
): ReadonlyArray<QuotaEntry> => {
  const quotas = new Map(old.map((quota) => [quota.tablespace, quota]))
  for (const { tablespace, bytes } of options.quotas) {
    const name = requireTablespace(context, tablespace)
    quotas.set(name, { tablespace: name, maxBytes: bytes === Number.POSITIVE_INFINITY ? null : bytes })
  }
  return [...quotas.values()]
}

/** What a statement says of a user, over what holds. */
const applyOptions = async (context: DdlContext, user: UserEntry, options: UserOptions): Promise<UserEntry> => {
  const { authentication } = options
  if (authentication?.kind === "values" || authentication?.kind === "externally")
    throw notInSandbox(`IDENTIFIED ${authentication.kind.toUpperCase()}`)
  const verifier =
    authentication === null
      ? user.verifier
      : authentication.kind === "password"
        ? await context.makeVerifier(authentication.password)
        : null
  const isLocked = options.isAccountLocked ?? user.status === "LOCKED"
  const unlocked =
    options.isPasswordExpired || (user.status === "EXPIRED" && authentication === null) ? "EXPIRED" : "OPEN"
  return {
    ...user,
    verifier,
    status: isLocked ? "LOCKED" : unlocked,
    lockedAt: isLocked ? (user.lockedAt ?? context.now()) : null,
    defaultTablespace:
      options.defaultTablespace === null
        ? user.defaultTablespace
        : requireTablespace(context, options.defaultTablespace),
    temporaryTablespace:
      options.temporaryTablespace === null
        ? user.temporaryTablespace
        : requireTablespace(context, options.temporaryTablespace),
    quotas: readQuotas(context, options, user.quotas),
    profile: options.profile?.value ?? user.profile
  }
}

/** CREATE USER. Fails with ORA-01031, ORA-01920, ORA-00959. */
export const createUser = async (context: DdlContext, statement: CreateUser): Promise<void> => {
  requireSystem(context, "CREATE USER")
  const { value: name, start } = statement.name
  if (context.change.catalog.findAccount(name) !== null) {
    if (statement.isIfNotExists) return
    throw ora(1920, [name], start)
  }
  const user: UserEntry = {
    kind: "user",
    id: context.change.takeObjectId(),
    owner: "",
    name,
    parentId: null,
    userId: context.change.takeUserId(),
    verifier: null,
    status: "OPEN",
    lockedAt: null,
    defaultTablespace: "USERS",
    temporaryTablespace: "TEMP",
    quotas: [],
    profile: "DEFAULT",
    defaultRoles: { kind: "all", except: [] },
    systemPrivileges: [],
    roles: [],
    createdAt: context.now(),
    isOracleMaintained: false
  }
  context.change.put(await applyOptions(context, user, statement.options))
}

const readDefaultRoles = (user: UserEntry, wish: DefaultRole): DefaultRoles => {
  const named = wish.kind === "all" ? wish.except : wish.kind === "roles" ? wish.roles : []
  for (const { value, start } of named)
    if (!user.roles.some(({ name }) => name === value)) throw ora(1955, [value], start)
  const roles = named.map(({ value }) => value)
  return wish.kind === "all" ? { kind: "all", except: roles } : { kind: "only", roles }
}

/** ALTER USER. A user may change the own password; everything else needs ALTER USER. Fails with ORA-01918, ORA-01031, ORA-01955. */
export const alterUser = async (context: DdlContext, statement: AlterUser): Promise<void> => {
  const { options, defaultRole, name } = statement
  const isOwnPassword =
    name.value === context.authority.user && options.authentication?.kind === "password" && defaultRole === null
  const user = requireUser(context, name.value, name.start)
  if (!isOwnPassword) requireSystem(context, "ALTER USER")
  const next = await applyOptions(context, user, options)
  context.change.put(defaultRole === null ? next : { ...next, defaultRoles: readDefaultRoles(user, defaultRole) })
}

/** All that belongs to a user: tables last, their foreign keys first. */
const dropSchema = async (context: DdlContext, owner: string): Promise<void> => {
  const { change } = context
  const tables = [...change.catalog.all("table")].filter((table) => table.owner === owner)
  for (const table of tables)
    for (const key of [
      ...foreignKeysToTable(change, table.id),
      ...constraintsOf(change, table.id).filter(({ type }) => type === "R")
    ])
      if (change.catalog.get(key.id) !== null)
        await removeConstraint(context, key, { isCascade: false, keepIndex: null })
  for (const table of tables) await purgeTable(context, table)
  for (const sequence of change.catalog.all("sequence"))
    if (sequence.owner === owner) await context.storage.dropSequence(sequence.id)
  for (const entry of change.catalog.entries())
    if (entry.owner === owner && change.catalog.get(entry.id) !== null) change.remove(entry.id)
}

/** DROP USER [CASCADE]. Fails with ORA-01918, ORA-01922 (has objects), ORA-01940 (is connected), ORA-28014. */
export const dropUser = async (context: DdlContext, statement: DropUser): Promise<void> => {
  requireSystem(context, "DROP USER")
  const { value: name, start } = statement.name
  if (statement.isIfExists && context.change.catalog.findAccount(name) === null) return
  const user = requireUser(context, name, start)
  if (user.isOracleMaintained) throw ora(28014, [], start)
  if (context.isConnected(name)) throw ora(1940)
  const hasObjects = [...context.change.catalog.entries()].some(
    ({ owner, kind }) => owner === name && kind !== "object-grant"
  )
  if (hasObjects && !statement.isCascade) throw ora(1922, [name], start)
  await dropSchema(context, name)
  context.change.remove(user.id)
}

/** CREATE ROLE, ALTER ROLE. Fails with ORA-01031, ORA-01921, ORA-01919. The creator gets the role with ADMIN OPTION. */
export const createRole = (context: DdlContext, statement: CreateRole): void => {
  const { value: name, start } = statement.name
  const existing = context.change.catalog.findAccount(name)
  if (statement.kind === "alter-role") {
    requireSystem(context, "ALTER ANY ROLE")
    if (existing?.kind !== "role") throw ora(1919, [name], start)
    context.change.update(existing, { hasPassword: statement.password !== null })
    return
  }
  requireSystem(context, "CREATE ROLE")
  if (existing !== null) throw ora(1921, [name], start)
  const id = context.change.takeObjectId()
  const facts = { createdAt: context.now(), isOracleMaintained: false, hasPassword: statement.password !== null }
  context.change.put({ kind: "role", id, owner: "", name, parentId: null, systemPrivileges: [], roles: [], ...facts })
  const creator = context.change.catalog.findAccount(context.authority.user)
  if (creator !== null) context.change.put({ ...creator, roles: [...creator.roles, { name, isAdmin: true }] })
}

/** DROP ROLE: it is taken from everyone who has it, with all its grants. Fails with ORA-01919, ORA-01031. */
export const dropRole = (context: DdlContext, statement: DropRole): void => {
  const { value: name, start } = statement.name
  const { change } = context
  const role = change.catalog.findAccount(name)
  if (role?.kind !== "role" || name === "PUBLIC") throw ora(1919, [name], start)
  const own = change.catalog.findAccount(context.authority.user)
  const isAdmin = own?.roles.some((held) => held.name === name && held.isAdmin) ?? false
  if (!isAdmin) requireSystem(context, "DROP ANY ROLE")
  for (const kind of ["user", "role"] as const)
    for (const holder of change.catalog.all(kind))
      if (holder.roles.some((held) => held.name === name))
        change.put({ ...holder, roles: holder.roles.filter((held) => held.name !== name) })
  for (const grant of change.catalog.all("object-grant")) if (grant.owner === name) change.remove(grant.id)
  change.remove(role.id)
}
