// Writes files where nothing is yet: a whole folder or a single file, all or nothing. What is there is never touched.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import { explainSystemError, systemErrorOf } from "../services/system-error.ts"
import { parentFolders } from "./list-entries.ts"
import type { ScriptFile } from "./output-folder.ts"

const notWritten = (path: string, cause: unknown): CommandFailed =>
  new CommandFailed({ reason: { _tag: "NotWritten", path, message: explainSystemError(cause), option: "--dir" } })

const taken = (path: string, entries: ReadonlyArray<string>): CommandFailed =>
  new CommandFailed({ reason: { _tag: "PlaceTaken", path, entries } })

/** What stands at a path; null when nothing does, an empty list for an empty folder. */
const listTaken = (path: string): ReadonlyArray<string> | null => {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return null
  if (!stats.isDirectory()) return [basename(path)]
  return readdirSync(path, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .toSorted()
}

const removeEmpty = (from: string, madeFirst: string | undefined): void => {
  if (madeFirst === undefined) return
  for (let path = from; path.length >= madeFirst.length; path = dirname(path)) {
    try {
      rmdirSync(path)
    } catch {
      return
    }
  }
}

const stage = (staging: string, files: ReadonlyArray<ScriptFile>): void => {
  for (const parent of parentFolders(files.map(({ path }) => path))) mkdirSync(join(staging, parent))
  for (const { path, text } of files) writeFileSync(join(staging, path), text, { flag: "wx" })
}

/** Makes the folder in one move from a place beside it; a folder that is there has to be empty. */
const placeFolder = (folder: string, files: ReadonlyArray<ScriptFile>): void => {
  const parent = dirname(folder)
  const madeFirst = mkdirSync(parent, { recursive: true })
  try {
    const staging = mkdtempSync(join(parent, ".orapart-writing-"))
    try {
      stage(staging, files)
      renameSync(staging, folder)
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  } catch (cause) {
    removeEmpty(parent, madeFirst)
    throw cause
  }
}

const removePart = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {
    // What cannot be removed could not be made either: a name that is too long, a path through a file.
  }
}

/** Makes a file that is not there yet; a part of it is taken away again. */
const placeFile = (path: string, text: string): void => {
  const madeFirst = mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(path, text, { flag: "wx" })
  } catch (cause) {
    if (systemErrorOf(cause).code !== "EEXIST") removePart(path)
    removeEmpty(dirname(path), madeFirst)
    throw cause
  }
}

/** Runs one writing without a pause, so that Ctrl-C comes before or after it. Fails with what stands in its way. */
const place = (path: string, isFree: (entries: ReadonlyArray<string> | null) => boolean, write: () => void) =>
  Effect.suspend((): Effect.Effect<void, CommandFailed> => {
    try {
      const entries = listTaken(path)
      if (entries !== null && !isFree(entries)) return Effect.fail(taken(path, entries))
      write()
      return Effect.void
    } catch (cause) {
      return Effect.fail(notWritten(path, cause))
    }
  })

/** Writes a new folder. Fails with PlaceTaken when something is in it or in its place, with NotWritten when the system refuses. */
export const writeNewFolder = (
  folder: string,
  files: ReadonlyArray<ScriptFile>
): Effect.Effect<void, CommandFailed> => {
  const path = resolve(folder)
  const isEmptyFolder = (entries: ReadonlyArray<string> | null) => entries?.length === 0
  return place(path, isEmptyFolder, () => placeFolder(path, files))
}

/** Writes one new file into a folder, which is made when it is not there. Fails as writeNewFolder does. */
export const writeNewFile = (folder: string, file: ScriptFile): Effect.Effect<void, CommandFailed> => {
  const path = resolve(folder, file.path)
  return place(
    path,
    () => false,
    () => placeFile(path, file.text)
  )
}
