// Cuts a SQL or PL/SQL text into tokens. It never fails: what is not closed reaches to the end and says so.
// It knows Oracle's lexical rules only; statements and SQL*Plus lines are read elsewhere.
import type { Token, TokenKind } from "./token.ts"

const wordPattern = /[\p{L}_$][\p{L}\p{N}_$#]*/uy
// "1..10" is a PL/SQL range, so a dot followed by a dot does not belong to the number.
const numberPattern = /(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?:[fFdD](?![\w$#]))?/y
const literalPattern = /[nN]?(?:[qQ]'(?=[^\s])|')/y
const longOperators = new Set([":=", "=>", "<>", "!=", "^=", "~=", "<=", ">=", "||", "**", "..", "<<", ">>", "&&"])
const closingDelimiters: { readonly [open: string]: string } = { "[": "]", "(": ")", "{": "}", "<": ">" }

interface Scanned {
  readonly kind: TokenKind
  readonly end: number
  readonly value: string
  readonly isClosed: boolean
}

const matchAt = (pattern: RegExp, text: string, offset: number): string | null => {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? null
}

const scanUntil = (kind: TokenKind, text: string, from: number, closing: string): Scanned => {
  const close = text.indexOf(closing, from)
  return close < 0
    ? { kind, end: text.length, value: text.slice(from), isClosed: false }
    : { kind, end: close + closing.length, value: text.slice(from, close), isClosed: true }
}

const scanPlainLiteral = (text: string, from: number): Scanned => {
  let close = text.indexOf("'", from)
  while (close >= 0 && text[close + 1] === "'") close = text.indexOf("'", close + 2)
  const end = close < 0 ? text.length : close + 1
  const content = text.slice(from, close < 0 ? text.length : close)
  return { kind: "literal", end, value: content.replaceAll("''", "'"), isClosed: close >= 0 }
}

const scanLiteral = (text: string, offset: number, opening: string): Scanned => {
  const from = offset + opening.length
  if (!/[qQ]/.test(opening)) return scanPlainLiteral(text, from)
  const delimiter = text[from] ?? ""
  return scanUntil("literal", text, from + 1, `${closingDelimiters[delimiter] ?? delimiter}'`)
}

const scanLineComment = (text: string, offset: number): Scanned => {
  const newline = text.indexOf("\n", offset)
  const end = newline < 0 ? text.length : newline
  return { kind: "comment", end, value: text.slice(offset, end), isClosed: true }
}

const scanBlockComment = (text: string, offset: number): Scanned => {
  const scanned = scanUntil("comment", text, offset + 2, "*/")
  return { ...scanned, value: text.slice(offset, scanned.end) }
}

const scanOperator = (text: string, offset: number): Scanned => {
  const pair = text.slice(offset, offset + 2)
  const value = longOperators.has(pair) ? pair : String.fromCodePoint(text.codePointAt(offset) ?? 0)
  return { kind: "operator", end: offset + value.length, value, isClosed: true }
}

const scanToken = (text: string, offset: number): Scanned => {
  if (text.startsWith("--", offset)) return scanLineComment(text, offset)
  if (text.startsWith("/*", offset)) return scanBlockComment(text, offset)
  if (text[offset] === '"') return scanUntil("quoted-identifier", text, offset + 1, '"')
  const opening = matchAt(literalPattern, text, offset)
  if (opening !== null) return scanLiteral(text, offset, opening)
  const word = matchAt(wordPattern, text, offset)
  if (word !== null) return { kind: "word", end: offset + word.length, value: word.toUpperCase(), isClosed: true }
  const number = matchAt(numberPattern, text, offset)
  if (number !== null) return { kind: "number", end: offset + number.length, value: number, isClosed: true }
  return scanOperator(text, offset)
}

const countNewlines = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1
  return count
}

/**
 * The tokens of `text` from `offset` on, which is on line `line` and not inside a token. Lets a reader that gets its
 * text line by line go on where it stopped.
 */
export const tokenizeFrom = (text: string, offset: number, line: number): Token[] => {
  const tokens: Token[] = []
  let at = offset
  let atLine = line
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) {
      if (text[at] === "\n") atLine += 1
      at += 1
      continue
    }
    const scanned = scanToken(text, at)
    tokens.push({ ...scanned, text: text.slice(at, scanned.end), start: at, line: atLine })
    atLine += countNewlines(text, at, scanned.end)
    at = scanned.end
  }
  return tokens
}

/**
 * All tokens of a SQL or PL/SQL text in order: words, quoted identifiers, literals ('..', q'[..]', N'..', Nq'(..)'),
 * numbers, comments (hints included) and operators. Never fails; an unclosed token has `isClosed: false`.
 */
export const tokenizeSql = (text: string): ReadonlyArray<Token> => tokenizeFrom(text, 0, 1)
