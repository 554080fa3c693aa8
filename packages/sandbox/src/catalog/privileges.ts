// Who may do what: grants to a user, to the enabled roles and to PUBLIC count alike.
import type { Catalog } from "./catalog.ts"
import type { Entry, EntryOf, ObjectGrantEntry, RoleEntry, UserEntry } from "./entries.ts"

/** On whose behalf a statement runs. */
export interface Authority {
  /** The user whose privileges count. */
  readonly user: string
  /** Enabled roles, those granted to roles included. */
  readonly roles: ReadonlySet<string>
}

const holders = (catalog: Catalog, authority: Authority): ReadonlyArray<UserEntry | RoleEntry> =>
  [authority.user, ...authority.roles, "PUBLIC"].flatMap((name) => catalog.findAccount(name) ?? [])

const addRoles = (catalog: Catalog, granted: ReadonlyArray<string>, found: Set<string>): void => {
  for (const name of granted) {
    if (found.has(name)) continue
    found.add(name)
    const role = catalog.findAccount(name)
    if (role !== null)
      addRoles(
        catalog,
        role.roles.map((held) => held.name),
        found
      )
  }
}

/** Roles that are enabled when the user logs in: default roles and what is granted to them. Roles with a password are not. */
export const defaultRolesOf = (catalog: Catalog, user: string): ReadonlySet<string> => {
  const found = new Set<string>()
  const entry = catalog.findAccount(user)
  if (entry?.kind !== "user") return found
  const { defaultRoles } = entry
  const isDefault = (name: string): boolean =>
    defaultRoles.kind === "all" ? !defaultRoles.except.includes(name) : defaultRoles.roles.includes(name)
  addRoles(
    catalog,
    entry.roles.map(({ name }) => name).filter((name) => isDefault(name)),
    found
  )
  return found
}

/** The authority of a user as at login. */
export const authorityOf = (catalog: Catalog, user: string): Authority => ({
  user,
  roles: defaultRolesOf(catalog, user)
})

/** True when a system privilege is held directly, through an enabled role or PUBLIC. SYS has all. */
export const hasSystemPrivilege = (catalog: Catalog, authority: Authority, name: string): boolean =>
  authority.user === "SYS" ||
  holders(catalog, authority).some(({ systemPrivileges }) => systemPrivileges.some((held) => held.name === name))

/** System privileges that are in force, in alphabetical order: SESSION_PRIVS. */
export const listSystemPrivileges = (catalog: Catalog, authority: Authority): ReadonlyArray<string> => {
  const names = holders(catalog, authority).flatMap(({ systemPrivileges }) => systemPrivileges.map(({ name }) => name))
  return [...new Set(names)].toSorted()
}

/** Grants on an object that count for the authority. */
export const grantsFor = (catalog: Catalog, authority: Authority, objectId: number): ReadonlyArray<ObjectGrantEntry> =>
  catalog
    .childrenOf(objectId, "object-grant")
    .filter(({ owner }) => owner === authority.user || owner === "PUBLIC" || authority.roles.has(owner))

const anyPrivileges: Readonly<Record<string, ReadonlyArray<string>>> = {
  SELECT: ["SELECT ANY TABLE"],
  READ: ["READ ANY TABLE", "SELECT ANY TABLE"],
  INSERT: ["INSERT ANY TABLE"],
  UPDATE: ["UPDATE ANY TABLE"],
  DELETE: ["DELETE ANY TABLE"],
  ALTER: ["ALTER ANY TABLE"],
  INDEX: ["CREATE ANY INDEX"],
  FLASHBACK: ["FLASHBACK ANY TABLE"],
  REFERENCES: []
}

const anyPrivilegesFor = (entry: Entry, privilege: string): ReadonlyArray<string> => {
  if (entry.kind === "sequence") return privilege === "ALTER" ? ["ALTER ANY SEQUENCE"] : ["SELECT ANY SEQUENCE"]
  if (entry.kind === "unit") return ["EXECUTE ANY PROCEDURE"]
  return anyPrivileges[privilege] ?? []
}

/**
 * True when the authority may use a privilege on an object: owner, grant, or the fitting ANY privilege. With a column, a grant on that column
 * is enough; without one, a grant on columns does not count. A SELECT is also allowed by READ.
 */
export const hasObjectPrivilege = (
  catalog: Catalog,
  authority: Authority,
  entry: Entry,
  privilege: string,
  columnId: number | null = null
): boolean => {
  if (entry.owner === authority.user || authority.user === "SYS") return true
  const wanted = privilege === "SELECT" ? ["SELECT", "READ"] : privilege === "READ" ? ["READ", "SELECT"] : [privilege]
  const isGranted = grantsFor(catalog, authority, entry.id).some(
    (grant) => wanted.includes(grant.name) && (grant.columnId === null || grant.columnId === columnId)
  )
  if (isGranted) return true
  return wanted.some((name) => anyPrivilegesFor(entry, name).some((any) => hasSystemPrivilege(catalog, authority, any)))
}

const seeAnyTable = [
  "SELECT ANY TABLE",
  "READ ANY TABLE",
  "INSERT ANY TABLE",
  "UPDATE ANY TABLE",
  "DELETE ANY TABLE",
  "LOCK ANY TABLE",
  "ALTER ANY TABLE",
  "DROP ANY TABLE",
  "COMMENT ANY TABLE"
]
const seeAny: Readonly<Record<string, ReadonlyArray<string>>> = {
  table: seeAnyTable,
  view: seeAnyTable,
  sequence: ["SELECT ANY SEQUENCE", "ALTER ANY SEQUENCE", "DROP ANY SEQUENCE"],
  unit: ["EXECUTE ANY PROCEDURE", "CREATE ANY PROCEDURE", "ALTER ANY PROCEDURE", "DROP ANY PROCEDURE"],
  synonym: ["CREATE ANY SYNONYM", "DROP ANY SYNONYM"]
}

/** True when the object exists for the authority at all: what is not visible is ORA-00942 or ORA-04043, not ORA-01031. */
export const canSee = (catalog: Catalog, authority: Authority, entry: Entry): boolean => {
  if (entry.owner === authority.user || authority.user === "SYS") return true
  if (entry.kind === "synonym" && entry.owner === "PUBLIC") return true
  if (grantsFor(catalog, authority, entry.id).length > 0) return true
  return (seeAny[entry.kind] ?? []).some((name) => hasSystemPrivilege(catalog, authority, name))
}

/** True when the DBA_ and V$ views are open to the authority. */
export const canReadDictionary = (catalog: Catalog, authority: Authority): boolean =>
  authority.user === "SYS" ||
  authority.roles.has("SELECT_CATALOG_ROLE") ||
  authority.roles.has("DBA") ||
  hasSystemPrivilege(catalog, authority, "SELECT ANY DICTIONARY")

/** The user of this name; null for roles and for names that are not there. */
export const findUser = (catalog: Catalog, name: string): EntryOf<"user"> | null => {
  const entry = catalog.findAccount(name)
  return entry?.kind === "user" ? entry : null
}
