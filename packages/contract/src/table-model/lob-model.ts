// LOB storage of a column (ALL_LOBS, ALL_PART_LOBS). Set at table level in the new table: hash subpartitions accept only TABLESPACE.

/** Storage of one LOB column. */
export interface LobModel {
  readonly column: string
  readonly isSecureFile: boolean
  readonly tablespace: string | null
  /** CHUNK in bytes; null to leave Oracle's default. */
  readonly chunkBytes: number | null
  readonly isInRow: boolean
  readonly cache: "YES" | "NO" | "CACHEREADS"
  readonly isLogging: boolean
  /** RETENTION as it is written in DDL: null for the default. */
  readonly retention: string | null
  /** PCTVERSION of a BasicFile; null otherwise. */
  readonly pctVersion: number | null
  readonly compression: "NO" | "LOW" | "MEDIUM" | "HIGH"
  readonly isDeduplicated: boolean
  readonly isEncrypted: boolean
  /** Bytes of the LOB's segments; null when unknown. */
  readonly bytes: number | null
}
