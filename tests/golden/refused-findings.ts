// What is said about the tables of examples/refused: by the config's checks, which come first, and by the planner alone, which has to
// refuse them too for programs that do without those checks.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { refusedTables } from "../../examples/definitions/index.ts"
import type { RefusedTable } from "../../examples/definitions/index.ts"
import { generateScriptSets } from "../../packages/cli/src/index.ts"
import { loadCorePlugins } from "../../packages/cli/src/services/core-plugins.ts"
import type { Finding, MigrationConfig, SchemaSnapshot } from "../../packages/contract/src/index.ts"
import { planMigration } from "../../packages/planner/src/index.ts"
import { exampleFolder } from "./golden-files.ts"

/** One table of the example with every finding about it, in code order, each once. */
export interface JudgedTable {
  readonly refused: RefusedTable
  readonly findings: ReadonlyArray<Finding>
  /** True when the planner made a plan although it should not. */
  readonly isPlanned: boolean
}

const folder = exampleFolder("refused")
const read = (file: string): string => readFileSync(join(folder, file), "utf8")

const isError = ({ severity }: Finding): boolean => severity === "error"

const about = (findings: ReadonlyArray<Finding>, index: number): ReadonlyArray<Finding> =>
  findings.filter(({ path }) => path === `/tables/${index}` || path?.startsWith(`/tables/${index}/`) === true)

const once = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> => {
  const texts = findings.map(({ code, what }) => `${code} ${what}`)
  return findings
    .filter((_, place) => texts.indexOf(texts[place] ?? "") === place)
    .toSorted((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0))
}

/** Validates and plans the example, and plans it without validation. */
export const judgeRefused = async (): Promise<ReadonlyArray<JudgedTable>> => {
  const [configText, snapshotText] = [read("migration_config.json"), read("schema_snapshot.json")]
  const whole = await Effect.runPromise(generateScriptSets({ configText, snapshotText, madeBy: "orapart 0.0.0" }))
  const { actions, strategies } = await loadCorePlugins()
  const alone = await Effect.runPromise(
    planMigration({
      config: JSON.parse(configText) as MigrationConfig,
      snapshot: JSON.parse(snapshotText) as SchemaSnapshot,
      actions,
      strategies,
      madeBy: "orapart 0.0.0"
    })
  )
  return refusedTables.map((refused, index) => {
    const refusal = alone.refusals.find(({ table }) => table === refused.table.name)
    return {
      refused,
      findings: once([...about(whole.findings.filter(isError), index), ...(refusal?.findings.filter(isError) ?? [])]),
      isPlanned: alone.plans.some(({ table }) => table === refused.table.name)
    }
  })
}

const writeFinding = ({ code, slug, what, why, advice }: Finding): ReadonlyArray<string> => [
  `  ${code} ${slug}: ${what}`,
  ...(why === "" ? [] : [`    why  ${why}`]),
  ...(advice === "" ? [] : [`    do   ${advice}`])
]

const head = [
  "Tables that orapart refuses, and what it says. Errors only; codes OP1xx come from `orapart validate config`, which looks first,",
  "OP2xx from the planner, which would refuse the table too. `orapart explain CODE` has the page of a code.",
  ""
]

/** The text of findings.txt. */
export const writeFindings = (judged: ReadonlyArray<JudgedTable>): string =>
  `${[
    ...head,
    ...judged.flatMap(({ refused: { feature, table }, findings }) => [
      `${table.owner}.${table.name}: ${feature}`,
      ...findings.flatMap(writeFinding),
      ""
    ])
  ]
    .join("\n")
    .trimEnd()}\n`
