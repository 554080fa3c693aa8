// GRANT and REVOKE of system privileges and roles.
import type { HeldPrivilege, RoleEntry, UserEntry } from "../catalog/entries.ts"
import { isObjectPrivilege, isSystemPrivilege, systemPrivileges } from "../catalog/privilege-names.ts"
import { ora } from "../errors/ora.ts"
import type { Grant, GrantedPrivilege, Grantee, Revoke } from "../sql/ast/index.ts"
import { holds } from "./access.ts"
import type { DdlContext } from "./ddl-context.ts"

type Holder = UserEntry | RoleEntry

const isAllPrivileges = ({ name, isQuoted }: GrantedPrivilege): boolean => !isQuoted && name === "ALL PRIVILEGES"

/** What is meant: system privileges, or a role. Fails with ORA-00990 (an object privilege without ON), ORA-01919. */
const readPrivilege = (
  context: DdlContext,
  written: GrantedPrivilege
): { readonly kind: "system" | "role"; readonly names: ReadonlyArray<string> } => {
  if (isAllPrivileges(written)) return { kind: "system", names: systemPrivileges }
  if (!written.isQuoted && isSystemPrivilege(written.name)) return { kind: "system", names: [written.name] }
  const role = context.change.catalog.findAccount(written.name)
  if (role?.kind === "role") return { kind: "role", names: [written.name] }
  throw ora(isObjectPrivilege(written.name) || written.name.includes(" ") ? 990 : 1919, [written.name], written.start)
}

const hasAdmin = (context: DdlContext, kind: "system" | "role", name: string): boolean => {
  if (holds(context, kind === "system" ? "GRANT ANY PRIVILEGE" : "GRANT ANY ROLE")) return true
  const { authority, change } = context
  return [authority.user, ...authority.roles].some((holder) => {
    const account = change.catalog.findAccount(holder)
    const held = kind === "system" ? account?.systemPrivileges : account?.roles
    return held?.some((one) => one.name === name && one.isAdmin) ?? false
  })
}

const requireAdmin = (context: DdlContext, kind: "system" | "role", name: string): void => {
  if (hasAdmin(context, kind, name)) return
  throw kind === "role" ? ora(1932, [name]) : ora(1031)
}

const requireHolder = (context: DdlContext, grantee: Grantee): Holder => {
  const account = context.change.catalog.findAccount(grantee.name.value)
  if (account === null) throw ora(1917, [grantee.name.value], grantee.name.start)
  return account
}

const withHeld = (
  held: ReadonlyArray<HeldPrivilege>,
  names: ReadonlyArray<string>,
  isAdmin: boolean
): ReadonlyArray<HeldPrivilege> => {
  const kept = held.filter(({ name }) => !names.includes(name))
  const old = new Map(held.map((one) => [one.name, one.isAdmin]))
  return [...kept, ...names.map((name) => ({ name, isAdmin: isAdmin || (old.get(name) ?? false) }))]
}

/** True when a role holds another one, directly or through others. */
const containsRole = (context: DdlContext, outer: string, inner: string): boolean =>
  outer === inner ||
  (context.change.catalog.findAccount(outer)?.roles.some(({ name }) => containsRole(context, name, inner)) ?? false)

/** GRANT without ON. Fails with ORA-00990, ORA-01919, ORA-01917, ORA-01031, ORA-01932, ORA-01934 (circle), ORA-01931 (UNLIMITED TABLESPACE to a role). */
export const grantSystem = (context: DdlContext, statement: Grant): void => {
  for (const written of statement.privileges) {
    const { kind, names } = readPrivilege(context, written)
    for (const name of names) requireAdmin(context, kind, name)
    for (const grantee of statement.grantees) {
      const holder = requireHolder(context, grantee)
      if (kind === "role") {
        const [role = ""] = names
        if (holder.kind === "role" && containsRole(context, role, holder.name)) throw ora(1934, [], grantee.start)
        context.change.put({ ...holder, roles: withHeld(holder.roles, names, statement.isWithAdminOption) })
        continue
      }
      if (holder.kind === "role" && written.name === "UNLIMITED TABLESPACE")
        throw ora(1931, [written.name], grantee.start)
      context.change.put({
        ...holder,
        systemPrivileges: withHeld(holder.systemPrivileges, names, statement.isWithAdminOption)
      })
    }
  }
}

/** REVOKE without ON. Fails with ORA-01951 (role not granted), ORA-01952 (privilege not granted), ORA-01031, ORA-01932. */
export const revokeSystem = (context: DdlContext, statement: Revoke): void => {
  for (const written of statement.privileges) {
    const { kind, names } = readPrivilege(context, written)
    for (const name of names) requireAdmin(context, kind, name)
    for (const grantee of statement.grantees) {
      const holder = requireHolder(context, grantee)
      const held = kind === "role" ? holder.roles : holder.systemPrivileges
      const left = held.filter(({ name }) => !names.includes(name))
      if (left.length === held.length && !isAllPrivileges(written))
        throw kind === "role" ? ora(1951, [written.name, holder.name]) : ora(1952, [holder.name])
      context.change.put(kind === "role" ? { ...holder, roles: left } : { ...holder, systemPrivileges: left })
    }
  }
}
