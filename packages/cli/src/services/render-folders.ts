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

/** A fault with the place of its table among the plans: threads report in any order. */
interface PlacedFault {
  readonly place: number
  readonly template: string
  readonly what: string
  readonly table: string
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

/** One plan's place among the folders. */
export interface FolderPlace {
  readonly owner: string
  readonly table: string
  readonly folder: string
  /** Keeps a template's fault; `what` is its sentence. */
  readonly addFault: (template: string, what: string) => void
}

/** Renders plans one by one. It remembers faults and no texts. */
export interface FolderRenderer {
  /** The folder of one plan; null when a template is at fault. `planText` is the text of its plan.json. */
  readonly render: (plan: MigrationPlan, planText: string) => Effect.Effect<ScriptFolder | null>
  /** The place of a plan that another thread renders. */
  readonly reserve: (plan: MigrationPlan) => FolderPlace
  readonly hasFaults: () => boolean
  /** The faults so far in the order of the plans: one that concerns many tables is one finding. */
  readonly readFindings: () => ReadonlyArray<Finding>
}

const groupFaults = (faults: ReadonlyArray<PlacedFault>): ReadonlyArray<RenderFault> => {
  const groups = new Map<string, RenderFault>()
  for (const { template, what, table } of faults.toSorted((left, right) => left.place - right.place)) {
    const known = groups.get(what)
    if (known === undefined) groups.set(what, { template, what, tables: [table] })
    else known.tables.push(table)
  }
  return [...groups.values()]
}

/** Gets ready to render the plans of a config. */
export const openFolderRenderer = (config: MigrationConfig, { templates, overrides }: TemplateSet): FolderRenderer => {
  const renderer = createRenderer({ templates, overrides })
  const folders = nameFoldersOf(config)
  const faults: Array<PlacedFault> = []
  let places = 0
  const reserve = ({ owner, table }: MigrationPlan): FolderPlace => {
    const name = nameTable({ owner, table_name: table })
    const place = places++
    const addFault = (template: string, what: string) => void faults.push({ place, template, what, table: name })
    return { owner, table, folder: folders.get(name) ?? `${owner}_${table}`, addFault }
  }
  return {
    reserve,
    render: (plan, planText) => {
      const { addFault, ...named } = reserve(plan)
      return Effect.match(renderScriptSet(renderer, plan, deriveRollback(plan), planText), {
        onFailure: ({ reason }) => {
          addFault(reason.template, describeRenderFailure(reason))
          return null
        },
        onSuccess: (files) => ({ ...named, files })
      })
    },
    hasFaults: () => faults.length > 0,
    readFindings: () => groupFaults(faults).map((fault) => reportFault(fault, overrides))
  }
}
