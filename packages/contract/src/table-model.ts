// The facts of one table as Oracle's dictionary tells them. Read by discovery, kept in schema_snapshot.json, never edited by
// people. Names are exact dictionary names (case kept, no quotes). Text of LONG columns is kept as stored.
import type { ColumnModel, IdentityModel } from "./table-model/column-model.ts"
import type { ConstraintModel, ChildForeignKey } from "./table-model/constraint-model.ts"
import type { IndexModel } from "./table-model/index-model.ts"
import type { LobModel } from "./table-model/lob-model.ts"
import type { PartitioningModel } from "./table-model/partitioning-model.ts"
import type { StatisticsModel, StorageModel, SegmentSizes } from "./table-model/storage-model.ts"
import type {
  DependentModel,
  GrantModel,
  MaterializedViewModel,
  PolicyModel,
  SupplementalLogModel,
  SynonymModel,
  TriggerModel
} from "./table-model/attachment-model.ts"

export type * from "./table-model/column-model.ts"
export type * from "./table-model/constraint-model.ts"
export type * from "./table-model/index-model.ts"
export type * from "./table-model/lob-model.ts"
export type * from "./table-model/partitioning-model.ts"
export type * from "./table-model/storage-model.ts"
export type * from "./table-model/attachment-model.ts"

/** What sort of table this is, where it matters for repartitioning. `heap` is the only kind the core strategies move. */
export type TableKind =
  | "heap"
  | "index-organized"
  | "clustered"
  | "global-temporary"
  | "external"
  | "hybrid-partitioned"
  | "nested-table-storage"
  | "materialized-view-container"
  | "object-table"
  | "queue-table"
  | "blockchain"

/** One table, complete enough to build it again. */
export interface TableModel {
  readonly owner: string
  readonly name: string
  readonly kind: TableKind
  /** All columns, user-made and hidden ones, in INTERNAL_COLUMN_ID order. */
  readonly columns: ReadonlyArray<ColumnModel>
  /** The identity column's sequence; null when the table has none. */
  readonly identity: IdentityModel | null
  /** null when the table is not partitioned. */
  readonly partitioning: PartitioningModel | null
  readonly constraints: ReadonlyArray<ConstraintModel>
  /** Foreign keys of other tables (and of this one) that point here. */
  readonly childForeignKeys: ReadonlyArray<ChildForeignKey>
  readonly indexes: ReadonlyArray<IndexModel>
  readonly lobs: ReadonlyArray<LobModel>
  readonly triggers: ReadonlyArray<TriggerModel>
  readonly grants: ReadonlyArray<GrantModel>
  readonly synonyms: ReadonlyArray<SynonymModel>
  /** Views, PL/SQL units and types that name this table. */
  readonly dependents: ReadonlyArray<DependentModel>
  readonly materializedViews: ReadonlyArray<MaterializedViewModel>
  /** A materialized view log on this table: RENAME raises ORA-26563 while it exists. */
  readonly hasMaterializedViewLog: boolean
  readonly policies: ReadonlyArray<PolicyModel>
  readonly supplementalLogs: ReadonlyArray<SupplementalLogModel>
  /** The name of the flashback archive the table is tracked in; null when it is not. */
  readonly flashbackArchive: string | null
  /** The table's comment; null when it has none. Column comments stand with the columns. */
  readonly comment: string | null
  readonly storage: StorageModel
  readonly statistics: StatisticsModel
  /** null when neither segments nor statistics could be read. */
  readonly segments: SegmentSizes | null
}

/** The content of schema_snapshot.json. */
export interface SchemaSnapshot {
  readonly $schema?: string
  /** The snapshot format's own number. */
  readonly snapshotVersion: 1
  /** When it was read, from an injected clock, as ISO 8601; null when unknown. */
  readonly takenAt: string | null
  readonly database: import("./database-info.ts").DatabaseInfo
  readonly tables: ReadonlyArray<TableModel>
  /** Every name that exists in the owners' schemas and could collide with a new one, per namespace. */
  readonly usedNames?: UsedNames
}

/** Names already taken in a schema. Tables, views, synonyms, sequences, types and PL/SQL share one namespace; indexes and constraints have their own. */
export interface UsedNames {
  readonly [owner: string]: {
    readonly objects: ReadonlyArray<string>
    readonly indexes: ReadonlyArray<string>
    readonly constraints: ReadonlyArray<string>
    readonly triggers: ReadonlyArray<string>
  }
}
