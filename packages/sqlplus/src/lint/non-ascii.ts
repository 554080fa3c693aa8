// OP709: a character outside ASCII, or a control character.
import { findCommentLines } from "./comment-lines.ts"
import type { LintedScript, LintRule } from "./lint-rule.ts"

const describeCharacter = (character: string): string => {
  const point = character.codePointAt(0) ?? 0
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`
}

/** True when a comment tells whoever starts the script which character set to use. */
const declaresUtf8 = ({ reading }: LintedScript): boolean =>
  reading.statements.some((item) => item.kind === "comment" && /\bNLS_LANG\b|\bAL32UTF8\b/.test(item.text))

interface FoundCharacter {
  readonly name: string
  readonly column: number
}

const ordinary = /^[\t -~]*$/

/** Tabs have a rule of their own. */
const findCharacter = (text: string, isNonAsciiAllowed: boolean): FoundCharacter | null => {
  if (ordinary.test(text)) return null
  let column = 1
  for (const character of text) {
    const isControl = (character < " " && character !== "\t") || character === "\u007F"
    if (isControl || (character > "~" && !isNonAsciiAllowed)) return { name: describeCharacter(character), column }
    column += character.length
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
  check: (script) => {
    const isComment = findCommentLines(script)
    const isAllowed = script.isNonAsciiAllowed || declaresUtf8(script)
    return script.lines.flatMap((text, index) => {
      // A byte order mark is reported by its own name.
      const hasMark = index === 0 && text.startsWith("\uFEFF")
      const found = findCharacter(hasMark ? text.slice(1) : text, isAllowed)
      if (found === null) return []
      const { name, column } = found
      const isNote = isComment(index + 1) || text.slice(0, column - 1).includes("--")
      const what = `The line holds ${name}, which is not printable ASCII.`
      return [
        {
          line: index + 1,
          column,
          what,
          severity: isNote ? ("info" as const) : ("warning" as const),
          evidence: { character: name }
        }
      ]
    })
  }
}
