// OP714: a tab, or a blank at the end of a line.
import type { LintedScript, LintRule } from "./lint-rule.ts"

/** Lines of PL/SQL. They go to the server as they are, and a stored unit keeps the layout that its author gave it. */
const findPlsqlLines = ({ reading }: LintedScript): ReadonlySet<number> => {
  const lines = new Set<number>()
  for (const item of reading.statements)
    if (item.kind === "plsql") for (let line = item.line; line < item.endLine; line += 1) lines.add(line)
  return lines
}

/** OP714 tab-or-trailing-blank: a tab, or a blank at the end of a line, outside PL/SQL. */
export const tabOrTrailingBlank: LintRule = {
  code: "OP714",
  slug: "tab-or-trailing-blank",
  severity: "info",
  why: "A blank after a hyphen or a `/` changes what the line is, and nobody sees it; SQL*Plus replaces tabs in output.",
  advice: "Use blanks, and end lines with the last visible character.",
  check: (script) => {
    const suspects = script.lines.flatMap((text, index) => {
      const what = text.includes("\t")
        ? "The line holds a tab."
        : text.endsWith(" ")
          ? "The line ends in a blank."
          : null
      return what === null ? [] : [{ line: index + 1, what }]
    })
    if (suspects.length === 0) return []
    const plsqlLines = findPlsqlLines(script)
    return suspects.filter(({ line }) => !plsqlLines.has(line))
  }
}
