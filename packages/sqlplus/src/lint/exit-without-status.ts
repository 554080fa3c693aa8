// OP725: WHENEVER ... EXIT without a status.
import type { LintRule } from "./lint-rule.ts"

const withoutStatus = /^\w+\s+exit(?:\s+(?:success|0|commit|rollback)\b.*)?$/i

/** OP725 exit-without-status: WHENEVER ... EXIT without a status. */
export const exitWithoutStatus: LintRule = {
  code: "OP725",
  slug: "exit-without-status",
  severity: "error",
  why: "A bare EXIT leaves with SUCCESS and COMMIT, so whoever started the script sees no error.",
  advice: "Write WHENEVER SQLERROR EXIT 4 ROLLBACK and WHENEVER OSERROR EXIT 9 ROLLBACK.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "command" && item.verb === "WHENEVER" && withoutStatus.test(item.args)
        ? [{ line: item.line, what: `WHENEVER ${item.args} leaves with the status of success.` }]
        : []
    )
}
