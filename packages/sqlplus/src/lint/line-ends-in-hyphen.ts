// OP705: a line of SQL, PL/SQL or a comment that ends in a hyphen.
import type { ScriptComment, ScriptItem } from "../script-item.ts"
import type { LintedScript, LintRule, Violation } from "./lint-rule.ts"
import { violationsOf } from "./reader-problems.ts"

const findInComment = (script: LintedScript, { line, endLine }: ScriptComment): ReadonlyArray<Violation> =>
  script.lines
    .slice(line - 1, endLine)
    .flatMap((text, index) =>
      text.endsWith("-")
        ? [{ line: line + index, what: "A line of a comment ends in a hyphen.", severity: "info" as const }]
        : []
    )

const isPlsql = (item: ScriptItem): boolean =>
  item.kind === "plsql" || (item.kind === "unfinished" && item.language === "plsql")

/** Rules of hyphens between the parts of a package are everywhere and are kept; code that ends in a minus is not sure. */
const weigh = (script: LintedScript, violations: ReadonlyArray<Violation>): ReadonlyArray<Violation> => {
  const blocks = script.reading.statements.filter(isPlsql)
  let at = 0
  return violations.map((violation) => {
    while ((blocks[at]?.endLine ?? Number.POSITIVE_INFINITY) < violation.line) at += 1
    if ((blocks[at]?.line ?? Number.POSITIVE_INFINITY) > violation.line) return violation
    const isComment = (script.lines[violation.line - 1] ?? "").includes("--")
    return { ...violation, severity: isComment ? "info" : "warning" }
  })
}

/** OP705 line-ends-in-hyphen: a line of SQL, PL/SQL or a comment that ends in a hyphen. */
export const lineEndsInHyphen: LintRule = {
  code: "OP705",
  slug: "line-ends-in-hyphen",
  severity: "error",
  why: "SQL*Plus drops the hyphen and joins the next line, also inside a literal: `200 -` and `100` become `200 100`.",
  advice: "Begin the next line with the minus; draw rules in comments with `=`.",
  check: (script) => [
    ...weigh(script, violationsOf(script, "hyphen-joins-lines", "continuation-at-end")),
    ...script.reading.statements.flatMap((item) =>
      item.kind === "comment" && item.style !== "REM" ? findInComment(script, item) : []
    )
  ]
}
