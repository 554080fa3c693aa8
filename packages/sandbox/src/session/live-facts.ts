// What V$ views show of the running sandbox.
import type { LiveFacts, LockRow, SessionRow } from "../dictionary/view.ts"
import type { OracleRelease } from "../sql/release.ts"
import type { Database } from "./database.ts"
import type { SessionState } from "./session-state.ts"
import { authorityFor } from "./session-state.ts"

const sessionRow = (state: SessionState, current: SessionState): SessionRow => ({
  sid: state.sessionId,
  serial: state.serialNumber,
  user: state.user,
  schema: state.settings.currentSchema,
  isActive: state === current,
  machine: "localhost",
  program: "node",
  module: state.attributes.module ?? null,
  action: state.attributes.action ?? null,
  clientInfo: state.attributes.clientInfo ?? null,
  clientIdentifier: state.attributes.clientIdentifier ?? null,
  service: state.service,
  logonAt: state.logonAt,
  idleSeconds: 0,
  blockingSid: null
})

const lockRows = (database: Database): ReadonlyArray<LockRow> => {
  const { transaction } = database
  if (transaction === null) return []
  const row = (objectId: number, mode: number): LockRow => ({
    sid: transaction.owner.sessionId,
    objectId,
    mode,
    requestedMode: 0,
    seconds: 0,
    isBlocking: false
  })
  const written = [...transaction.written].map((id) => row(id, 3))
  const locked = [...transaction.locked]
    .filter(([id]) => !transaction.written.has(id))
    .map(([id, mode]) => row(id, mode === "exclusive" ? 6 : 2))
  return [...written, ...locked]
}

/** The facts at this moment, as this session sees them. */
export const liveFacts = (
  database: Database,
  state: SessionState,
  release: OracleRelease,
  sessions: Iterable<SessionState>
): LiveFacts => {
  const { settings } = state
  return {
    catalog: database.catalog,
    release,
    user: state.user,
    currentSid: state.sessionId,
    enabledRoles: authorityFor(state, database.catalog).roles,
    versionFull: database.version,
    banner: `orapart sandbox ${database.version} (not Oracle Database)`,
    service: state.service,
    startedAt: database.startedAt,
    scn: database.scn,
    nls: [
      ["NLS_LANGUAGE", "AMERICAN"],
      ["NLS_TERRITORY", "AMERICA"],
      ["NLS_CALENDAR", "GREGORIAN"],
      ["NLS_DATE_FORMAT", settings.dateFormat],
      ["NLS_DATE_LANGUAGE", "AMERICAN"],
      ["NLS_CHARACTERSET", "AL32UTF8"],
      ["NLS_NCHAR_CHARACTERSET", "AL16UTF16"],
      ["NLS_NUMERIC_CHARACTERS", settings.numericCharacters],
      ["NLS_SORT", "BINARY"],
      ["NLS_COMP", "BINARY"],
      ["NLS_LENGTH_SEMANTICS", settings.lengthSemantics],
      ["NLS_TIMESTAMP_FORMAT", settings.timestampFormat],
      ["NLS_TIMESTAMP_TZ_FORMAT", settings.timestampZoneFormat]
    ],
    parameters: [
      ["compatible", `${String(Math.floor(release))}.0.0`],
      ["db_block_size", "8192"],
      ["ddl_lock_timeout", String(settings.ddlLockTimeout)],
      ["deferred_segment_creation", settings.isSegmentCreationDeferred ? "TRUE" : "FALSE"],
      ["nls_length_semantics", settings.lengthSemantics],
      ["recyclebin", settings.isRecycleBinOn ? "on" : "off"]
    ],
    sessions: Array.from(sessions, (other) => sessionRow(other, state)),
    locks: lockRows(database)
  }
}
