// Takes folders one by one, checks and stages each, and at the end moves all of them into place; so a full disk leaves nothing
// half-written, and no more than one set is held at a time.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import { explainSystemError } from "../services/system-error.ts"
import { checkFolder, findWriteObstacle } from "./check-folder.ts"
import { hashFiles } from "./file-manifest.ts"
import type { FileManifest } from "./file-manifest.ts"
import type { RefusedFolder, ScriptFolder, TakenFolder, WrittenFolder } from "./output-folder.ts"
import { discardStaging, moveIntoPlace, openStaging, stageFolder } from "./staging.ts"
import type { Staging } from "./staging.ts"

const reportOf = (taken: TakenFolder, leftover: string | null): WrittenFolder => {
  const { owner, table, path, state, files, bytes, stale } = taken
  const done = state === "same" ? "unchanged" : state === "new" ? "new" : "replaced"
  return { owner, table, path, state: done, files, bytes, stale, leftover }
}

const notWritten = (path: string, cause: unknown): CommandFailed =>
  new CommandFailed({ reason: { _tag: "NotWritten", path, message: explainSystemError(cause) } })

const midway = (done: number, folders: ReadonlyArray<TakenFolder>, message: string): CommandFailed => {
  const pathsOf = (part: ReadonlyArray<TakenFolder>) => part.map(({ path }) => path)
  const [written, missing] = [pathsOf(folders.slice(0, done)), pathsOf(folders.slice(done))]
  return new CommandFailed({ reason: { _tag: "StoppedMidway", written, missing, message } })
}

/** Takes one folder: checks it and stages it. When that is done its texts are not needed any more. Fails when it cannot be staged. */
export type TakeFolder = (wanted: ScriptFolder) => Effect.Effect<void, CommandFailed>

/** What became of the folders that were taken. */
export interface FolderReport {
  /** In the order in which they were taken; null when nothing was written. */
  readonly written: ReadonlyArray<WrittenFolder> | null
  /** Folders that hold what is not ours. Empty when there is an obstacle. */
  readonly refused: ReadonlyArray<RefusedFolder>
  /** Why nothing at all can be written below the output directory; null when it can. */
  readonly obstacle: string | null
}

/** The folders of one run on their way. */
class FolderWriting {
  readonly outputDirectory: string
  readonly taken: Array<TakenFolder> = []
  readonly refused: Array<RefusedFolder> = []
  /** Opened with the first folder that has to be written. */
  staging: Staging | null = null
  obstacle: string | null = null

  constructor(outputDirectory: string) {
    this.outputDirectory = outputDirectory
  }

  readonly take: TakeFolder = (wanted) =>
    Effect.suspend(() => {
      const { owner, table, folder, files } = wanted
      const hashes = hashFiles(files)
      const checked = checkFolder(this.outputDirectory, wanted, hashes)
      if ("_tag" in checked) {
        this.refused.push({ owner, table, path: join(this.outputDirectory, folder), problem: checked })
        return Effect.void
      }
      const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text, "utf8"), 0)
      this.taken.push({ ...checked, owner, table, folder, files: files.length, bytes })
      // After a refusal the rest is only checked: all problems come at once, and nothing will be written.
      return checked.state === "same" || this.refused.length > 0
        ? Effect.void
        : this.stage(wanted, hashes, checked.path)
    })

  /** Moves what was staged into place. The moves take milliseconds, so they are one uninterruptible piece: Ctrl-C comes before them or after them. */
  readonly commit = Effect.suspend((): Effect.Effect<FolderReport, CommandFailed> => {
    const isAllThere = this.refused.length === 0 && this.taken.every(({ state }) => state === "same")
    if (!isAllThere && this.staging === null) this.obstacle ??= findWriteObstacle(this.outputDirectory)
    if (this.obstacle !== null) return Effect.succeed({ written: null, refused: [], obstacle: this.obstacle })
    if (this.refused.length > 0) return Effect.succeed({ written: null, refused: this.refused, obstacle: null })
    return Effect.map(this.moveAll(), (leftovers) => ({
      written: this.taken.map((folder) => reportOf(folder, leftovers.get(folder) ?? null)),
      refused: [],
      obstacle: null
    }))
  })

  discard(): void {
    if (this.staging !== null) discardStaging(this.outputDirectory, this.staging)
  }

  private stage(wanted: ScriptFolder, hashes: FileManifest, path: string): Effect.Effect<void, CommandFailed> {
    if (this.staging === null) this.obstacle ??= findWriteObstacle(this.outputDirectory)
    if (this.obstacle !== null) return Effect.void
    try {
      this.staging ??= openStaging(this.outputDirectory)
    } catch (cause) {
      return Effect.fail(notWritten(this.outputDirectory, cause))
    }
    try {
      stageFolder(this.staging.root, wanted, hashes)
      return Effect.void
    } catch (cause) {
      return Effect.fail(notWritten(path, cause))
    }
  }

  private moveAll(): Effect.Effect<ReadonlyMap<TakenFolder, string | null>, CommandFailed> {
    const leftovers = new Map<TakenFolder, string | null>()
    const { staging } = this
    if (staging === null) return Effect.succeed(leftovers)
    const toMove = this.taken.filter(({ state }) => state !== "same")
    for (const folder of toMove) {
      try {
        leftovers.set(folder, moveIntoPlace(staging.root, this.outputDirectory, folder))
      } catch (cause) {
        const message = `${folder.path}: ${explainSystemError(cause)}`
        const done = leftovers.size
        return Effect.fail(done === 0 ? notWritten(folder.path, cause) : midway(done, toMove, message))
      }
    }
    return Effect.succeed(leftovers)
  }
}

/**
 * Writes the folders that `feed` sends, or says why not; folders that are unchanged are not touched. Nothing is written when a folder
 * is refused, when `feed` ends unsound, fails or is interrupted, and when something cannot be staged.
 */
export const writeFolders = <Answer extends { readonly isSound: boolean }, E>(
  outputDirectory: string,
  feed: (take: TakeFolder) => Effect.Effect<Answer, E>
): Effect.Effect<FolderReport & { readonly answer: Answer }, E | CommandFailed> =>
  Effect.acquireUseRelease(
    Effect.sync(() => new FolderWriting(outputDirectory)),
    (writing) =>
      Effect.flatMap(
        feed(writing.take),
        (answer): Effect.Effect<FolderReport & { readonly answer: Answer }, CommandFailed> =>
          answer.isSound
            ? Effect.map(writing.commit, (report) => ({ ...report, answer }))
            : Effect.succeed({ written: null, refused: [], obstacle: null, answer })
      ),
    (writing) => Effect.sync(() => writing.discard())
  )
