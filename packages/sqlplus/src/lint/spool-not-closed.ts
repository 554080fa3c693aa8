// OP731: A SPOOL that is still open when the script ends.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule } from "./lint-rule.ts"
import { summarize } from "./session.ts"

type Change = "open" | "closed" | null

const changeOf = (item: ScriptItem): Change => {
  if (item.kind === "call") return item.reading !== null && summarize(item.reading).has("spool") ? "closed" : null
  if (item.kind !== "command") return null
  // EXIT closes the file as well.
  if (item.verb === "EXIT" || item.verb === "QUIT") return "closed"
  if (item.verb !== "SPOOL" || item.args === "") return null
  return /^(?:off|out)$/i.test(item.args) ? "closed" : "open"
}

/** OP731 spool-not-closed: a SPOOL without SPOOL OFF or EXIT after it. */
export const spoolNotClosed: LintRule = {
  code: "OP731",
  slug: "spool-not-closed",
  severity: "warning",
  why: "Output of whatever runs next lands in the file, and its last lines may still be in memory when somebody reads it.",
  advice: "SPOOL OFF at the end of the script that opened the file.",
  check: ({ reading: { statements } }) => {
    const last = statements.findLast((item) => changeOf(item) !== null)
    if (last?.kind !== "command" || changeOf(last) !== "open") return []
    return [{ line: last.line, what: `SPOOL ${last.args} is still open when the script ends.` }]
  }
}
