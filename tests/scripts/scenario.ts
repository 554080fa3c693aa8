// Script sets of tables that a test builds: the whole way from snapshot and config to files, with the real plugins and templates.
import * as Effect from "effect/Effect"
import { migrationConfig, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit"
import type { TableConfig } from "../../packages/contract/src/index.ts"
import { generateScriptSets } from "../../packages/cli/src/index.ts"
import type { ScriptSet } from "./script-sets.ts"

/** What a test says of its table, of the database and of its entry in the config. */
export interface ScenarioInput {
  readonly table?: Parameters<typeof tableModel>[0]
  readonly snapshot?: Omit<NonNullable<Parameters<typeof schemaSnapshot>[0]>, "tables">
  readonly config?: Partial<TableConfig>
}

/** What became of a table: its files, or the codes of the findings that refused it. */
export type ScenarioResult =
  | { readonly set: ScriptSet; readonly codes: ReadonlyArray<string> }
  | { readonly set: null; readonly codes: ReadonlyArray<string> }

const defaultStatistics = { rowCount: 1000, averageRowBytes: 50 }

/** Plans and renders one table. */
export const tryScenario = async ({
  table = {},
  snapshot = {},
  config = {}
}: ScenarioInput): Promise<ScenarioResult> => {
  const built = tableModel({ ...table, statistics: { ...defaultStatistics, ...table.statistics } })
  const entry = tableConfig({ owner: built.owner, table_name: built.name, ...config })
  const { findings, result } = await Effect.runPromise(
    generateScriptSets({
      configText: JSON.stringify(migrationConfig({ tables: [entry] })),
      snapshotText: JSON.stringify(schemaSnapshot({ ...snapshot, tables: [built] })),
      madeBy: "orapart 0.0.0"
    })
  )
  const folder = result?.[0]
  if (folder === undefined)
    return { set: null, codes: findings.filter(({ severity }) => severity === "error").map(({ code }) => code) }
  const files = new Map(folder.files.map(({ path, text }) => [path, text]))
  const plan = JSON.parse(files.get("plan.json") ?? "null") as ScriptSet["plan"]
  return { set: { name: folder.folder, folder: folder.folder, plan, files }, codes: findings.map(({ code }) => code) }
}

/** The set of a table that must not be refused; throws with the codes when it is. */
export const renderScenario = async (input: ScenarioInput): Promise<ScriptSet> => {
  const { set, codes } = await tryScenario(input)
  if (set === null) throw new Error(`the table is refused: ${codes.join(", ")}`)
  return set
}
