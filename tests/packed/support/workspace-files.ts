// Files of the workspace that packed packages are held against.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The root of the workspace. */
export const root = fileURLToPath(new URL("../../../", import.meta.url))

/** Folder of the plugin that a company could have written. */
export const pluginFolder = join(root, "examples", "plugin-archive-first")

/** True while `pnpm golden:update` runs: expected files are written then. */
export const isUpdating = process.env["ORAPART_UPDATE_GOLDEN"] === "1" && process.env["CI"] === undefined

/** Text of each file below a folder by its path; `leftOut` files are passed over. */
export const readTree = (folder: string, leftOut: ReadonlyArray<string> = []): Readonly<Record<string, string>> => {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !leftOut.includes(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]))
}

/** Writes texts below a folder, with the folders that they need. */
export const writeTree = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Makes a folder hold these files and no others. */
export const rewriteTree = (folder: string, files: Readonly<Record<string, string>>): void => {
  rmSync(folder, { recursive: true, force: true })
  writeTree(folder, files)
}
