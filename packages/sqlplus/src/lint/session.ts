// What a SQL*Plus session remembers while a script runs: variables, SET values, WHENEVER, the spool. Rules that judge a
// line by what went before walk a script with it. It follows called scripts whose texts are known and says what it
// does not know; it runs nothing.
import type { ScriptCall, ScriptItem, ScriptReading, SqlplusCommand } from "../script-item.ts"
import { parseSetLine } from "../set-variables.ts"
import { predefinedVariables, readDefinedVariables, readUndefinedVariables } from "./defined-variables.ts"
import type { LintedScript } from "./lint-rule.ts"
import { changesDatabase } from "./statement-facts.ts"

/** Facts by name. null: it was there and was taken away. Only this file knows how the names are made. */
export type SessionFacts = ReadonlyMap<string, string | null>

type Facts = Map<string, string | null>

/** What stands for a fact that callers leave in different ways, or that an unknown script may have changed. */
export const unknownFact = "?"

const variable = (name: string): string => `variable ${name.toUpperCase()}`
const bind = (name: string): string => `bind ${name.toUpperCase()}`
const setting = (name: string): string => `set ${name}`

/** True when the substitution variable has a value, as far as is known. */
export const isDefined = (facts: SessionFacts, name: string): boolean => typeof facts.get(variable(name)) === "string"

/** True when VARIABLE has declared the bind variable. */
export const isDeclared = (facts: SessionFacts, name: string): boolean => typeof facts.get(bind(name)) === "string"

/** The file of the last call whose text is not known; null when every call so far could be followed. */
export const unknownCall = (facts: SessionFacts): string | null => facts.get("unknown") ?? null

/** The words after `SET NAME`, in upper case; null when nothing has set it, `unknownFact` when that cannot be told. */
export const settingOf = (facts: SessionFacts, name: string): string | null =>
  facts.get(setting(name)) ?? (facts.has("unknown") ? unknownFact : null)

/** What WHENEVER SQLERROR or OSERROR was last told, in upper case: `EXIT 4 ROLLBACK`; null when nothing. */
export const wheneverOf = (facts: SessionFacts, condition: "SQLERROR" | "OSERROR"): string | null =>
  facts.get(`whenever ${condition}`) ?? null

/** The file that is being written; null when none is. */
export const spoolOf = (facts: SessionFacts): string | null => facts.get("spool") ?? null

/** Where a called script has left SQL*Plus: `file line n`; null when it has not. */
export const exitOf = (facts: SessionFacts): string | null => facts.get("exit") ?? null

/** True when something so far may have changed data or objects. */
export const hasChanged = (facts: SessionFacts): boolean => facts.has("changes")

/** True when another known script calls this one. */
export const isCalled = (facts: SessionFacts): boolean => facts.has("called")

/** A session at its start, with variables that a caller outside the known scripts defines. */
export const startFacts = (definedVariables: ReadonlyArray<string> = []): SessionFacts =>
  new Map([...predefinedVariables, ...definedVariables].map((name) => [variable(name), "caller"]))

const obeyCommand = (facts: Facts, item: SqlplusCommand, file: string | null): void => {
  const { verb, args } = item
  for (const name of readDefinedVariables(item)) facts.set(variable(name), verb)
  for (const name of readUndefinedVariables(item)) facts.set(variable(name), null)
  if (verb === "VARIABLE" && args !== "") facts.set(bind(args.split(/\s+/)[0] ?? ""), "declared")
  if (verb === "SET")
    for (const assignment of parseSetLine(args).assignments)
      facts.set(setting(assignment.variable), assignment.values.join(" ").toUpperCase())
  const [, condition, told] = verb === "WHENEVER" ? (/^(SQLERROR|OSERROR)\s+(.*)$/s.exec(args.toUpperCase()) ?? []) : []
  if (condition !== undefined && told !== undefined) facts.set(`whenever ${condition}`, told)
  if (verb === "SPOOL") facts.set("spool", /^(?:off|out)?$/i.test(args) ? null : args)
  if (verb === "EXIT" || verb === "QUIT") facts.set("exit", `${file ?? "the script"} line ${item.line}`)
}

const forgetSettings = (facts: Facts): void => {
  for (const name of facts.keys()) if (name.startsWith("set ")) facts.delete(name)
}

const applyFacts = (facts: Facts, effect: SessionFacts): void => {
  if (effect.has("unknown")) forgetSettings(facts)
  for (const [name, value] of effect) facts.set(name, value)
}

const defineArguments = (facts: Facts, { args }: ScriptCall): void => {
  for (const index of args.keys()) facts.set(variable(String(index + 1)), "argument")
}

const followCall = (facts: Facts, item: ScriptCall): void => {
  defineArguments(facts, item)
  if (item.reading !== null) return applyFacts(facts, summarize(item.reading))
  forgetSettings(facts)
  facts.set("unknown", item.file)
}

const obey = (facts: Facts, item: ScriptItem, file: string | null): void => {
  if (item.kind === "command") obeyCommand(facts, item, file)
  if (item.kind === "call") followCall(facts, item)
  if (changesDatabase(item)) facts.set("changes", "yes")
}

const summaries = new WeakMap<ScriptReading, SessionFacts>()

/** What a script leaves behind in the session of its caller. */
export const summarize = (reading: ScriptReading): SessionFacts => {
  const known = summaries.get(reading)
  if (known !== undefined) return known
  const facts: Facts = new Map<string, string | null>()
  for (const item of reading.statements) obey(facts, item, reading.file)
  summaries.set(reading, facts)
  return facts
}

/** Goes through a script and shows each item with the session just before it. The facts change: keep no reference. */
export const walkSession = (script: LintedScript, visit: (item: ScriptItem, facts: SessionFacts) => void): void => {
  const facts: Facts = new Map(script.entry)
  for (const item of script.reading.statements) {
    visit(item, facts)
    obey(facts, item, script.file)
  }
}

/** The session inside a called script when it begins. */
export const factsInside = (facts: SessionFacts, call: ScriptCall): SessionFacts => {
  const inside: Facts = new Map([...facts, ["called", "yes"]])
  defineArguments(inside, call)
  return inside
}

/** What holds wherever a script is called from: equal facts stay, variables and binds must be known everywhere. */
export const mergeFacts = (left: SessionFacts, right: SessionFacts): SessionFacts => {
  const merged: Facts = new Map<string, string | null>()
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(name) ?? null, right.get(name) ?? null]
    const mustHoldEverywhere = /^(?:variable|bind|whenever) /.test(name)
    if (one === other) merged.set(name, one)
    else if (name === "unknown") merged.set(name, one ?? other)
    else if (mustHoldEverywhere) merged.set(name, one === null || other === null ? null : one)
    else merged.set(name, unknownFact)
  }
  return merged
}
