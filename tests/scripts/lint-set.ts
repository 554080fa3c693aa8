// Runs the linter over a script set as `orapart lint` does over its folder: each script as its callers run it.
import { lintScriptSet } from "../../packages/sqlplus/src/index.ts"
import type { LintFinding } from "../../packages/sqlplus/src/index.ts"
import { readFile, sqlFiles } from "./script-sets.ts"
import type { ScriptSet } from "./script-sets.ts"

const isAscii = (set: ScriptSet): boolean => !/\P{ASCII}/u.test(readFile(set, "plan.json"))

const lintFiles = (set: ScriptSet, files: ReadonlyMap<string, string>) =>
  lintScriptSet(files, { allowNonAscii: !isAscii(set) })

/** What the linter says of one text under the path of a file of the set. */
export const lintText = (set: ScriptSet, path: string, text: string): ReadonlyArray<LintFinding> =>
  lintFiles(set, new Map([...sqlFiles(set), [path, text]])).find(({ file }) => file === path)?.findings ?? []

/** Every finding of every file, notes included, in words. */
export const lintSet = (set: ScriptSet): ReadonlyArray<string> =>
  lintFiles(set, new Map(sqlFiles(set))).flatMap(({ findings }) => findings.map(({ message }) => message))
