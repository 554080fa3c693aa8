// The limits that keep one client from taking the server down.

/** Limits of the wire; each has a default that suits tests and demos. */
export interface WireLimits {
  /** Connections at a time; one more is refused with ORA-12516. */
  readonly maxConnections: number
  /** Length of a packet offered to clients, in bytes. */
  readonly sduBytes: number
  /** Greatest size of one request, in bytes; a greater one fails with ORA-04030. */
  readonly maxRequestBytes: number
  /** Memory of one session's LOBs, in bytes. */
  readonly maxLobBytes: number
  /** Memory of all requests and LOBs together, in bytes. */
  readonly maxTotalBytes: number
  /** Cursors that a session may hold open; one more fails with ORA-01000. */
  readonly maxOpenCursors: number
  /** Time from the first byte to the end of the login. */
  readonly loginSeconds: number
  /** Time that a half-sent request or a reply that nobody reads may last. */
  readonly stallSeconds: number
}

const MEBIBYTE = 1_048_576

/** What holds when nothing else is said. */
export const defaultLimits: WireLimits = {
  maxConnections: 250,
  sduBytes: 65_536,
  maxRequestBytes: 128 * MEBIBYTE,
  maxLobBytes: 128 * MEBIBYTE,
  maxTotalBytes: 512 * MEBIBYTE,
  maxOpenCursors: 300,
  loginSeconds: 20,
  stallSeconds: 60
}
