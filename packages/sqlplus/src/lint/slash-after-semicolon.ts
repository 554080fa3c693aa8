// OP702: a `/` (or RUN) that runs a statement which `;` has already run.
import { quoteShort } from "../quote-short.ts"
import type { RunBuffer } from "../script-item.ts"
import type { LintRule } from "./lint-rule.ts"

/** Running it twice costs time and changes nothing. */
const isHarmless = ({ statement }: RunBuffer): boolean =>
  /^[\s(]*(?:select|with|commit|rollback|alter\s+session|set)\b/i.test(statement?.text ?? "")

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
              ...(isHarmless(item) ? { severity: "warning" as const } : {}),
              what: `The statement ${quoteShort(item.statement?.text ?? "")} is run a second time here.`
            }
          ]
        : []
    )
}
