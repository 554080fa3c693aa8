// Removes from every dist folder what no source makes any more: tsc leaves it there, oclif would list a command of it, and it would be
// published. Runs before `tsc -b`.
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const packages = fileURLToPath(new URL("../packages/", import.meta.url))

/** Paths in dist, from dist on, whose source is gone. */
export const findStaleBuilds = (folder) => {
  const dist = join(folder, "dist")
  if (!existsSync(dist)) return []
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .filter((path) => !existsSync(join(folder, "src", path.replace(/(?:\.d\.ts|\.js)(?:\.map)?$/, ".ts"))))
    .toSorted()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of readdirSync(packages))
    for (const path of findStaleBuilds(join(packages, name))) rmSync(join(packages, name, "dist", path))
}
