// Settings of a session: NLS formats, current schema, time-outs. ALTER SESSION changes them; what has no effect here is remembered and nothing else.
import { DatabaseError } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import type { SessionSetting } from "../sql/ast/index.ts"

/** Values by name. */
export interface SessionSettings {
  currentSchema: string
  dateFormat: string
  timestampFormat: string
  timestampZoneFormat: string
  numericCharacters: string
  timeZone: string
  lengthSemantics: "BYTE" | "CHAR"
  ddlLockTimeout: number
  isSegmentCreationDeferred: boolean
  isRecycleBinOn: boolean
  isArchivalVisible: boolean
  /** Everything else that was set, by name. */
  readonly others: Map<string, string>
}

/** As after login. */
export const defaultSettings = (user: string): SessionSettings => ({
  currentSchema: user,
  dateFormat: "DD-MON-RR",
  timestampFormat: "DD-MON-RR HH.MI.SSXFF AM",
  timestampZoneFormat: "DD-MON-RR HH.MI.SSXFF AM TZR",
  numericCharacters: ".,",
  timeZone: "+00:00",
  lengthSemantics: "BYTE",
  ddlLockTimeout: 0,
  isSegmentCreationDeferred: true,
  isRecycleBinOn: true,
  isArchivalVisible: false,
  others: new Map()
})

const recorded = new Set(
  `NLS_LANGUAGE NLS_TERRITORY NLS_CURRENCY NLS_ISO_CURRENCY NLS_CALENDAR NLS_SORT NLS_COMP NLS_DUAL_CURRENCY NLS_NCHAR_CONV_EXCP NLS_TIME_FORMAT NLS_TIME_TZ_FORMAT
NLS_DATE_LANGUAGE STATISTICS_LEVEL OPTIMIZER_MODE OPTIMIZER_FEATURES_ENABLE CURSOR_SHARING PLSQL_WARNINGS PLSQL_OPTIMIZE_LEVEL PLSQL_CODE_TYPE PLSCOPE_SETTINGS PLSQL_CCFLAGS
PARALLEL_DEGREE_POLICY PARALLEL_MIN_TIME_THRESHOLD WORKAREA_SIZE_POLICY SORT_AREA_SIZE HASH_AREA_SIZE DB_FILE_MULTIBLOCK_READ_COUNT SKIP_UNUSABLE_INDEXES SQL_TRACE
TRACEFILE_IDENTIFIER ROW_LOCKING EVENTS EDITION RESULT_CACHE_MODE QUERY_REWRITE_ENABLED QUERY_REWRITE_INTEGRITY STAR_TRANSFORMATION_ENABLED OPTIMIZER_USE_INVISIBLE_INDEXES
OPTIMIZER_USE_PENDING_STATISTICS MAX_DUMP_FILE_SIZE ERROR_ON_OVERLAP_TIME ISOLATION_LEVEL INSTANCE CONTAINER COMMIT_WRITE COMMIT_LOGGING COMMIT_WAIT`.split(
    /\s+/
  )
)

const isSwitch = (text: string): boolean => /^(TRUE|ON|YES|1)$/i.test(text)

const apply: Readonly<Record<string, (settings: SessionSettings, value: string) => void>> = {
  NLS_DATE_FORMAT: (settings, value) => {
    settings.dateFormat = value
  },
  NLS_TIMESTAMP_FORMAT: (settings, value) => {
    settings.timestampFormat = value
  },
  NLS_TIMESTAMP_TZ_FORMAT: (settings, value) => {
    settings.timestampZoneFormat = value
  },
  NLS_NUMERIC_CHARACTERS: (settings, value) => {
    if (value.length !== 2 || value[0] === value[1])
      throw new DatabaseError(12_705, "ORA-12705: Cannot access NLS data files or invalid environment specified")
    settings.numericCharacters = value
  },
  NLS_LENGTH_SEMANTICS: (settings, value) => {
    settings.lengthSemantics = value.toUpperCase() === "CHAR" ? "CHAR" : "BYTE"
  },
  DDL_LOCK_TIMEOUT: (settings, value) => {
    const seconds = Number(value)
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > 1_000_000)
      throw new DatabaseError(
        68,
        `ORA-00068: invalid value ${value} for parameter ddl_lock_timeout, must be between 0 and 1000000`
      )
    settings.ddlLockTimeout = seconds
  },
  DEFERRED_SEGMENT_CREATION: (settings, value) => {
    settings.isSegmentCreationDeferred = isSwitch(value)
  },
  RECYCLEBIN: (settings, value) => {
    settings.isRecycleBinOn = isSwitch(value)
  }
}

const zoneText = (value: string): string => {
  const match = /^([+-])?\s*(\d{1,2}):\s*(\d{1,2})$/.exec(value.trim())
  if (match === null) {
    if (/^(LOCAL|DBTIMEZONE)$/i.test(value)) return "+00:00"
    if (/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/.test(value)) return value
    throw new DatabaseError(1882, "ORA-01882: timezone region not found")
  }
  return `${match[1] ?? "+"}${(match[2] ?? "0").padStart(2, "0")}:${(match[3] ?? "0").padStart(2, "0")}`
}

/** ALTER SESSION SET. `hasUser` tells whether a schema exists: ORA-01435. Unknown names are ORA-02248. */
export const applySetting = (
  settings: SessionSettings,
  setting: SessionSetting,
  hasUser: (name: string) => boolean
): void => {
  const { name, value } = setting
  if (name === "CURRENT_SCHEMA") {
    if (!hasUser(value.text)) throw new DatabaseError(1435, "ORA-01435: user does not exist")
    settings.currentSchema = value.text
    return
  }
  if (name === "TIME_ZONE") {
    settings.timeZone = zoneText(value.text)
    return
  }
  const known = apply[name]
  if (known !== undefined) known(settings, value.text)
  else if (!recorded.has(name) && !name.startsWith("_")) throw ora(2248, [], setting.start)
  settings.others.set(name, value.text)
}
