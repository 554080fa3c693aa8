// OP723: a line that begins neither a SQL*Plus command nor a statement.
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP723 unknown-command: a line that begins neither a SQL*Plus command nor a statement. */
export const unknownCommand: LintRule = {
  code: "OP723",
  slug: "unknown-command",
  severity: "error",
  why: "SQL*Plus prints SP2-0734 and goes on; WHENEVER does not notice.",
  advice:
    "Correct the word; if the line belongs to the statement above, look for a blank line or a `;` that ends it too early.",
  check: (script) => violationsOf(script, "unknown-command")
}
