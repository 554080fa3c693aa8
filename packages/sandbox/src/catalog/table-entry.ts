// Tables with their columns and partitioning, and what hangs on them: partitions, constraints, indexes, LOB segments, triggers.
import type { SequenceOptionsEntry } from "./schema-entry.ts"
import type {
  ColumnStatistics,
  Degree,
  Dropped,
  EntryBase,
  IndexStatistics,
  ObjectFacts,
  SegmentStorage,
  TableStatistics
} from "./entry.ts"
import type { OracleType } from "./oracle-type.ts"
import type { PartitionBound, Partitioning } from "./partition-entry.ts"

/** A column of a table. */
export interface ColumnEntry {
  /** Number of the column in its table: never used twice, the stored column is `c<id>`. */
  readonly id: number
  readonly name: string
  readonly type: OracleType
  /** COLUMN_ID; null when the column is not visible. */
  readonly position: number | null
  /** `system` is a hidden column that Oracle made (function-based index), `unused` one that was set unused. */
  readonly visibility: "visible" | "invisible" | "system" | "unused"
  /** False when a validated NOT NULL constraint or the primary key forbids NULL. */
  readonly isNullable: boolean
  /** Text as written. */
  readonly default: { readonly text: string; readonly isOnNull: boolean } | null
  readonly identity: IdentityEntry | null
  /** Expression of a virtual column, names quoted as the dictionary shows them. */
  readonly virtual: { readonly text: string } | null
  readonly comment: string | null
  /** ENCRYPT: recorded and shown, nothing is encrypted. */
  readonly encryption: {
    readonly algorithm: string
    readonly isSalted: boolean
    readonly integrity: "SHA-1" | "NOMAC"
  } | null
  /** COLLATE; null: that of the table. */
  readonly collation: string | null
  readonly statistics: ColumnStatistics | null
}

/** An identity column and its sequence. */
export interface IdentityEntry {
  readonly mode: "always" | "by-default" | "by-default-on-null"
  readonly sequenceId: number
  /** As given when the column was made: IDENTITY_OPTIONS. */
  readonly options: SequenceOptionsEntry
}

/** A supplemental log group. */
export interface LogGroupEntry {
  readonly name: string
  readonly type:
    | "USER LOG GROUP"
    | "PRIMARY KEY LOGGING"
    | "UNIQUE KEY LOGGING"
    | "FOREIGN KEY LOGGING"
    | "ALL COLUMN LOGGING"
  readonly isAlways: boolean
  readonly isSystemNamed: boolean
  /** Column ids; empty for all but user groups. */
  readonly columns: ReadonlyArray<number>
}

/** A table. Its rows are in `d.t<id>`. */
export interface TableEntry extends EntryBase, ObjectFacts {
  readonly kind: "table"
  /** In internal order, hidden ones included: INTERNAL_COLUMN_ID is the place in this list. */
  readonly columns: ReadonlyArray<ColumnEntry>
  /** Id of the next column to be added. */
  readonly nextColumnId: number
  readonly partitioning: Partitioning | null
  readonly temporary: "delete" | "preserve" | null
  readonly isReadOnly: boolean
  readonly isRowMovement: boolean
  readonly isTableLock: boolean
  readonly isCached: boolean
  readonly isResultCacheForced: boolean
  readonly isRowDependencies: boolean
  readonly isMonitoring: boolean
  /** ROW ARCHIVAL: has the hidden column ORA_ARCHIVE_STATE. */
  readonly isRowArchival: boolean
  readonly defaultCollation: string
  readonly degree: Degree
  readonly storage: SegmentStorage
  /** A segment exists: rows were stored, or IMMEDIATE was asked for. */
  readonly hasSegment: boolean
  readonly comment: string | null
  readonly statistics: TableStatistics | null
  readonly isStatisticsLocked: boolean
  readonly logGroups: ReadonlyArray<LogGroupEntry>
  readonly dropped: Dropped | null
}

/** A constraint of a table, or of a view (`V`, `O`). */
export interface ConstraintEntry extends EntryBase {
  readonly kind: "constraint"
  readonly type: "P" | "U" | "R" | "C" | "V" | "O"
  /** Column ids in order. */
  readonly columns: ReadonlyArray<number>
  /** Condition of a check: text as written, `"C" IS NOT NULL` for NOT NULL. */
  readonly condition: { readonly text: string; readonly isNotNull: boolean } | null
  /** `R` only: the primary or unique key referred to. */
  readonly references: {
    readonly constraintId: number
    readonly onDelete: "NO ACTION" | "CASCADE" | "SET NULL"
  } | null
  readonly isEnabled: boolean
  readonly isValidated: boolean
  readonly isDeferrable: boolean
  readonly isDeferred: boolean
  readonly isRely: boolean
  /** `P` and `U`: the index that enforces it; null when disabled. */
  readonly indexId: number | null
  /** The index was made by the constraint and goes with it. */
  readonly isIndexOwned: boolean
  readonly isSystemNamed: boolean
  readonly lastChangeAt: string
  readonly dropped: Dropped | null
}

/** A column of an index: expressions and descending columns are hidden virtual columns of the table. */
export interface IndexColumnEntry {
  readonly columnId: number
  readonly isDescending: boolean
}

/** What is special about one partition or subpartition of a LOCAL index; the rest follows the table's. */
export interface LocalIndexPart {
  /** null: the name of the table's (sub)partition. */
  readonly name: string | null
  readonly isUnusable: boolean
  readonly tablespace: string | null
}

/** A partition of a GLOBAL PARTITION BY index. */
export interface GlobalIndexPartition {
  readonly id: number
  readonly name: string
  /** null for hash. */
  readonly bound: PartitionBound | null
  readonly isUnusable: boolean
  readonly storage: SegmentStorage
}

/** An index. Its parent is the table. */
export interface IndexEntry extends EntryBase, ObjectFacts {
  readonly kind: "index"
  readonly type: "NORMAL" | "BITMAP"
  readonly isUnique: boolean
  readonly isReverse: boolean
  readonly columns: ReadonlyArray<IndexColumnEntry>
  readonly locality:
    | { readonly kind: "whole" }
    /** Parts by object id of the table's partition or subpartition, as text; only those that differ. */
    | { readonly kind: "local"; readonly parts: Readonly<Record<string, LocalIndexPart>> }
    | {
        readonly kind: "global"
        readonly type: "RANGE" | "HASH"
        /** Column ids of the table. */
        readonly columns: ReadonlyArray<number>
        readonly partitions: ReadonlyArray<GlobalIndexPartition>
      }
  readonly isInvisible: boolean
  /** ALTER INDEX UNUSABLE, or left behind by partition maintenance. */
  readonly isUnusable: boolean
  /** ALTER INDEX DISABLE of a function-based index. */
  readonly isFunctionDisabled: boolean
  /** COMPRESS n: leading columns; null is not compressed. */
  readonly prefixLength: number | null
  readonly advancedCompression: "low" | "high" | null
  readonly isPartial: boolean
  readonly degree: Degree
  readonly storage: SegmentStorage
  readonly statistics: IndexStatistics | null
  readonly dropped: Dropped | null
}

/** A LOB column's segment. Its name is that of the segment. */
export interface LobEntry extends EntryBase {
  readonly kind: "lob"
  readonly columnId: number
  readonly indexName: string
  readonly isSystemNamed: boolean
  readonly isSecureFile: boolean
  readonly isInRow: boolean
  readonly chunkBytes: number
  readonly cache: "YES" | "NO" | "CACHEREADS"
  readonly pctVersion: number | null
  readonly retention: { readonly kind: "DEFAULT" | "MAX" | "MIN" | "AUTO" | "NONE"; readonly seconds: number | null }
  readonly compression: "NO" | "LOW" | "MEDIUM" | "HIGH"
  readonly isDeduplicated: boolean
  readonly storage: SegmentStorage
  readonly dropped: Dropped | null
}

/** A trigger. Its parent is the table or view. */
export interface TriggerEntry extends EntryBase, ObjectFacts {
  readonly kind: "trigger"
  readonly timing: "before" | "after" | "instead-of" | "compound"
  readonly events: ReadonlyArray<{
    readonly event: "insert" | "update" | "delete"
    /** Column names of UPDATE OF. */
    readonly columns: ReadonlyArray<string>
  }>
  readonly isForEachRow: boolean
  readonly newName: string
  readonly oldName: string
  readonly isEnabled: boolean
  readonly whenText: string | null
  readonly description: string
  readonly body: string
  readonly follows: ReadonlyArray<{ readonly owner: string; readonly name: string }>
  readonly precedes: ReadonlyArray<{ readonly owner: string; readonly name: string }>
  readonly errors: ReadonlyArray<CompileErrorEntry>
  readonly dropped: Dropped | null
}

/** A line of ALL_ERRORS. */
export interface CompileErrorEntry {
  readonly line: number
  readonly column: number
  readonly message: string
}
