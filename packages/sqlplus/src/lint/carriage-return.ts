// OP713: a line end of Windows (CRLF) or another carriage return.
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP713 carriage-return: a line end of Windows (CRLF) or another carriage return. */
export const carriageReturn: LintRule = {
  code: "OP713",
  slug: "carriage-return",
  severity: "warning",
  why: "SQL*Plus on Unix keeps the carriage return as part of the line: in literals, names and file names.",
  advice: "Write the file with LF line ends.",
  check: (script) => violationsOf(script, "carriage-return")
}
