// How a table is cut: range, interval, list, hash, composite. Used for what is and for what is wanted.

/** One unit of an interval. WEEK and QUARTER are not Oracle units: they are written as 7 days and 3 months (ORA-01760). */
export type IntervalUnit = "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR" | "NUMBER"

/** An interval of time or, with unit NUMBER, of a numeric key. */
export interface Interval {
  readonly unit: IntervalUnit
  /** A positive whole number for time units; any positive number, as decimal text, for NUMBER. */
  readonly value: string
}

/** A bound below which a partition's rows lie: exclusive upper end. */
export type PartitionBound =
  /** `YYYY-MM-DD HH24:MI:SS` for a DATE or TIMESTAMP key (fraction allowed for TIMESTAMP). */
  | { readonly type: "datetime"; readonly value: string }
  /** A decimal number as text. */
  | { readonly type: "number"; readonly value: string }
  | { readonly type: "maxvalue" }
  /** HIGH_VALUE text that is none of these (lists, several columns, character keys). */
  | { readonly type: "other"; readonly text: string }

/** One partition as found. Names are system-wide counters (SYS_Pn): compare by bound, never by name. */
export interface PartitionModel {
  readonly name: string
  /** null for hash and reference partitions. */
  readonly bound: PartitionBound | null
  /** True for partitions born by the interval, false for the range section. */
  readonly isInterval: boolean
  readonly subpartitionCount: number
  /** READ_ONLY = YES of the partition or of one of its subpartitions (12.2); absent means false. */
  readonly isReadOnly?: boolean
  readonly tablespace: string | null
  /** null until statistics are gathered. */
  readonly rowCount: number | null
  readonly bytes: number | null
}

/** The second level of a composite table. */
export interface SubpartitioningModel {
  readonly type: "hash" | "list" | "range"
  readonly columns: ReadonlyArray<string>
  /** The default count (DEF_SUBPARTITION_COUNT) for partitions to come; for hash a power of two spreads evenly. */
  readonly count: number
  /** Tablespaces the hash subpartitions take in turn; empty for the table's own. */
  readonly storeIn: ReadonlyArray<string>
}

/** The partitioning of a table. */
export interface PartitioningModel {
  readonly type: "range" | "list" | "hash" | "system" | "reference"
  readonly columns: ReadonlyArray<string>
  /** Set when the table is interval partitioned (type is range); null otherwise. */
  readonly interval: Interval | null
  /** The interval as the dictionary or the plan writes it, for example `NUMTOYMINTERVAL(1,'MONTH')`; null when not interval. */
  readonly intervalText: string | null
  /** Tablespaces for partitions to come; empty for the table's default. */
  readonly storeIn: ReadonlyArray<string>
  /** null when single level. */
  readonly subpartitioning: SubpartitioningModel | null
  /** Explicit partitions when planned; existing ones when read, in position order. */
  readonly partitions: ReadonlyArray<PartitionModel>
  readonly isAutolist: boolean
}
