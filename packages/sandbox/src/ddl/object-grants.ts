// GRANT and REVOKE on objects. A grant remembers who gave it: what was given on with GRANT OPTION goes when its source goes.
import type { GrantableKind } from "../catalog/privilege-names.ts"
import { columnPrivileges, isObjectPrivilege, objectPrivilegesOf } from "../catalog/privilege-names.ts"
import type { NamedObjectEntry, ObjectGrantEntry, SynonymEntry } from "../catalog/entries.ts"
import { grantsFor } from "../catalog/privileges.ts"
import { resolveName } from "../catalog/resolve-name.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { Grant, GrantedPrivilege, Grantee, ObjectName, Revoke } from "../sql/ast/index.ts"
import { holds } from "./access.ts"
import { requireColumn } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"

type Grantable = Exclude<NamedObjectEntry, SynonymEntry>

const kindCodes: Readonly<Record<GrantableKind, number>> = { table: 2224, view: 2204, sequence: 2205, unit: 2225 }

interface Wish {
  readonly privilege: string
  readonly columnId: number | null
}

const readWishes = (target: Grantable, written: ReadonlyArray<GrantedPrivilege>): ReadonlyArray<Wish> => {
  const allowed = objectPrivilegesOf(target.kind)
  return written.flatMap(({ name, columns, start }): ReadonlyArray<Wish> => {
    if (name === "ALL" || name === "ALL PRIVILEGES") return allowed.map((privilege) => ({ privilege, columnId: null }))
    if (!isObjectPrivilege(name)) throw ora(990, [], start)
    if (!allowed.includes(name)) throw ora(kindCodes[target.kind], [], start)
    if (columns.length === 0) return [{ privilege: name, columnId: null }]
    if (!columnPrivileges.has(name) || target.kind !== "table") throw ora(990, [], start)
    return columns.map((column) => ({ privilege: name, columnId: requireColumn(target, column).id }))
  })
}

const findTarget = (context: DdlContext, name: ObjectName): Grantable => {
  const written = { schema: name.schema?.value ?? null, name: name.name.value, offset: name.start }
  return resolveName(context.change.catalog, context.authority, written, context.currentSchema).entry
}

/** In whose name a privilege is given: the owner himself, a holder of GRANT OPTION, or the owner for GRANT ANY OBJECT PRIVILEGE. Null: not allowed. */
const grantorOf = (context: DdlContext, target: Grantable, wish: Wish): string | null => {
  const { authority, change } = context
  if (target.owner === authority.user) return authority.user
  const held = grantsFor(change.catalog, authority, target.id)
  const covers = (grant: ObjectGrantEntry): boolean =>
    grant.name === wish.privilege && grant.isGrantable && (grant.columnId === null || grant.columnId === wish.columnId)
  if (held.some((grant) => covers(grant))) return authority.user
  return holds(context, "GRANT ANY OBJECT PRIVILEGE") ? target.owner : null
}

const requireGrantee = (context: DdlContext, grantee: Grantee, isWithGrantOption: boolean): string => {
  const { value: name, start } = grantee.name
  const account = context.change.catalog.findAccount(name)
  if (account === null) throw ora(1917, [name], start)
  if (account.kind === "role" && name !== "PUBLIC" && isWithGrantOption) throw ora(1926, [], start)
  return name
}

const sameGrant = (grant: ObjectGrantEntry, grantee: string, grantor: string, wish: Wish): boolean =>
  grant.owner === grantee &&
  grant.grantor === grantor &&
  grant.name === wish.privilege &&
  grant.columnId === wish.columnId

const putGrant = (
  context: DdlContext,
  target: Grantable,
  grantee: string,
  grantor: string,
  wish: Wish,
  statement: Grant
): void => {
  const existing = context.change.catalog
    .childrenOf(target.id, "object-grant")
    .find((grant) => sameGrant(grant, grantee, grantor, wish))
  context.change.put({
    kind: "object-grant",
    id: existing?.id ?? context.change.takeObjectId(),
    owner: grantee,
    name: wish.privilege,
    parentId: target.id,
    grantor,
    columnId: wish.columnId,
    isGrantable: statement.isWithGrantOption || (existing?.isGrantable ?? false),
    hasHierarchy: statement.isWithHierarchyOption || (existing?.hasHierarchy ?? false)
  })
}

/** GRANT ... ON. Fails with ORA-00942, ORA-01031, ORA-00990, ORA-01749 (to oneself), ORA-01917, ORA-01926, ORA-02204, 02205, 02224, 02225. */
export const grantObject = (context: DdlContext, statement: Grant): void => {
  if (statement.on?.kind !== "object") throw notInSandbox("GRANT ON DIRECTORY or USER", statement.start)
  const { name: targetName } = statement.on
  const target = findTarget(context, targetName)
  const wishes = readWishes(target, statement.privileges)
  const isAll = statement.privileges.some(({ name }) => name.startsWith("ALL"))
  const allowed = wishes.flatMap((wish) => {
    const grantor = grantorOf(context, target, wish)
    if (grantor === null && !isAll) throw ora(1031, [], targetName.start)
    return grantor === null ? [] : [{ wish, grantor }]
  })
  if (allowed.length === 0) throw ora(1929)
  for (const grantee of statement.grantees) {
    const name = requireGrantee(context, grantee, statement.isWithGrantOption)
    if (name === target.owner || name === context.authority.user) throw ora(1749, [], grantee.start)
    for (const { wish, grantor } of allowed) putGrant(context, target, name, grantor, wish, statement)
  }
}

/** Takes a grant away, and those that its holder gave on by it and can hold by nothing else. */
const removeGrant = (context: DdlContext, grant: ObjectGrantEntry): void => {
  const { change } = context
  change.remove(grant.id)
  const others = change.catalog.childrenOf(grant.parentId ?? 0, "object-grant")
  const isStillGrantable = others.some(
    ({ owner, name, isGrantable }) => owner === grant.owner && name === grant.name && isGrantable
  )
  if (isStillGrantable) return
  for (const other of others)
    if (other.grantor === grant.owner && other.name === grant.name) removeGrant(context, other)
}

/** REVOKE ... ON. Fails with ORA-00942, ORA-01927 (not granted by this user), ORA-01750 (by column). */
export const revokeObject = (context: DdlContext, statement: Revoke): void => {
  if (statement.on?.kind !== "object") throw notInSandbox("REVOKE ON DIRECTORY or USER", statement.start)
  const columned = statement.privileges.find(({ columns }) => columns.length > 0)
  if (columned !== undefined) throw ora(1750, [], columned.start)
  const target = findTarget(context, statement.on.name)
  const isAll = statement.privileges.some(({ name }) => name.startsWith("ALL"))
  const privileges = new Set(readWishes(target, statement.privileges).map(({ privilege }) => privilege))
  const grantor =
    target.owner !== context.authority.user && holds(context, "GRANT ANY OBJECT PRIVILEGE")
      ? target.owner
      : context.authority.user
  for (const grantee of statement.grantees) {
    const name = requireGrantee(context, grantee, false)
    const found = context.change.catalog
      .childrenOf(target.id, "object-grant")
      .filter((grant) => grant.owner === name && grant.grantor === grantor && privileges.has(grant.name))
    if (found.length === 0 && !isAll) throw ora(1927)
    for (const grant of found) if (context.change.catalog.get(grant.id) !== null) removeGrant(context, grant)
  }
}
