// OP712: a PL/SQL block or unit that no `/` ends.
import type { ScriptItem } from "../script-item.ts"
import { findUnitEnd } from "../plsql-structure.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const findMissing = (item: ScriptItem): ReadonlyArray<Violation> => {
  const isOpen = item.kind === "unfinished" && item.language === "plsql"
  if (!isOpen && item.kind !== "plsql") return []
  const words = readWrittenTokens(item)
  const end = findUnitEnd(words)
  const next = end === null ? undefined : words[end + 1]
  if (next !== undefined) {
    const what = `The block of line ${item.line} ends before line ${next.line} (${next.text}), but no / stands between.`
    return [{ line: next.line, what }]
  }
  return isOpen ? [{ line: item.endLine, what: `The block of line ${item.line} has no / after it.` }] : []
}

/** OP712 missing-slash: a PL/SQL block or unit that no `/` ends. */
export const missingSlash: LintRule = {
  code: "OP712",
  slug: "missing-slash",
  severity: "error",
  why: "In PL/SQL mode SQL*Plus reads on to the next `/`: the block is not run, or what follows becomes part of it and fails to compile.",
  advice: "Put `/` on a line of its own after the block's END; or after the `;` of CREATE TYPE.",
  check: (script) => script.reading.statements.flatMap(findMissing)
}
