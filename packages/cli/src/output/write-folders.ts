// Takes folders one by one, checks and stages each, and at the end moves all of them into place; so a full disk leaves nothing
// half-written, and no more than one set is held at a time.
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import { explainSystemError } from "../services/system-error.ts"
import { findWriteObstacle } from "./check-folder.ts"
import { checkSet } from "./check-set.ts"
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

/** A folder that another thread checks and stages. Its place among the folders is that of the moment when it was lent. */
export interface LentFolder {
  /** Where it is to be staged; null when it is only to be checked, because nothing will be written. */
  readonly stagingRoot: string | null
  readonly giveBack: (result: TakenFolder | RefusedFolder) => void
}

/** Lends the next folder; null while there is no staging folder: then it has to be taken. */
export type LendFolder = () => LentFolder | null

const isRefused = (result: TakenFolder | RefusedFolder): result is RefusedFolder => "problem" in result

const isTaken = (result: TakenFolder | RefusedFolder): result is TakenFolder => !isRefused(result)

/** The folders of one run on their way. */
class FolderWriting {
  readonly outputDirectory: string
  /** By the place of each folder: other threads give theirs back in any order. */
  private readonly results: Array<TakenFolder | RefusedFolder> = []
  private places = 0
  private hasRefused = false
  /** Opened with the first folder that has to be written. */
  staging: Staging | null = null
  obstacle: string | null = null

  constructor(outputDirectory: string) {
    this.outputDirectory = outputDirectory
  }

  readonly take: TakeFolder = (wanted) =>
    Effect.suspend(() => {
      const { result, hashes } = checkSet(this.outputDirectory, wanted)
      this.keep(this.places++, result)
      // After a refusal the rest is only checked: all problems come at once, and nothing will be written.
      return this.hasRefused || isRefused(result) || result.state === "same"
        ? Effect.void
        : this.stage(wanted, hashes, result.path)
    })

  readonly lend: LendFolder = () => {
    if (this.staging === null) return null
    const place = this.places++
    return {
      stagingRoot: this.hasRefused ? null : this.staging.root,
      giveBack: (result) => this.keep(place, result)
    }
  }

  /** Moves what was staged into place. The moves take milliseconds, so they are one uninterruptible piece: Ctrl-C comes before them or after them. */
  readonly commit = Effect.suspend((): Effect.Effect<FolderReport, CommandFailed> => {
    const results = this.results.filter((result) => result !== undefined)
    const [refused, taken] = [results.filter(isRefused), results.filter(isTaken)]
    const isAllThere = refused.length === 0 && taken.every(({ state }) => state === "same")
    if (!isAllThere && this.staging === null) this.obstacle ??= findWriteObstacle(this.outputDirectory)
    if (this.obstacle !== null) return Effect.succeed({ written: null, refused: [], obstacle: this.obstacle })
    if (refused.length > 0) return Effect.succeed({ written: null, refused, obstacle: null })
    return Effect.map(this.moveAll(taken), (leftovers) => ({
      written: taken.map((folder) => reportOf(folder, leftovers.get(folder) ?? null)),
      refused: [],
      obstacle: null
    }))
  })

  discard(): void {
    if (this.staging !== null) discardStaging(this.outputDirectory, this.staging)
  }

  private keep(place: number, result: TakenFolder | RefusedFolder): void {
    this.results[place] = result
    this.hasRefused ||= isRefused(result)
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

  private moveAll(
    taken: ReadonlyArray<TakenFolder>
  ): Effect.Effect<ReadonlyMap<TakenFolder, string | null>, CommandFailed> {
    const leftovers = new Map<TakenFolder, string | null>()
    const { staging } = this
    if (staging === null) return Effect.succeed(leftovers)
    const toMove = taken.filter(({ state }) => state !== "same")
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
  feed: (take: TakeFolder, lend: LendFolder) => Effect.Effect<Answer, E>
): Effect.Effect<FolderReport & { readonly answer: Answer }, E | CommandFailed> =>
  Effect.acquireUseRelease(
    Effect.sync(() => new FolderWriting(outputDirectory)),
    (writing) =>
      Effect.flatMap(
        feed(writing.take, writing.lend),
        (answer): Effect.Effect<FolderReport & { readonly answer: Answer }, CommandFailed> =>
          answer.isSound
            ? Effect.map(writing.commit, (report) => ({ ...report, answer }))
            : Effect.succeed({ written: null, refused: [], obstacle: null, answer })
      ),
    (writing) => Effect.sync(() => writing.discard())
  )
