// OP737: `&1` used after a call whose own arguments have replaced it.
import type { ScriptCall } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { findPlaces } from "./substitution-places.ts"

interface Overwriting {
  readonly line: number
  readonly file: string
}

/** The numbers of the arguments that are something else after the call: `@@child &1` leaves &1 as it was. */
const changedArguments = ({ args }: ScriptCall): ReadonlyArray<string> =>
  args.flatMap((word, index) => (/^&&?(\d+)\.?$/.exec(word)?.[1] === String(index + 1) ? [] : [String(index + 1)]))

/** OP737 arguments-overwritten: a positional variable is used after a call with arguments. */
export const argumentsOverwritten: LintRule = {
  code: "OP737",
  slug: "arguments-overwritten",
  severity: "warning",
  why: "The arguments of a called script stay in &1, &2 and so on after it returns: the caller's own are gone.",
  advice: "Keep your own arguments first: DEFINE owner = '&1', and use &owner from then on.",
  check: (script) => {
    const violations: Violation[] = []
    const changed = new Map<string, Overwriting>()
    for (const item of script.reading.statements) {
      for (const { name, line } of findPlaces(script, item).places) {
        const call = changed.get(name)
        if (call === undefined) continue
        changed.delete(name)
        const what = `&${name} holds what line ${call.line} has passed to ${call.file}.`
        violations.push({ line: item.line + line - 1, what })
      }
      if (item.kind !== "call") continue
      for (const name of changedArguments(item)) changed.set(name, { line: item.line, file: item.file })
    }
    return violations
  }
}
