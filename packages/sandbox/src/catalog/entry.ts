// What every entry of the catalog has, and what several kinds of entries share. Entries are plain JSON data: they are stored as they are.

/** What is common to all entries. Object ids are unique in the database and never used twice. */
export interface EntryBase {
  readonly id: number
  /** The schema it belongs to; `PUBLIC` for public synonyms; the empty text for users, roles and tablespaces. */
  readonly owner: string
  readonly name: string
  /** The entry it belongs to and is dropped with: the table of an index, the object of a grant; null for objects of their own. */
  readonly parentId: number | null
}

/** Times and validity of an object that ALL_OBJECTS lists. Times as `2026-01-31 22:00:05`. */
export interface ObjectFacts {
  readonly createdAt: string
  readonly lastDdlAt: string
  readonly isValid: boolean
  /** Oracle made the name (SYS_C..., SYS_P...). */
  readonly isSystemNamed: boolean
}

/** Table compression, in the words of the syntax tree. */
export type Compression = "none" | "basic" | "advanced" | "query low" | "query high" | "archive low" | "archive high"

/** Physical attributes of a segment or defaults for its parts. null: not said, so the level above decides. */
export interface SegmentStorage {
  readonly tablespace: string | null
  readonly pctFree: number | null
  readonly pctUsed: number | null
  readonly iniTrans: number | null
  readonly maxTrans: number | null
  readonly initialBytes: number | null
  readonly nextBytes: number | null
  readonly minExtents: number | null
  readonly maxExtents: number | null
  readonly pctIncrease: number | null
  readonly bufferPool: "KEEP" | "RECYCLE" | "DEFAULT" | null
  readonly isLogging: boolean | null
  readonly compression: Compression | null
  /** SEGMENT CREATION IMMEDIATE | DEFERRED as written. */
  readonly segmentCreation: "immediate" | "deferred" | null
}

/** Attributes of which nothing was said. */
export const noStorage: SegmentStorage = {
  tablespace: null,
  pctFree: null,
  pctUsed: null,
  iniTrans: null,
  maxTrans: null,
  initialBytes: null,
  nextBytes: null,
  minExtents: null,
  maxExtents: null,
  pctIncrease: null,
  bufferPool: null,
  isLogging: null,
  compression: null,
  segmentCreation: null
}

/** Degree of parallelism: 1 is NOPARALLEL. */
export type Degree = number | "DEFAULT"

/** Optimizer statistics of a table, a partition or a subpartition; null everywhere until DBMS_STATS has run. */
export interface TableStatistics {
  readonly numRows: number
  readonly blocks: number
  /** Bytes. */
  readonly avgRowLength: number
  readonly sampleSize: number
  readonly lastAnalyzedAt: string
  /** Gathered over the whole object, not added up from its parts. */
  readonly isGlobal: boolean
  /** Set by DBMS_STATS.SET_TABLE_STATS. */
  readonly isUserSet: boolean
}

/** Optimizer statistics of a column. Low and high value are the internal bytes in hexadecimal. */
export interface ColumnStatistics {
  readonly numDistinct: number
  readonly lowValue: string | null
  readonly highValue: string | null
  readonly density: number
  readonly numNulls: number
  readonly numBuckets: number
  /** Bytes. */
  readonly avgLength: number
  readonly sampleSize: number
  readonly lastAnalyzedAt: string
  readonly histogram: "NONE" | "FREQUENCY" | "HEIGHT BALANCED" | "HYBRID" | "TOP-FREQUENCY"
}

/** Optimizer statistics of an index. */
export interface IndexStatistics {
  readonly blevel: number
  readonly leafBlocks: number
  readonly distinctKeys: number
  readonly clusteringFactor: number
  readonly numRows: number
  readonly sampleSize: number
  readonly lastAnalyzedAt: string
}

/** An object in the recycle bin: its name is `BIN$...==$0` then. */
export interface Dropped {
  readonly originalName: string
  readonly droppedAt: string
  /** System change number of the drop, as text. */
  readonly scn: string
  /** Object id of the table with which it was dropped: its own for a table. */
  readonly baseId: number
}
