// OP711: something is changed before WHENEVER SQLERROR EXIT and WHENEVER OSERROR EXIT are in force.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import type { SessionFacts } from "./session.ts"
import { hasChanged, summarize, walkSession, wheneverOf } from "./session.ts"
import { changesDatabase } from "./statement-facts.ts"

/** A report may go on after an error; what changes the database, or calls what may, must not. */
const matters = (item: ScriptItem): boolean =>
  item.kind === "call" ? item.reading === null || hasChanged(summarize(item.reading)) : changesDatabase(item)

const conditions = ["OSERROR", "SQLERROR"] as const
type Condition = (typeof conditions)[number]

interface Seen {
  readonly missing: Map<Condition, number>
  /** Conditions that have been told EXIT; a later CONTINUE is a decision, and has a rule of its own when forgotten. */
  readonly stopped: Set<Condition>
  /** How many items change something, and how many of the kinds that OSERROR is about there are. */
  changing: number
  files: number
}

const look = (seen: Seen, item: ScriptItem, facts: SessionFacts): void => {
  for (const condition of conditions)
    if (wheneverOf(facts, condition)?.startsWith("EXIT") === true) seen.stopped.add(condition)
  if (item.kind === "call" || (item.kind === "command" && item.verb === "SPOOL")) seen.files += 1
  if (!matters(item)) return
  seen.changing += 1
  for (const condition of conditions)
    if (!seen.stopped.has(condition) && !seen.missing.has(condition)) seen.missing.set(condition, item.line)
}

/** After a single change nothing is left that could go wrong; without calls and spools there is no file to miss. */
const weigh = (condition: Condition, { changing, files }: Seen): "warning" | "info" =>
  (condition === "SQLERROR" && changing > 1) || (condition === "OSERROR" && files > 0 && changing > 1)
    ? "warning"
    : "info"

/** OP711 missing-whenever: a change or call before both WHENEVER SQLERROR EXIT and WHENEVER OSERROR EXIT. */
export const missingWhenever: LintRule = {
  code: "OP711",
  slug: "missing-whenever",
  severity: "warning",
  why: "Without them SQL*Plus prints the error, goes on with the next statement and leaves with status 0.",
  advice:
    "Begin every file that changes something with WHENEVER OSERROR EXIT 9 ROLLBACK and WHENEVER SQLERROR EXIT 4 ROLLBACK, before any @@.",
  check: (script) => {
    const seen: Seen = { missing: new Map<Condition, number>(), stopped: new Set<Condition>(), changing: 0, files: 0 }
    walkSession(script, (item, facts) => look(seen, item, facts))
    return conditions.flatMap((condition): ReadonlyArray<Violation> => {
      const line = seen.missing.get(condition)
      if (line === undefined) return []
      const what = `No WHENEVER ${condition} EXIT stands before this change or call.`
      return [{ line, what, severity: weigh(condition, seen) }]
    })
  }
}
