// OP701: a blank line inside a SQL statement while SQLBLANKLINES is OFF.
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP701 blank-line-in-sql: a blank line inside a SQL statement while SQLBLANKLINES is OFF. */
export const blankLineInSql: LintRule = {
  code: "OP701",
  slug: "blank-line-in-sql",
  severity: "error",
  why: "SQL*Plus ends the statement at the blank line without running it, and takes the rest for commands.",
  advice: "Remove the blank line; as a second safety, SET SQLBLANKLINES ON at the top.",
  check: (script) => violationsOf(script, "blank-line-ends-statement")
}
