// Cuts a customer's SQL expression (a default, a check condition, an index expression) into tokens, so that it can be laid out
// anew without touching what stands in quotes.

/** One piece of an expression. `value` is the content of a text literal, unquoted. */
export type SqlToken =
  | { readonly kind: "blank" | "comment" | "name" | "code"; readonly text: string }
  | { readonly kind: "literal"; readonly text: string; readonly value: string; readonly isNational: boolean }

const closing: { readonly [open: string]: string } = { "[": "]", "(": ")", "{": "}", "<": ">" }

const patterns = [
  ["blank", /\s+/y],
  ["comment", /--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$)/y],
  ["name", /"[^"]*(?:"|$)/y],
  ["literal", /n?'(?:[^']|'')*(?:'|$)/iy]
] as const

const readQuoted = (sql: string, start: number): SqlToken | null => {
  const head = /n?q'(.)/isy
  head.lastIndex = start
  const found = head.exec(sql)
  if (found === null) return null
  const open = found[1] ?? ""
  const body = start + found[0].length
  const end = sql.indexOf(`${closing[open] ?? open}'`, body)
  if (end < 0) return null
  return {
    kind: "literal",
    text: sql.slice(start, end + 2),
    value: sql.slice(body, end),
    isNational: found[0].toLowerCase().startsWith("n")
  }
}

const readPattern = (sql: string, start: number): SqlToken | null => {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start
    const text = pattern.exec(sql)?.[0]
    if (text === undefined) continue
    if (kind !== "literal") return { kind, text }
    const isNational = !text.startsWith("'")
    const value = text.slice(isNational ? 2 : 1, -1).replaceAll("''", "'")
    return { kind, text, value, isNational }
  }
  return null
}

// A letter before a quote belongs to the literal only where a word begins: N'x' and q'[x]', but not SEQ'x'.
const readCode = (sql: string, start: number): SqlToken => {
  const pattern = /[A-Za-z0-9_$#\u0080-\uffff]+|[^\s'"]/y
  pattern.lastIndex = start
  return { kind: "code", text: pattern.exec(sql)?.[0] ?? sql.charAt(start) }
}

/** The tokens of the expression; joined, their texts give the expression back. */
export const readSqlTokens = (sql: string): ReadonlyArray<SqlToken> => {
  const tokens: Array<SqlToken> = []
  for (let position = 0; position < sql.length;) {
    const token = readQuoted(sql, position) ?? readPattern(sql, position) ?? readCode(sql, position)
    tokens.push(token)
    position += token.text.length
  }
  return tokens
}
