// Cuts a statement into tokens. Never fails: what is wrong becomes an error token. It knows Oracle's lexical rules and no grammar.
import type { Hint } from "../ast/node.ts"
import { isDigit, isLetter, isSpace } from "./characters.ts"
import {
  errorToken,
  scanBind,
  scanNumber,
  scanOperator,
  scanQuotedLiteral,
  scanQuotedName,
  scanString,
  scanWord
} from "./scan.ts"
import type { LexOptions, Token } from "./token.ts"

const hinted: ReadonlySet<string> = new Set(["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"])

const isNationalQuote = (text: string, at: number): boolean => text[at] === "n" || text[at] === "N"
const isLiteralQ = (text: string, at: number): boolean => (text[at] === "q" || text[at] === "Q") && text[at + 1] === "'"

const scanLetter = (text: string, at: number, options: LexOptions): Token => {
  if (isLiteralQ(text, at)) return scanQuotedLiteral(text, at, at + 1, false)
  if (isNationalQuote(text, at)) {
    if (text[at + 1] === "'") return scanString(text, at, at + 1)
    if (isLiteralQ(text, at + 1)) return scanQuotedLiteral(text, at, at + 2, true)
  }
  return scanWord(text, at, options)
}

const scanToken = (text: string, at: number, binds: number, options: LexOptions): Token => {
  if (isLetter(text, at)) return scanLetter(text, at, options)
  if (isDigit(text, at) || (text[at] === "." && isDigit(text, at + 1))) return scanNumber(text, at)
  if (text[at] === "'") return scanString(text, at, at)
  if (text[at] === '"') return scanQuotedName(text, at, options)
  if (text[at] === ":" && text[at + 1] !== "=") return scanBind(text, at, binds, options)
  return scanOperator(text, at)
}

/** A comment that begins at `at`: where it ends (the text's length + 1 when it is not closed), and its hint. */
interface ScannedComment {
  readonly end: number
  readonly hint: Hint | null
}

const scanComment = (text: string, at: number): ScannedComment | null => {
  if (text[at] === "-" && text[at + 1] === "-") {
    const newline = text.indexOf("\n", at)
    const end = newline < 0 ? text.length : newline
    return { end, hint: text[at + 2] === "+" ? { text: text.slice(at + 3, end).trim(), start: at, end } : null }
  }
  if (text[at] !== "/" || text[at + 1] !== "*") return null
  const close = text.indexOf("*/", at + 2)
  if (close < 0) return { end: text.length + 1, hint: null }
  const end = close + 2
  return { end, hint: text[at + 2] === "+" ? { text: text.slice(at + 3, close).trim(), start: at, end } : null }
}

const attachHint = (tokens: Token[], hint: Hint): void => {
  const last = tokens.at(-1)
  if (last !== undefined && last.kind === "word" && last.hint === null && hinted.has(last.value))
    tokens[tokens.length - 1] = { ...last, hint }
}

/** All tokens of a text, ended by one of kind `end` or `error`. */
export const tokenize = (text: string, options: LexOptions): ReadonlyArray<Token> => {
  const tokens: Token[] = []
  let at = 0
  let binds = 0
  while (at < text.length) {
    if (isSpace(text, at)) {
      at += 1
      continue
    }
    const comment = scanComment(text, at)
    if (comment !== null) {
      if (comment.end > text.length) tokens.push(errorToken(1742, at, text.length))
      else if (comment.hint !== null) attachHint(tokens, comment.hint)
      at = comment.end
      continue
    }
    const token = scanToken(text, at, binds, options)
    if (token.kind === "bind") binds += 1
    tokens.push(token)
    at = token.end
  }
  const end = text.length
  tokens.push({ kind: "end", value: "", start: end, end, hint: null, suffix: null, bindIndex: -1, error: null })
  return tokens
}
