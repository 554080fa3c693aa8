// Users, roles, tablespaces, grants on objects. A password is kept as a verifier only.
import type { EntryBase } from "./entry.ts"

/** A system privilege or role that a user or role holds. */
export interface HeldPrivilege {
  readonly name: string
  /** WITH ADMIN OPTION. */
  readonly isAdmin: boolean
}

/** A quota on a tablespace; null is UNLIMITED. */
export interface QuotaEntry {
  readonly tablespace: string
  readonly maxBytes: number | null
}

/** Which of the granted roles are enabled at login. */
export type DefaultRoles =
  | { readonly kind: "all"; readonly except: ReadonlyArray<string> }
  | { readonly kind: "only"; readonly roles: ReadonlyArray<string> }

/** What both can hold. */
interface PrivilegeHolder extends EntryBase {
  readonly systemPrivileges: ReadonlyArray<HeldPrivilege>
  readonly roles: ReadonlyArray<HeldPrivilege>
  readonly createdAt: string
  readonly isOracleMaintained: boolean
}

/** A user. */
export interface UserEntry extends PrivilegeHolder {
  readonly kind: "user"
  /** USER_ID. */
  readonly userId: number
  /** Salt and hash in hexadecimal; null for a user who cannot log in with a password. */
  readonly verifier: { readonly salt: string; readonly hash: string } | null
  readonly status: "OPEN" | "LOCKED" | "EXPIRED"
  readonly lockedAt: string | null
  readonly defaultTablespace: string
  readonly temporaryTablespace: string
  readonly quotas: ReadonlyArray<QuotaEntry>
  readonly profile: string
  readonly defaultRoles: DefaultRoles
}

/** A role. PUBLIC is one, too. */
export interface RoleEntry extends PrivilegeHolder {
  readonly kind: "role"
  readonly hasPassword: boolean
}

/** A tablespace. */
export interface TablespaceEntry extends EntryBase {
  readonly kind: "tablespace"
  readonly contents: "PERMANENT" | "TEMPORARY" | "UNDO"
}

/** A privilege on an object. Its parent is the object; `owner` is the grantee, `name` the privilege. */
export interface ObjectGrantEntry extends EntryBase {
  readonly kind: "object-grant"
  readonly grantor: string
  /** Column id for INSERT, UPDATE and REFERENCES on a column; null for the whole object. */
  readonly columnId: number | null
  readonly isGrantable: boolean
  readonly hasHierarchy: boolean
}

/** Numbers that are never given twice. Id 0. */
export interface CountersEntry extends EntryBase {
  readonly kind: "counters"
  readonly nextObjectId: number
  /** SYS_Cn. */
  readonly nextConstraint: number
  /** SYS_Pn and SYS_SUBPn: one sequence for all tables. */
  readonly nextPartition: number
  readonly nextUserId: number
  /** System change number. */
  readonly scn: string
}
