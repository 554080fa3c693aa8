// Users, roles, quotas, GRANT and REVOKE.
import type { Identifier, ObjectName, Span } from "./node.ts"

/** CREATE USER and ALTER USER. null where nothing was written. */
export interface CreateUser extends Span {
  readonly kind: "create-user"
  readonly name: Identifier
  readonly isIfNotExists: boolean
  readonly options: UserOptions
}

/** ALTER USER. */
export interface AlterUser extends Span {
  readonly kind: "alter-user"
  readonly name: Identifier
  readonly options: UserOptions
  /** DEFAULT ROLE; null when nothing was written. */
  readonly defaultRole: DefaultRole | null
}

/** What is set of a user. */
export interface UserOptions {
  readonly authentication:
    /** The password is as written: case matters; never log it. */
    | { readonly kind: "password"; readonly password: string }
    | { readonly kind: "values" | "externally" | "none" }
    | null
  readonly defaultTablespace: Identifier | null
  readonly temporaryTablespace: Identifier | null
  readonly quotas: ReadonlyArray<Quota>
  readonly profile: Identifier | null
  readonly isAccountLocked: boolean | null
  readonly isPasswordExpired: boolean
}

/** QUOTA n ON ts. */
export interface Quota extends Span {
  readonly tablespace: Identifier
  /** Infinity is UNLIMITED. */
  readonly bytes: number
}

/** DEFAULT ROLE ALL [EXCEPT ...] | NONE | role, ... and SET ROLE. */
export type DefaultRole =
  | { readonly kind: "all"; readonly except: ReadonlyArray<Identifier> }
  | { readonly kind: "none" }
  | { readonly kind: "roles"; readonly roles: ReadonlyArray<Identifier> }

/** DROP USER. */
export interface DropUser extends Span {
  readonly kind: "drop-user"
  readonly name: Identifier
  readonly isCascade: boolean
  readonly isIfExists: boolean
}

/** CREATE ROLE, ALTER ROLE. */
export interface CreateRole extends Span {
  readonly kind: "create-role" | "alter-role"
  readonly name: Identifier
  /** null is NOT IDENTIFIED. */
  readonly password: string | null
}

/** DROP ROLE. */
export interface DropRole extends Span {
  readonly kind: "drop-role"
  readonly name: Identifier
}

/** One privilege of GRANT or REVOKE. */
export interface GrantedPrivilege extends Span {
  /** Words in upper case, single blanks: `SELECT`, `CREATE ANY TABLE`, `ALL`, or a role's name. */
  readonly name: string
  /** True for a quoted name: then it is a role. */
  readonly isQuoted: boolean
  /** Column grants: empty for the whole object. */
  readonly columns: ReadonlyArray<Identifier>
}

/** What a privilege is granted on. null: system privileges and roles. */
export type GrantTarget =
  | { readonly kind: "object"; readonly name: ObjectName }
  | { readonly kind: "directory"; readonly name: Identifier }
  | { readonly kind: "user"; readonly name: Identifier }

/** A user, role or PUBLIC. */
export interface Grantee extends Span {
  readonly name: Identifier
  /** `GRANT ... TO u IDENTIFIED BY p`. */
  readonly password: string | null
}

/** GRANT. */
export interface Grant extends Span {
  readonly kind: "grant"
  readonly privileges: ReadonlyArray<GrantedPrivilege>
  readonly on: GrantTarget | null
  readonly grantees: ReadonlyArray<Grantee>
  readonly isWithGrantOption: boolean
  readonly isWithAdminOption: boolean
  readonly isWithHierarchyOption: boolean
}

/** REVOKE. */
export interface Revoke extends Span {
  readonly kind: "revoke"
  readonly privileges: ReadonlyArray<GrantedPrivilege>
  readonly on: GrantTarget | null
  readonly grantees: ReadonlyArray<Grantee>
  readonly isCascadeConstraints: boolean
  readonly isForce: boolean
}
