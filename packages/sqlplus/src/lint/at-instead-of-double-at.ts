// OP715: `@file` or START where `@@file` is meant.
import type { LintRule } from "./lint-rule.ts"

/** OP715 at-instead-of-double-at: `@file` or START where `@@file` is meant. */
export const atInsteadOfDoubleAt: LintRule = {
  code: "OP715",
  slug: "at-instead-of-double-at",
  severity: "error",
  why: "@ looks in the current folder and then in SQLPATH, so the script works only when it is started from its own folder.",
  advice: "Write @@file: it looks beside the calling script.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "call" && item.verb !== "@@"
        ? [{ line: item.line, what: `${item.text} does not look beside this script.`, evidence: { file: item.file } }]
        : []
    )
}
