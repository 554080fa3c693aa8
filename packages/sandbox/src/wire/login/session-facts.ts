// What a client learns of its session when it has logged in.
import type { LoginFact } from "./login-pairs.ts"

/** `19.22.0.0.0` as the one number that clients take apart. */
export const versionNumber = (version: string): number => {
  const [major = 0, release = 0, update = 0, port = 0, portUpdate = 0] = version.split(".").map(Number)
  return major * 2 ** 24 + release * 2 ** 16 + update * 2 ** 12 + port * 2 ** 4 + portUpdate
}

/** The facts of a session on `service` (the pluggable database of the same name). */
export const describeSession = (input: {
  readonly version: string
  readonly service: string
  readonly sessionId: number
  readonly serialNumber: number
  readonly maxOpenCursors: number
}): ReadonlyArray<LoginFact> => {
  const facts: Readonly<Record<string, string>> = {
    AUTH_VERSION_NO: String(versionNumber(input.version)),
    AUTH_SESSION_ID: String(input.sessionId),
    AUTH_SERIAL_NUM: String(input.serialNumber),
    AUTH_DBNAME: input.service,
    AUTH_SC_DBUNIQUE_NAME: "SANDBOX",
    AUTH_SC_REAL_DBUNIQUE_NAME: "SANDBOX",
    AUTH_SC_SERVICE_NAME: input.service,
    AUTH_SC_DB_DOMAIN: "",
    AUTH_INSTANCENAME: "sandbox",
    AUTH_MAX_OPEN_CURSORS: String(input.maxOpenCursors),
    AUTH_MAX_IDEN_LENGTH: "128"
  }
  return Object.entries(facts).map(([key, value]) => ({ key, value }))
}
