// What a script says apart from its names: the same plan with other names must have the same structure, or a name has become code.
import { readScript, tokenizeSql } from "../../packages/sqlplus/src/index.ts"
import type { ScriptItem, Token } from "../../packages/sqlplus/src/index.ts"

const isOperatorToken = (token: Token | undefined, text: string): boolean =>
  token?.kind === "operator" && token.text === text

/** A literal, or a chain of literals and CHR(n) joined by ||, in parentheses or not: what it says and where it ends. */
interface LiteralChain {
  readonly value: string
  readonly end: number
}

const readPiece = (tokens: ReadonlyArray<Token>, place: number): LiteralChain | null => {
  const [first, open, inner, close] = tokens.slice(place, place + 4)
  if (first?.kind === "literal") return { value: first.value, end: place + 1 }
  const isChr = first?.kind === "word" && first.value === "CHR" && isOperatorToken(open, "(")
  return isChr && inner?.kind === "number" && isOperatorToken(close, ")")
    ? { value: String.fromCodePoint(Number(inner.text)), end: place + 4 }
    : null
}

const readChain = (tokens: ReadonlyArray<Token>, place: number): LiteralChain | null => {
  let chain = readPiece(tokens, place)
  while (chain !== null && isOperatorToken(tokens[chain.end], "||")) {
    const next = readPiece(tokens, chain.end + 1)
    if (next === null) break
    chain = { value: chain.value + next.value, end: next.end }
  }
  return chain
}

const readLiteral = (tokens: ReadonlyArray<Token>, place: number): LiteralChain | null => {
  if (!isOperatorToken(tokens[place], "(")) return readChain(tokens, place)
  const inner = readLiteral(tokens, place + 1)
  return inner !== null && isOperatorToken(tokens[inner.end], ")") ? { ...inner, end: inner.end + 1 } : null
}

const codeTokens = (text: string): ReadonlyArray<Token> => tokenizeSql(text).filter(({ kind }) => kind !== "comment")

const wordOf = (token: Token, isName: (word: string) => boolean): string => {
  if (!token.isClosed) return "<open>"
  if (token.kind === "quoted-identifier") return "<name>"
  return token.kind === "word" ? (isName(token.value) ? "<name>" : token.value) : token.text
}

/** The words of one statement with names and literals as what they are, not what they say. */
const shapeOf = (text: string, isName: (word: string) => boolean): string => {
  const tokens = codeTokens(text)
  const shape: Array<string> = []
  for (let place = 0; place < tokens.length;) {
    const literal = readLiteral(tokens, place)
    const token = tokens[place]
    if (literal !== null) shape.push("<literal>")
    else if (token !== undefined) shape.push(wordOf(token, isName))
    place = literal?.end ?? place + 1
  }
  return shape.join(" ")
}

/** The statement in `BEGIN EXECUTE IMMEDIATE '...'; END;`, which stands where a literal cannot be written in plain SQL; else null. */
const readDynamic = (text: string): string | null => {
  const tokens = codeTokens(text)
  const isDynamic =
    tokens
      .slice(0, 3)
      .map(({ value }) => value)
      .join(" ") === "BEGIN EXECUTE IMMEDIATE"
  const literal = isDynamic ? readLiteral(tokens, 3) : null
  return literal !== null &&
    tokens
      .slice(literal.end)
      .map(({ value }) => value)
      .join(" ") === "; END ;"
    ? literal.value
    : null
}

const describeItem = (item: ScriptItem, isName: (word: string) => boolean): string => {
  if (item.kind === "sql" || item.kind === "plsql") return `RUN ${shapeOf(readDynamic(item.text) ?? item.text, isName)}`
  if (item.kind === "command") return item.verb === "PROMPT" ? "PROMPT" : `${item.verb} ${item.args}`
  return item.kind === "call" ? `${item.verb} ${item.file}` : item.kind
}

/**
 * The structure of a script, one line per item; comments are left out, so that none of them can become a statement unseen.
 * `isName` tells which bare words are names.
 */
export const readStructure = (text: string, isName: (word: string) => boolean): ReadonlyArray<string> =>
  readScript(text)
    .statements.filter(({ kind }) => kind !== "comment")
    .map((item) => describeItem(item, isName))
