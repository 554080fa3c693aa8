// One row of ALL_TAB_COLS, with the facts of ALL_COL_COMMENTS, ALL_ENCRYPTED_COLUMNS and the column statistics beside it.

/** A column as the dictionary describes it. */
export interface ColumnModel {
  readonly name: string
  /** DATA_TYPE as stored: `NUMBER`, `VARCHAR2`, `TIMESTAMP(6) WITH TIME ZONE`, or a type's name for object columns. */
  readonly dataType: string
  /** Owner of an object type; null for built-in types. */
  readonly dataTypeOwner: string | null
  /** DATA_LENGTH in bytes. */
  readonly lengthBytes: number
  /** DATA_PRECISION; null when not declared. Binary digits for FLOAT. */
  readonly precision: number | null
  /** DATA_SCALE; may be negative; null when not declared. */
  readonly scale: number | null
  /** CHAR_LENGTH in the unit of charUsed; 0 for types that are not character types. */
  readonly charLength: number
  /** CHAR_USED: byte or character length semantics; null for types that are not character types. */
  readonly charUsed: "B" | "C" | null
  /** False only when NOT NULL is enabled and validated, or implied by the primary key. */
  readonly nullable: boolean
  /** DATA_DEFAULT exactly as stored, trailing blanks included; the expression of a virtual column; null when none. */
  readonly dataDefault: string | null
  readonly isDefaultOnNull: boolean
  readonly isVirtual: boolean
  /** HIDDEN_COLUMN: true for invisible columns and for those Oracle made. */
  readonly isHidden: boolean
  /** USER_GENERATED: false for columns Oracle made (SYS_NC..$, SYS_ST.., unused ones). */
  readonly isUserGenerated: boolean
  readonly isIdentity: boolean
  /** COLUMN_ID; null for hidden and invisible columns. */
  readonly position: number | null
  /** INTERNAL_COLUMN_ID. */
  readonly internalPosition: number
  /** A collation that differs from the table's default (12.2); null otherwise. */
  readonly collation: string | null
  /** Column encryption; null when none. */
  readonly encryption: { readonly algorithm: string; readonly salt: boolean; readonly integrity: string } | null
  readonly comment: string | null
  /** null when the column was never analyzed. */
  readonly statistics: ColumnStatistics | null
}

/** Optimizer statistics of a column. */
export interface ColumnStatistics {
  readonly distinctCount: number | null
  /** Rows with NULL in this column when the statistics were gathered. */
  readonly nullCount: number | null
  /** Smallest value as text: ISO `YYYY-MM-DD HH24:MI:SS` for datetimes, decimal for numbers; null when unknown. */
  readonly low: string | null
  /** Largest value, same form as low. */
  readonly high: string | null
  /** HISTOGRAM: NONE, FREQUENCY, TOP-FREQUENCY, HEIGHT BALANCED or HYBRID. */
  readonly histogram: string
  readonly histogramBuckets: number | null
}

/** The identity column's generation and the options of its ISEQ$$ sequence. */
export interface IdentityModel {
  readonly column: string
  readonly generation: "ALWAYS" | "BY DEFAULT"
  readonly isOnNull: boolean
  readonly sequenceName: string
  /** LAST_NUMBER of the sequence as text (up to 28 digits); null when not visible. */
  readonly lastNumber: string | null
  readonly incrementBy: string
  readonly minValue: string
  readonly maxValue: string
  /** CACHE_SIZE; 0 means NOCACHE. */
  readonly cacheSize: number
  readonly isCycle: boolean
  readonly isOrdered: boolean
}
