// Texts of expressions: as written for defaults and checks, and in Oracle's own spelling (names quoted, no blanks) for virtual columns and indexes.
import { tokenize } from "../sql/lex/tokenize.ts"
import type { Expression, Span } from "../sql/ast/index.ts"

/** The text of a stretch as written. */
export const textOf = (sql: string, { start, end }: Span): string => sql.slice(start, end)

const nameLimitBytes = 128

/**
 * An expression as COLUMN_EXPRESSION and DATA_DEFAULT of a virtual column show it: columns quoted, function names and keywords in upper case, no blanks but those
 * between two words: `UPPER("LAST_NAME")`, `"FIRST"||' '||"LAST"`.
 */
export const spellExpression = (sql: string, span: Span, isColumn: (name: string) => boolean): string => {
  const tokens = tokenize(textOf(sql, span), { nameLimitBytes })
  const words: string[] = []
  let wasWord = false
  for (const [at, token] of tokens.entries()) {
    const isWord = token.kind === "word" || token.kind === "quoted" || token.kind === "number"
    const text =
      token.kind === "word"
        ? isColumn(token.value) && tokens[at + 1]?.value !== "("
          ? `"${token.value}"`
          : token.value
        : textOf(sql, { start: span.start + token.start, end: span.start + token.end })
    if (token.kind === "end") break
    words.push(isWord && wasWord ? ` ${text}` : text)
    wasWord = isWord
  }
  return words.join("")
}

/** The name of a plain column reference; null for any other expression. */
export const columnNameOf = (expression: Expression): string | null =>
  expression.kind === "name" && expression.path.length === 1 ? expression.path[0].value : null

/** Calls `visit` for an expression and every node below it. Generic: every object with a `kind` is a node. */
export const walkNodes = (node: unknown, visit: (node: { readonly kind: string }) => void): void => {
  if (Array.isArray(node)) {
    for (const item of node) walkNodes(item, visit)
    return
  }
  if (typeof node !== "object" || node === null) return
  if ("kind" in node && typeof node.kind === "string") visit(node as { readonly kind: string })
  for (const value of Object.values(node)) if (typeof value === "object") walkNodes(value, visit)
}

/** Names that mean constants: they stand where columns may not. */
const constants: ReadonlySet<string> = new Set([
  "BINARY_DOUBLE_NAN",
  "BINARY_DOUBLE_INFINITY",
  "BINARY_FLOAT_NAN",
  "BINARY_FLOAT_INFINITY"
])

/** Last parts of all names in an expression, each once: the columns that it may mean. */
export const namesIn = (expression: Expression): ReadonlyArray<string> => {
  const names = new Set<string>()
  walkNodes(expression, (node) => {
    if (node.kind !== "name") return
    const { path } = node as Extract<Expression, { kind: "name" }>
    const last = path.at(-1)
    if (last !== undefined && !constants.has(last.value)) names.add(last.value)
  })
  return [...names]
}
