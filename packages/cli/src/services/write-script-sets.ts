// `generate`: table by table a plan is made, rendered, checked against its folder and staged, and then forgotten. What is staged is
// moved into place only when no table had an error, so the promise is that of a run which plans everything first.
import { hasErrors } from "@orapart/contract"
import type { Finding } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { CommandFailed, Outcome } from "../failures.ts"
import type { WrittenFolder } from "../output/output-folder.ts"
import { writeFolders } from "../output/write-folders.ts"
import type { TakeFolder } from "../output/write-folders.ts"
import { reportObstacle, reportRefusedFolder } from "../words/output-words.ts"
import type { OpenProject } from "./open-project.ts"
import { planEach } from "./plan-tables.ts"
import type { NextPlan } from "./plan-tables.ts"
import { openFolderRenderer } from "./render-folders.ts"
import type { FolderRenderer } from "./render-folders.ts"

/** What was written. */
export interface WrittenSets {
  readonly outputDirectory: string
  /** In running order. */
  readonly folders: ReadonlyArray<WrittenFolder>
}

/** Called with the number of chosen tables that are staged, and of all. */
export type Progress = (done: number, all: number) => void

/** What `generate` is asked for. */
export interface GenerateRequest extends OpenProject {
  readonly outputDirectory: string
  readonly madeBy: string
  readonly onProgress: Progress
}

/** What planning and rendering say; `isSound` is true when the folders may be moved into place. */
interface SentPlans {
  readonly findings: ReadonlyArray<Finding>
  readonly isSound: boolean
}

/** Sends every plan through renderer and writer. */
const sendPlans = Effect.fnUntraced(function* (
  request: GenerateRequest,
  renderer: FolderRenderer | null,
  take: TakeFolder
): Effect.fn.Return<SentPlans, CommandFailed> {
  const notes: Array<Finding> = []
  const useNext = Effect.fnUntraced(function* ({ plan, position, all, isRefused }: NextPlan) {
    notes.push(...plan.notes)
    if (isRefused || renderer === null) return
    const folder = yield* renderer.render(plan)
    if (folder !== null && renderer.readFindings().length === 0) yield* take(folder)
    request.onProgress(position, all)
    // Between two tables the event loop gets its turn, so that Ctrl-C is seen.
    yield* Effect.yieldNow
  })
  const planned = yield* planEach(request, useNext)
  const known = [...planned.findings, ...notes]
  if (planned.result === null || hasErrors(known)) return { findings: known, isSound: false }
  const faults = renderer?.readFindings() ?? []
  return { findings: [...known, ...faults], isSound: !hasErrors(faults) }
})

/** Writes the script sets of the chosen tables. With an error of any kind nothing is written at all. */
export const writeScriptSets = Effect.fnUntraced(function* (
  request: GenerateRequest
): Effect.fn.Return<Outcome<WrittenSets>, CommandFailed> {
  const { project, outputDirectory } = request
  const renderer = project.config === null ? null : openFolderRenderer(project.config, project.templates)
  const { answer, written, refused, obstacle } = yield* writeFolders(outputDirectory, (take) =>
    sendPlans(request, renderer, take)
  )
  const { findings, isSound } = answer
  if (!isSound) return { findings, result: null }
  if (written !== null) return { findings, result: { outputDirectory, folders: written } }
  const problems = [
    ...(obstacle === null ? [] : [reportObstacle(outputDirectory, obstacle)]),
    ...refused.map(reportRefusedFolder)
  ]
  return { findings: [...findings, ...problems], result: null }
})
