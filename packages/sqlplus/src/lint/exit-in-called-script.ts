// OP743: A called script that ends with EXIT and so ends its caller too.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule } from "./lint-rule.ts"
import { exitOf, summarize } from "./session.ts"

/** What may follow without being missed. */
const isMissed = (item: ScriptItem): boolean => {
  if (item.kind === "comment") return false
  return item.kind !== "command" || !/^(?:EXIT|QUIT|SPOOL|CLEAR|UNDEFINE)$/.test(item.verb)
}

/** OP743 exit-in-called-script: a called script leaves SQL*Plus before the caller is done. */
export const exitInCalledScript: LintRule = {
  code: "OP743",
  slug: "exit-in-called-script",
  severity: "error",
  why: "EXIT leaves all levels at once, so the lines after the call are never run, and the status is that of the called script.",
  advice: "Take EXIT out of scripts that others call; only the outermost one ends the session.",
  check: ({ reading: { statements } }) => {
    const last = statements.findLastIndex(isMissed)
    return statements.flatMap((item, index) => {
      if (item.kind !== "call" || item.reading === null || index >= last) return []
      const place = exitOf(summarize(item.reading))
      return place === null
        ? []
        : [{ line: item.line, what: `${item.file} leaves SQL*Plus (${place}); nothing below is run.` }]
    })
  }
}
