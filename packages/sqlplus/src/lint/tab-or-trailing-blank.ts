// OP714: a tab, or a blank at the end of a line.
import type { LintRule } from "./lint-rule.ts"

/** OP714 tab-or-trailing-blank: a tab, or a blank at the end of a line. */
export const tabOrTrailingBlank: LintRule = {
  code: "OP714",
  slug: "tab-or-trailing-blank",
  severity: "warning",
  why: "A blank after a hyphen or a `/` changes what the line is, and nobody sees it; SQL*Plus replaces tabs in output.",
  advice: "Use blanks, and end lines with the last visible character.",
  check: (script) =>
    script.lines.flatMap((text, index) => {
      const what = text.includes("\t")
        ? "The line holds a tab."
        : text.endsWith(" ")
          ? "The line ends in a blank."
          : null
      return what === null ? [] : [{ line: index + 1, what }]
    })
}
