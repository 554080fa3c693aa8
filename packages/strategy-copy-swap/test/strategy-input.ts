// The input of the strategy as the planner gives it, built from a table in a few words. Names are made by a simple rule, so that a
// test can read them: X_INT and X_OLD; SYS_C0077 becomes ORDERS_C0077.
import type {
  ConstraintModel,
  DatabaseInfo,
  IndexDecision,
  IndexModel,
  PartitioningModel,
  PlanNames,
  PlanSettings,
  StrategyInput,
  TableModel
} from "@orapart/contract"
import { databaseInfo, hashSubpartitioning, intervalPartitioning, tableModel } from "@orapart/testkit/builders"
import { describeMigration } from "../src/migration.ts"
import type { Migration } from "../src/migration.ts"

/** What a test says of its table: see tableModel. */
export type TableInput = NonNullable<Parameters<typeof tableModel>[0]>

/** What a test says of the plan; the rest is HR.ORDERS with monthly intervals and 4 hash subpartitions. */
export interface GivenPlan {
  readonly settings?: Partial<PlanSettings>
  readonly target?: Partial<TableModel>
  readonly names?: Partial<PlanNames>
  readonly database?: Partial<Omit<DatabaseInfo, "coverage">> & {
    readonly coverage?: Partial<DatabaseInfo["coverage"]>
  }
  readonly indexDecisions?: StrategyInput["indexDecisions"]
}

const defaultSettings: PlanSettings = {
  priority: "MEDIUM",
  estimatedHours: null,
  validateData: true,
  dropOldAfterDays: 7,
  deltaSync: "none",
  deltaColumn: null,
  ddlLockTimeoutSeconds: 5,
  chunkRows: null,
  nologging: false,
  parallelDegree: 1,
  initialExtentBytes: null
}

const entry = (name: string) => ({ name, interim: `${name}_INT`, retained: `${name}_OLD` })

const isNamed = ({ body, isGeneratedName }: ConstraintModel): boolean => !(isGeneratedName && body.type === "not-null")

/** Final names of keys, checks and foreign keys whose names Oracle made. */
const finalNames = (source: TableModel): ReadonlyMap<string, string> =>
  new Map(
    source.constraints
      .filter((one) => one.isGeneratedName && isNamed(one))
      .map(({ name }) => [name, name.replace(/^SYS/u, source.name)])
  )

const renamed = (finals: ReadonlyMap<string, string>, name: string) =>
  finals.has(name) ? { ...entry(finals.get(name) ?? name), retained: name } : entry(name)

const nameAll = (source: TableModel): PlanNames => {
  const finals = finalNames(source)
  return {
    interim: `${source.name}_INT`,
    retained: `${source.name}_OLD`,
    ledger: `ORAPART_${source.name}`,
    indexes: source.indexes.map(({ owner, name }) => ({ owner, ...renamed(finals, name) })),
    constraints: source.constraints.filter(isNamed).map(({ name }) => renamed(finals, name)),
    triggers: source.triggers.map(({ owner, name }) => ({ owner, ...entry(name) })),
    childForeignKeys: source.childForeignKeys
      .filter(({ owner, table }) => owner !== source.owner || table !== source.name)
      .map(({ owner, table, name, isGeneratedName }) => ({
        owner,
        table,
        ...entry(isGeneratedName ? name.replace(/^SYS/u, table) : name)
      }))
  }
}

/** Monthly intervals on ORDER_DATE from 2024-01-01 with 4 hash subpartitions on ORDER_ID, unless told. */
export const monthly = (given: Partial<PartitioningModel> = {}): PartitioningModel => ({
  ...intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", { subpartitioning: hashSubpartitioning("ORDER_ID", 4) }),
  ...given
})

const reachTarget = (source: TableModel): TableModel => {
  const finals = finalNames(source)
  const final = (name: string): string => finals.get(name) ?? name
  return {
    ...source,
    partitioning: monthly(),
    storage: { ...source.storage, isRowMovementEnabled: true },
    indexes: source.indexes.map((index) => ({ ...index, name: final(index.name), isGeneratedName: false })),
    constraints: source.constraints.map((constraint) => {
      const { body } = constraint
      const isKey = body.type === "primary-key" || body.type === "unique"
      return {
        ...constraint,
        name: final(constraint.name),
        isGeneratedName: constraint.isGeneratedName && !finals.has(constraint.name),
        body: isKey && body.indexName !== null ? { ...body, indexName: final(body.indexName) } : body
      }
    })
  }
}

const choices = { local: "LOCAL", none: "GLOBAL", "global-hash": "GLOBAL HASH", "global-range": "GLOBAL" } as const

const decide = ({ name, partitioning }: IndexModel): IndexDecision => ({
  index: name,
  choice: choices[partitioning.type],
  reason: `reason of ${name}`,
  isOverride: false
})

/** The strategy's input for a table. */
export const strategyInput = (table: TableInput = {}, extras: GivenPlan = {}): StrategyInput => {
  const source = tableModel(table)
  const target = { ...reachTarget(source), ...extras.target }
  return {
    source,
    target,
    database: databaseInfo(extras.database),
    settings: { ...defaultSettings, ...extras.settings },
    names: { ...nameAll(source), ...extras.names },
    indexDecisions: extras.indexDecisions ?? target.indexes.map(decide)
  }
}

/** What every step of the plan knows of a table. */
export const migrationOf = (table: TableInput = {}, given: GivenPlan = {}): Migration =>
  describeMigration(strategyInput(table, given))
