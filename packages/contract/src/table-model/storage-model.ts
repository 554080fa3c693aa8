// Physical properties, statistics and sizes of a table.

/** Physical attributes that are carried to the new table. */
export interface StorageModel {
  /** The table's tablespace (the default of its partitions when partitioned); null when unknown. */
  readonly tablespace: string | null
  readonly pctFree: number | null
  readonly iniTrans: number | null
  readonly isLogging: boolean
  /** COMPRESS_FOR: null for none, else BASIC, ADVANCED, QUERY LOW, ... */
  readonly compressFor: string | null
  /** DEGREE: a number as text or DEFAULT. */
  readonly degree: string
  readonly isCache: boolean
  /** ROWDEPENDENCIES can only be given at CREATE TABLE. */
  readonly hasRowDependencies: boolean
  readonly isRowMovementEnabled: boolean
  readonly isReadOnly: boolean
  readonly isResultCacheForced: boolean
  readonly isInMemory: boolean
  /** ORA_ARCHIVE_STATE exists: rows may be hidden from a session by ROW ARCHIVAL VISIBILITY. */
  readonly isRowArchival: boolean
  /** Attribute clustering (12.1.0.2). */
  readonly hasClustering: boolean
  /** DEFAULT_COLLATION when it is not USING_NLS_COMP (12.2); null otherwise. */
  readonly defaultCollation: string | null
}

/** Optimizer statistics and what governs them. */
export interface StatisticsModel {
  /** NUM_ROWS; null until gathered. */
  readonly rowCount: number | null
  /** AVG_ROW_LEN in bytes; null until gathered. */
  readonly averageRowBytes: number | null
  /** `YYYY-MM-DD HH24:MI:SS`; null until gathered. */
  readonly lastAnalyzed: string | null
  readonly isLocked: boolean
  /** DBA_TAB_STAT_PREFS rows. */
  readonly preferences: ReadonlyArray<{ readonly name: string; readonly value: string }>
  /** Extended statistics made by users: column groups and expressions. */
  readonly extensions: ReadonlyArray<{ readonly name: string; readonly expression: string }>
}

/** Sizes in bytes. */
export interface SegmentSizes {
  readonly tableBytes: number | null
  readonly lobBytes: number | null
  readonly indexBytes: number | null
  /** `exact` from DBA_SEGMENTS or USER_SEGMENTS, `estimate` from statistics (LOBs missing). */
  readonly source: "exact" | "estimate"
}
