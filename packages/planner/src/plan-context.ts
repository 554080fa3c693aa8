// What planning one table needs to find quickly, read once per snapshot: a config may hold a thousand tables.
import type { DatabaseInfo, MigrationAction, MigrationStrategy, SchemaSnapshot, TableModel } from "@orapart/contract"
import { indexUsedNames, type UsedNameIndex } from "./names/used-names.ts"

/** What every planning call is given. */
export interface PlannerInput {
  readonly snapshot: SchemaSnapshot
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategies: ReadonlyArray<MigrationStrategy>
  /** `orapart 1.0.0`: who made the plan; no part of the digest. */
  readonly madeBy: string
}

/** The input with its indexes. */
export interface PlanContext {
  readonly database: DatabaseInfo
  readonly madeBy: string
  readonly findSource: (owner: string, table: string) => TableModel | undefined
  readonly actions: ReadonlyMap<string, MigrationAction>
  readonly strategies: ReadonlyMap<string, MigrationStrategy>
  readonly used: UsedNameIndex
}

const tableKey = (owner: string, table: string): string => JSON.stringify([owner, table])

/** Reads the input once. */
export const openContext = (input: PlannerInput): PlanContext => {
  const tables = new Map(input.snapshot.tables.map((table) => [tableKey(table.owner, table.name), table]))
  return {
    database: input.snapshot.database,
    madeBy: input.madeBy,
    findSource: (owner, table) => tables.get(tableKey(owner, table)),
    actions: new Map(input.actions.map((action) => [action.id, action])),
    strategies: new Map(input.strategies.map((strategy) => [strategy.id, strategy])),
    used: indexUsedNames(input.snapshot)
  }
}
