// Reads and rewrites the expected files of an example. It compares nothing and knows nothing of what the files mean.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** Text of each file by its path below the folder, with forward slashes. */
export type FileTexts = ReadonlyMap<string, string>

const examples = fileURLToPath(new URL("../../examples/", import.meta.url))

/** Folder of an example. */
export const exampleFolder = (name: string): string => join(examples, name)

/** Names of the examples: the folders that hold a config, but for that of refused tables, which has findings and no scripts. */
export const listExamples = (): ReadonlyArray<string> =>
  readdirSync(examples)
    .filter((name) => existsSync(join(examples, name, "migration_config.json")) && name !== "refused")
    .toSorted()

/** Reads every file below a folder; an absent folder has none. */
export const readFiles = (folder: string): FileTexts => {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).toSorted()
  return new Map(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]))
}

/** Makes a folder hold these files and no others. */
export const rewriteFiles = (folder: string, files: FileTexts): void => {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
