// OP710: EXIT SQL.SQLCODE.
import type { LintRule } from "./lint-rule.ts"

const exits = new Set(["EXIT", "QUIT", "WHENEVER"])

/** OP710 exit-sqlcode: EXIT SQL.SQLCODE. */
export const exitSqlcode: LintRule = {
  code: "OP710",
  slug: "exit-sqlcode",
  severity: "error",
  why: "An exit status is one byte: ORA-01536 (quota exceeded, 6 times 256) leaves as 0, success.",
  advice: "Write a fixed number or FAILURE: WHENEVER SQLERROR EXIT 4 ROLLBACK.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "command" && exits.has(item.verb) && /\bsql\.sqlcode\b/i.test(item.args)
        ? [{ line: item.line, what: `${item.verb} leaves with SQL.SQLCODE as its status.` }]
        : []
    )
}
