// OP750: Two words that a lost line end has made one.
import type { ScriptItem } from "../script-item.ts"
import type { Token } from "../token.ts"
import { isWord } from "../token.ts"
import { readAllCode } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const mayBeGlued = /[\w$#](?:order|group|partition)\s+by\b|\brow\s+movement\w/i

/** `USERSPARTITION BY` and `ORDERSORDER BY`: no clause of SQL has another word before BY that ends like this. */
const isGlued = (token: Token, index: number, tokens: ReadonlyArray<Token>): boolean => {
  if (token.kind !== "word") return false
  const endsInClause = /.(?:ORDER|GROUP|PARTITION)$/.test(token.value) && token.value !== "SUBPARTITION"
  const isMovement = isWord(tokens[index - 1], "ROW") && /^MOVEMENT\w/.test(token.value)
  return (endsInClause && isWord(tokens[index + 1], "BY")) || isMovement
}

/** A template that lost a line end writes one PROMPT behind the other. */
const findPrompts = (item: ScriptItem): ReadonlyArray<Violation> => {
  const [glued] = item.kind === "command" && item.verb === "PROMPT" ? (/\w+PROMPT(?=\s)/.exec(item.args) ?? []) : []
  return glued === undefined ? [] : [{ line: item.line, what: `${glued} holds a second PROMPT.` }]
}

/** OP750 glued-words: a keyword glued to the word before it. */
export const gluedWords: LintRule = {
  code: "OP750",
  slug: "glued-words",
  severity: "error",
  why: "A line end was lost, so the database reads one word where two were meant and refuses the statement.",
  advice: "Put the line end back; in a template, look at what trims blanks around a tag.",
  check: ({ reading: { statements } }) => [
    ...readAllCode(statements, mayBeGlued).flatMap((tokens) =>
      tokens.filter(isGlued).map(({ line, text }) => ({ line, what: `${text} looks like two words.` }))
    ),
    ...statements.flatMap(findPrompts)
  ]
}
