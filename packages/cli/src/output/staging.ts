// One folder of our own beside the sets that are to be replaced: everything is written there first, and moved into place when all is
// there. Only what we made ourselves is ever removed.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs"
import { dirname, join, resolve, sep } from "node:path"
import { manifestName, writeManifest } from "./file-manifest.ts"
import type { FileManifest } from "./file-manifest.ts"
import { parentFolders } from "./list-entries.ts"
import type { ScriptFolder, TakenFolder } from "./output-folder.ts"

/** The folder of one run. */
export interface Staging {
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

/** Makes it, and the output directory where there is none. Throws the system's error. */
export const openStaging = (outputDirectory: string): Staging => {
  const madeDirectory = mkdirSync(resolve(outputDirectory), { recursive: true })
  try {
    return { root: mkdtempSync(join(outputDirectory, ".orapart-writing-")), madeDirectory }
  } catch (cause) {
    removeMadeDirectories(outputDirectory, madeDirectory)
    throw cause
  }
}

/** Writes one set with the list of its hashes. Throws the system's error. */
export const stageFolder = (staging: string, { folder, files }: ScriptFolder, hashes: FileManifest): void => {
  const root = join(staging, folder)
  mkdirSync(root)
  for (const parent of parentFolders(files.map(({ path }) => path))) mkdirSync(join(root, parent))
  for (const { path, text } of files) writeFileSync(`${root}${sep}${path}`, text, { flag: "wx" })
  writeFileSync(join(root, manifestName), writeManifest(hashes), { flag: "wx" })
}

/**
 * Deletes the files that were checked to be ours, one by one: a file that came in between keeps its folder alive.
 * Gives the folder when it could not be removed, else null.
 */
const removeOwnFiles = (folder: string, { existing, directories }: TakenFolder): string | null => {
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
export const moveIntoPlace = (staging: string, outputDirectory: string, folder: TakenFolder): string | null => {
  const staged = join(staging, folder.folder)
  if (folder.state === "new") {
    renameSync(staged, folder.path)
    return null
  }
  const aside = mkdtempSync(join(outputDirectory, ".orapart-replaced-"))
  const old = join(aside, folder.folder)
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

/** Removes what was not moved, and the output directory if it was made for nothing. */
export const discardStaging = (outputDirectory: string, { root, madeDirectory }: Staging): void => {
  rmSync(root, { recursive: true, force: true })
  removeMadeDirectories(outputDirectory, madeDirectory)
}
