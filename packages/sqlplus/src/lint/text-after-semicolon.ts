// OP703: a comment or other text after the `;` of a SQL statement.
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP703 text-after-semicolon: a comment or other text after the `;` of a SQL statement. */
export const textAfterSemicolon: LintRule = {
  code: "OP703",
  slug: "text-after-semicolon",
  severity: "error",
  why: "SQL*Plus looks for `;` at the end of the line only: it goes on reading the statement, and the database answers ORA-00911 or ORA-00933.",
  advice: "Put the comment on a line of its own before the statement.",
  check: (script) => violationsOf(script, "text-after-terminator")
}
