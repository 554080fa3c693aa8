// OP733: Rows changed and not committed when DDL commits them.
import type { ScriptItem } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import type { SessionFacts } from "./session.ts"
import { settingOf, walkSession } from "./session.ts"
import { isDdl, isDml } from "./statement-facts.ts"

interface Pending {
  readonly verb: string
  readonly line: number
}

const endsByCommand = new Set(["CONNECT", "DISCONNECT", "EXIT", "QUIT"])

/** True when the transaction is over afterwards, or when nobody knows whether it is. */
const endsTransaction = (item: ScriptItem): boolean => {
  if (item.kind === "call") return true
  if (item.kind === "command") return endsByCommand.has(item.verb) || /\b(?:commit|rollback)\b/i.test(item.args)
  if (item.kind === "sql") return item.verb === "COMMIT" || (item.verb === "ROLLBACK" && !/\bto\b/i.test(item.text))
  return item.kind === "plsql" && /\b(?:commit|rollback|execute\s+immediate)\b/i.test(item.text)
}

/** A private temporary table is made without a commit. */
const commits = (item: ScriptItem): boolean =>
  isDdl(item) && "text" in item && !/^\s*create\s+private\s+temporary\b/i.test(item.text)

const isAutocommitted = (facts: SessionFacts): boolean => /^(?:ON|IMM)/.test(settingOf(facts, "AUTOCOMMIT") ?? "")

const verbOf = (item: ScriptItem): string => ("verb" in item ? item.verb : "")

/** OP733 dml-before-ddl: DDL while rows changed before it are not committed. */
export const dmlBeforeDdl: LintRule = {
  code: "OP733",
  slug: "dml-before-ddl",
  severity: "warning",
  why: "DDL commits before and after itself, also when it fails: ROLLBACK and WHENEVER ... ROLLBACK no longer take the rows back.",
  advice: "COMMIT or ROLLBACK before the DDL, or put it into a script of its own.",
  check: (script) => {
    const violations: Violation[] = []
    let pending: Pending | null = null
    walkSession(script, (item, facts) => {
      if (isDml(item) && !isAutocommitted(facts)) pending ??= { verb: verbOf(item), line: item.line }
      else if (commits(item)) {
        if (pending !== null)
          violations.push({
            line: item.line,
            what: `${verbOf(item)} commits the ${pending.verb} of line ${pending.line}.`
          })
        pending = null
      } else if (endsTransaction(item)) pending = null
    })
    return violations
  }
}
