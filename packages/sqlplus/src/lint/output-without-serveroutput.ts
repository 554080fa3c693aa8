// OP729: DBMS_OUTPUT in a block while SERVEROUTPUT is off.
import type { ScriptItem } from "../script-item.ts"
import { isWord } from "../token.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { settingOf, walkSession } from "./session.ts"
import { isAnonymousBlock } from "./statement-facts.ts"

const mayPrint = /\bdbms_output\s*\.\s*(?:put|new_line)/i

/** The line of the first PUT_LINE in a block that is run here; null without one, or when the block reads its own output. */
const findOutput = (item: ScriptItem): number | null => {
  const isRun = isAnonymousBlock(item) || (item.kind === "command" && item.verb === "EXECUTE")
  if (!isRun || !("text" in item) || !mayPrint.test(item.text) || /\bget_lines?\b/i.test(item.text)) return null
  const tokens = readWrittenTokens(item)
  const at = tokens.findIndex(
    (token, index) => isWord(token, "DBMS_OUTPUT") && /^(?:PUT|PUT_LINE|NEW_LINE)$/.test(tokens[index + 2]?.value ?? "")
  )
  return tokens[at]?.line ?? null
}

/** OP729 output-without-serveroutput: DBMS_OUTPUT.PUT_LINE in a block while SERVEROUTPUT is off. */
export const outputWithoutServeroutput: LintRule = {
  code: "OP729",
  slug: "output-without-serveroutput",
  severity: "warning",
  why: "SERVEROUTPUT is off by default, so the message is never shown.",
  advice: "SET SERVEROUTPUT ON SIZE UNLIMITED once, before the first block.",
  check: (script) => {
    const violations: Violation[] = []
    walkSession(script, (item, facts) => {
      const line = violations.length > 0 ? null : findOutput(item)
      const setting = settingOf(facts, "SERVEROUTPUT")
      if (line === null || (setting !== null && !setting.startsWith("OFF"))) return
      violations.push({ line, what: "DBMS_OUTPUT is written to, but no SET SERVEROUTPUT ON stands before it." })
    })
    return violations
  }
}
