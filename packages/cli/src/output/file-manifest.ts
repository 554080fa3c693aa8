// The list of written files with their hashes. It lies in every folder that we write, and it is how we know our own
// unchanged files from everybody else's.
import { hash } from "node:crypto"
import type { ScriptFile } from "./output-folder.ts"

/** Name of the list inside a folder. */
export const manifestName = ".orapart-files.json"

/** Path to SHA-256 of each file that was written. */
export type FileManifest = ReadonlyMap<string, string>

/** SHA-256 of a file's bytes, hexadecimal. One call: for scripts of 8 KB a hash object costs half as much again as the hash. */
export const hashBytes = (bytes: string | Uint8Array): string => hash("sha256", bytes, "hex")

/** SHA-256 of each file of a set, by path. */
export const hashFiles = (files: ReadonlyArray<ScriptFile>): FileManifest =>
  new Map(files.map(({ path, text }) => [path, hashBytes(text)]))

/** The list's text: the same files give the same bytes. */
export const writeManifest = (hashes: FileManifest): string => {
  const sorted = [...hashes].sort(([left], [right]) => (left < right ? -1 : 1))
  const about = "Written by orapart. With these hashes it tells its own files from yours, and never overwrites yours."
  return `${JSON.stringify({ about, manifestVersion: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`
}

/** Reads the list; null when the text is not one of ours, and then nothing in the folder counts as ours. */
export const readManifest = (text: string): FileManifest | null => {
  try {
    const content: unknown = JSON.parse(text)
    if (typeof content !== "object" || content === null) return null
    if (!("manifestVersion" in content) || content.manifestVersion !== 1 || !("files" in content)) return null
    const { files } = content
    if (typeof files !== "object" || files === null) return null
    return new Map(Object.entries(files).map(([path, hash]) => [path, String(hash)]))
  } catch {
    return null
  }
}

/** Whose set a plan.json belongs to; null when the text is no plan of ours. */
export const readPlanMarker = (text: string): { readonly owner: string; readonly table: string } | null => {
  try {
    const plan: unknown = JSON.parse(text)
    if (typeof plan !== "object" || plan === null) return null
    if (!("contract" in plan) || typeof plan.contract !== "number") return null
    if (!("owner" in plan) || typeof plan.owner !== "string") return null
    if (!("table" in plan) || typeof plan.table !== "string") return null
    return { owner: plan.owner, table: plan.table }
  } catch {
    return null
  }
}
