// Writes checked folders. Everything is first written into one folder of our own beside them and then moved into place,
// so that a full disk leaves nothing half-written. Only what we made ourselves is ever removed.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import { explainSystemError } from "../services/system-error.ts"
import { manifestName, writeManifest } from "./file-manifest.ts"
import { parentFolders } from "./list-entries.ts"
import type { CheckedFolder, WrittenFolder } from "./output-folder.ts"

/** Called with the number of folders that are staged, and of all. */
export type Progress = (done: number, all: number) => void

interface Staging {
  readonly root: string
  /** The topmost folder that was made for the output directory; undefined when it was there. */
  readonly madeDirectory: string | undefined
}

/** Removes the empty folders that were made for an output directory which stayed empty. */
const removeMadeDirectories = (outputDirectory: string, madeDirectory: string | undefined): void => {
  if (madeDirectory === undefined) return
  for (let path = resolve(outputDirectory); path.length >= madeDirectory.length; path = dirname(path)) {
    try {
      rmdirSync(path)
    } catch {
      return
    }
  }
}

const openStaging = (outputDirectory: string): Staging => {
  const madeDirectory = mkdirSync(resolve(outputDirectory), { recursive: true })
  try {
    return { root: mkdtempSync(join(outputDirectory, ".orapart-writing-")), madeDirectory }
  } catch (cause) {
    removeMadeDirectories(outputDirectory, madeDirectory)
    throw cause
  }
}

const stageFolder = (staging: string, { wanted }: CheckedFolder): void => {
  const folder = join(staging, wanted.folder)
  mkdirSync(folder)
  for (const parent of parentFolders(wanted.files.map(({ path }) => path))) mkdirSync(join(folder, parent))
  for (const { path, text } of wanted.files) writeFileSync(join(folder, path), text, { flag: "wx" })
  writeFileSync(join(folder, manifestName), writeManifest(wanted.files), { flag: "wx" })
}

/**
 * Deletes the files that were checked to be ours, one by one: a file that came in between keeps its folder alive.
 * Gives the folder when it could not be removed, else null.
 */
const removeOwnFiles = (folder: string, { existing, directories }: CheckedFolder): string | null => {
  try {
    for (const file of existing) unlinkSync(join(folder, file))
    const deepestFirst = directories.toSorted((left, right) => right.length - left.length)
    for (const directory of deepestFirst) rmdirSync(join(folder, directory))
    rmdirSync(folder)
    return null
  } catch {
    return folder
  }
}

/** Puts one staged folder into place; when that fails the old one is back where it was. Gives a leftover folder or null. */
const moveIntoPlace = (staging: string, outputDirectory: string, folder: CheckedFolder): string | null => {
  const staged = join(staging, folder.wanted.folder)
  if (folder.state === "new") {
    renameSync(staged, folder.path)
    return null
  }
  const aside = mkdtempSync(join(outputDirectory, ".orapart-replaced-"))
  const old = join(aside, folder.wanted.folder)
  try {
    renameSync(folder.path, old)
    renameSync(staged, folder.path)
  } catch (cause) {
    if (existsSync(old)) renameSync(old, folder.path)
    rmdirSync(aside)
    throw cause
  }
  const leftover = removeOwnFiles(old, folder)
  if (leftover === null) rmdirSync(aside)
  return leftover
}

const reportOf = (folder: CheckedFolder, leftover: string | null = null): WrittenFolder => ({
  owner: folder.wanted.owner,
  table: folder.wanted.table,
  path: folder.path,
  state: folder.state === "same" ? "unchanged" : folder.state === "new" ? "new" : "replaced",
  files: folder.wanted.files.length,
  bytes: folder.wanted.files.reduce((sum, { text }) => sum + Buffer.byteLength(text, "utf8"), 0),
  stale: folder.stale,
  leftover
})

const notWritten = (path: string, cause: unknown): CommandFailed =>
  new CommandFailed({ reason: { _tag: "NotWritten", path, message: explainSystemError(cause) } })

const midway = (done: number, folders: ReadonlyArray<CheckedFolder>, message: string): CommandFailed => {
  const pathsOf = (part: ReadonlyArray<CheckedFolder>) => part.map(({ path }) => path)
  const [written, missing] = [pathsOf(folders.slice(0, done)), pathsOf(folders.slice(done))]
  return new CommandFailed({ reason: { _tag: "StoppedMidway", written, missing, message } })
}

// Between two folders the event loop gets its turn, so that Ctrl-C is seen.
const stageAll = (staging: string, folders: ReadonlyArray<CheckedFolder>, onProgress: Progress) =>
  Effect.forEach(
    folders,
    (folder, index) =>
      Effect.try({ try: () => stageFolder(staging, folder), catch: (cause) => notWritten(folder.path, cause) }).pipe(
        Effect.tap(() => Effect.sync(() => onProgress(index + 1, folders.length))),
        Effect.andThen(Effect.yieldNow)
      ),
    { discard: true }
  )

// The moves take milliseconds, so they are one uninterruptible piece: Ctrl-C comes before them or after them.
const commitAll = (staging: string, outputDirectory: string, folders: ReadonlyArray<CheckedFolder>) =>
  Effect.suspend(() => {
    const leftovers = new Map<CheckedFolder, string | null>()
    for (const folder of folders) {
      try {
        leftovers.set(folder, moveIntoPlace(staging, outputDirectory, folder))
      } catch (cause) {
        const message = `${folder.path}: ${explainSystemError(cause)}`
        return Effect.fail(
          leftovers.size === 0 ? notWritten(folder.path, cause) : midway(leftovers.size, folders, message)
        )
      }
    }
    return Effect.succeed(leftovers)
  })

/** Writes all folders or says why not. Folders that are unchanged are not touched. */
export const writeFolders = (
  outputDirectory: string,
  folders: ReadonlyArray<CheckedFolder>,
  onProgress: Progress
): Effect.Effect<ReadonlyArray<WrittenFolder>, CommandFailed> => {
  const toWrite = folders.filter(({ state }) => state !== "same")
  if (toWrite.length === 0) return Effect.succeed(folders.map((folder) => reportOf(folder)))
  return Effect.acquireUseRelease(
    Effect.try({ try: () => openStaging(outputDirectory), catch: (cause) => notWritten(outputDirectory, cause) }),
    ({ root }) =>
      stageAll(root, toWrite, onProgress).pipe(
        Effect.andThen(commitAll(root, outputDirectory, toWrite)),
        Effect.map((leftovers) => folders.map((folder) => reportOf(folder, leftovers.get(folder) ?? null)))
      ),
    ({ root, madeDirectory }) =>
      Effect.sync(() => {
        rmSync(root, { recursive: true, force: true })
        removeMadeDirectories(outputDirectory, madeDirectory)
      })
  )
}
