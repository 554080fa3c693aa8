// Reads the names out of a connect descriptor: (DESCRIPTION=(CONNECT_DATA=(SERVICE_NAME=XEPDB1)...)).

/** Whom a client wants to reach. */
export interface ConnectTarget {
  /** Service in upper case, null when none is named. */
  readonly service: string | null
  /** Instance in upper case, null when none is named. */
  readonly sid: string | null
  /** DEDICATED or POOLED, in upper case; null when none is named. */
  readonly serverType: string | null
}

const readValue = (descriptor: string, key: string): string | null => {
  const match = new RegExp(`\\(\\s*${key}\\s*=([^()]*)\\)`, "i").exec(descriptor)
  const value = match?.[1]?.trim() ?? ""
  return value === "" ? null : value.toUpperCase()
}

/** The target of a descriptor; what it does not name is null. */
export const parseConnectDescriptor = (descriptor: string): ConnectTarget => ({
  service: readValue(descriptor, "SERVICE_NAME"),
  sid: readValue(descriptor, "SID"),
  serverType: readValue(descriptor, "SERVER")
})
