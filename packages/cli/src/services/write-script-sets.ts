// `generate`: table by table a plan is made, rendered, checked against its folder and staged, and then forgotten. What is staged is
// moved into place only when no table had an error, so the promise is that of a run which plans everything first.
import { availableParallelism } from "node:os"
import { hasErrors } from "@orapart/contract"
import type { Finding } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { Outcome } from "../failures.ts"
import type { WrittenFolder } from "../output/output-folder.ts"
import { writeFolders } from "../output/write-folders.ts"
import type { LendFolder, LentFolder, TakeFolder } from "../output/write-folders.ts"
import { reportObstacle, reportRefusedFolder } from "../words/output-words.ts"
import type { OpenProject } from "./open-project.ts"
import { planEach } from "./plan-tables.ts"
import type { NextPlan } from "./plan-tables.ts"
import { openFolderRenderer } from "./render-folders.ts"
import type { FolderPlace, FolderRenderer } from "./render-folders.ts"
import type { RenderReply } from "./render-jobs.ts"
import { leastTables, RenderingThread } from "./rendering-thread.ts"

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

/** The ways that a plan can go from here. */
interface Ways {
  readonly renderer: FolderRenderer | null
  readonly thread: RenderingThread
  readonly take: TakeFolder
  readonly lend: LendFolder
}

const notWritten = (path: string, message: string): CommandFailed =>
  new CommandFailed({ reason: { _tag: "NotWritten", path, message } })

/** Replies of the other thread on their way into the report. */
const makeReplyReader = () => {
  let failure: CommandFailed | null = null
  const read = (place: FolderPlace, lent: LentFolder) => (reply: RenderReply) => {
    if ("fault" in reply) place.addFault(reply.fault.template, reply.fault.what)
    else if ("notStaged" in reply) failure ??= notWritten(reply.notStaged.path, reply.notStaged.message)
    else lent.giveBack(reply)
  }
  const stopOnFailure = (thread: RenderingThread): Effect.Effect<void, CommandFailed> => {
    if (failure !== null) return Effect.fail(failure)
    return thread.crash === null ? Effect.void : Effect.die(thread.crash.cause)
  }
  return { read, stopOnFailure }
}

/** Sends every plan through renderer and writer, here or in the other thread. */
const sendPlans = Effect.fnUntraced(function* (
  request: GenerateRequest,
  { renderer, thread, take, lend }: Ways
): Effect.fn.Return<SentPlans, CommandFailed> {
  const notes: Array<Finding> = []
  const replies = makeReplyReader()
  const useNext = Effect.fnUntraced(function* ({ plan, planText, position, all, isRefused }: NextPlan) {
    notes.push(...plan.notes)
    if (isRefused || renderer === null) return
    if (all >= leastTables && availableParallelism() > 1) thread.start()
    yield* replies.stopOnFailure(thread)
    const lent = thread.isFree && !renderer.hasFaults() ? lend() : null
    if (lent !== null) {
      const place = renderer.reserve(plan)
      thread.send({ planText, folder: place.folder, stagingRoot: lent.stagingRoot }, replies.read(place, lent))
    } else {
      const folder = yield* renderer.render(plan, planText)
      if (folder !== null && !renderer.hasFaults()) yield* take(folder)
    }
    request.onProgress(position, all)
    // Between two tables the event loop gets its turn, so that Ctrl-C and the other thread are heard.
    yield* Effect.yieldNow
  })
  const planned = yield* planEach(request, useNext)
  yield* Effect.promise(thread.finish)
  yield* replies.stopOnFailure(thread)
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
  // The thread is closed before its folder is: what writes has to be gone before what was written is removed.
  const { answer, written, refused, obstacle } = yield* writeFolders(outputDirectory, (take, lend) =>
    Effect.acquireUseRelease(
      Effect.sync(() => new RenderingThread({ templates: project.templates, outputDirectory })),
      (thread) => sendPlans(request, { renderer, thread, take, lend }),
      (thread) => Effect.promise(thread.close)
    )
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
