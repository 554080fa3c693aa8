// OP702: a `/` (or RUN) that runs a statement which `;` has already run.
import { quoteShort } from "../quote-short.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP702 slash-after-semicolon: a `/` (or RUN) that runs a statement which `;` has already run. */
export const slashAfterSemicolon: LintRule = {
  code: "OP702",
  slug: "slash-after-semicolon",
  severity: "error",
  why: "The statement runs twice: a second INSERT, or ORA-00955 for a CREATE.",
  advice: "End SQL with `;` alone and PL/SQL with `/` alone.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "run-buffer" && item.isRepeat
        ? [
            {
              line: item.line,
              what: `The statement ${quoteShort(item.statement?.text ?? "")} is run a second time here.`
            }
          ]
        : []
    )
}
