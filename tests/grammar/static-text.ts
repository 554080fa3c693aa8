// Works out which texts a PL/SQL expression can have, as far as the block itself tells. It knows what may stand in our
// dynamic SQL (literals, ||, CASE, local variables, quoted names, numbers) and gives up on everything else.
import { isOperator, isWord } from "../../packages/sqlplus/src/index.ts"
import type { Token } from "../../packages/sqlplus/src/index.ts"

/** Every text that the expression can have, or null when the block does not tell. */
export type StaticTexts = ReadonlyArray<string> | null

/** What an expression is read from. */
export interface ExpressionSource {
  /** The block's tokens without comments. */
  readonly tokens: ReadonlyArray<Token>
  /** Texts of a local variable, by its name in upper case. */
  readonly textsOf: (variable: string) => StaticTexts
}

interface Read {
  readonly texts: StaticTexts
  /** The token after the expression. */
  readonly next: number
}

/**
 * What calls stand for in a statement: a name that DBMS_ASSERT has quoted is one token, a number in text is one too, so
 * any name and any number tell the grammar the same.
 */
const standIns: { readonly [call: string]: string } = { "DBMS_ASSERT.ENQUOTE_NAME": '"A name"', TO_CHAR: "1" }

/** What a call gives: CHR with a number is that character, the others are stood in for. */
const textsOfCall = (name: string, argument: Token | undefined): StaticTexts => {
  if (name === "CHR" && argument?.kind === "number") return [String.fromCodePoint(Number(argument.value))]
  const standIn = standIns[name]
  return standIn === undefined ? null : [standIn]
}

const combine = (left: StaticTexts, right: StaticTexts): StaticTexts =>
  left === null || right === null ? null : left.flatMap((first) => right.map((second) => first + second))

const unite = (all: ReadonlyArray<StaticTexts>): StaticTexts =>
  all.some((texts) => texts === null) ? null : [...new Set(all.flatMap((texts) => texts ?? []))]

/** The token after the parenthesis that closes the one at `open`. */
const skipParentheses = (tokens: ReadonlyArray<Token>, open: number): number => {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (isOperator(tokens[at], "(")) depth += 1
    if (isOperator(tokens[at], ")")) depth -= 1
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/** CASE .. THEN a .. ELSE b END can be a or b; without ELSE it can be null, which is no statement. */
const readCase = (source: ExpressionSource, from: number): Read => {
  const branches: StaticTexts[] = []
  let at = from + 1
  while (at < source.tokens.length && !isWord(source.tokens[at], "END")) {
    const isBranch = isWord(source.tokens[at], "THEN") || isWord(source.tokens[at], "ELSE")
    const branch = isBranch ? readConcatenation(source, at + 1) : null
    if (branch !== null) branches.push(branch.texts)
    at = branch?.next ?? at + 1
  }
  return { texts: unite(branches), next: at + 1 }
}

const readName = (source: ExpressionSource, from: number): Read => {
  const { tokens } = source
  let next = from + 1
  while (isOperator(tokens[next], ".") && tokens[next + 1]?.kind === "word") next += 2
  const name = tokens
    .slice(from, next)
    .map(({ value }) => value)
    .join("")
  if (!isOperator(tokens[next], "(")) return { texts: source.textsOf(name), next }
  return { texts: textsOfCall(name, tokens[next + 1]), next: skipParentheses(tokens, next) }
}

const readTerm = (source: ExpressionSource, from: number): Read => {
  const token = source.tokens[from]
  if (token?.kind === "literal") return { texts: [token.value], next: from + 1 }
  if (isWord(token, "CASE")) return readCase(source, from)
  if (token?.kind === "word") return readName(source, from)
  if (!isOperator(token, "(")) return { texts: null, next: from + 1 }
  const inside = readConcatenation(source, from + 1)
  return { ...inside, next: inside.next + 1 }
}

const readConcatenation = (source: ExpressionSource, from: number): Read => {
  let { texts, next } = readTerm(source, from)
  while (isOperator(source.tokens[next], "||")) {
    const term = readTerm(source, next + 1)
    texts = combine(texts, term.texts)
    next = term.next
  }
  return { texts, next }
}

const endingWords = new Set(["BULK", "INTO", "LOOP", "RETURNING", "USING"])

const endsExpression = (token: Token | undefined): boolean =>
  token === undefined ||
  (token.kind === "word" && endingWords.has(token.value)) ||
  [";", ")", ","].some((sign) => isOperator(token, sign))

/** Every text that the expression from token `from` on can have; null when it holds anything that is not known here. */
export const readStaticTexts = (source: ExpressionSource, from: number): StaticTexts => {
  const { texts, next } = readConcatenation(source, from)
  return endsExpression(source.tokens[next]) ? texts : null
}
