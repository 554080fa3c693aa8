// From plans to the folders that are to be written.
import { hasErrors } from "@orapart/contract"
import type { Finding, MigrationConfig, MigrationPlan } from "@orapart/contract"
import { createRenderer, describeRenderFailure, nameFolders, renderScriptSet } from "@orapart/rendering"
import { deriveRollback } from "@orapart/rollback"
import * as Effect from "effect/Effect"
import type { Outcome } from "../failures.ts"
import type { ScriptFolder } from "../output/output-folder.ts"
import { findingOf } from "../words/cli-codes.ts"
import type { TemplateSet } from "./load-templates.ts"
import { nameTable } from "./select-tables.ts"

const reportFault = (plans: ReadonlyArray<MigrationPlan>, template: string, what: string): Finding => {
  const names = plans.map(({ owner, table }) => `${owner}.${table}`)
  const also = names.length > 1 ? ` It concerns ${names.length} tables.` : ""
  return findingOf("OP011", {
    subject: names[0] ?? template,
    what: `${what}${also}`,
    why: "Nothing was written.",
    advice: "Correct the template, or take its override out of the config.",
    evidence: { template, tables: names }
  })
}

/** Folder of each table of a config. Disabled tables count as well, so that a folder keeps its name when one is switched on. */
const nameFoldersOf = (config: MigrationConfig): ReadonlyMap<string, string> => {
  const tables = config.tables.map((entry) => ({ owner: entry.owner, table: entry.table_name, key: nameTable(entry) }))
  return new Map([...nameFolders(tables)].map(([{ key }, folder]) => [key, folder]))
}

/** Renders all plans. One fault that concerns many tables is one finding; then no folder is given at all. */
export const renderFolders = Effect.fnUntraced(function* (
  plans: ReadonlyArray<MigrationPlan>,
  config: MigrationConfig,
  { templates, overrides }: TemplateSet
): Effect.fn.Return<Outcome<ReadonlyArray<ScriptFolder>>> {
  const renderer = createRenderer({ templates, overrides })
  const folders = nameFoldersOf(config)
  const rendered = yield* Effect.forEach(plans, (plan) =>
    renderScriptSet(renderer, plan, deriveRollback(plan)).pipe(
      Effect.match({
        onFailure: ({ reason }) => ({
          plan,
          template: reason.template,
          fault: describeRenderFailure(reason),
          files: []
        }),
        onSuccess: (files) => ({ plan, template: "", fault: null, files })
      }),
      Effect.tap(() => Effect.yieldNow)
    )
  )
  const faults = Map.groupBy(
    rendered.filter(({ fault }) => fault !== null),
    ({ fault }) => fault ?? ""
  )
  const findings = [...faults].map(([fault, group]) =>
    reportFault(
      group.map(({ plan }) => plan),
      group[0]?.template ?? "",
      fault
    )
  )
  if (hasErrors(findings)) return { findings, result: null }
  const result = rendered.map(({ plan: { owner, table }, files }) => ({
    owner,
    table,
    folder: folders.get(nameTable({ owner, table_name: table })) ?? `${owner}_${table}`,
    files
  }))
  return { findings, result }
})
