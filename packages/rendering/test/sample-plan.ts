// Hand-made inputs for this package's tests: a column, an index, a LOB, a step and a whole plan, complete in every field.
import type {
  ColumnModel,
  IdentityModel,
  IndexModel,
  LobModel,
  MigrationPlan,
  Step,
  TableModel
} from "@orapart/contract"

export const column = (name: string, changes: Partial<ColumnModel> = {}): ColumnModel => ({
  name,
  dataType: "NUMBER",
  dataTypeOwner: null,
  lengthBytes: 22,
  precision: 12,
  scale: 0,
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
  ...changes
})

export const varchar = (name: string, length: number, changes: Partial<ColumnModel> = {}): ColumnModel =>
  column(name, {
    dataType: "VARCHAR2",
    lengthBytes: length,
    precision: null,
    scale: null,
    charLength: length,
    charUsed: "B",
    ...changes
  })

export const identity = (changes: Partial<IdentityModel> = {}): IdentityModel => ({
  column: "ORDER_ID",
  generation: "ALWAYS",
  isOnNull: false,
  sequenceName: "ISEQ$$_73201",
  lastNumber: "50021",
  incrementBy: "1",
  minValue: "1",
  maxValue: "9999999999999999999999999999",
  cacheSize: 20,
  isCycle: false,
  isOrdered: false,
  ...changes
})

export const index = (changes: Partial<IndexModel> = {}): IndexModel => ({
  owner: "HR",
  name: "ORDERS_IX1",
  isGeneratedName: false,
  isUnique: false,
  type: "normal",
  isReverse: false,
  keys: [{ column: "ORDER_DATE", expression: null, isDescending: false }],
  partitioning: { type: "local" },
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
  ...changes
})

export const lob = (changes: Partial<LobModel> = {}): LobModel => ({
  column: "DOC",
  isSecureFile: true,
  tablespace: "LOB_TS",
  chunkBytes: null,
  isInRow: true,
  cache: "NO",
  isLogging: true,
  retention: null,
  pctVersion: null,
  compression: "NO",
  isDeduplicated: false,
  isEncrypted: false,
  bytes: null,
  ...changes
})

export const step = (changes: Partial<Step> = {}): Step => ({
  id: "create-table",
  number: 10,
  file: "10_create_table.sql",
  phase: "prepare",
  title: "Create the interim table",
  why: "the new layout needs a table of its own",
  does: "creates HR.ORDERS_INT",
  apply: { template: "core:10_create_table.sql", data: {} },
  revert: {
    kind: "script",
    file: "10_undo_create_table.sql",
    script: { template: "core:rollback/10_undo_create_table.sql", data: {} },
    does: "drops HR.ORDERS_INT",
    until: "step 50",
    loses: "nothing"
  },
  restart: "revert-first",
  locks: [],
  needs: "owner HR, or CREATE ANY TABLE",
  estimate: { seconds: 5, bytes: null },
  master: 1,
  ...changes
})

export const table = (columns: ReadonlyArray<ColumnModel>): TableModel => ({
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
  storage: {
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
  },
  statistics: {
    rowCount: 50000,
    averageRowBytes: 80,
    lastAnalyzed: null,
    isLocked: false,
    preferences: [],
    extensions: []
  },
  segments: null
})

const columns = [
  column("ORDER_ID", { nullable: false }),
  column("ORDER_DATE", { dataType: "DATE", lengthBytes: 7, precision: null, scale: null }),
  varchar("NOTES", 500)
]

export const plan = (changes: Partial<MigrationPlan> = {}): MigrationPlan => ({
  contract: 1,
  digest: "3f9c2a7100ab",
  madeBy: "orapart 0.0.0",
  owner: "HR",
  table: "ORDERS",
  action: { id: "add_interval_hash_partitioning", title: "Interval and hash" },
  strategy: { id: "copy_swap", title: "Copy and swap" },
  database: { version: null, compatible: null, characterSet: null },
  minimumVersion: "12.1",
  settings: {
    priority: "MEDIUM",
    estimatedHours: null,
    validateData: true,
    dropOldAfterDays: 7,
    deltaSync: "none",
    deltaColumn: null,
    ddlLockTimeoutSeconds: 5,
    chunkRows: null,
    nologging: false,
    parallelDegree: 4,
    initialExtentBytes: null
  },
  names: {
    interim: "ORDERS_INT",
    retained: "ORDERS_OLD",
    ledger: "ORDERS_LEDGER",
    indexes: [],
    constraints: [],
    triggers: [],
    childForeignKeys: []
  },
  source: table(columns),
  target: table(columns),
  indexDecisions: [],
  preview: {
    interval: "NUMTOYMINTERVAL(1,'MONTH')",
    partitions: null,
    subpartitionsPerPartition: 8,
    rowsPerPartition: null,
    from: null,
    to: null,
    positionsUsed: null,
    hashMaxOverMean: null,
    histogram: []
  },
  space: { neededBytes: null, basis: "not known" },
  estimatedSeconds: null,
  outage: "writes stop from step 10 to step 50",
  client: "",
  notes: [],
  steps: [step()],
  pointOfNoReturn: "drop-old-table",
  ...changes
})
