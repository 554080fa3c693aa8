// Runs the linter over a script set as a client would read it: a called file's settings hold for its caller.
import { lintScript } from "../../packages/sqlplus/src/index.ts"
import { readFile, sqlFiles } from "./script-sets.ts"
import type { ScriptSet } from "./script-sets.ts"

const isAscii = (set: ScriptSet): boolean => !/\P{ASCII}/u.test(readFile(set, "plan.json"))

/** The scripts that a file of this folder can call. */
const besides = (set: ScriptSet, path: string): ReadonlyMap<string, string> => {
  const folder = path.replace(/[^/]*$/, "")
  return new Map(
    sqlFiles(set)
      .filter(([other]) => other.startsWith(folder) && !other.slice(folder.length).includes("/"))
      .map(([other, text]) => [other.slice(folder.length), text])
  )
}

/** What the linter says of one text under the path of a file of the set. */
export const lintText = (set: ScriptSet, path: string, text: string) =>
  lintScript(text, { file: path, allowNonAscii: !isAscii(set), scripts: besides(set, path) })

/** Every finding of every file, in words. */
export const lintSet = (set: ScriptSet): ReadonlyArray<string> =>
  sqlFiles(set).flatMap(([path, text]) => lintText(set, path, text).map(({ message }) => message))
