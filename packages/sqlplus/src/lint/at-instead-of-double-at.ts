// OP715: `@file` or START where `@@file` is meant.
import { besideScript } from "../script-path.ts"
import type { ScriptItem } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const findCall = (item: ScriptItem): ReadonlyArray<Violation> => {
  if (item.kind !== "call" || item.verb === "@@" || item.file === "") return []
  // Absolute paths, `?` and paths in variables are the same from every folder.
  if (item.file.startsWith("&") || besideScript("", item.file) === null) return []
  const isBeside = item.reading !== null
  const what = isBeside
    ? `${item.text} does not look beside this script, where ${item.file} is.`
    : `${item.text} does not look beside this script.`
  return [{ line: item.line, what, severity: isBeside ? "warning" : "info", evidence: { file: item.file } }]
}

/** OP715 at-instead-of-double-at: `@file` or START where `@@file` is meant. */
export const atInsteadOfDoubleAt: LintRule = {
  code: "OP715",
  slug: "at-instead-of-double-at",
  severity: "info",
  why: "@ looks in the current folder and then in SQLPATH, so the script works only when it is started from its own folder.",
  advice: "Write @@file: it looks beside the calling script.",
  check: (script) => script.reading.statements.flatMap(findCall)
}
