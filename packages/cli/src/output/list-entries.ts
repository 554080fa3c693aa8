// Lists what lies in a folder without following links: a link may lead to files that are not ours to judge.
import { readdirSync } from "node:fs"
import { join } from "node:path"

/** Everything below a folder, as paths with forward slashes. */
export interface FolderEntries {
  readonly files: ReadonlyArray<string>
  readonly directories: ReadonlyArray<string>
  /** Links, pipes, sockets and devices: never ours. */
  readonly others: ReadonlyArray<string>
}

interface Entry {
  readonly path: string
  readonly kind: "file" | "directory" | "other"
}

// Not readdir's own recursion: from Node 24 on it walks into folders behind links.
const walk = (root: string, below: string): ReadonlyArray<Entry> =>
  readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) return [{ path, kind: "file" as const }]
    if (!entry.isDirectory()) return [{ path, kind: "other" as const }]
    return [{ path, kind: "directory" as const }, ...walk(root, path)]
  })

/** Reads the whole folder; throws the system's error when it cannot be read. */
export const listEntries = (folder: string): FolderEntries => {
  const entries = walk(folder, "")
  const pick = (kind: Entry["kind"]): ReadonlyArray<string> =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ path }) => path)
      .toSorted()
  return { files: pick("file"), directories: pick("directory"), others: pick("other") }
}

/** Every folder that a list of files needs: `rollback/a/b.sql` needs `rollback` and `rollback/a`. */
export const parentFolders = (paths: Iterable<string>): ReadonlySet<string> => {
  const parents = new Set<string>()
  for (const path of paths) {
    const parts = path.split("/").slice(0, -1)
    parts.forEach((_, index) => parents.add(parts.slice(0, index + 1).join("/")))
  }
  return parents
}
