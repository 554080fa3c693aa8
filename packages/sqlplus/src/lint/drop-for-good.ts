// OP719: DROP ... PURGE, or CASCADE CONSTRAINTS.
import type { Token } from "../token.ts"
import { isOperator, isWord } from "../token.ts"
import { readAllCode } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const isCascade = (tokens: ReadonlyArray<Token>, index: number): boolean =>
  isWord(tokens[index], "CASCADE") && /^CONSTRAINTS?$/.test(tokens[index + 1]?.value ?? "")

/** PURGE belongs to a DROP when no `;` stands between them. */
const findPurges = (tokens: ReadonlyArray<Token>): ReadonlySet<Token> => {
  const found = new Set<Token>()
  let isDrop = false
  for (const token of tokens) {
    if (isOperator(token, ";")) isDrop = false
    else if (isWord(token, "DROP")) isDrop = true
    else if (isDrop && isWord(token, "PURGE")) found.add(token)
  }
  return found
}

const findIn = (tokens: ReadonlyArray<Token>): ReadonlyArray<Violation> => {
  const purges = findPurges(tokens)
  return tokens.flatMap((token, index) => {
    if (isCascade(tokens, index))
      return [{ line: token.line, what: "CASCADE CONSTRAINTS drops foreign keys of other tables." }]
    return purges.has(token) ? [{ line: token.line, what: "DROP with PURGE cannot be undone by FLASHBACK." }] : []
  })
}

/** OP719 drop-for-good: DROP ... PURGE, or CASCADE CONSTRAINTS. */
export const dropForGood: LintRule = {
  code: "OP719",
  slug: "drop-for-good",
  severity: "info",
  why: "PURGE takes the recycle bin away as the last way back; CASCADE CONSTRAINTS silently drops other tables' foreign keys (ORA-02449 is the warning it removes).",
  advice: "Drop without PURGE; move or drop foreign keys by name first.",
  check: (script) =>
    readAllCode(script.reading.statements, /\b(?:purge|cascade)\b/i).flatMap((tokens) => findIn(tokens))
}
