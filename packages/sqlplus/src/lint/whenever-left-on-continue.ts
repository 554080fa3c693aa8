// OP741: WHENEVER SQLERROR CONTINUE that is never taken back.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { walkSession, wheneverOf } from "./session.ts"
import { changesDatabase } from "./statement-facts.ts"

const isWhenever = (item: ScriptItem, action: RegExp): boolean =>
  item.kind === "command" && item.verb === "WHENEVER" && action.test(item.args)

const matters = (item: ScriptItem): boolean => item.kind === "call" || changesDatabase(item)

/** OP741 whenever-left-on-continue: CONTINUE stays in force after the statement it was meant for. */
export const wheneverLeftOnContinue: LintRule = {
  code: "OP741",
  slug: "whenever-left-on-continue",
  severity: "warning",
  why: "Every later error is printed and passed over, also in scripts called from here and in the caller.",
  advice: "Write WHENEVER SQLERROR EXIT 4 ROLLBACK again after the one statement that may fail.",
  check: (script) => {
    const violations: Violation[] = []
    const items = script.reading.statements
    const lastExit = items.findLast((item) => isWhenever(item, /^sqlerror\s+exit\b/i))?.line ?? 0
    walkSession(script, (item, facts) => {
      const stopped = wheneverOf(facts, "SQLERROR")?.startsWith("EXIT") === true
      if (!stopped || item.line < lastExit || !isWhenever(item, /^sqlerror\s+continue\b/i)) return
      const later = items.filter((other) => other.line > item.line && matters(other)).length
      // One statement may be the one that is allowed to fail.
      if (later > 1)
        violations.push({
          line: item.line,
          what: `CONTINUE holds for the ${later} changes and calls below, up to the end.`
        })
    })
    return violations
  }
}
