// OP754: A comment between CREATE and the word that says what is created.
import type { ScriptItem } from "../script-item.ts"
import { tokenizeSql } from "../tokenize-sql.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const kinds = new Set(["FUNCTION", "JAVA", "LIBRARY", "MLE", "PACKAGE", "PROCEDURE", "TRIGGER", "TYPE"])
/** Enough for CREATE OR REPLACE, a comment and the word after it. */
const lookedAt = 2000

const findComment = (item: ScriptItem): ReadonlyArray<Violation> => {
  const isUnit = item.kind === "plsql" || (item.kind === "unfinished" && item.language === "plsql")
  if (!isUnit || item.verb !== "CREATE") return []
  const tokens = tokenizeSql(item.text.slice(0, lookedAt))
  const head = tokens.slice(0, tokens.findIndex(({ kind, value }) => kind === "word" && kinds.has(value)) + 1)
  const comment = head.find(({ kind }) => kind === "comment")
  return comment === undefined
    ? []
    : [{ line: item.line + comment.line - 1, what: "A comment stands between CREATE and what is created." }]
}

/** OP754 comment-before-unit: a comment within the first words of CREATE PROCEDURE and the like. */
export const commentBeforeUnit: LintRule = {
  code: "OP754",
  slug: "comment-before-unit",
  severity: "error",
  why: "SQL*Plus looks at the first words only; with a comment among them it takes the unit for SQL and ends it at the first `;`.",
  advice: "Put the comment before CREATE or after the name of the unit.",
  check: (script) => script.reading.statements.flatMap(findComment)
}
