// OP706: a line longer than 2,400 bytes.
import type { LintRule } from "./lint-rule.ts"

/** 2,499 characters are the documented limit of old clients; the rest is room for substitution. */
const maximumBytes = 2400
const documentedLimit = 2499

const countBytes = (text: string): number => {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** OP706 line-too-long: a line longer than 2,400 bytes. */
export const lineTooLong: LintRule = {
  code: "OP706",
  slug: "line-too-long",
  severity: "error",
  why: "SQL*Plus 12.1 and older ignore lines over 2,499 characters (SP2-0027), and substitution makes them longer.",
  advice: "Break the line at a comma, or a literal into pieces with `||`.",
  check: (script) =>
    script.lines.flatMap((text, index) => {
      // No character has more than three bytes per UTF-16 unit.
      if (text.length * 3 <= maximumBytes) return []
      const bytes = countBytes(text)
      if (bytes <= maximumBytes) return []
      const severity = bytes > documentedLimit ? ("error" as const) : ("warning" as const)
      return [
        {
          line: index + 1,
          severity,
          what: `The line has ${bytes} bytes, more than ${maximumBytes}.`,
          evidence: { bytes }
        }
      ]
    })
}
