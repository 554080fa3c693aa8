// OP708: substitution that nobody asked for: a text that happens to hold an &, or a variable that nothing before the
// line gives a value. A variable that the script, its callers or a called script define is used on purpose.
import type { Severity } from "@orapart/contract"
import type { ScriptItem } from "../script-item.ts"
import type { Substitution } from "../substitutions.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import type { SessionFacts } from "./session.ts"
import { isDefined, settingOf, unknownCall, unknownFact, walkSession } from "./session.ts"
import { findPlaces } from "./substitution-places.ts"

interface Judgement {
  readonly severity: Severity
  readonly what: string
}

const judgeUndefined = (found: Substitution, text: string, facts: SessionFacts): Judgement => {
  const name = found.name.toLowerCase()
  // R&D and AT&T: a letter before the & makes it a text, not a request.
  if (/[A-Za-z0-9]/.test(text[found.start - 1] ?? ""))
    return { severity: "error", what: `&${name} stands in the middle of a word and is replaced while DEFINE is on.` }
  const unknown = unknownCall(facts)
  return unknown === null
    ? { severity: "warning", what: `&${name} is replaced, but nothing before this line defines it.` }
    : { severity: "info", what: `&${name} is replaced; whether ${unknown} defines it is not known here.` }
}

const judge = (item: ScriptItem, found: Substitution, text: string, facts: SessionFacts): Judgement | null => {
  const name = found.name.toLowerCase()
  if (found.hasBlanks)
    return { severity: "error", what: `An & with a blank before "${name}" is replaced while DEFINE is on.` }
  const isKnown = isDefined(facts, found.name)
  if (item.kind === "comment" || found.place === "comment") {
    const what = `&${name} stands in a comment while DEFINE is on.`
    return { severity: isKnown ? "info" : "error", what }
  }
  // Arguments have a rule of their own.
  if (/^\d+$/.test(found.name)) return null
  if (!isKnown) return judgeUndefined(found, text, facts)
  if (settingOf(facts, "DEFINE") !== unknownFact) return null
  return { severity: "info", what: `&${name} is used after ${unknownCall(facts)}, which may have switched DEFINE off.` }
}

/** OP708 ampersand: an `&` that SQL*Plus would replace although nobody announced it. */
export const ampersand: LintRule = {
  code: "OP708",
  slug: "ampersand",
  severity: "error",
  why: "SQL*Plus replaces &name in statements, literals, comments and PROMPT texts, and asks the keyboard for what it does not know.",
  advice:
    "SET DEFINE OFF where no variable is wanted; otherwise DEFINE, ACCEPT or COLUMN ... NEW_VALUE it before its use.",
  check: (script) => {
    const violations: Violation[] = []
    const told = new Set<string>()
    walkSession(script, (item, facts) => {
      if (item.kind === "call" && item.settings.define === null && item.file.includes("&"))
        violations.push({
          line: item.line,
          what: `${item.text} is called while DEFINE is off: the file is not found.`
        })
      const { text, places } = findPlaces(script, item)
      for (const found of places) {
        const verdict = told.has(found.name) && !found.hasBlanks ? null : judge(item, found, text, facts)
        if (verdict === null) continue
        // A question is told once; after &&v there is a value.
        if (verdict.severity !== "error") told.add(found.name)
        violations.push({ line: item.line + found.line - 1, ...verdict, evidence: { variable: found.name } })
      }
    })
    return violations
  }
}
