// TAB_PRIVS and COL_PRIVS in their two shapes, SYS_PRIVS, ROLE_PRIVS, ROLES. A grant is seen by its grantor, its grantee and the owner of the object.
import type { Entry, ObjectGrantEntry } from "../../catalog/entries.ts"
import { readColumns, yesNo } from "../columns.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const typeOf = (root: Entry): string => (root.kind === "unit" ? root.type : root.kind.toUpperCase())

const grantCells = (root: Entry, grant: ObjectGrantEntry): CellRow => ({
  GRANTOR: grant.grantor,
  GRANTEE: grant.owner,
  OWNER: root.owner,
  TABLE_SCHEMA: root.owner,
  TABLE_NAME: root.name,
  PRIVILEGE: grant.name,
  GRANTABLE: yesNo(grant.isGrantable),
  HIERARCHY: yesNo(grant.hasHierarchy),
  COMMON: "NO",
  TYPE: typeOf(root),
  INHERITED: "NO",
  COLUMN_NAME:
    grant.columnId === null || root.kind !== "table" ? null : root.columns.find(({ id }) => id === grant.columnId)?.name
})

const grants =
  (isByColumn: boolean): BaseDefinition["generate"] =>
  (source, root) =>
    source.catalog
      .childrenOf(root.id, "object-grant")
      .filter(({ columnId }) => (columnId !== null) === isByColumn)
      .map((grant): BaseRow => ({
        owner: root.owner,
        names: [grant.owner, grant.grantor],
        cells: grantCells(root, grant)
      }))

/** ALL_TAB_PRIVS: the owner column is TABLE_SCHEMA. */
export const allTabPrivs: BaseDefinition = {
  name: "ALL_TAB_PRIVS",
  columns: readColumns(
    `GRANTOR v128 GRANTEE v128 TABLE_SCHEMA v128 TABLE_NAME v128 PRIVILEGE v40 GRANTABLE v3 HIERARCHY v3 COMMON v3@12.1 TYPE v24@12.1 INHERITED v3@12.1`
  ),
  rule: "names",
  generate: grants(false)
}

/** DBA_TAB_PRIVS and USER_TAB_PRIVS. */
export const tabPrivs: BaseDefinition = {
  name: "TAB_PRIVS",
  columns: readColumns(
    `GRANTEE v128 OWNER v128 TABLE_NAME v128 GRANTOR v128 PRIVILEGE v40 GRANTABLE v3 HIERARCHY v3 COMMON v3@12.1 TYPE v24@12.1 INHERITED v3@12.1`
  ),
  rule: "names",
  generate: grants(false)
}

/** ALL_COL_PRIVS. */
export const allColPrivs: BaseDefinition = {
  name: "ALL_COL_PRIVS",
  columns: readColumns(
    `GRANTOR v128 GRANTEE v128 TABLE_SCHEMA v128 TABLE_NAME v128 COLUMN_NAME v128 PRIVILEGE v40 GRANTABLE v3 COMMON v3@12.1 INHERITED v3@12.1`
  ),
  rule: "names",
  generate: grants(true)
}

/** DBA_COL_PRIVS and USER_COL_PRIVS. */
export const colPrivs: BaseDefinition = {
  name: "COL_PRIVS",
  columns: readColumns(
    `GRANTEE v128 OWNER v128 TABLE_NAME v128 COLUMN_NAME v128 GRANTOR v128 PRIVILEGE v40 GRANTABLE v3 COMMON v3@12.1 INHERITED v3@12.1`
  ),
  rule: "names",
  generate: grants(true)
}

const isHolder = (root: Entry): root is Extract<Entry, { kind: "user" | "role" }> =>
  root.kind === "user" || root.kind === "role"

/** DBA_SYS_PRIVS. */
export const sysPrivs: BaseDefinition = {
  name: "SYS_PRIVS",
  columns: readColumns("GRANTEE v128 PRIVILEGE v40 ADMIN_OPTION v3 COMMON v3@12.1 INHERITED v3@12.1"),
  rule: "names",
  generate: (_source, root) =>
    isHolder(root)
      ? root.systemPrivileges.map(({ name, isAdmin }) => ({
          owner: root.name,
          cells: { GRANTEE: root.name, PRIVILEGE: name, ADMIN_OPTION: yesNo(isAdmin), COMMON: "NO", INHERITED: "NO" }
        }))
      : []
}

const isDefaultRole = (root: Entry, role: string): boolean => {
  if (root.kind !== "user") return true
  const { defaultRoles } = root
  return defaultRoles.kind === "all" ? !defaultRoles.except.includes(role) : defaultRoles.roles.includes(role)
}

/** DBA_ROLE_PRIVS. */
export const rolePrivs: BaseDefinition = {
  name: "ROLE_PRIVS",
  columns: readColumns(
    "GRANTEE v128 GRANTED_ROLE v128 ADMIN_OPTION v3 DELEGATE_OPTION v3@12.1 DEFAULT_ROLE v3 COMMON v3@12.1 INHERITED v3@12.1"
  ),
  rule: "names",
  generate: (_source, root) =>
    isHolder(root)
      ? root.roles.map(({ name, isAdmin }) => ({
          owner: root.name,
          cells: {
            GRANTEE: root.name,
            GRANTED_ROLE: name,
            ADMIN_OPTION: yesNo(isAdmin),
            DELEGATE_OPTION: "NO",
            DEFAULT_ROLE: yesNo(isDefaultRole(root, name)),
            COMMON: "NO",
            INHERITED: "NO"
          }
        }))
      : []
}

/** DBA_ROLES. */
export const roles: BaseDefinition = {
  name: "ROLES",
  columns: readColumns(
    "ROLE v128! ROLE_ID n!@12.2 PASSWORD_REQUIRED v8 AUTHENTICATION_TYPE v11 COMMON v3@12.1 ORACLE_MAINTAINED v1@12.1 INHERITED v3@12.1 IMPLICIT v3@12.2 EXTERNAL_NAME v4000@18"
  ),
  rule: "everyone",
  generate: (_source: DictionarySource, root) =>
    root.kind === "role" && root.name !== "PUBLIC"
      ? [
          {
            owner: null,
            cells: {
              ROLE: root.name,
              ROLE_ID: root.id,
              PASSWORD_REQUIRED: root.hasPassword ? "YES" : "NO",
              AUTHENTICATION_TYPE: root.hasPassword ? "PASSWORD" : "NONE",
              COMMON: "NO",
              ORACLE_MAINTAINED: root.isOracleMaintained ? "Y" : "N",
              INHERITED: "NO",
              IMPLICIT: "NO"
            }
          }
        ]
      : []
}
