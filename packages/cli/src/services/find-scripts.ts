// Finds the scripts that paths of a command line name: files as they are, folders searched by suffix. It reads no script.
import { readdirSync, realpathSync, statSync } from "node:fs"
import type { Stats } from "node:fs"
import { join } from "node:path"
import { normalizePath } from "@orapart/sqlplus"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { FileProblem } from "../failures.ts"
import { scriptSuffixes } from "../words/script-suffixes.ts"
import { kindOf, problemOf } from "./read-text-file.ts"

/** A path that was found and cannot be read. */
export interface UnreadablePath {
  readonly path: string
  readonly problem: FileProblem
}

/** The scripts by path, each once; `-` is the standard input. */
export interface FoundScripts {
  readonly files: ReadonlyArray<string>
  readonly problems: ReadonlyArray<UnreadablePath>
}

interface Search {
  readonly files: Set<string>
  readonly problems: UnreadablePath[]
  /** Real paths of the folders that were searched, so that links in a circle end. */
  readonly folders: Set<string>
  readonly missing: string[]
  readonly empty: string[]
}

const isScriptName = (name: string): boolean => scriptSuffixes.some((suffix) => name.toLowerCase().endsWith(suffix))

const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : Number(left > right))

const statOf = (path: string): Stats | FileProblem => {
  try {
    return statSync(path)
  } catch (cause) {
    return problemOf(cause)
  }
}

const addFile = (search: Search, path: string, stats: Stats): void => {
  const problem = kindOf(stats)
  if (problem === null) search.files.add(normalizePath(path))
  else search.problems.push({ path, problem })
}

const searchEntry = (search: Search, path: string, name: string): void => {
  const stats = statOf(path)
  if (!("isFile" in stats)) {
    if (isScriptName(name)) search.problems.push({ path, problem: stats })
  } else if (stats.isDirectory()) searchFolder(search, path)
  else if (isScriptName(name)) addFile(search, path, stats)
}

/** Folders and files whose names begin with a dot are left out: they belong to tools. */
const searchFolder = (search: Search, folder: string): void => {
  try {
    const real = realpathSync(folder)
    if (search.folders.has(real)) return
    search.folders.add(real)
    const names = readdirSync(folder).filter((name) => !name.startsWith("."))
    for (const name of names.toSorted(byCodeUnits)) searchEntry(search, join(folder, name), name)
  } catch (cause) {
    search.problems.push({ path: folder, problem: problemOf(cause) })
  }
}

const searchPath = (search: Search, path: string): void => {
  if (path === "-") {
    search.files.add("-")
    return
  }
  const stats = statOf(path)
  if (!("isFile" in stats)) {
    if (stats._tag === "Missing") search.missing.push(path)
    else search.problems.push({ path, problem: stats })
    return
  }
  if (!stats.isDirectory()) return addFile(search, path, stats)
  const before = search.files.size + search.problems.length
  const isKnown = search.folders.has(realpathSync(path))
  searchFolder(search, path)
  if (!isKnown && search.files.size + search.problems.length === before) search.empty.push(path)
}

/**
 * Finds the scripts, in the order of the paths and sorted by name within a folder. Fails when a path does not exist or
 * a folder holds no script: a check that looked at nothing must not end well.
 */
export const findScripts = (paths: ReadonlyArray<string>): Effect.Effect<FoundScripts, CommandFailed> =>
  Effect.suspend(() => {
    const search: Search = { files: new Set(), problems: [], folders: new Set(), missing: [], empty: [] }
    for (const path of paths) searchPath(search, path)
    const { missing, empty, files, problems } = search
    return missing.length > 0 || empty.length > 0
      ? Effect.fail(new CommandFailed({ reason: { _tag: "NothingToLint", missing, empty } }))
      : Effect.succeed({ files: [...files], problems })
  })
