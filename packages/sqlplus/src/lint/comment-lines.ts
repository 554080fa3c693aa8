// Which lines of a script are comments between statements: rules about characters weigh those less.
import type { LintedScript } from "./lint-rule.ts"

/** Tells whether a line (from 1) belongs to a comment between statements. */
export const findCommentLines = ({ lines, reading }: LintedScript): ((line: number) => boolean) => {
  const marks = new Uint8Array(lines.length + 2)
  for (const item of reading.statements) if (item.kind === "comment") marks.fill(1, item.line, item.endLine + 1)
  return (line) => marks[line] === 1
}
