// OP721: a SQL statement that the file's end or a `.` ends.
import type { LintRule } from "./lint-rule.ts"

/** OP721 unterminated-statement: a SQL statement that the file's end or a `.` ends. */
export const unterminatedStatement: LintRule = {
  code: "OP721",
  slug: "unterminated-statement",
  severity: "error",
  why: "SQL*Plus keeps it in its buffer and does not run it; at the end of a file it waits for more input.",
  advice: "End the statement with `;` at the end of its last line.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "unfinished" && item.language === "sql" && item.endedBy !== "blank-line"
        ? [{ line: item.endLine, what: `The ${item.verb} of line ${item.line} has no terminator and is not run.` }]
        : []
    )
}
