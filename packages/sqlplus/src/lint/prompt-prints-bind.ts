// OP740: PROMPT with a bind variable, which it prints as it is written.
import type { LintRule, Violation } from "./lint-rule.ts"
import { isDeclared, walkSession } from "./session.ts"

const bindName = /(?<![\w:$#]):([A-Za-z][\w$#]*)/g

/** OP740 prompt-prints-bind: PROMPT names a bind variable. */
export const promptPrintsBind: LintRule = {
  code: "OP740",
  slug: "prompt-prints-bind",
  severity: "warning",
  why: "PROMPT prints :name as it is written; it knows substitution variables only.",
  advice: "PRINT name, or DBMS_OUTPUT.PUT_LINE(:name) in a block.",
  check: (script) => {
    const violations: Violation[] = []
    walkSession(script, (item, facts) => {
      if (item.kind !== "command" || item.verb !== "PROMPT") return
      for (const [, name = ""] of item.args.matchAll(bindName))
        if (isDeclared(facts, name))
          violations.push({ line: item.line, what: `PROMPT prints ":${name}" and not its value.` })
    })
    return violations
  }
}
