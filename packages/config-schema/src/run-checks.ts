// Runs the semantic checks on the tables whose structure is sound. A check that throws is a finding, not the end of the run.
import type {
  CheckContext,
  ConfigCheck,
  DatabaseInfo,
  Finding,
  MigrationAction,
  MigrationConfig,
  SchemaSnapshot,
  TableConfig
} from "@orapart/contract"
import { runCheck } from "@orapart/contract"
import { findTable } from "./facts/snapshot-index.ts"
import { makeStructureFinding } from "./structure/structure-codes.ts"

/** A table with its place in the file. */
export interface PlacedTable {
  readonly table: TableConfig
  readonly path: string
}

/** What all tables' checks share. */
export interface CheckRun {
  readonly config: MigrationConfig
  readonly snapshot: SchemaSnapshot | null
  readonly actions: ReadonlyMap<string, MigrationAction>
  readonly checks: ReadonlyArray<ConfigCheck>
}

const crashFinding = (check: ConfigCheck, context: CheckContext, cause: unknown): Finding =>
  makeStructureFinding("OP116", {
    subject: `${context.table.owner}.${context.table.table_name}`,
    what: `The check ${check.code} ${check.slug} failed instead of answering: ${cause instanceof Error ? cause.message : String(cause)}`,
    why: "What it looks for was not looked at.",
    advice: "Report it with this config entry; the other checks did their work.",
    evidence: { check: check.code },
    path: context.path
  })

const runSafely = (check: ConfigCheck, context: CheckContext): ReadonlyArray<Finding> => {
  try {
    return runCheck(check, context)
  } catch (cause) {
    return [crashFinding(check, context, cause)]
  }
}

/** The findings of all checks on all enabled tables, table by table: the core's, those passed in, those of the table's action. */
export const runChecks = (tables: ReadonlyArray<PlacedTable>, run: CheckRun): ReadonlyArray<Finding> => {
  const database: DatabaseInfo | null = run.snapshot?.database ?? null
  const findings: Array<Finding> = []
  for (const { table, path } of tables) {
    if (table.enabled === false) continue
    const source = run.snapshot === null ? null : findTable(run.snapshot, table.owner, table.table_name)
    const context: CheckContext = { config: run.config, table, path, source, database, snapshot: run.snapshot }
    const own = run.actions.get(table.migration_action)?.checks ?? []
    for (const check of run.checks) for (const finding of runSafely(check, context)) findings.push(finding)
    for (const check of own) for (const finding of runSafely(check, context)) findings.push(finding)
  }
  return findings
}
