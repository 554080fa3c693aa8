// OP708: substitution that nobody asked for. A file may use & where it has said so: SET DEFINE ON just before, and a
// variable that something before the line defines. Everything else is a name or a text that SQL*Plus would change.
import { parseSetLine } from "../set-variables.ts"
import type { ScriptCall, ScriptItem, SqlplusCommand } from "../script-item.ts"
import type { Substitution } from "../substitutions.ts"
import { findSubstitutions } from "../substitutions.ts"
import { predefinedVariables, readDefinedVariables, readUndefinedVariables } from "./defined-variables.ts"
import type { LintedScript, LintRule, Violation } from "./lint-rule.ts"

interface Walk {
  /** True from a SET DEFINE ON in this file until a call, after which the setting is whatever the called file left. */
  isAnnounced: boolean
  readonly variables: Set<string>
  readonly violations: Violation[]
}

const obeyCommand = (walk: Walk, item: SqlplusCommand): void => {
  for (const name of readDefinedVariables(item)) walk.variables.add(name)
  for (const name of readUndefinedVariables(item)) walk.variables.delete(name)
  if (item.verb !== "SET") return
  for (const { variable, values } of parseSetLine(item.args).assignments)
    if (variable === "DEFINE" || variable === "SCAN") walk.isAnnounced = values[0]?.toUpperCase() !== "OFF"
}

const followCall = (walk: Walk, item: ScriptCall): void => {
  walk.isAnnounced = false
  for (const called of item.reading?.statements ?? []) {
    if (called.kind === "command") obeyCommand(walk, called)
    if (called.kind === "call") followCall(walk, called)
  }
}

const explain = (walk: Walk, item: ScriptItem, found: Substitution): string | null => {
  const name = found.name.toLowerCase()
  if (item.kind === "comment") return `&${name} stands in a comment while DEFINE is on.`
  if (found.hasBlanks) return `An & with a blank before "${name}" is replaced while DEFINE is on.`
  if (!walk.isAnnounced) return `&${name} is replaced, but no SET DEFINE ON stands before it since the last call.`
  return walk.variables.has(found.name) ? null : `&${name} is replaced, but nothing before this line defines it.`
}

const checkItem = (walk: Walk, script: LintedScript, item: ScriptItem): void => {
  const { define, concat, escape } = item.settings
  const text = script.lines.slice(item.line - 1, item.endLine).join("\n")
  if (define === null) {
    if (item.kind !== "call" || !item.file.includes("&")) return
    walk.violations.push({
      line: item.line,
      what: `${item.text} is called while DEFINE is off: the file is not found.`
    })
    return
  }
  if (item.kind === "comment" && item.style === "REM") return
  for (const found of findSubstitutions(text, { define, concat, escape })) {
    const what = explain(walk, item, found)
    if (what !== null)
      walk.violations.push({ line: item.line + found.line - 1, what, evidence: { variable: found.name } })
  }
}

/** OP708 ampersand: an `&` that SQL*Plus would replace although nobody announced it. */
export const ampersand: LintRule = {
  code: "OP708",
  slug: "ampersand",
  severity: "error",
  why: "SQL*Plus replaces &name in statements, literals, comments and PROMPT texts, and asks the keyboard for what it does not know.",
  advice:
    "SET DEFINE OFF at the top; SET DEFINE ON only just before a line that needs a variable, and define it before that.",
  check: (script) => {
    const variables = new Set([...predefinedVariables, ...script.definedVariables])
    const walk: Walk = { isAnnounced: false, variables, violations: [] }
    for (const item of script.reading.statements) {
      checkItem(walk, script, item)
      if (item.kind === "command") obeyCommand(walk, item)
      if (item.kind === "call") followCall(walk, item)
    }
    return walk.violations
  }
}
