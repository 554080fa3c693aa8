// The whole way from texts to script sets, without a process, a file or a flag: what golden tests and other programs call.
import { hasErrors } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { Outcome } from "./failures.ts"
import type { ScriptFolder } from "./output/output-folder.ts"
import { loadCorePlugins } from "./services/core-plugins.ts"
import type { PluginExports } from "./services/core-plugins.ts"
import { readCoreTemplates } from "./services/load-templates.ts"
import type { TemplateSet } from "./services/load-templates.ts"
import { planEach } from "./services/plan-tables.ts"
import { readProject } from "./services/project.ts"
import { openFolderRenderer } from "./services/render-folders.ts"

/** What script sets are made from. */
export interface ScriptSetInput {
  readonly configText: string
  readonly snapshotText: string
  /** Stands in the head of every script: `orapart 1.0.0`. */
  readonly madeBy: string
  /** Names that findings show; default migration_config.json and schema_snapshot.json. */
  readonly configFile?: string
  readonly snapshotFile?: string
  /** Default: those shipped with orapart. */
  readonly plugins?: PluginExports
  /** Default: orapart's own. */
  readonly templates?: TemplateSet
}

/**
 * Makes the script set of every enabled table, in running order; the same texts give the same bytes. Never fails: with an
 * error among the findings, also of a single table, the result is null.
 */
export const generateScriptSets = Effect.fnUntraced(function* (
  input: ScriptSetInput
): Effect.fn.Return<Outcome<ReadonlyArray<ScriptFolder>>> {
  const plugins = input.plugins ?? (yield* Effect.promise(loadCorePlugins))
  const snapshotFile = input.snapshotFile ?? "schema_snapshot.json"
  const project = readProject({
    configFile: input.configFile ?? "migration_config.json",
    configText: input.configText,
    snapshot: { file: snapshotFile, text: input.snapshotText },
    actions: plugins.actions,
    strategies: plugins.strategies,
    templates: input.templates ?? readCoreTemplates()
  })
  const renderer = project.config === null ? null : openFolderRenderer(project.config, project.templates)
  const folders: Array<ScriptFolder> = []
  const request = { project, selection: null, snapshotFile, findings: [], madeBy: input.madeBy }
  const planned = yield* planEach(request, ({ plan, planText, isRefused }) =>
    isRefused || renderer === null
      ? Effect.void
      : Effect.map(
          renderer.render(plan, planText),
          (folder) => void (folder === null ? undefined : folders.push(folder))
        )
  )
  if (planned.result === null || hasErrors(planned.findings)) return { findings: planned.findings, result: null }
  const faults = renderer?.readFindings() ?? []
  return { findings: [...planned.findings, ...faults], result: hasErrors(faults) ? null : folders }
})
