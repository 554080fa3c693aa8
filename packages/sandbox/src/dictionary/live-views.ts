// Views that change without DDL: sessions, locks, parameters, versions, and what the session itself may do.
import { listSystemPrivileges } from "../catalog/privileges.ts"
import { readColumns } from "./columns.ts"
import type { CellRow, LiveDefinition, LiveFacts, LockRow, SessionRow } from "./view.ts"

const define = (
  name: string,
  columns: string,
  generate: (facts: LiveFacts) => ReadonlyArray<CellRow>
): LiveDefinition => ({ name, columns: readColumns(columns), generate })

const sessionCells = (session: SessionRow): CellRow => ({
  SID: session.sid,
  "SERIAL#": session.serial,
  AUDSID: session.sid,
  USERNAME: session.user,
  STATUS: session.isActive ? "ACTIVE" : "INACTIVE",
  SERVER: "DEDICATED",
  SCHEMANAME: session.schema,
  OSUSER: "sandbox",
  PROCESS: String(session.sid),
  MACHINE: session.machine,
  PROGRAM: session.program,
  TYPE: "USER",
  MODULE: session.module,
  ACTION: session.action,
  CLIENT_INFO: session.clientInfo,
  LOGON_TIME: session.logonAt,
  LAST_CALL_ET: session.idleSeconds,
  CLIENT_IDENTIFIER: session.clientIdentifier,
  BLOCKING_SESSION_STATUS: session.blockingSid === null ? "NO HOLDER" : "VALID",
  BLOCKING_INSTANCE: session.blockingSid === null ? null : 1,
  BLOCKING_SESSION: session.blockingSid,
  FINAL_BLOCKING_SESSION: session.blockingSid,
  EVENT: session.isActive ? "resmgr:cpu quantum" : "SQL*Net message from client",
  WAIT_CLASS: session.isActive ? "Scheduler" : "Idle",
  STATE: "WAITING",
  SECONDS_IN_WAIT: session.idleSeconds,
  SERVICE_NAME: session.service,
  CON_ID: 3
})

const sessionColumns = `
  SADDR r8 SID n SERIAL# n AUDSID n PADDR r8 USER# n USERNAME v128 COMMAND n STATUS v8 SERVER v9 SCHEMA# n SCHEMANAME v128 OSUSER v128 PROCESS v24 MACHINE v64 PORT n TERMINAL v30 PROGRAM v48 TYPE v10
  SQL_ID v13 SQL_CHILD_NUMBER n SQL_EXEC_START d PREV_SQL_ID v13 MODULE v64 ACTION v64 CLIENT_INFO v64 ROW_WAIT_OBJ# n LOGON_TIME d LAST_CALL_ET n CLIENT_IDENTIFIER v64
  BLOCKING_SESSION_STATUS v11 BLOCKING_INSTANCE n BLOCKING_SESSION n FINAL_BLOCKING_SESSION n EVENT v64 WAIT_CLASS v64 STATE v19 SECONDS_IN_WAIT n SERVICE_NAME v64 CON_ID n@12.1`

const lockCells = ({ sid, objectId, mode, requestedMode, seconds, isBlocking }: LockRow): CellRow => ({
  SID: sid,
  TYPE: "TM",
  ID1: objectId,
  ID2: 0,
  LMODE: mode,
  REQUEST: requestedMode,
  CTIME: seconds,
  BLOCK: isBlocking ? 1 : 0,
  CON_ID: 3
})

const lockedObject = (facts: LiveFacts, lock: LockRow): CellRow => ({
  XIDUSN: 1,
  XIDSLOT: lock.sid,
  XIDSQN: 1,
  OBJECT_ID: lock.objectId,
  SESSION_ID: lock.sid,
  ORACLE_USERNAME: facts.sessions.find(({ sid }) => sid === lock.sid)?.user,
  OS_USER_NAME: "sandbox",
  PROCESS: String(lock.sid),
  LOCKED_MODE: lock.mode,
  CON_ID: 3
})

/** `19.22.0.0.0` to `19.0.0.0.0`. */
const baseVersion = (versionFull: string): string => `${versionFull.split(".")[0] ?? "19"}.0.0.0.0`

const databaseNls: ReadonlyArray<readonly [string, string]> = [
  ["NLS_LANGUAGE", "AMERICAN"],
  ["NLS_TERRITORY", "AMERICA"],
  ["NLS_CHARACTERSET", "AL32UTF8"],
  ["NLS_NCHAR_CHARACTERSET", "AL16UTF16"],
  ["NLS_DATE_FORMAT", "DD-MON-RR"],
  ["NLS_NUMERIC_CHARACTERS", ".,"],
  ["NLS_SORT", "BINARY"],
  ["NLS_COMP", "BINARY"],
  ["NLS_LENGTH_SEMANTICS", "BYTE"],
  ["NLS_CALENDAR", "GREGORIAN"]
]

const pairs = (list: ReadonlyArray<readonly [string, string]>): ReadonlyArray<CellRow> =>
  list.map(([name, value]) => ({ PARAMETER: name, VALUE: value }))

const options: ReadonlyArray<readonly [string, string]> = [
  ["Partitioning", "TRUE"],
  ["Online Redefinition", "FALSE"],
  ["Advanced Compression", "TRUE"],
  ["Deferred Segment Creation", "TRUE"],
  ["Parallel execution", "FALSE"],
  ["Real Application Clusters", "FALSE"]
]

/** Views that everybody may read. */
export const publicViews: ReadonlyArray<LiveDefinition> = [
  define("DUAL", "DUMMY v1", () => [{ DUMMY: "X" }]),
  define("SESSION_PRIVS", "PRIVILEGE v40!", (facts) =>
    listSystemPrivileges(facts.catalog, { user: facts.user, roles: facts.enabledRoles }).map((name) => ({
      PRIVILEGE: name
    }))
  ),
  define("SESSION_ROLES", "ROLE v128!", ({ enabledRoles }) =>
    [...enabledRoles].toSorted().map((name) => ({ ROLE: name }))
  ),
  define("PRODUCT_COMPONENT_VERSION", "PRODUCT v79 VERSION v79 VERSION_FULL v79@18 STATUS v79", ({ versionFull }) => [
    { PRODUCT: "orapart sandbox ", VERSION: baseVersion(versionFull), VERSION_FULL: versionFull, STATUS: "Sandbox" }
  ]),
  define("NLS_SESSION_PARAMETERS", "PARAMETER v30 VALUE v64", ({ nls }) => pairs(nls)),
  define("NLS_INSTANCE_PARAMETERS", "PARAMETER v30 VALUE v64", ({ nls }) => pairs(nls)),
  define("NLS_DATABASE_PARAMETERS", "PARAMETER v128! VALUE v64", ({ versionFull }) =>
    pairs([...databaseNls, ["NLS_RDBMS_VERSION", baseVersion(versionFull)]])
  ),
  define("GLOBAL_NAME", "GLOBAL_NAME v4000", ({ service }) => [{ GLOBAL_NAME: service }]),
  define(
    "V$VERSION",
    "BANNER v80 BANNER_FULL v160@18 BANNER_LEGACY v80@18 CON_ID n@12.1",
    ({ banner, versionFull }) => [
      { BANNER: banner, BANNER_FULL: `${banner}\nVersion ${versionFull}`, BANNER_LEGACY: banner, CON_ID: 0 }
    ]
  ),
  define("V$NLS_PARAMETERS", "PARAMETER v64 VALUE v64 CON_ID n@12.1", ({ nls }) =>
    pairs(nls).map((row) => ({ ...row, CON_ID: 3 }))
  )
]

/** V$ views that need SELECT_CATALOG_ROLE or SELECT ANY DICTIONARY. */
export const protectedViews: ReadonlyArray<LiveDefinition> = [
  define("V$SESSION", sessionColumns, ({ sessions }) => sessions.map((session) => sessionCells(session))),
  define("V$MYSTAT", "SID n STATISTIC# n VALUE n CON_ID n@12.1", ({ currentSid }) => [
    { SID: currentSid, "STATISTIC#": 0, VALUE: 0, CON_ID: 0 }
  ]),
  define(
    "V$LOCK",
    "ADDR r8 KADDR r8 SID n TYPE v2 ID1 n ID2 n LMODE n REQUEST n CTIME n BLOCK n CON_ID n@12.1",
    ({ locks }) => locks.map((lock) => lockCells(lock))
  ),
  define(
    "V$LOCKED_OBJECT",
    "XIDUSN n XIDSLOT n XIDSQN n OBJECT_ID n SESSION_ID n ORACLE_USERNAME v128 OS_USER_NAME v128 PROCESS v24 LOCKED_MODE n CON_ID n@12.1",
    (facts) => facts.locks.filter(({ mode }) => mode > 0).map((lock) => lockedObject(facts, lock))
  ),
  define(
    "V$SESSION_LONGOPS",
    "SID n SERIAL# n OPNAME v64 TARGET v64 TARGET_DESC v32 SOFAR n TOTALWORK n UNITS v32 START_TIME d LAST_UPDATE_TIME d TIMESTAMP d TIME_REMAINING n ELAPSED_SECONDS n CONTEXT n MESSAGE v512 USERNAME v128",
    () => []
  ),
  define(
    "V$TRANSACTION",
    "ADDR r8 XIDUSN n XIDSLOT n XIDSQN n STATUS v16 START_TIME v20 SES_ADDR r8 USED_UBLK n USED_UREC n START_DATE d CON_ID n@12.1",
    () => []
  ),
  define("V$OPTION", "PARAMETER v64 VALUE v64 CON_ID n@12.1", () =>
    pairs(options).map((row) => ({ ...row, CON_ID: 0 }))
  ),
  define(
    "V$PARAMETER",
    "NUM n NAME v80 TYPE n VALUE v4000 DISPLAY_VALUE v4000 DEFAULT_VALUE v255@12.2 ISDEFAULT v9 ISSES_MODIFIABLE v5 ISSYS_MODIFIABLE v9 ISINSTANCE_MODIFIABLE v5 ISMODIFIED v10 ISADJUSTED v5 ISDEPRECATED v5 DESCRIPTION v255 CON_ID n@12.1",
    ({ parameters }) =>
      parameters.map(([name, value], at) => ({
        NUM: at + 1,
        NAME: name,
        TYPE: value === "TRUE" || value === "FALSE" ? 1 : /^\d+$/u.test(value) ? 3 : 2,
        VALUE: value,
        DISPLAY_VALUE: value,
        ISDEFAULT: "TRUE",
        ISSES_MODIFIABLE: "TRUE",
        ISSYS_MODIFIABLE: "IMMEDIATE",
        ISINSTANCE_MODIFIABLE: "TRUE",
        ISMODIFIED: "FALSE",
        ISADJUSTED: "FALSE",
        ISDEPRECATED: "FALSE",
        CON_ID: 0
      }))
  ),
  define(
    "V$DATABASE",
    `DBID n NAME v9 CREATED d LOG_MODE v12 CURRENT_SCN n OPEN_MODE v20 PROTECTION_MODE v20 DATABASE_ROLE v16 FORCE_LOGGING v39 SUPPLEMENTAL_LOG_DATA_MIN v8 SUPPLEMENTAL_LOG_DATA_PK v3
     SUPPLEMENTAL_LOG_DATA_UI v3 SUPPLEMENTAL_LOG_DATA_FK v3 SUPPLEMENTAL_LOG_DATA_ALL v3 FLASHBACK_ON v18 PLATFORM_NAME v101 DB_UNIQUE_NAME v30 CDB v3@12.1 CON_ID n@12.1`,
    ({ service, startedAt, scn }) => [
      {
        DBID: 1,
        NAME: service.slice(0, 9),
        CREATED: startedAt,
        LOG_MODE: "NOARCHIVELOG",
        CURRENT_SCN: scn,
        OPEN_MODE: "READ WRITE",
        PROTECTION_MODE: "UNPROTECTED",
        DATABASE_ROLE: "PRIMARY",
        FORCE_LOGGING: "NO",
        SUPPLEMENTAL_LOG_DATA_MIN: "NO",
        SUPPLEMENTAL_LOG_DATA_PK: "NO",
        SUPPLEMENTAL_LOG_DATA_UI: "NO",
        SUPPLEMENTAL_LOG_DATA_FK: "NO",
        SUPPLEMENTAL_LOG_DATA_ALL: "NO",
        FLASHBACK_ON: "NO",
        PLATFORM_NAME: "orapart sandbox",
        DB_UNIQUE_NAME: service,
        CDB: "YES",
        CON_ID: 0
      }
    ]
  ),
  define(
    "V$INSTANCE",
    `INSTANCE_NUMBER n INSTANCE_NAME v16 HOST_NAME v64 VERSION v17 VERSION_LEGACY v17@18 VERSION_FULL v17@18 STARTUP_TIME d STATUS v12 PARALLEL v3 THREAD# n ARCHIVER v7 LOG_SWITCH_WAIT v15 LOGINS v10
     SHUTDOWN_PENDING v3 DATABASE_STATUS v17 INSTANCE_ROLE v18 ACTIVE_STATE v9 BLOCKED v3 CON_ID n@12.1 INSTANCE_MODE v11@12.1 EDITION v7@12.1 FAMILY v80@12.1 DATABASE_TYPE v15@12.2`,
    ({ versionFull, startedAt }) => [
      {
        INSTANCE_NUMBER: 1,
        INSTANCE_NAME: "sandbox",
        HOST_NAME: "localhost",
        VERSION: baseVersion(versionFull),
        VERSION_LEGACY: baseVersion(versionFull),
        VERSION_FULL: versionFull,
        STARTUP_TIME: startedAt,
        STATUS: "OPEN",
        PARALLEL: "NO",
        "THREAD#": 1,
        ARCHIVER: "STOPPED",
        LOGINS: "ALLOWED",
        SHUTDOWN_PENDING: "NO",
        DATABASE_STATUS: "ACTIVE",
        INSTANCE_ROLE: "PRIMARY_INSTANCE",
        ACTIVE_STATE: "NORMAL",
        BLOCKED: "NO",
        CON_ID: 0,
        INSTANCE_MODE: "REGULAR",
        EDITION: "EE",
        DATABASE_TYPE: "SINGLE"
      }
    ]
  )
]
