// What is known of the database that a snapshot was read from. Facts only; nullable where the reader could not see them.

/** An Oracle release as `major.minor`, for example `{ major: 12, minor: 2 }` or `{ major: 19, minor: 0 }`. */
export interface OracleVersion {
  readonly major: number
  readonly minor: number
}

/** How completely one kind of fact could be read: from DBA_ views, only as far as ALL_ views show, or not at all. */
export type Coverage = "dba" | "all-partial" | "none"

/** The database behind a snapshot. `version: null` means the oldest rules: 12.1 and names of 30 bytes. */
export interface DatabaseInfo {
  readonly version: OracleVersion | null
  /** The COMPATIBLE parameter, for example `19.0.0`; null when not visible. Names over 30 bytes need 12.2 or higher here. */
  readonly compatible: string | null
  /** NLS_CHARACTERSET, for example AL32UTF8; null when not visible. Decides the bytes of names and of ORA_HASH. */
  readonly characterSet: string | null
  /** V$OPTION 'Partitioning'; null when not visible. */
  readonly partitioningOption: boolean | null
  /** V$DATABASE.FORCE_LOGGING; null when not visible. */
  readonly forceLogging: boolean | null
  /** Whether a physical standby, GoldenGate or supplemental logging was seen; null when not visible. */
  readonly standby: boolean | null
  /** CPU_COUNT; null when not visible. */
  readonly cpuCount: number | null
  /** DB_BLOCK_SIZE in bytes; null when not visible. */
  readonly blockSizeBytes: number | null
  /** Free space that can be used per tablespace (free plus autoextend), in bytes; empty when DBA views were not visible. */
  readonly tablespaces: ReadonlyArray<{
    readonly name: string
    readonly freeBytes: number | null
    readonly bigfile: boolean | null
  }>
  readonly coverage: {
    readonly childForeignKeys: Coverage
    readonly triggers: Coverage
    readonly grants: Coverage
    readonly policies: Coverage
    readonly dependents: Coverage
    readonly segments: Coverage
  }
}
