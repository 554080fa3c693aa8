// OP739: A defined variable used while DEFINE is off.
import type { LintRule, Violation } from "./lint-rule.ts"
import { findSubstitutions } from "../substitutions.ts"
import { isDefined, walkSession } from "./session.ts"
import { readLines } from "./substitution-places.ts"

const looked = new Set(["sql", "plsql", "command"])

/** OP739 variable-not-replaced: a defined variable is used while DEFINE is off. */
export const variableNotReplaced: LintRule = {
  code: "OP739",
  slug: "variable-not-replaced",
  severity: "warning",
  why: "With DEFINE off nothing is replaced, also not &1: the text goes to the database, or to the file name, as it is written.",
  advice: "SET DEFINE ON before the line, and OFF again after it.",
  check: (script) => {
    const violations: Violation[] = []
    const told = new Set<string>()
    walkSession(script, (item, facts) => {
      if (item.settings.define !== null || !looked.has(item.kind)) return
      const text = readLines(script, item)
      if (!text.includes("&")) return
      for (const { name, line, place, hasBlanks } of findSubstitutions(text, { define: "&" })) {
        const isMeant = place === "code" ? isDefined(facts, name) || /^\d+$/.test(name) : isDefined(facts, name)
        if (!isMeant || place === "comment" || hasBlanks || told.has(name)) continue
        told.add(name)
        const what = `&${name.toLowerCase()} stays as it is written, because DEFINE is off.`
        violations.push({ line: item.line + line - 1, what, evidence: { variable: name } })
      }
    })
    return violations
  }
}
