// OP726: a new statement or command that begins inside a SQL statement.
import { findCommand } from "../commands.ts"
import type { ScriptItem } from "../script-item.ts"
import { beginsStatement } from "../statement-kind.ts"
import { isWord } from "../token.ts"
import { tokenizeSql } from "../tokenize-sql.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const beginnings = new Set("ALTER COMMIT CREATE DECLARE EXEC EXECUTE PROMPT SPOOL TRUNCATE WHENEVER".split(" "))
/** Statements in which such words can stand at the beginning of a line. */
const holders = new Set(["ADMINISTER", "AUDIT", "EXPLAIN", "GRANT", "NOAUDIT", "REVOKE"])
/** Statements of a few words, in which no other command or statement can begin a line. */
const short = new Set(["COMMIT", "PURGE", "RENAME", "ROLLBACK", "SAVEPOINT", "SET"])
const someBeginning = new RegExp(`\\n(?:${[...beginnings].join("|")})\\b`, "i")

const canBegin = (word: string, verb: string): boolean =>
  beginnings.has(word) ||
  (short.has(verb) && (beginsStatement(word, word) || (word.length > 2 && findCommand(word) !== null)))

const findBeginnings = (item: ScriptItem): ReadonlyArray<Violation> => {
  const isSql = item.kind === "sql" || (item.kind === "unfinished" && item.language === "sql")
  if (!isSql || holders.has(item.verb)) return []
  if (!short.has(item.verb) && !someBeginning.test(item.text)) return []
  if (/^create\s+(?:schema|audit\s+policy)\b/i.test(item.text)) return []
  return tokenizeSql(item.text).flatMap(({ kind, value, start, line }, index, tokens) => {
    const isBeginning = kind === "word" && canBegin(value, item.verb) && item.text[start - 1] === "\n"
    // REFRESH FAST ON
    // COMMIT
    if (!isBeginning || isWord(tokens[index - 1], "ON")) return []
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
