// Reads the files of a new action. They lie in scaffold/ as the files of a real action, acme's archive-first; its names are replaced.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { listEntries } from "../output/list-entries.ts"
import type { ScriptFile } from "../output/output-folder.ts"
import type { ActionNames } from "./action-names.ts"

const scaffold = fileURLToPath(new URL("../../scaffold/", import.meta.url))

/** The words of acme's action; each stands for one spelling. The longest come first: acme is a part of others. */
const sampleWords =
  /@acme\/orapart-archive-first|acme_archive_first|archiveFirst|archive-first|ACME|acme|0\.0\.0-host/gu

const spell = (names: ActionNames, version: string) => {
  const spellings: { readonly [word: string]: string } = {
    "@acme/orapart-archive-first": names.packageName,
    acme_archive_first: names.id,
    archiveFirst: names.constant,
    "archive-first": names.name,
    ACME: names.letters,
    acme: names.prefix,
    "0.0.0-host": version
  }
  return (text: string): string => text.replaceAll(sampleWords, (word) => spellings[word] ?? word)
}

// npm leaves a .gitignore out of a package and obeys it; under this name it is a file like any other.
const restoreName = (path: string): string => path.replace(/^_gitignore$/u, ".gitignore")

/** The files of a new package for the orapart of this version, or the one file of a local action. */
export const readScaffold = (
  kind: "package" | "file",
  names: ActionNames,
  version: string
): ReadonlyArray<ScriptFile> => {
  const folder = join(scaffold, kind === "package" ? "action" : "single-file")
  const rename = spell(names, version)
  // Who runs the scaffold's own test in a checkout leaves a cache in it.
  const files = listEntries(folder).files.filter((path) => !path.startsWith("node_modules/"))
  return files.map((path) => ({
    path: rename(restoreName(path)),
    text: rename(readFileSync(join(folder, path), "utf8"))
  }))
}
