// SYS_CONTEXT('USERENV', ...). The sandbox has one instance and one container; what it does not know is NULL, what Oracle does not know is an error.
import { findUser } from "../catalog/privileges.ts"
import type { Database } from "./database.ts"
import type { SessionState } from "./session-state.ts"

type Value = (state: SessionState, database: Database) => string | null

const userId = (name: string, database: Database): string | null => {
  const user = findUser(database.catalog, name)
  return user === null ? null : String(user.userId)
}

const values: Readonly<Record<string, Value>> = {
  SESSION_USER: ({ user }) => user,
  CURRENT_USER: ({ user }) => user,
  AUTHENTICATED_IDENTITY: ({ user }) => user,
  ENTERPRISE_IDENTITY: () => null,
  PROXY_USER: () => null,
  CURRENT_SCHEMA: ({ settings }) => settings.currentSchema,
  SESSION_USERID: ({ user }, database) => userId(user, database),
  CURRENT_USERID: ({ user }, database) => userId(user, database),
  CURRENT_SCHEMAID: ({ settings }, database) => userId(settings.currentSchema, database),
  SID: ({ sessionId }) => String(sessionId),
  SESSIONID: ({ sessionId }) => String(4_294_000_000 + sessionId),
  INSTANCE: () => "1",
  INSTANCE_NAME: () => "sandbox",
  DB_NAME: ({ service }) => service,
  DB_UNIQUE_NAME: () => "sandbox",
  DB_DOMAIN: () => null,
  CON_NAME: ({ service }) => service,
  CON_ID: () => "3",
  CDB_NAME: () => "SANDBOX",
  DATABASE_ROLE: () => "PRIMARY",
  SERVICE_NAME: ({ service }) => service,
  SERVER_HOST: () => "localhost",
  HOST: () => "localhost",
  TERMINAL: () => "unknown",
  OS_USER: () => "unknown",
  IP_ADDRESS: () => "127.0.0.1",
  NETWORK_PROTOCOL: () => "tcp",
  MODULE: ({ attributes }) => attributes.module ?? null,
  ACTION: ({ attributes }) => attributes.action ?? null,
  CLIENT_INFO: ({ attributes }) => attributes.clientInfo ?? null,
  CLIENT_IDENTIFIER: ({ attributes }) => attributes.clientIdentifier ?? null,
  CLIENT_PROGRAM_NAME: () => "node",
  LANGUAGE: () => "AMERICAN_AMERICA.AL32UTF8",
  LANG: () => "US",
  NLS_TERRITORY: () => "AMERICA",
  NLS_CURRENCY: () => "$",
  NLS_CALENDAR: () => "GREGORIAN",
  NLS_SORT: () => "BINARY",
  NLS_DATE_FORMAT: ({ settings }) => settings.dateFormat,
  NLS_DATE_LANGUAGE: () => "AMERICAN",
  ISDBA: ({ user }) => (user === "SYS" ? "TRUE" : "FALSE"),
  SESSION_EDITION_NAME: () => "ORA$BASE",
  CURRENT_EDITION_NAME: () => "ORA$BASE",
  SESSION_DEFAULT_COLLATION: () => null,
  AUDITED_CURSORID: () => null,
  ENTRYID: () => null,
  STATEMENTID: () => null,
  BG_JOB_ID: () => null,
  FG_JOB_ID: () => "0",
  POLICY_INVOKER: () => null,
  GLOBAL_UID: () => null,
  IDENTIFICATION_TYPE: () => "LOCAL",
  AUTHENTICATION_METHOD: () => "PASSWORD",
  ORACLE_HOME: () => null,
  PLATFORM_SLASH: () => "/",
  SCHEDULER_JOB: () => "N",
  SID_SERIAL: ({ sessionId, serialNumber }) => `${String(sessionId)},${String(serialNumber)}`
}

/** The value; null is NULL, undefined a name that Oracle does not know (ORA-02003) or another namespace. */
export const contextValue = (
  state: SessionState,
  database: Database,
  namespace: string,
  name: string
): string | null | undefined => {
  if (namespace !== "USERENV") return undefined
  const value = values[name]
  return value === undefined ? undefined : value(state, database)
}
