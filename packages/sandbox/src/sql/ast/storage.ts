// Physical properties. The sandbox records what the dictionary shows of them and does nothing else with them.
import type { Identifier, Span } from "./node.ts"

/** `STORAGE (...)`. Sizes in bytes; null where nothing was written. */
export interface StorageClause extends Span {
  readonly initialBytes: number | null
  readonly nextBytes: number | null
  readonly minExtents: number | null
  /** Infinity is UNLIMITED. */
  readonly maxExtents: number | null
  readonly percentIncrease: number | null
  readonly bufferPool: "KEEP" | "RECYCLE" | "DEFAULT" | null
}

/** Table compression as ALL_TABLES shows it. */
export type TableCompression =
  | "none"
  | "basic"
  | "advanced"
  | "query low"
  | "query high"
  | "archive low"
  | "archive high"

/** Attributes of a segment: of tables, indexes, partitions and LOBs. null where nothing was written. */
export interface SegmentAttributes {
  readonly pctFree: number | null
  readonly pctUsed: number | null
  readonly iniTrans: number | null
  readonly maxTrans: number | null
  readonly storage: StorageClause | null
  readonly tablespace: Identifier | null
  readonly isLogging: boolean | null
  readonly segmentCreation: "immediate" | "deferred" | null
  readonly compression: TableCompression | null
  /** `COMPRESS [n]` and NOCOMPRESS of an index; n leading columns, null when no number was written. */
  readonly indexCompression: IndexCompression | null
}

/** Index compression. */
export type IndexCompression =
  | { readonly kind: "none" }
  | { readonly kind: "prefix"; readonly columns: number | null }
  | { readonly kind: "advanced"; readonly level: "low" | "high" }

/** PARALLEL [n] and NOPARALLEL: a number, "default" for PARALLEL alone, 1 for NOPARALLEL, null when nothing was written. */
export type ParallelDegree = number | "default" | null

/** LOB storage of one or more columns. */
export interface LobStorage extends Span {
  readonly columns: ReadonlyArray<Identifier>
  readonly format: "securefile" | "basicfile" | null
  readonly segmentName: Identifier | null
  readonly parameters: LobParameters
}

/** LOB parameters; null where nothing was written. */
export interface LobParameters {
  readonly attributes: SegmentAttributes
  readonly isStoredInRow: boolean | null
  readonly chunkBytes: number | null
  readonly cache: "cache" | "cache reads" | "nocache" | null
  readonly retention: { readonly kind: "max" | "min" | "auto" | "none"; readonly seconds: number | null } | null
  readonly pctVersion: number | null
  readonly compression: "none" | "low" | "medium" | "high" | null
  readonly isDeduplicated: boolean | null
  readonly isEncrypted: boolean | null
}
