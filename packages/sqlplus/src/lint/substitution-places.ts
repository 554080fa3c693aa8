// Where an item of a script holds &variables, with the text they stand in.
import type { ScriptItem } from "../script-item.ts"
import type { Substitution } from "../substitutions.ts"
import { findSubstitutions } from "../substitutions.ts"
import type { LintedScript } from "./lint-rule.ts"

/** The lines of an item and the places in them that SQL*Plus would replace. */
export interface SubstitutionPlaces {
  readonly text: string
  readonly places: ReadonlyArray<Substitution>
}

const none: SubstitutionPlaces = { text: "", places: [] }

/** The item's own lines, line ends included. */
export const readLines = ({ lines }: LintedScript, { line, endLine }: ScriptItem): string =>
  line === endLine ? (lines[line - 1] ?? "") : lines.slice(line - 1, endLine).join("\n")

/** What SQL*Plus replaces in an item; nothing in REM lines and while DEFINE is off. */
export const findPlaces = (script: LintedScript, item: ScriptItem): SubstitutionPlaces => {
  const { define, concat, escape } = item.settings
  if (define === null || (item.kind === "comment" && item.style === "REM")) return none
  const text = readLines(script, item)
  return text.includes(define) ? { text, places: findSubstitutions(text, { define, concat, escape }) } : none
}
