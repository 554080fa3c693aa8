// Oracle's numbers and what each release can do. Every constant names where it comes from; an unknown release counts as 12.1.
import type { DatabaseInfo, OracleVersion } from "@orapart/contract"

/** Partitions plus subpartitions of one table: 1024K-1 (CREATE TABLE; Logical Database Limits). Interval tables count positions. */
export const MAX_POSITIONS = 1_048_575

/** Fragments that one statement may create; beyond it ORA-14335. */
export const MAX_NEW_FRAGMENTS = 125_000

/** First extent of a table (sub)partition in an autoallocate tablespace since 11.2.0.2, in bytes. */
export const MIN_PARTITION_SEGMENT_BYTES = 8 * 1024 * 1024

/** First extent that the scripts ask for where pieces are small, in bytes: STORAGE (INITIAL 64K NEXT 1M) at table level. */
export const SMALL_INITIAL_EXTENT_BYTES = 64 * 1024

/** Mean size of a piece from which the tablespace's own first extent is left alone, in bytes. A planning rule. */
export const LARGE_PIECE_BYTES = 4 * 1024 * 1024

/**
 * The first extent for a table cut into `pieces` (sub)partitions that hold `dataBytes` together: 64 KB where the mean piece is below
 * 4 MB, so that thousands of small pieces do not take 8 MB each; null leaves the tablespace's own, also when a size is unknown.
 */
export const chooseInitialExtent = (dataBytes: number | null, pieces: number | null): number | null =>
  dataBytes === null || pieces === null || pieces === 0 || dataBytes / pieces >= LARGE_PIECE_BYTES
    ? null
    : SMALL_INITIAL_EXTENT_BYTES

/** First extent of an index (sub)partition in an autoallocate tablespace, in bytes. */
export const MIN_INDEX_SEGMENT_BYTES = 64 * 1024

/** Columns of a hash key (CREATE TABLE). */
export const MAX_HASH_KEY_COLUMNS = 16

/** Hash subpartitions per partition that the tool plans for; more is refused as a planning rule, Oracle's own end is ORA-14156. */
export const MAX_PLANNED_SUBPARTITIONS = 1024

/** Real (sub)partitions from which dictionary, shared pool and statistics become slow: warning. A rule of thumb, no Oracle limit. */
export const MANY_FRAGMENTS = 10_000

/** Real (sub)partitions from which the warning is a strong one. */
export const TOO_MANY_FRAGMENTS = 50_000

/** Years after the largest key that must still fit, or the layout is refused. */
export const REQUIRED_YEARS_AHEAD = 20

/** Years after the largest key below which the layout gets a warning. */
export const COMFORTABLE_YEARS_AHEAD = 50

/** Largest day of month that a bound of a MONTH or YEAR interval may have (ORA-14767 above it). */
export const MAX_ANCHOR_DAY = 28

/** Bytes of a line that SQL*Plus surely takes (SP2-0027 above 2499 characters). */
export const MAX_SCRIPT_LINE_BYTES = 2400

/** The release whose rules hold when none is known. */
export const OLDEST_VERSION: OracleVersion = { major: 12, minor: 1 }

/** Negative, zero or positive like a sort function. */
export const compareVersions = (left: OracleVersion, right: OracleVersion): number =>
  left.major - right.major || left.minor - right.minor

/** `12.1`, `19.0`. */
export const formatVersion = (version: OracleVersion): string => `${version.major}.${version.minor}`

/** Reads `12.1`, `19`, `19.0.0`; null when the text does not begin with a number. */
export const parseVersion = (text: string): OracleVersion | null => {
  const match = /^\s*(\d+)(?:\.(\d+))?/.exec(text)
  return match === null ? null : { major: Number(match[1]), minor: Number(match[2] ?? "0") }
}

/** First release of each feature: the availability matrix of the partitioning rule book. */
const featureVersions = {
  "interval-partitioning": { major: 11, minor: 2 },
  "interval-reference-parent": { major: 12, minor: 1 },
  "drop-last-range-partition": { major: 12, minor: 2 },
  "modify-to-partitioned": { major: 12, minor: 2 },
  "modify-partitioning": { major: 18, minor: 0 },
  "modify-to-nonpartitioned": { major: 23, minor: 0 },
  "modify-including-rows": { major: 12, minor: 2 },
  "create-for-exchange": { major: 12, minor: 2 },
  "move-partition-online": { major: 12, minor: 1 },
  "move-table-online": { major: 12, minor: 2 },
  "split-partition-online": { major: 12, minor: 2 },
  "merge-partitions-online": { major: 18, minor: 0 },
  "multi-partition-maintenance": { major: 12, minor: 1 },
  "asynchronous-global-index-maintenance": { major: 12, minor: 1 },
  "partial-indexes": { major: 12, minor: 1 },
  "identity-columns": { major: 12, minor: 1 },
  "default-on-null": { major: 12, minor: 1 },
  "invisible-columns": { major: 12, minor: 1 },
  "long-identifiers": { major: 12, minor: 2 },
  "redefinition-rollback": { major: 12, minor: 2 },
  "high-value-json": { major: 23, minor: 0 },
  "if-exists": { major: 23, minor: 0 }
} as const satisfies { readonly [feature: string]: OracleVersion }

/** A feature whose availability depends on the release. */
export type OracleFeature = keyof typeof featureVersions

/** The first release that has the feature. */
export const featureSince = (feature: OracleFeature): OracleVersion => featureVersions[feature]

/**
 * Whether the database's release has the feature; no database or no version means 12.1. `long-identifiers` also asks COMPATIBLE:
 * nameLimitBytes answers that one.
 */
export const supportsFeature = (database: Pick<DatabaseInfo, "version"> | null, feature: OracleFeature): boolean =>
  compareVersions(database?.version ?? OLDEST_VERSION, featureVersions[feature]) >= 0
