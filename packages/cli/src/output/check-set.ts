// One folder's way to disk as far as it can be gone without knowing the other folders: any thread may go it.
import { join } from "node:path"
import { explainSystemError } from "../services/system-error.ts"
import { checkFolder } from "./check-folder.ts"
import { hashFiles } from "./file-manifest.ts"
import type { FileManifest } from "./file-manifest.ts"
import type { RefusedFolder, ScriptFolder, TakenFolder } from "./output-folder.ts"
import { stageFolder } from "./staging.ts"

/** A set after its check, with the hashes of its files. */
export interface CheckedSet {
  readonly result: TakenFolder | RefusedFolder
  readonly hashes: FileManifest
}

/** Checks a set against what lies in its place; changes nothing. */
export const checkSet = (outputDirectory: string, wanted: ScriptFolder): CheckedSet => {
  const { owner, table, folder, files } = wanted
  const hashes = hashFiles(files)
  const checked = checkFolder(outputDirectory, wanted, hashes)
  if ("_tag" in checked) {
    return { result: { owner, table, path: join(outputDirectory, folder), problem: checked }, hashes }
  }
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text, "utf8"), 0)
  return { result: { ...checked, owner, table, folder, files: files.length, bytes }, hashes }
}

/** Why a set could not be staged: the folder it was meant for and the system's reason. */
export interface NotStaged {
  readonly notStaged: { readonly path: string; readonly message: string }
}

/** Checks a set and stages it below `stagingRoot`; null only checks. */
export const checkAndStage = (
  outputDirectory: string,
  stagingRoot: string | null,
  wanted: ScriptFolder
): CheckedSet["result"] | NotStaged => {
  const { result, hashes } = checkSet(outputDirectory, wanted)
  if (stagingRoot === null || "problem" in result || result.state === "same") return result
  try {
    stageFolder(stagingRoot, wanted, hashes)
    return result
  } catch (cause) {
    return { notStaged: { path: result.path, message: explainSystemError(cause) } }
  }
}
