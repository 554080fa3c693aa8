// {{ target | comment_statement(text) }}: COMMENT ON for a customer's comment, whatever it holds.
import { isPlainLiteral, stringLiteral } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"
import { writePlainLiteral } from "./plain-literal.ts"
import { writeQuotedBlock } from "./quoted-block.ts"

/**
 * The statement with its terminator. `target` is `TABLE HR.ORDERS` or `COLUMN HR.ORDERS.NOTES`, names quoted already. COMMENT ON
 * takes a plain literal and no expression (ORA-01780), so a comment with line breaks goes through EXECUTE IMMEDIATE.
 */
export const writeCommentStatement = (target: string, text: string): string => {
  if (isPlainLiteral(text)) return `COMMENT ON ${target} IS ${stringLiteral(text)};`
  const statement = `COMMENT ON ${target} IS ${writePlainLiteral(text)}`
  return `BEGIN\n  EXECUTE IMMEDIATE ${writeQuotedBlock(statement)};\nEND;\n/`
}

export const commentStatementFilter = defineFilter({
  name: "comment_statement",
  takes: ["text"],
  parameters: ["text"],
  required: 1,
  apply: writeCommentStatement
})
