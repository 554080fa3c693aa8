// Everything that is one session's: who it is, its settings, its savepoints, what it says of itself.
import { randomInt } from "node:crypto"
import type { Catalog } from "../catalog/catalog.ts"
import type { Authority } from "../catalog/privileges.ts"
import { authorityOf } from "../catalog/privileges.ts"
import type { SessionAttributes } from "../engine/engine.ts"
import type { SessionFacts } from "../emit/emit-context.ts"
import type { Database, SessionHandle } from "./database.ts"
import { contextValue } from "./user-environment.ts"
import type { SessionSettings } from "./session-settings.ts"
import { defaultSettings } from "./session-settings.ts"

/** State of a session. */
export interface SessionState extends SessionHandle {
  readonly serialNumber: number
  readonly service: string
  readonly logonAt: string
  readonly settings: SessionSettings
  /** SET ROLE changes it; null means the default roles, which follow grants. */
  roles: ReadonlySet<string> | null
  attributes: SessionAttributes
  /** Names of Oracle's savepoints to those of PostgreSQL, oldest first. */
  readonly savepoints: Map<string, string>
  isReadOnly: boolean
  isClosed: boolean
}

/** A new session, known to the database from now on. */
export const makeSessionState = (database: Database, user: string, service: string): SessionState => {
  const state: SessionState = {
    sessionId: database.takeSessionId(),
    serialNumber: randomInt(1, 60_000),
    user,
    service,
    logonAt: database.now().slice(0, 19),
    settings: defaultSettings(user),
    roles: null,
    attributes: {},
    savepoints: new Map(),
    isReadOnly: false,
    isClosed: false
  }
  database.sessions.set(state.sessionId, state)
  return state
}

/** Whose privileges count. */
export const authorityFor = (state: SessionState, catalog: Catalog): Authority =>
  state.roles === null ? authorityOf(catalog, state.user) : { user: state.user, roles: state.roles }

/** What the emitter has to know of the session, at this moment. */
export const factsOf = (state: SessionState, database: Database): SessionFacts => {
  const { settings } = state
  return {
    sessionId: state.sessionId,
    currentSchema: settings.currentSchema,
    dateFormat: settings.dateFormat,
    timestampFormat: settings.timestampFormat,
    timestampZoneFormat: settings.timestampZoneFormat,
    numericCharacters: settings.numericCharacters,
    timeZone: settings.timeZone,
    lengthUnit: settings.lengthSemantics === "CHAR" ? "C" : "B",
    isArchivalVisible: settings.isArchivalVisible,
    now: database.now(),
    contextValue: (namespace, name) => contextValue(state, database, namespace, name),
    scn: database.scn,
    changeOf: (tableId) => database.changeOf(tableId)
  }
}
