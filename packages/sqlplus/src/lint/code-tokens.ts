// The words of a script's statements with their line in the file, looking into the text of dynamic SQL as well.
import type { ScriptItem } from "../script-item.ts"
import type { Token } from "../token.ts"
import { isOperator, withoutComments } from "../token.ts"
import { tokenizeFrom } from "../tokenize-sql.ts"

const dynamicVerbs = new Set(["ALTER", "BEGIN", "CREATE", "DECLARE", "DROP"])

/** A literal that begins like a statement, or goes on with one after `||`, is replaced by the words it holds. */
const expandDynamicSql = (tokens: ReadonlyArray<Token>): ReadonlyArray<Token> =>
  tokens.flatMap((token, index) => {
    if (token.kind !== "literal") return [token]
    const inner = withoutComments(tokenizeFrom(token.value, 0, token.line))
    const isStatement = dynamicVerbs.has(inner[0]?.value ?? "") || isOperator(tokens[index - 1], "||")
    return isStatement ? inner : [token]
  })

// Many rules ask for the words of the same statements. What is kept is bounded: a script may have 50 MB.
const mostKept = 4_000_000
let kept = new WeakMap<ScriptItem, ReadonlyArray<Token>>()
let keptCharacters = 0

const keep = (item: ScriptItem, text: string): ReadonlyArray<Token> => {
  const known = kept.get(item)
  if (known !== undefined) return known
  const tokens = withoutComments(tokenizeFrom(text, 0, item.line))
  if (text.length > mostKept) return tokens
  keptCharacters += text.length
  if (keptCharacters > mostKept) {
    kept = new WeakMap()
    keptCharacters = text.length
  }
  kept.set(item, tokens)
  return tokens
}

/** The words of one statement, without comments, literals as they are; empty for what is not sent to the database. */
export const readWrittenTokens = (item: ScriptItem): ReadonlyArray<Token> => {
  if (item.kind === "sql" || item.kind === "plsql" || item.kind === "unfinished") return keep(item, item.text)
  return item.kind === "command" && item.verb === "EXECUTE" ? keep(item, item.args) : []
}

const isPlsql = (item: ScriptItem): boolean =>
  item.kind === "plsql" || item.kind === "command" || (item.kind === "unfinished" && item.language === "plsql")

/** The same with dynamic SQL in PL/SQL replaced by the words it holds. */
export const readCodeTokens = (item: ScriptItem): ReadonlyArray<Token> => {
  const tokens = readWrittenTokens(item)
  return isPlsql(item) ? expandDynamicSql(tokens) : tokens
}

/** The words of the statements whose text holds `hint`, statement by statement; others need not be cut into words. */
export const readAllCode = (items: ReadonlyArray<ScriptItem>, hint: RegExp): ReadonlyArray<ReadonlyArray<Token>> =>
  items
    .filter((item) => "text" in item && hint.test(item.text))
    .map(readCodeTokens)
    .filter((tokens) => tokens.length > 0)
