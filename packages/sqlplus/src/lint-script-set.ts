// Lints scripts that call each other: each one as its callers would run it. Pure: paths are names in a map, and whoever
// has more files gives them through `readOutside`.
import type { LintReport } from "./lint-script.ts"
import { applyRules, prepareScript } from "./lint-script.ts"
import type { LintedScript, LintRule } from "./lint/lint-rule.ts"
import { lintRules } from "./lint/lint-rules.ts"
import type { SessionFacts } from "./lint/session.ts"
import { factsInside, mergeFacts, startFacts, walkSession } from "./lint/session.ts"
import type { FoundScript, CalledScript } from "./read-script.ts"
import { readScript, withSuffix } from "./read-script.ts"
import type { ReaderSettings } from "./reader-settings.ts"
import { defaultReaderSettings } from "./reader-settings.ts"
import type { ScriptReading } from "./script-item.ts"
import { besideScript } from "./script-path.ts"

/** How scripts that belong together are linted. */
export interface LintSetOptions {
  /** As for one script. */
  readonly allowNonAscii?: boolean
  /** Substitution variables that whoever starts the scripts has defined. */
  readonly definedVariables?: ReadonlyArray<string>
  readonly rules?: ReadonlyArray<LintRule>
  /** How many findings of one code and script are put into words; the rest is counted. All by default. */
  readonly most?: number
  /** The text of a script that is called but not linted; null when there is no such file. */
  readonly readOutside?: (path: string) => string | null
}

/** The session and the settings in which a script begins. */
interface Entry {
  readonly facts: SessionFacts
  readonly settings: ReaderSettings
}

const mergeSettings = (left: ReaderSettings, right: ReaderSettings): ReaderSettings => {
  const names = Object.keys(defaultReaderSettings) as ReadonlyArray<keyof ReaderSettings>
  const differing = names.filter((name) => left[name] !== right[name])
  return { ...left, ...Object.fromEntries(differing.map((name) => [name, defaultReaderSettings[name]])) }
}

// Blanks of one line only: a file of a million empty lines must not be searched a million times.
const callLine = /^[ \t]*(?:@{1,2}[ \t]*|sta(?:rt?)?[ \t]+)["']?([^\s"'&]+)/gim

/** Which files a script seems to call; only for the order of work, so a mention in a comment does no harm. */
const guessCalls = (path: string, text: string): ReadonlyArray<string> =>
  [...text.matchAll(callLine)].flatMap(([, file = ""]) => besideScript(path, withSuffix(file)) ?? [])

/** Callers before those they call, as far as there is no circle. */
const orderByCalls = (files: ReadonlyMap<string, string>): ReadonlyArray<string> => {
  const [seen, order] = [new Set<string>(), [] as string[]]
  for (const root of files.keys()) {
    const stack: Array<{ readonly path: string; readonly isDone: boolean }> = [{ path: root, isDone: false }]
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { path, isDone } = top
      if (isDone) order.push(path)
      const text = files.get(path)
      if (isDone || text === undefined || seen.has(path)) continue
      seen.add(path)
      stack.push({ path, isDone: true })
      for (const called of guessCalls(path, text)) stack.push({ path: called, isDone: false })
    }
  }
  return order.toReversed()
}

const makeFinder =
  (files: ReadonlyMap<string, string>, readOutside: (path: string) => string | null) =>
  ({ verb, file, caller }: CalledScript): FoundScript => {
    const path = file.includes("&") ? null : besideScript(caller ?? "", withSuffix(file))
    if (path === null) return null
    const text = files.get(path) ?? readOutside(path)
    if (text !== null) return { file: path, text }
    // @ and START also look in SQLPATH, which nobody knows here.
    return verb === "@@" ? "missing" : null
  }

/** Notes in which session each script is called from this one. */
const collectEntries = (script: LintedScript, entries: Map<string, Entry>): void => {
  walkSession(script, (item, facts) => {
    if (item.kind !== "call" || item.reading === null || item.reading.file === null) return
    const entry = { facts: factsInside(facts, item), settings: item.settings }
    const other = entries.get(item.reading.file)
    const merged =
      other === undefined
        ? entry
        : { facts: mergeFacts(other.facts, entry.facts), settings: mergeSettings(other.settings, entry.settings) }
    entries.set(item.reading.file, merged)
  })
}

/**
 * Lints scripts by path (`/` between folders), each in the session that its callers among them leave it: what a
 * master has set and defined holds in what it calls. A script that nobody calls begins in a fresh session. `@@file`
 * is looked for beside its caller, and so is `@file`, as if each script was started from its own folder. A `@@file`
 * that is nowhere is a finding. The reports come in the order of `files`.
 */
export const lintScriptSet = (
  files: ReadonlyMap<string, string>,
  options: LintSetOptions = {}
): ReadonlyArray<LintReport> => {
  const { rules = lintRules, most = Number.POSITIVE_INFINITY, readOutside = () => null } = options
  const fresh: Entry = { facts: startFacts(options.definedVariables), settings: defaultReaderSettings }
  const entries = new Map<string, Entry>()
  const readings = new Map<string, ScriptReading>()
  const findScript = makeFinder(files, readOutside)
  const reports = new Map<string, LintReport>()
  for (const file of orderByCalls(files)) {
    const text = files.get(file) ?? ""
    const { facts, settings } = entries.get(file) ?? fresh
    const reading = readScript(text, { file, settings, findScript, readings })
    const script = prepareScript(text, reading, { ...options, file, entry: facts })
    collectEntries(script, entries)
    reports.set(file, applyRules(script, rules, most))
  }
  return [...files.keys()].flatMap((file) => reports.get(file) ?? [])
}
