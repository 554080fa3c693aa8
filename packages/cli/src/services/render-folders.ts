// From plans to the folders that are to be written, one plan at a time.
import type { Finding, MigrationConfig, MigrationPlan } from "@orapart/contract"
import { createRenderer, describeRenderFailure, nameFolders, renderScriptSet } from "@orapart/rendering"
import { deriveRollback } from "@orapart/rollback"
import * as Effect from "effect/Effect"
import type { ScriptFolder } from "../output/output-folder.ts"
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

/** A fault of a template with the tables that it concerns, as `OWNER.TABLE`. */
interface RenderFault {
  readonly template: string
  readonly what: string
  readonly tables: Array<string>
}

const reportFault = ({ template, what, tables }: RenderFault, overrides: TemplateSet["overrides"]): Finding => {
  const also = tables.length > 1 ? ` It concerns ${tables.length} tables.` : ""
  return findingOf("OP011", {
    subject: tables[0] ?? template,
    what: `${what}${also}`,
    why: "Nothing was written.",
    advice: adviseOnFault(template, overrides),
    evidence: { template, tables }
  })
}

/** Folder of each table of a config. Disabled tables count as well, so that a folder keeps its name when one is switched on. */
const nameFoldersOf = (config: MigrationConfig): ReadonlyMap<string, string> => {
  const tables = config.tables.map((entry) => ({ owner: entry.owner, table: entry.table_name, key: nameTable(entry) }))
  return new Map([...nameFolders(tables)].map(([{ key }, folder]) => [key, folder]))
}

/** Renders plans one by one. It remembers faults and no texts. */
export interface FolderRenderer {
  /** The folder of one plan; null when a template is at fault. */
  readonly render: (plan: MigrationPlan) => Effect.Effect<ScriptFolder | null>
  /** The faults so far: one that concerns many tables is one finding. */
  readonly readFindings: () => ReadonlyArray<Finding>
}

/** Gets ready to render the plans of a config. */
export const openFolderRenderer = (config: MigrationConfig, { templates, overrides }: TemplateSet): FolderRenderer => {
  const renderer = createRenderer({ templates, overrides })
  const folders = nameFoldersOf(config)
  const faults = new Map<string, RenderFault>()
  const addFault = (template: string, what: string, table: string): null => {
    const known = faults.get(what)
    if (known === undefined) faults.set(what, { template, what, tables: [table] })
    else known.tables.push(table)
    return null
  }
  return {
    render: (plan) => {
      const { owner, table } = plan
      const name = nameTable({ owner, table_name: table })
      return Effect.match(renderScriptSet(renderer, plan, deriveRollback(plan)), {
        onFailure: ({ reason }) => addFault(reason.template, describeRenderFailure(reason), name),
        onSuccess: (files) => ({ owner, table, folder: folders.get(name) ?? `${owner}_${table}`, files })
      })
    },
    readFindings: () => [...faults.values()].map((fault) => reportFault(fault, overrides))
  }
}
