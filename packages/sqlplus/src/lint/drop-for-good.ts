// OP719: DROP ... PURGE, or CASCADE CONSTRAINTS.
import type { Token } from "../token.ts"
import { isOperator, isWord } from "../token.ts"
import { readAllCode } from "./code-tokens.ts"
import type { LintRule } from "./lint-rule.ts"

const isCascade = (tokens: ReadonlyArray<Token>, index: number): boolean =>
  isWord(tokens[index], "CASCADE") && /^CONSTRAINTS?$/.test(tokens[index + 1]?.value ?? "")

/** PURGE belongs to a DROP when no `;` stands between them. */
const isPurgeOfDrop = (tokens: ReadonlyArray<Token>, index: number): boolean => {
  if (!isWord(tokens[index], "PURGE")) return false
  const before = tokens.slice(0, index)
  const start = before.findLastIndex((token) => isOperator(token, ";")) + 1
  return before.slice(start).some((token) => isWord(token, "DROP"))
}

/** OP719 drop-for-good: DROP ... PURGE, or CASCADE CONSTRAINTS. */
export const dropForGood: LintRule = {
  code: "OP719",
  slug: "drop-for-good",
  severity: "error",
  why: "PURGE takes the recycle bin away as the last way back; CASCADE CONSTRAINTS silently drops other tables' foreign keys (ORA-02449 is the warning it removes).",
  advice: "Drop without PURGE; move or drop foreign keys by name first.",
  check: (script) =>
    readAllCode(script.reading.statements).flatMap((tokens) =>
      tokens.flatMap((token, index) => {
        if (isCascade(tokens, index))
          return [{ line: token.line, what: "CASCADE CONSTRAINTS drops foreign keys of other tables." }]
        return isPurgeOfDrop(tokens, index)
          ? [{ line: token.line, what: "DROP with PURGE cannot be undone by FLASHBACK." }]
          : []
      })
    )
}
