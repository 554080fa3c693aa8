// The scripted engine behind a wire server, as a target for the battery.
import { startWireServer, type WireServer, type WireServerOptions } from "../../src/wire/wire-server.ts"
import type { BatteryTarget, Capability } from "../battery/battery-kit.ts"
import { batteryAnswers } from "./battery-answers.ts"
import { makeScriptedEngine, type Answer, type ScriptedEngine } from "./scripted-engine.ts"

const capabilities: ReadonlySet<Capability> = new Set([
  "locked-user",
  "non-ascii-password",
  "change-password",
  "stored-plsql",
  "long",
  "refusals",
  "v$session"
])

const users = {
  HR: { password: "hr123" },
  LOCKED_USER: { password: "key", status: "LOCKED" },
  EXPIRED_USER: { password: "old", status: "EXPIRED" },
  UMLAUT: { password: "pässwörd-€-😀" },
  CHANGING: { password: "start_12" }
} as const

/** A server under test. */
export interface ScriptedServer {
  readonly server: WireServer
  readonly engine: ScriptedEngine
  readonly target: BatteryTarget
  /** Why connections were closed from the server's side. */
  readonly reports: ReadonlyArray<string>
}

/** Starts one; the test closes `server`. */
export const startScriptedServer = async (
  options: Partial<WireServerOptions> = {},
  more: ReadonlyArray<Answer> = []
): Promise<ScriptedServer> => {
  const engine = makeScriptedEngine(users, [...more, ...batteryAnswers()])
  const reports: Array<string> = []
  const server = await startWireServer({ engine, report: (reason) => reports.push(reason), ...options })
  const target: BatteryTarget = {
    host: "127.0.0.1",
    port: server.port,
    service: "XEPDB1",
    owner: { user: "hr", password: "hr123" },
    lockedUser: { user: "locked_user", password: "key" },
    nonAsciiUser: { user: "umlaut", password: "pässwörd-€-😀" },
    changingUser: { user: "changing", password: "start_12" },
    capabilities
  }
  return { server, engine, target, reports }
}
