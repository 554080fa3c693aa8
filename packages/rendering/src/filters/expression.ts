// {{ condition | expression }}: a customer's SQL expression, laid out so that SQL*Plus reads it as it was meant.
import { isPlainLiteral, nationalLiteral, stringLiteral } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { readSqlTokens } from "../text/sql-tokens.ts"
import type { SqlToken } from "../text/sql-tokens.ts"
import { wrapWords } from "../text/wrap-words.ts"
import { defineFilter } from "./define-filter.ts"

const WIDTH = 120

const writeLiteral = (token: Extract<SqlToken, { kind: "literal" }>): string => {
  if (isPlainLiteral(token.value)) return token.text
  const text = token.isNational ? nationalLiteral(token.value) : stringLiteral(token.value)
  return text.includes("||") ? `(${text})` : text
}

/**
 * The expression without comments, its blanks and line breaks reduced to single blanks outside quotes. A text literal that
 * holds a line break or another control character, or is longer than 1,000 bytes, becomes a concatenation with the same value.
 * Long expressions continue on indented lines.
 */
export const layOutExpression = (sql: string): string => {
  const words: Array<string> = []
  let word = ""
  for (const token of readSqlTokens(sql)) {
    if (token.kind !== "blank" && token.kind !== "comment")
      word += token.kind === "literal" ? writeLiteral(token) : token.text
    else if (word !== "") {
      words.push(word)
      word = ""
    }
  }
  if (word !== "") words.push(word)
  if (words.length === 0) throw new FilterFault("the expression is empty.")
  return wrapWords(words, WIDTH).join("\n    ")
}

export const expressionFilter = defineFilter({ name: "expression", takes: ["text"], apply: layOutExpression })
