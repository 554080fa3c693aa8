// OP734: A `q'[...]'` literal whose text holds its own end.
import type { ScriptItem } from "../script-item.ts"
import type { Token } from "../token.ts"
import { tokenizeSql } from "../tokenize-sql.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const isQuoted = ({ kind, text, isClosed }: Token): boolean => kind === "literal" && isClosed && /^n?q'/i.test(text)

/** After a literal comes a blank, an operator or a bracket; a letter, a quote or its own delimiter shows that it went on. */
const goesOn = (token: Token, next: Token | undefined): boolean => {
  if (next === undefined) return false
  const isGlued = next.start === token.end && /^[\w'"$#]/.test(next.text)
  return isGlued || next.text === "]" || next.text === "}"
}

const findEarly = (item: ScriptItem): ReadonlyArray<Violation> => {
  const isStatement = item.kind === "sql" || item.kind === "plsql" || item.kind === "unfinished"
  if (!isStatement || !/q'/i.test(item.text)) return []
  const tokens = tokenizeSql(item.text)
  return tokens.flatMap((token, index) =>
    isQuoted(token) && goesOn(token, tokens[index + 1])
      ? [
          {
            line: item.line + token.line - 1,
            what: `The literal ends at the first ${token.text.slice(-2)}, and text follows it.`
          }
        ]
      : []
  )
}

/** OP734 quote-closes-early: a q-quoted literal whose text holds its end delimiter. */
export const quoteClosesEarly: LintRule = {
  code: "OP734",
  slug: "quote-closes-early",
  severity: "error",
  why: "The literal ends at the first delimiter with a quote; the rest is read as code, up to the next quote anywhere.",
  advice: "Choose a delimiter that the text does not hold: q'~...~' or q'!...!'.",
  check: (script) => script.reading.statements.flatMap(findEarly)
}
