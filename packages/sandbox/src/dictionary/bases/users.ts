// USERS in its three shapes: ALL_USERS is short, USER_USERS has no password columns.
import type { Entry, UserEntry } from "../../catalog/entries.ts"
import { readColumns } from "../columns.ts"
import type { BaseDefinition, CellRow } from "../view.ts"

const cells = (user: UserEntry): CellRow => ({
  USERNAME: user.name,
  USER_ID: user.userId,
  ACCOUNT_STATUS: user.status,
  LOCK_DATE: user.lockedAt,
  DEFAULT_TABLESPACE: user.defaultTablespace,
  TEMPORARY_TABLESPACE: user.temporaryTablespace,
  LOCAL_TEMP_TABLESPACE: user.temporaryTablespace,
  CREATED: user.createdAt,
  PROFILE: user.profile,
  INITIAL_RSRC_CONSUMER_GROUP: "DEFAULT_CONSUMER_GROUP",
  PASSWORD_VERSIONS: user.verifier === null ? null : "12C ",
  EDITIONS_ENABLED: "N",
  AUTHENTICATION_TYPE: user.verifier === null ? "NONE" : "PASSWORD",
  PROXY_ONLY_CONNECT: "N",
  COMMON: "NO",
  ORACLE_MAINTAINED: user.isOracleMaintained ? "Y" : "N",
  INHERITED: "NO",
  DEFAULT_COLLATION: "USING_NLS_COMP",
  IMPLICIT: "NO",
  ALL_SHARD: "NO",
  EXTERNAL_SHARD: "NO"
})

const generate = (_source: unknown, root: Entry) =>
  root.kind === "user" ? [{ owner: root.name, cells: cells(root) }] : []

/** DBA_USERS. */
export const dbaUsers: BaseDefinition = {
  name: "DBA_USERS",
  columns: readColumns(`
    USERNAME v128! USER_ID n! PASSWORD v4000 ACCOUNT_STATUS v32! LOCK_DATE d EXPIRY_DATE d DEFAULT_TABLESPACE v30! TEMPORARY_TABLESPACE v30! LOCAL_TEMP_TABLESPACE v30@12.2 CREATED d! PROFILE v128!
    INITIAL_RSRC_CONSUMER_GROUP v128 EXTERNAL_NAME v4000 PASSWORD_VERSIONS v17 EDITIONS_ENABLED v1 AUTHENTICATION_TYPE v8 PROXY_ONLY_CONNECT v1@12.1 COMMON v3@12.1 LAST_LOGIN t@12.1
    ORACLE_MAINTAINED v1@12.1 INHERITED v3@12.1 DEFAULT_COLLATION v100@12.2 IMPLICIT v3@12.2 ALL_SHARD v3@12.2 PASSWORD_CHANGE_DATE d@12.2`),
  rule: "everyone",
  generate
}

/** ALL_USERS. */
export const allUsers: BaseDefinition = {
  name: "ALL_USERS",
  columns: readColumns(`
    USERNAME v128! USER_ID n! CREATED d! COMMON v3@12.1 ORACLE_MAINTAINED v1@12.1 INHERITED v3@12.1 DEFAULT_COLLATION v100@12.2 IMPLICIT v3@12.2 ALL_SHARD v3@12.2 EXTERNAL_SHARD v3@19`),
  rule: "everyone",
  generate
}

/** USER_USERS. */
export const userUsers: BaseDefinition = {
  name: "USER_USERS",
  columns: readColumns(`
    USERNAME v128! USER_ID n! ACCOUNT_STATUS v32! LOCK_DATE d EXPIRY_DATE d DEFAULT_TABLESPACE v30! TEMPORARY_TABLESPACE v30! LOCAL_TEMP_TABLESPACE v30@12.2 CREATED d!
    INITIAL_RSRC_CONSUMER_GROUP v128 EXTERNAL_NAME v4000 PROXY_ONLY_CONNECT v1@12.1 COMMON v3@12.1 ORACLE_MAINTAINED v1@12.1 INHERITED v3@12.1 DEFAULT_COLLATION v100@12.2 IMPLICIT v3@12.2 ALL_SHARD v3@12.2`),
  rule: "everyone",
  generate
}
