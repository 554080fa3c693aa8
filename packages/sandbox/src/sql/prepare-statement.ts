// What a driver wants to know before a statement runs: its kind and its binds. One pass over the tokens, no parsing; a text that cannot be read is of kind `other`.
import type { PreparedStatement, StatementKind } from "../engine/engine.ts"
import type { Token } from "./lex/token.ts"
import { tokenize } from "./lex/tokenize.ts"

const kinds: Readonly<Record<string, StatementKind>> = {
  SELECT: "query",
  WITH: "query",
  INSERT: "dml",
  UPDATE: "dml",
  DELETE: "dml",
  MERGE: "dml",
  BEGIN: "plsql",
  DECLARE: "plsql",
  CALL: "plsql",
  CREATE: "ddl",
  ALTER: "ddl",
  DROP: "ddl",
  TRUNCATE: "ddl",
  RENAME: "ddl",
  COMMENT: "ddl",
  GRANT: "ddl",
  REVOKE: "ddl",
  PURGE: "ddl",
  FLASHBACK: "ddl",
  ANALYZE: "ddl",
  AUDIT: "ddl",
  NOAUDIT: "ddl"
}

const isWord = (token: Token | undefined, word: string): boolean => token?.kind === "word" && token.value === word

const isOperator = (token: Token | undefined, operator: string): boolean =>
  token?.kind === "operator" && token.value === operator

/** ALTER SESSION and ALTER SYSTEM commit nothing: `other`. */
const kindOf = (tokens: ReadonlyArray<Token>): StatementKind => {
  const at = tokens.findIndex((token) => !isOperator(token, "("))
  const first = tokens[at]
  if (first === undefined) return "other"
  if (isOperator(first, "<<")) return "plsql"
  if (first.kind !== "word") return "other"
  const kind = kinds[first.value] ?? "other"
  if (at > 0) return kind === "query" ? "query" : "other"
  const isSession = isWord(first, "ALTER") && (isWord(tokens[1], "SESSION") || isWord(tokens[1], "SYSTEM"))
  return isSession ? "other" : kind
}

/** The offset after which binds are RETURNING places; infinity without RETURNING ... INTO. */
const findReturningInto = (tokens: ReadonlyArray<Token>): number => {
  let depth = 0
  let isReturning = false
  for (const token of tokens) {
    if (isOperator(token, "(")) depth += 1
    else if (isOperator(token, ")")) depth -= 1
    else if (depth === 0 && (isWord(token, "RETURNING") || isWord(token, "RETURN"))) isReturning = true
    else if (depth === 0 && isReturning && isWord(token, "INTO")) return token.end
  }
  return Number.POSITIVE_INFINITY
}

/** 128 bytes whatever the release: a bind's length is checked when the statement is parsed. */
const options = { nameLimitBytes: 128 }

/**
 * Splits off what the driver needs. Binds are listed per occurrence in SQL and per distinct name in PL/SQL; DDL has none (in a trigger's body `:NEW` is none).
 * The order is that of `Bind.index` in the tree. Never fails.
 */
export const prepareStatement = (sql: string): PreparedStatement => {
  const tokens = tokenize(sql, options)
  const kind = kindOf(tokens)
  if (kind === "ddl") return { sql, kind, binds: [], returning: [] }
  const bindTokens = tokens.filter((token) => token.kind === "bind")
  const names = bindTokens.map(({ value }) => value)
  if (kind === "plsql") return { sql, kind, binds: [...new Set(names)], returning: [] }
  const from = kind === "dml" ? findReturningInto(tokens) : Number.POSITIVE_INFINITY
  const returning = bindTokens.flatMap(({ start }, at) => (start > from ? [at] : []))
  return { sql, kind, binds: names, returning }
}
