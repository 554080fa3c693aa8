// OP735: Feedback, headings and old/new lines in a file that is spooled.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import type { SessionFacts } from "./session.ts"
import { settingOf, spoolOf, unknownFact, walkSession } from "./session.ts"
import { findPlaces } from "./substitution-places.ts"

const isNot = (facts: SessionFacts, name: string, ...quiet: ReadonlyArray<string>): boolean => {
  const setting = settingOf(facts, name)
  return setting !== unknownFact && !quiet.includes(setting ?? "")
}

/** A file that is run or loaded later. */
const isScript = (spool: string): boolean => /\.sql["']?(?:\s|$)/i.test(spool)

const isQuery = (item: ScriptItem): boolean => item.kind === "sql" && (item.verb === "SELECT" || item.verb === "WITH")

/** What SQL*Plus adds to the output of a query in a script that is being written. */
const findNoise = (facts: SessionFacts): ReadonlyArray<string> => [
  ...(isNot(facts, "FEEDBACK", "OFF", "0") ? ["FEEDBACK"] : []),
  ...(isNot(facts, "HEADING", "OFF") && isNot(facts, "PAGESIZE", "0") ? ["HEADING"] : [])
]

/** OP735 noise-in-spool: a spooled query or statement whose file gets lines of SQL*Plus itself. */
export const noiseInSpool: LintRule = {
  code: "OP735",
  slug: "noise-in-spool",
  severity: "info",
  why: "Lines such as `12 rows selected.` and `old 3:` stand between the rows; in a generated script each is an SP2-0734.",
  advice: "SET FEEDBACK OFF HEADING OFF PAGESIZE 0 VERIFY OFF before the SPOOL.",
  check: (script) => {
    const violations: Violation[] = []
    const told = new Set<string>()
    walkSession(script, (item, facts) => {
      const spool = spoolOf(facts)
      const isSent = item.kind === "sql" || item.kind === "plsql"
      if (spool === null || !isSent || told.has(spool)) return
      const hasVariables = isNot(facts, "VERIFY", "OFF") && findPlaces(script, item).places.length > 0
      const noise = [...(isScript(spool) && isQuery(item) ? findNoise(facts) : []), ...(hasVariables ? ["VERIFY"] : [])]
      if (noise.length === 0) return
      told.add(spool)
      const severity = isScript(spool) ? ("warning" as const) : ("info" as const)
      violations.push({
        line: item.line,
        severity,
        what: `SQL*Plus writes its ${noise.join(", ")} lines into SPOOL ${spool}.`
      })
    })
    return violations
  }
}
