// OP749: EXIT with a status that is not what arrives.
import type { SqlplusCommand } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import type { SessionFacts } from "./session.ts"
import { isDefined, unknownCall, walkSession } from "./session.ts"

const words = new Set(["COMMIT", "FAILURE", "ROLLBACK", "SQL.SQLCODE", "SUCCESS", "WARNING"])

const readStatus = ({ verb, args }: SqlplusCommand): string => {
  const rest = verb === "WHENEVER" ? (/^\w+\s+exit\s*(.*)$/is.exec(args)?.[1] ?? "") : args
  return verb === "WHENEVER" || verb === "EXIT" || verb === "QUIT" ? (rest.split(/\s+/)[0] ?? "") : ""
}

const judge = (status: string, facts: SessionFacts): string | null => {
  if (/^\d+$/.test(status))
    return Number(status) > 255 ? `The status ${status} arrives as ${Number(BigInt(status) % 256n)}.` : null
  const isName = /^[A-Za-z_][\w$#.]*$/.test(status)
  if (!isName || words.has(status.toUpperCase()) || isDefined(facts, status) || unknownCall(facts) !== null) return null
  return `${status} is neither a status nor a defined variable: EXIT leaves as FAILURE and commits.`
}

/** OP749 exit-value: a status over 255, or a word that is none. */
export const exitValue: LintRule = {
  code: "OP749",
  slug: "exit-value",
  severity: "error",
  why: "An exit status is one byte, and a word that EXIT does not know makes it EXIT FAILURE COMMIT.",
  advice: "EXIT 0 to 255, SUCCESS, WARNING, FAILURE, :bind or a defined variable.",
  check: (script) => {
    const violations: Violation[] = []
    walkSession(script, (item, facts) => {
      const what = item.kind === "command" ? judge(readStatus(item), facts) : null
      if (what !== null) violations.push({ line: item.line, what })
    })
    return violations
  }
}
