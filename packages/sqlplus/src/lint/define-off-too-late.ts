// OP727: SET DEFINE OFF after the first `&` that it was meant for.
import type { LintRule, Violation } from "./lint-rule.ts"
import { isDefined, walkSession } from "./session.ts"
import { findPlaces } from "./substitution-places.ts"
import { parseSetLine } from "../set-variables.ts"
import type { ScriptItem } from "../script-item.ts"

const switchesOff = (item: ScriptItem): boolean =>
  item.kind === "command" &&
  item.verb === "SET" &&
  parseSetLine(item.args).assignments.some(
    ({ variable, values }) => (variable === "DEFINE" || variable === "SCAN") && values[0]?.toUpperCase() === "OFF"
  )

/** OP727 define-off-too-late: SET DEFINE OFF stands after an `&` that nobody asked for. */
export const defineOffTooLate: LintRule = {
  code: "OP727",
  slug: "define-off-too-late",
  severity: "warning",
  why: "The line above has already been replaced, or has asked the keyboard, when DEFINE is switched off.",
  advice: "Put SET DEFINE OFF before the first line with an &.",
  check: (script) => {
    const violations: Violation[] = []
    let first: { readonly line: number; readonly name: string } | null = null
    walkSession(script, (item, facts) => {
      if (first !== null && switchesOff(item)) {
        const { line, name } = first
        violations.push({
          line: item.line,
          what: `DEFINE is switched off here, but &${name} of line ${line} came before.`
        })
        first = null
      }
      if (first !== null) return
      const found = findPlaces(script, item).places.find(({ name }) => !/^\d+$/.test(name) && !isDefined(facts, name))
      if (found !== undefined) first = { line: item.line + found.line - 1, name: found.name.toLowerCase() }
    })
    return violations
  }
}
