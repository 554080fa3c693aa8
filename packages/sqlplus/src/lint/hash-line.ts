// OP722: a line that begins with `#`.
import { findCommentLines } from "./comment-lines.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP722 hash-line: a line that begins with `#`. */
export const hashLine: LintRule = {
  code: "OP722",
  slug: "hash-line",
  severity: "error",
  why: "Inside a statement `#` (SQLPREFIX) runs the rest of the line as a SQL*Plus command at once; between statements it is no command.",
  advice: "Indent the line, or begin it with another character.",
  check: (script) => {
    const isComment = findCommentLines(script)
    return script.lines.flatMap((text, index) =>
      text.startsWith("#") && !isComment(index + 1) ? [{ line: index + 1, what: "The line begins with #." }] : []
    )
  }
}
