// OP726: a new statement or command that begins inside a SQL statement.
import type { ScriptItem } from "../script-item.ts"
import { tokenizeSql } from "../tokenize-sql.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const beginnings = new Set("ALTER COMMIT CREATE DECLARE PROMPT SPOOL TRUNCATE WHENEVER".split(" "))
/** Statements in which such words can stand at the beginning of a line. */
const holders = new Set(["GRANT", "REVOKE", "AUDIT", "NOAUDIT"])

const findBeginnings = (item: ScriptItem): ReadonlyArray<Violation> => {
  const isSql = item.kind === "sql" || (item.kind === "unfinished" && item.language === "sql")
  if (!isSql || holders.has(item.verb) || /^create\s+schema\b/i.test(item.text)) return []
  return tokenizeSql(item.text).flatMap(({ kind, value, start, line }) => {
    const isBeginning = kind === "word" && beginnings.has(value) && item.text[start - 1] === "\n"
    if (!isBeginning) return []
    return [
      { line: item.line + line - 1, what: `${value} begins a line inside the ${item.verb} of line ${item.line}.` }
    ]
  })
}

/** OP726 statement-not-ended: a new statement or command that begins inside a SQL statement. */
export const statementNotEnded: LintRule = {
  code: "OP726",
  slug: "statement-not-ended",
  severity: "warning",
  why: "A missing `;` makes SQL*Plus read on: both statements reach the database as one and fail.",
  advice: "End the statement above with `;`; indent the line if it does belong to it.",
  check: (script) => script.reading.statements.flatMap(findBeginnings)
}
