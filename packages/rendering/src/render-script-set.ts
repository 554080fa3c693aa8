// Writes down a plan as a set of files. Every decision is in the plan: this file only says which template makes which file.
import type * as Effect from "effect/Effect"
import type { MigrationPlan, RenderError, Script, Step } from "@orapart/contract"
import { writePlan } from "@orapart/contract"
import { templateFault } from "./engine/render-fault.ts"
import { tryRendering } from "./renderer.ts"
import type { Renderer } from "./renderer.ts"

/** One file of a script set. The path is relative to the table's folder, with forward slashes. */
export interface ScriptFile {
  readonly path: string
  readonly text: string
}

/** One undo script as the rollback plan brings it. */
export interface UndoScript {
  /** Id of the step that it undoes. */
  readonly id: string
  /** File name inside rollback/. */
  readonly file: string
  readonly script: Script
}

/** What rendering reads of a rollback plan itself; templates see all of it. */
export interface RenderableRollback {
  /** In running order. */
  readonly steps: ReadonlyArray<UndoScript>
}

/** Files of the set as a whole: their templates get no step. */
const setFiles = [
  ["README.md", "core:readme.md"],
  ["_settings.sql", "core:_settings.sql"],
  ["_skip.sql", "core:_skip.sql"],
  ["master1.sql", "core:master1.sql"],
  ["master2.sql", "core:master2.sql"]
] as const

interface FileRequest {
  readonly path: string
  readonly template: string
  readonly step: Step | null
  readonly data: Script["data"]
}

const requestStepFile = (step: Step): FileRequest => ({
  path: step.file,
  template: step.apply.template,
  step,
  data: step.apply.data
})

const requestUndoFile = (plan: MigrationPlan, undo: UndoScript): FileRequest => ({
  path: `rollback/${undo.file}`,
  template: undo.script.template,
  step: plan.steps.find((step) => step.id === undo.id) ?? null,
  data: undo.script.data
})

// The rollback folder stands alone: it has its own settings. They are the set's unless the templates bring others.
const requestRollbackFiles = (renderer: Renderer): ReadonlyArray<FileRequest> => {
  const ids = new Set(renderer.templateIds)
  const settings = ids.has("core:rollback/_settings.sql") ? "core:rollback/_settings.sql" : "core:_settings.sql"
  const skip = "core:rollback/_skip.sql"
  return [
    requestSetFile("rollback/_settings.sql", settings),
    ...(ids.has(skip) ? [requestSetFile("rollback/_skip.sql", skip)] : []),
    requestSetFile("rollback/master_rollback.sql", "core:master_rollback.sql")
  ]
}

const requestSetFile = (path: string, template: string): FileRequest => ({ path, template, step: null, data: {} })

// A plugin chooses its file names. Each must be one plain name, because it is written to disk and called with @@ in the same folder.
const checkFileNames = (requests: ReadonlyArray<FileRequest>): void => {
  const seen = new Map<string, string>()
  for (const { path, template } of requests) {
    const name = path.startsWith("rollback/") ? path.slice("rollback/".length) : path
    if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) {
      throw templateFault(
        template,
        null,
        `The file name ${JSON.stringify(name)} is not usable: letters, digits, "_", "-" and "." only.`
      )
    }
    const other = seen.get(path.toLowerCase())
    if (other !== undefined)
      throw templateFault(template, null, `The file ${path} is also made from ${other}. Give one of them another name.`)
    seen.set(path.toLowerCase(), template)
  }
}

/**
 * The files of one table, sorted by path. Every template gets `{ plan, step, data, rollback }`; in the files of the set as a
 * whole `step` is null and `data` empty. `planText` saves writing plan.json once more where it is there already. Fails with the first
 * template that cannot be rendered; same plan, same bytes.
 */
export const renderScriptSet = <Rollback extends RenderableRollback>(
  renderer: Renderer,
  plan: MigrationPlan,
  rollback: Rollback,
  planText?: string
): Effect.Effect<ReadonlyArray<ScriptFile>, RenderError> =>
  tryRendering(() => {
    const requests = [
      ...setFiles.map(([path, template]) => requestSetFile(path, template)),
      ...requestRollbackFiles(renderer),
      ...plan.steps.map(requestStepFile),
      ...rollback.steps.map((undo) => requestUndoFile(plan, undo))
    ]
    checkFileNames([...requests, requestSetFile("plan.json", "the plan itself")])
    const files = requests.map(({ path, template, step, data }) => ({
      path,
      text: renderer.renderText(template, { plan, step, data, rollback })
    }))
    renderer.forgetData()
    return [...files, { path: "plan.json", text: planText ?? writePlan(plan) }].sort((left, right) =>
      left.path < right.path ? -1 : 1
    )
  })
