// Reads template files. The only file of this package that touches the file system.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const EXTENSION = ".njk"

/**
 * The templates below a directory, by id: `core/10_create_table.sql.njk` has the id `core:10_create_table.sql`,
 * `core/rollback/10_undo_create_table.sql.njk` the id `core:rollback/10_undo_create_table.sql`. The directory's own folders are the
 * prefixes, in no particular order; files beside them and files without `.njk` are left out. Throws what node:fs throws when something cannot be read.
 */
export const readTemplates = (directory: URL | string): ReadonlyMap<string, string> => {
  const root = typeof directory === "string" ? directory : fileURLToPath(directory)
  const prefixes = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map((entry) => entry.name)
  const files = prefixes.flatMap((prefix) => listFiles(join(root, prefix), "").map((path) => ({ prefix, path })))
  return new Map(
    files.map(({ prefix, path }) => [
      `${prefix}:${path.slice(0, -EXTENSION.length)}`,
      readFileSync(join(root, prefix, path), "utf8")
    ])
  )
}

const listFiles = (folder: string, path: string): ReadonlyArray<string> =>
  readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = path === "" ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) return listFiles(folder, below)
    return entry.name.endsWith(EXTENSION) ? [below] : []
  })
