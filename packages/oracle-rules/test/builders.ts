// Small models for the tests of this package: every field has an ordinary value, a test names only what matters to it.
import type {
  ColumnModel,
  ColumnStatistics,
  IndexModel,
  PartitioningModel,
  PartitionModel,
  StorageModel,
  TableConfig,
  TableModel
} from "@orapart/contract"

export const column = (name: string, dataType: string, rest: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  dataType,
  dataTypeOwner: null,
  lengthBytes: 22,
  precision: null,
  scale: null,
  charLength: 0,
  charUsed: null,
  nullable: true,
  dataDefault: null,
  isDefaultOnNull: false,
  isVirtual: false,
  isHidden: false,
  isUserGenerated: true,
  isIdentity: false,
  position: 1,
  internalPosition: 1,
  collation: null,
  encryption: null,
  comment: null,
  statistics: null,
  ...rest
})

export const statistics = (low: string | null, high: string | null): ColumnStatistics => ({
  distinctCount: null,
  nullCount: null,
  low,
  high,
  histogram: "NONE",
  histogramBuckets: null
})

export const index = (name: string, columns: ReadonlyArray<string>, rest: Partial<IndexModel> = {}): IndexModel => ({
  owner: "HR",
  name,
  isGeneratedName: false,
  isUnique: false,
  type: "normal",
  isReverse: false,
  keys: columns.map((name) => ({ column: name, expression: null, isDescending: false })),
  partitioning: { type: "none" },
  compression: null,
  isVisible: true,
  isUsable: true,
  isPartial: false,
  tablespace: null,
  isLogging: true,
  degree: "1",
  pctFree: null,
  iniTrans: null,
  bytes: null,
  ...rest
})

export const partition = (name: string, rest: Partial<PartitionModel> = {}): PartitionModel => ({
  name,
  bound: null,
  isInterval: false,
  subpartitionCount: 0,
  tablespace: null,
  rowCount: null,
  bytes: null,
  ...rest
})

export const partitioning = (
  columns: ReadonlyArray<string>,
  rest: Partial<PartitioningModel> = {}
): PartitioningModel => ({
  type: "range",
  columns,
  interval: { unit: "MONTH", value: "1" },
  intervalText: "NUMTOYMINTERVAL(1,'MONTH')",
  storeIn: [],
  subpartitioning: null,
  partitions: [],
  isAutolist: false,
  ...rest
})

const storage: StorageModel = {
  tablespace: "USERS",
  pctFree: 10,
  iniTrans: 1,
  isLogging: true,
  compressFor: null,
  degree: "1",
  isCache: false,
  hasRowDependencies: false,
  isRowMovementEnabled: false,
  isReadOnly: false,
  isResultCacheForced: false,
  isInMemory: false,
  isRowArchival: false,
  hasClustering: false,
  defaultCollation: null
}

export const table = (
  columns: ReadonlyArray<ColumnModel>,
  rest: Partial<Omit<TableModel, "storage">> & { storage?: Partial<StorageModel> } = {}
): TableModel => ({
  owner: "HR",
  name: "ORDERS",
  kind: "heap",
  columns,
  identity: null,
  partitioning: null,
  constraints: [],
  childForeignKeys: [],
  indexes: [],
  lobs: [],
  triggers: [],
  grants: [],
  synonyms: [],
  dependents: [],
  materializedViews: [],
  hasMaterializedViewLog: false,
  policies: [],
  supplementalLogs: [],
  flashbackArchive: null,
  comment: null,
  statistics: {
    rowCount: null,
    averageRowBytes: null,
    lastAnalyzed: null,
    isLocked: false,
    preferences: [],
    extensions: []
  },
  segments: null,
  ...rest,
  storage: { ...storage, ...rest.storage }
})

export const wish = (target: { readonly [key: string]: unknown }): TableConfig => ({
  owner: "HR",
  table_name: "ORDERS",
  migration_action: "add_interval_partitioning",
  target_configuration: target
})
