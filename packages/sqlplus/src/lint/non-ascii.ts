// OP709: a character outside ASCII, or a control character.
import type { LintRule } from "./lint-rule.ts"

const describeCharacter = (character: string): string => {
  const point = character.codePointAt(0) ?? 0
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`
}

/** Tabs have a rule of their own. */
const findCharacter = (text: string, isNonAsciiAllowed: boolean): string | null => {
  for (const character of text) {
    const isControl = (character < " " && character !== "\t") || character === "\u007F"
    if (isControl || (character > "~" && !isNonAsciiAllowed)) return describeCharacter(character)
  }
  return null
}

/** OP709 non-ascii: a character outside ASCII, or a control character. */
export const nonAscii: LintRule = {
  code: "OP709",
  slug: "non-ascii",
  severity: "warning",
  why: "Under another NLS_LANG, or on Windows with its code page, SQL*Plus changes the character.",
  advice:
    "Keep our own words ASCII; where a name of the schema needs it, say so in the header and set NLS_LANG to .AL32UTF8.",
  check: (script) =>
    script.lines.flatMap((text, index) => {
      const found = findCharacter(text, script.isNonAsciiAllowed)
      if (found === null) return []
      const what = `The line holds ${found}, which is not printable ASCII.`
      return [{ line: index + 1, what, evidence: { character: found } }]
    })
}
