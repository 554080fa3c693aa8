// Decides, before anything is written into it, whether a folder may be written. Nothing that we did not write is ever replaced:
// a file may go when our list has its hash, or when its bytes are those we are about to write.
import { accessSync, constants, lstatSync, readFileSync, statSync } from "node:fs"
import { dirname, isAbsolute, join, resolve } from "node:path"
import { explainSystemError } from "../services/system-error.ts"
import { hashBytes, manifestName, readManifest, readPlanMarker, writeManifest } from "./file-manifest.ts"
import type { FileManifest } from "./file-manifest.ts"
import { listEntries, parentFolders } from "./list-entries.ts"
import type { FolderEntries } from "./list-entries.ts"
import type { CheckedFolder, FolderProblem, ScriptFolder } from "./output-folder.ts"

/** Says why files cannot be made below a path; null when they can. The path itself need not exist yet. */
export const findWriteObstacle = (directory: string): string | null => {
  for (let path = resolve(directory); ; path = dirname(path)) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false })
      if (stats === undefined && path !== dirname(path)) continue
      if (stats !== undefined && !stats.isDirectory()) return `${path} is not a folder`
      accessSync(path, constants.W_OK | constants.X_OK)
      return null
    } catch (cause) {
      return `${path}: ${explainSystemError(cause)}`
    }
  }
}

const findUnsafePaths = (wanted: ScriptFolder): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return wanted.files
    .map(({ path }) => path)
    .filter((path) => {
      const parts = path.split("/")
      const isInside =
        !isAbsolute(path) && !path.includes("\\") && !parts.some((part) => ["", ".", ".."].includes(part))
      const isTaken = seen.has(path.toLowerCase()) || path === manifestName
      seen.add(path.toLowerCase())
      return !isInside || isTaken
    })
}

interface FoundFolder {
  readonly entries: FolderEntries
  readonly hashes: ReadonlyMap<string, string>
  /** null when the folder has no list of ours. */
  readonly manifest: FileManifest | null
  readonly owner: { readonly owner: string; readonly table: string } | null
}

const readFolder = (path: string): FoundFolder => {
  const entries = listEntries(path)
  const hashes = new Map(entries.files.map((file) => [file, hashBytes(readFileSync(join(path, file)))]))
  const textOf = (name: string): string => (hashes.has(name) ? readFileSync(join(path, name), "utf8") : "")
  return { entries, hashes, manifest: readManifest(textOf(manifestName)), owner: readPlanMarker(textOf("plan.json")) }
}

/** What we know of a folder's files: those we would write now, and those we wrote before. */
const sortEntries = (found: FoundFolder, wanted: FileManifest) => {
  const isSame = (file: string): boolean => found.hashes.get(file) === wanted.get(file)
  const isListed = (file: string): boolean => found.manifest?.has(file) === true
  const isUnchanged = (file: string): boolean => found.manifest?.get(file) === found.hashes.get(file)
  const files = found.entries.files.filter((file) => file !== manifestName || found.manifest === null)
  const ourFolders = parentFolders([...(found.manifest?.keys() ?? []), ...wanted.keys()])
  return {
    edited: files.filter((file) => isListed(file) && !isUnchanged(file) && !isSame(file)),
    foreign: [
      ...files.filter((file) => !isListed(file) && !isSame(file)),
      ...found.entries.directories.filter((folder) => !ourFolders.has(folder)).map((folder) => `${folder}/`),
      ...found.entries.others
    ].toSorted()
  }
}

const judgeContent = (found: FoundFolder, wanted: ScriptFolder, hashes: FileManifest): FolderProblem | null => {
  const { edited, foreign } = sortEntries(found, hashes)
  if (edited.length > 0) return { _tag: "EditedFiles", files: edited }
  if (found.manifest === null && foreign.length === 0) return null
  if (found.manifest === null || found.owner === null) {
    const { files, directories, others } = found.entries
    return { _tag: "NotOurs", entries: [...files, ...directories.map((name) => `${name}/`), ...others].toSorted() }
  }
  const { owner, table } = found.owner
  if (owner !== wanted.owner || table !== wanted.table) return { _tag: "OtherTable", owner, table }
  return foreign.length > 0 ? { _tag: "ForeignEntries", entries: foreign } : null
}

const checkExisting = (path: string, wanted: ScriptFolder, hashes: FileManifest): CheckedFolder | FolderProblem => {
  const found = readFolder(path)
  const problem = judgeContent(found, wanted, hashes)
  if (problem !== null) return problem
  const { files: existing, directories } = found.entries
  const stale = existing.filter((file) => file !== manifestName && !hashes.has(file))
  const isSame =
    existing.length === hashes.size + 1 &&
    found.hashes.get(manifestName) === hashBytes(writeManifest(hashes)) &&
    [...hashes].every(([file, hash]) => found.hashes.get(file) === hash)
  const obstacle = isSame ? null : findWriteObstacle(path)
  if (obstacle !== null) return { _tag: "NotWritable", reason: obstacle }
  const isEmpty = existing.length === 0 && directories.length === 0
  return { path, state: isSame ? "same" : isEmpty ? "new" : "replace", stale, existing, directories }
}

/** Checks one folder against the set that is to lie there, with the hashes of its files; reads the disk and changes nothing. */
export const checkFolder = (
  outputDirectory: string,
  wanted: ScriptFolder,
  hashes: FileManifest
): CheckedFolder | FolderProblem => {
  const path = join(outputDirectory, wanted.folder)
  const unsafe = findUnsafePaths(wanted)
  if (unsafe.length > 0) return { _tag: "UnsafePaths", paths: unsafe }
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return { path, state: "new", stale: [], existing: [], directories: [] }
    if (stats.isDirectory()) return checkExisting(path, wanted, hashes)
    return { _tag: "NotAFolder", kind: stats.isFile() ? "file" : stats.isSymbolicLink() ? "link" : "other" }
  } catch (cause) {
    return { _tag: "NotWritable", reason: explainSystemError(cause) }
  }
}
