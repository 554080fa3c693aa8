// OP711: a statement or call before both WHENEVER SQLERROR EXIT and WHENEVER OSERROR EXIT.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule } from "./lint-rule.ts"

const doesSomething = (item: ScriptItem): boolean =>
  ["sql", "plsql", "unfinished", "run-buffer", "call"].includes(item.kind) ||
  (item.kind === "command" && item.verb === "EXECUTE")

const handles = (item: ScriptItem, condition: string): boolean =>
  item.kind === "command" && item.verb === "WHENEVER" && new RegExp(`^${condition}\\s+EXIT\\b`, "i").test(item.args)

/** OP711 missing-whenever: a statement or call before both WHENEVER SQLERROR EXIT and WHENEVER OSERROR EXIT. */
export const missingWhenever: LintRule = {
  code: "OP711",
  slug: "missing-whenever",
  severity: "error",
  why: "Without them SQL*Plus prints the error, goes on with the next statement and leaves with status 0.",
  advice:
    "Begin every file with WHENEVER OSERROR EXIT 9 ROLLBACK and WHENEVER SQLERROR EXIT 4 ROLLBACK, before any @@.",
  check: ({ reading: { statements } }) => {
    const first = statements.find(doesSomething)
    if (first === undefined) return []
    const before = statements.slice(0, statements.indexOf(first))
    return ["OSERROR", "SQLERROR"].flatMap((condition) =>
      before.some((item) => handles(item, condition))
        ? []
        : [{ line: first.line, what: `No WHENEVER ${condition} EXIT stands before the first statement or call.` }]
    )
  }
}
