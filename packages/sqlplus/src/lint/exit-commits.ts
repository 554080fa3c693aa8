// OP742: WHENEVER ... EXIT without ROLLBACK in a script that changes rows.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule } from "./lint-rule.ts"
import { isAnonymousBlock, isDml } from "./statement-facts.ts"

/** Several statements that belong together; a single one takes itself back. */
const changesRows = (item: ScriptItem): boolean =>
  isDml(item) || (isAnonymousBlock(item) && "text" in item && /\b(?:insert|update|delete|merge)\b/i.test(item.text))

const commitsOnExit = (item: ScriptItem): boolean =>
  item.kind === "command" &&
  item.verb === "WHENEVER" &&
  /^(?:sqlerror|oserror)\s+exit\b/i.test(item.args) &&
  !/\brollback\b/i.test(item.args)

/** OP742 exit-commits: an error commits the rows that were changed before it. */
export const exitCommits: LintRule = {
  code: "OP742",
  slug: "exit-commits",
  severity: "warning",
  why: "EXIT commits unless ROLLBACK stands behind it, so an error in the middle keeps the first half.",
  advice: "Write WHENEVER SQLERROR EXIT FAILURE ROLLBACK, and the same for OSERROR.",
  check: ({ reading: { statements } }) => {
    let after = statements.filter(changesRows).length
    return statements.flatMap((item) => {
      if (changesRows(item)) after -= 1
      if (after < 2 || item.kind !== "command" || !commitsOnExit(item)) return []
      const what = `WHENEVER ${item.args} commits what the ${after} statements below have done so far.`
      return [{ line: item.line, what }]
    })
  }
}
