// OP705: a line of SQL, PL/SQL or a comment that ends in a hyphen.
import { violationsOf } from "./reader-problems.ts"
import type { LintedScript, LintRule, Violation } from "./lint-rule.ts"
import type { ScriptComment } from "../script-item.ts"

const findHyphens = (script: LintedScript, { line, endLine }: ScriptComment): ReadonlyArray<Violation> =>
  script.lines
    .slice(line - 1, endLine)
    .flatMap((text, index) =>
      text.endsWith("-") ? [{ line: line + index, what: "A line of a comment ends in a hyphen." }] : []
    )

/** OP705 line-ends-in-hyphen: a line of SQL, PL/SQL or a comment that ends in a hyphen. */
export const lineEndsInHyphen: LintRule = {
  code: "OP705",
  slug: "line-ends-in-hyphen",
  severity: "error",
  why: "SQL*Plus drops the hyphen and joins the next line, also inside a literal: `200 -` and `100` become `200 100`.",
  advice: "Begin the next line with the minus; draw rules in comments with `=`.",
  check: (script) => [
    ...violationsOf(script, "hyphen-joins-lines", "continuation-at-end"),
    ...script.reading.statements.flatMap((item) =>
      item.kind === "comment" && item.style !== "REM" ? findHyphens(script, item) : []
    )
  ]
}
