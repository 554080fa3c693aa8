// OP717: a PROMPT that claims success.
import type { LintRule, Violation } from "./lint-rule.ts"
import { hasChanged, unknownCall, walkSession, wheneverOf } from "./session.ts"
import { hasStatements } from "./statement-facts.ts"

/** Not as a part of a name (APP.OK, "CREATED"), and not what is still to come ("will be created"). */
const successWord =
  /(?<![\w.$#"]|\bbe |\bbeing )(?:ok|success(?:ful|fully)?|succeeded|created|completed)(?![\w$#"]|\.\w)/i

/** OP717 success-prompt: a PROMPT that claims success. */
export const successPrompt: LintRule = {
  code: "OP717",
  slug: "success-prompt",
  severity: "error",
  why: "PROMPT is unconditional: after a failed statement, or run on its own, the script still says that all went well.",
  advice: "Say before the statement what will happen; let the check that proved it print the success with DBMS_OUTPUT.",
  check: (script) => {
    const violations: Violation[] = []
    const isEmpty = !hasStatements(script.reading)
    walkSession(script, (item, facts) => {
      const word = item.kind === "command" && item.verb === "PROMPT" ? successWord.exec(item.args)?.[0] : undefined
      // In a report, "created" is a heading.
      const isClaim = isEmpty || hasChanged(facts) || unknownCall(facts) !== null
      if (word === undefined || !isClaim) return
      // With EXIT in force the line is reached after success only, but for compile errors and SP2 messages.
      const stops = !isEmpty && wheneverOf(facts, "SQLERROR")?.startsWith("EXIT") === true
      const what = isEmpty
        ? `PROMPT says "${word}", but the script has no statement.`
        : `PROMPT says "${word}" whatever happened.`
      violations.push({ line: item.line, what, severity: stops ? "info" : "error", evidence: { word } })
    })
    return violations
  }
}
