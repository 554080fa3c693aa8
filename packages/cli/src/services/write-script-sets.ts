// `generate`: plans, renders, checks every folder, and only then writes.
import { hasErrors } from "@orapart/contract"
import type { Finding } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { CommandFailed, Outcome } from "../failures.ts"
import { checkFolders } from "../output/check-folders.ts"
import type { WrittenFolder } from "../output/output-folder.ts"
import { writeFolders } from "../output/write-folders.ts"
import type { Progress } from "../output/write-folders.ts"
import { reportObstacle, reportRefusedFolder } from "../words/output-words.ts"
import type { OpenProject } from "./open-project.ts"
import { planTables } from "./plan-tables.ts"
import { renderFolders } from "./render-folders.ts"

/** What was written. */
export interface WrittenSets {
  readonly outputDirectory: string
  /** In running order. */
  readonly folders: ReadonlyArray<WrittenFolder>
}

/** What `generate` is asked for. */
export interface GenerateRequest extends OpenProject {
  readonly outputDirectory: string
  readonly madeBy: string
  readonly onProgress: Progress
}

/** Writes the script sets of the chosen tables. With an error of any kind nothing is written at all. */
export const writeScriptSets = Effect.fnUntraced(function* (
  request: GenerateRequest
): Effect.fn.Return<Outcome<WrittenSets>, CommandFailed> {
  const { project, outputDirectory } = request
  const planned = yield* planTables(request)
  const planNotes = planned.result?.plans.flatMap(({ notes }) => notes) ?? []
  const known: ReadonlyArray<Finding> = [...planned.findings, ...planNotes]
  if (planned.result === null || project.config === null || hasErrors(known)) return { findings: known, result: null }
  const rendered = yield* renderFolders(planned.result.plans, project.config, project.templates)
  if (rendered.result === null) return { findings: [...known, ...rendered.findings], result: null }
  const { checked, refused, obstacle } = checkFolders(outputDirectory, rendered.result)
  const problems = [
    ...(obstacle === null ? [] : [reportObstacle(outputDirectory, obstacle)]),
    ...refused.map(reportRefusedFolder)
  ]
  if (problems.length > 0) return { findings: [...known, ...problems], result: null }
  const folders = yield* writeFolders(outputDirectory, checked, request.onProgress)
  return { findings: known, result: { outputDirectory, folders } }
})
