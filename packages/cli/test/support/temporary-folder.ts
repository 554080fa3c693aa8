// A real folder for one test; it is gone when the test is over.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { onTestFinished } from "vitest"

/** Makes a folder with the given files (path to text). */
export const makeFolder = (files: { readonly [path: string]: string | Uint8Array } = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), "orapart-cli-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) writeInto(folder, path, text)
  return folder
}

/** Writes one file below a folder, with the folders it needs. */
export const writeInto = (folder: string, path: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Every file below a folder with its text, and every empty folder with a slash behind its name. */
export const readTree = (folder: string): { readonly [path: string]: string } => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const nameOf = (parent: string, name: string) => join(parent, name).slice(folder.length + 1)
  return Object.fromEntries(
    entries
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const name = nameOf(entry.parentPath, entry.name)
        if (entry.isFile()) return [name, readFileSync(path, "utf8")] as const
        return [entry.isDirectory() ? `${name}/` : name, ""] as const
      })
      .filter(([name]) => !name.endsWith("/") || readdirSync(join(folder, name)).length === 0)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
  )
}
