// OP728: `&1` in a script that nobody gives an argument, and that has no default for it.
import type { LintRule, Violation } from "./lint-rule.ts"
import { isDefined, unknownCall, walkSession } from "./session.ts"
import { findPlaces } from "./substitution-places.ts"

const isArgument = (name: string): boolean => /^\d+$/.test(name)

/** OP728 argument-without-default: a positional `&1` that no caller passes and no COLUMN ... NEW_VALUE gives a default. */
export const argumentWithoutDefault: LintRule = {
  code: "OP728",
  slug: "argument-without-default",
  severity: "warning",
  why: "Started without arguments the script asks the keyboard for a value named 1, or uses what an earlier script has left in it.",
  advice:
    'Give it a default: COLUMN 1 NEW_VALUE 1 and a SELECT NULL AS "1" FROM dual WHERE 1 = 2; or take a DEFINEd name.',
  check: (script) => {
    const violations: Violation[] = []
    const told = new Set<string>()
    walkSession(script, (item, facts) => {
      if (unknownCall(facts) !== null) return
      for (const { name, line, place } of findPlaces(script, item).places) {
        if (!isArgument(name) || place === "comment" || told.has(name) || isDefined(facts, name)) continue
        told.add(name)
        const what = `&${name} has no value when the script is started without ${name === "1" ? "an argument" : `${name} arguments`}.`
        violations.push({ line: item.line + line - 1, what, evidence: { variable: name } })
      }
    })
    return violations
  }
}
