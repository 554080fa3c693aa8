// Asks one check about one table, with everything around it as a real run would have it.
import type { ConfigCheck, DatabaseInfo, Finding, SchemaSnapshot, TableConfig, TableModel } from "@orapart/contract"
import { databaseInfo, schemaSnapshot, tableConfig } from "@orapart/testkit/builders"
import { runChecks } from "../src/run-checks.ts"

/** What a test says of the question; the rest is a sound entry for HR.ORDERS and a 19c database. */
export interface Question {
  readonly table?: Partial<TableConfig>
  /** Other entries of the same file, after this one. */
  readonly others?: ReadonlyArray<TableConfig>
  /** null: the snapshot does not hold the table. */
  readonly source?: TableModel | null
  readonly database?: DatabaseInfo
  /** null: there is no snapshot; otherwise in place of one made of `source` and `database`. */
  readonly snapshot?: SchemaSnapshot | null
}

const snapshotOf = ({ database, snapshot, source }: Question): SchemaSnapshot | null => {
  if (snapshot !== undefined) return snapshot
  const tables = source === undefined || source === null ? [] : [source]
  return schemaSnapshot({ tables, database: database ?? databaseInfo() })
}

/** The findings of the check on the first entry of a file. */
export const askCheck = (check: ConfigCheck, question: Question = {}): ReadonlyArray<Finding> => {
  const table = tableConfig(question.table)
  const tables = [table, ...(question.others ?? [])]
  const run = { config: { tables }, snapshot: snapshotOf(question), actions: new Map(), checks: [check] }
  return runChecks([{ table, path: "/tables/0" }], run)
}

/** The findings of the check on every entry of a file. */
export const askAll = (
  check: ConfigCheck,
  tables: ReadonlyArray<TableConfig>,
  snapshot: SchemaSnapshot | null
): ReadonlyArray<Finding> =>
  runChecks(
    tables.map((table, index) => ({ table, path: `/tables/${index}` })),
    { config: { tables }, snapshot, actions: new Map(), checks: [check] }
  )
