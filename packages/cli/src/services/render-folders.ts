// From plans to the folders that are to be written.
import { hasErrors } from "@orapart/contract"
import type { Finding, MigrationConfig, MigrationPlan } from "@orapart/contract"
import { createRenderer, describeRenderFailure, nameFolders, renderScriptSet } from "@orapart/rendering"
import type { Renderer } from "@orapart/rendering"
import { deriveRollback } from "@orapart/rollback"
import * as Effect from "effect/Effect"
import type { Outcome } from "../failures.ts"
import type { ScriptFile, ScriptFolder } from "../output/output-folder.ts"
import { findingOf } from "../words/cli-codes.ts"
import type { TemplateSet } from "./load-templates.ts"
import { nameTable } from "./select-tables.ts"

const adviseOnFault = (template: string, overrides: TemplateSet["overrides"]): string => {
  const override = overrides.get(template)
  if (override !== undefined) return `Correct ${override.origin}, or take its entry out of the config's templates.`
  return template.startsWith("core:")
    ? "This is a fault in orapart, or in what a plugin hands to its template. Report it with the config and the snapshot."
    : "Correct the template of the plugin."
}

const reportFault = (plans: ReadonlyArray<MigrationPlan>, template: string, what: string, advice: string): Finding => {
  const names = plans.map(({ owner, table }) => `${owner}.${table}`)
  const also = names.length > 1 ? ` It concerns ${names.length} tables.` : ""
  return findingOf("OP011", {
    subject: names[0] ?? template,
    what: `${what}${also}`,
    why: "Nothing was written.",
    advice,
    evidence: { template, tables: names }
  })
}

/** Folder of each table of a config. Disabled tables count as well, so that a folder keeps its name when one is switched on. */
const nameFoldersOf = (config: MigrationConfig): ReadonlyMap<string, string> => {
  const tables = config.tables.map((entry) => ({ owner: entry.owner, table: entry.table_name, key: nameTable(entry) }))
  return new Map([...nameFolders(tables)].map(([{ key }, folder]) => [key, folder]))
}

interface RenderedPlan {
  readonly plan: MigrationPlan
  readonly files: ReadonlyArray<ScriptFile>
  readonly fault: { readonly template: string; readonly what: string } | null
}

const renderPlan = (renderer: Renderer, plan: MigrationPlan): Effect.Effect<RenderedPlan> =>
  renderScriptSet(renderer, plan, deriveRollback(plan)).pipe(
    Effect.match({
      onFailure: ({ reason }) => ({
        plan,
        files: [],
        fault: { template: reason.template, what: describeRenderFailure(reason) }
      }),
      onSuccess: (files) => ({ plan, files, fault: null })
    }),
    // Rendering is one piece of work per table; between two of them Ctrl-C is seen.
    Effect.tap(() => Effect.yieldNow)
  )

const reportFaults = (
  rendered: ReadonlyArray<RenderedPlan>,
  overrides: TemplateSet["overrides"]
): ReadonlyArray<Finding> => {
  const faulty = rendered.flatMap(({ plan, fault }) => (fault === null ? [] : [{ plan, ...fault }]))
  return [...Map.groupBy(faulty, ({ what }) => what)].map(([what, group]) => {
    const plans = group.map(({ plan }) => plan)
    const template = group[0]?.template ?? ""
    return reportFault(plans, template, what, adviseOnFault(template, overrides))
  })
}

/** Renders all plans. One fault that concerns many tables is one finding; then no folder is given at all. */
export const renderFolders = Effect.fnUntraced(function* (
  plans: ReadonlyArray<MigrationPlan>,
  config: MigrationConfig,
  { templates, overrides }: TemplateSet
): Effect.fn.Return<Outcome<ReadonlyArray<ScriptFolder>>> {
  const renderer = createRenderer({ templates, overrides })
  const rendered = yield* Effect.forEach(plans, (plan) => renderPlan(renderer, plan))
  const findings = reportFaults(rendered, overrides)
  if (hasErrors(findings)) return { findings, result: null }
  const folders = nameFoldersOf(config)
  const result = rendered.map(({ plan: { owner, table }, files }) => ({
    owner,
    table,
    folder: folders.get(nameTable({ owner, table_name: table })) ?? `${owner}_${table}`,
    files
  }))
  return { findings, result }
})
