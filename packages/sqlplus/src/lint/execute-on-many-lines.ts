// OP746: EXECUTE whose statement goes on in the next line without a hyphen.
import { tokenizeSql } from "../tokenize-sql.ts"
import { isOperator } from "../token.ts"
import type { LintRule } from "./lint-rule.ts"

/** True when a bracket or literal is still open at the end of the command. */
const isOpen = (args: string): boolean => {
  const tokens = tokenizeSql(args)
  const count = (bracket: string): number => tokens.filter((token) => isOperator(token, bracket)).length
  return count("(") > count(")") || tokens.at(-1)?.isClosed === false
}

/** OP746 execute-on-many-lines: EXECUTE ends with its line while a bracket or literal is open. */
export const executeOnManyLines: LintRule = {
  code: "OP746",
  slug: "execute-on-many-lines",
  severity: "error",
  why: "EXECUTE takes one line: the open half fails with a PL/SQL syntax error, and the lines below are unknown commands.",
  advice: "End the lines with a hyphen to join them, or write BEGIN ... END; and / instead.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "command" && item.verb === "EXECUTE" && isOpen(item.args)
        ? [{ line: item.line, what: "EXECUTE ends here, but a bracket or literal is still open." }]
        : []
    )
}
