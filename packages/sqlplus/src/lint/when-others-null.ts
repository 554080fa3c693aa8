// OP718: WHEN OTHERS THEN NULL.
import type { Token } from "../token.ts"
import { isWord } from "../token.ts"
import { readAllCode } from "./code-tokens.ts"
import type { LintRule } from "./lint-rule.ts"

const pattern = ["WHEN", "OTHERS", "THEN", "NULL"]

const swallowsErrors = (tokens: ReadonlyArray<Token>, index: number): boolean =>
  pattern.every((word, offset) => isWord(tokens[index + offset], word))

/** OP718 when-others-null: WHEN OTHERS THEN NULL. */
export const whenOthersNull: LintRule = {
  code: "OP718",
  slug: "when-others-null",
  severity: "warning",
  why: "The error disappears, WHENEVER never hears of it, and the script goes on as if the work had been done.",
  advice: "Handle the one error that is expected by its number, and RAISE every other one.",
  check: (script) =>
    readAllCode(script.reading.statements, /\bothers\b/i).flatMap((tokens) =>
      tokens.flatMap((token, index) =>
        swallowsErrors(tokens, index) ? [{ line: token.line, what: "An exception handler hides every error." }] : []
      )
    )
}
