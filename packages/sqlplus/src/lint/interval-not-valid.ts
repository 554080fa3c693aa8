// OP751: INTERVAL clauses and literals that the database refuses.
import type { Token } from "../token.ts"
import { isOperator, isWord } from "../token.ts"
import { readAllCode } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const units = new Set(["DAY", "HOUR", "MINUTE", "MONTH", "SECOND", "YEAR"])

const isDoubled = (tokens: ReadonlyArray<Token>, index: number): boolean =>
  isWord(tokens[index], "INTERVAL") &&
  isOperator(tokens[index + 1], "(") &&
  isWord(tokens[index + 2], "INTERVAL") &&
  isOperator(tokens[index + 3], "(")

/** The leading field has two digits unless a precision says more. */
const isTooWide = (tokens: ReadonlyArray<Token>, index: number): boolean => {
  const [value, unit, precision] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]]
  const isWide = value?.kind === "literal" && /^\s*[+-]?\d{3,}/.test(value.value)
  return isWord(tokens[index], "INTERVAL") && isWide && units.has(unit?.value ?? "") && !isOperator(precision, "(")
}

const judge = (tokens: ReadonlyArray<Token>, index: number): string | null => {
  if (isDoubled(tokens, index)) return "INTERVAL stands twice."
  if (!isTooWide(tokens, index)) return null
  return `INTERVAL ${tokens[index + 1]?.text} ${tokens[index + 2]?.text} has more than two digits and no precision (ORA-01873).`
}

/** OP751 interval-not-valid: INTERVAL written twice, or an interval literal with too many digits. */
export const intervalNotValid: LintRule = {
  code: "OP751",
  slug: "interval-not-valid",
  severity: "error",
  why: "The statement is refused: INTERVAL takes one expression, and the leading field of a literal has two digits by default.",
  advice: "INTERVAL (NUMTOYMINTERVAL(1, 'MONTH')); INTERVAL '105' DAY(3).",
  check: (script) =>
    readAllCode(script.reading.statements, /\binterval\b/i).flatMap((tokens) =>
      tokens.flatMap(({ line }, index): ReadonlyArray<Violation> => {
        const what = judge(tokens, index)
        return what === null ? [] : [{ line, what }]
      })
    )
}
