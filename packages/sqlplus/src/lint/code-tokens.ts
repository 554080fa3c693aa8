// The words of a script's statements with their line in the file, looking into the text of dynamic SQL as well.
import type { ScriptItem } from "../script-item.ts"
import type { Token } from "../token.ts"
import { isOperator, withoutComments } from "../token.ts"
import { tokenizeSql } from "../tokenize-sql.ts"

const atLine = (tokens: ReadonlyArray<Token>, line: number): ReadonlyArray<Token> =>
  tokens.map((token) => ({ ...token, line: token.line + line - 1 }))

const dynamicVerbs = new Set(["ALTER", "BEGIN", "CREATE", "DECLARE", "DROP"])

/** A literal that begins like a statement, or goes on with one after `||`, is replaced by the words it holds. */
const expandDynamicSql = (tokens: ReadonlyArray<Token>): ReadonlyArray<Token> =>
  tokens.flatMap((token, index) => {
    if (token.kind !== "literal") return [token]
    const inner = withoutComments(tokenizeSql(token.value))
    const isStatement = dynamicVerbs.has(inner[0]?.value ?? "") || isOperator(tokens[index - 1], "||")
    return isStatement ? atLine(inner, token.line) : [token]
  })

/** The words of one statement, without comments, literals as they are; empty for what is not sent to the database. */
export const readWrittenTokens = (item: ScriptItem): ReadonlyArray<Token> => {
  if (item.kind === "sql" || item.kind === "plsql" || item.kind === "unfinished")
    return atLine(withoutComments(tokenizeSql(item.text)), item.line)
  const isExecute = item.kind === "command" && item.verb === "EXECUTE"
  return isExecute ? atLine(withoutComments(tokenizeSql(item.args)), item.line) : []
}

const isPlsql = (item: ScriptItem): boolean =>
  item.kind === "plsql" || item.kind === "command" || (item.kind === "unfinished" && item.language === "plsql")

/** The same with dynamic SQL in PL/SQL replaced by the words it holds. */
export const readCodeTokens = (item: ScriptItem): ReadonlyArray<Token> => {
  const tokens = readWrittenTokens(item)
  return isPlsql(item) ? expandDynamicSql(tokens) : tokens
}

/** The words of all statements, statement by statement. */
export const readAllCode = (items: ReadonlyArray<ScriptItem>): ReadonlyArray<ReadonlyArray<Token>> =>
  items.map(readCodeTokens).filter((tokens) => tokens.length > 0)
