// OP752: LOGGING or NOLOGGING written as a hint.
import type { ScriptItem } from "../script-item.ts"
import { tokenizeSql } from "../tokenize-sql.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const hasHint = /(?:\/\*|--)\+/
const inHint = /\b(?:NO)?LOGGING\b/i

const findIn = (item: ScriptItem): ReadonlyArray<Violation> => {
  const isStatement = item.kind === "sql" || item.kind === "plsql"
  if (!isStatement || !inHint.test(item.text) || !hasHint.test(item.text)) return []
  return tokenizeSql(item.text).flatMap(({ kind, text, line }) => {
    const word = kind === "comment" && /^(?:\/\*|--)\+/.test(text) ? inHint.exec(text)?.[0] : undefined
    return word === undefined ? [] : [{ line: item.line + line - 1, what: `${word} is no hint.` }]
  })
}

/** OP752 hint-without-effect: a hint that does not exist. */
export const hintWithoutEffect: LintRule = {
  code: "OP752",
  slug: "hint-without-effect",
  severity: "warning",
  why: "The database passes over what it does not know in a hint: the load writes full redo, and the words around it may go too.",
  advice: "ALTER TABLE ... NOLOGGING before a direct-path insert, and back to LOGGING after it; then take a backup.",
  check: (script) => script.reading.statements.flatMap(findIn)
}
