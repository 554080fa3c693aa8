// Cuts a SQL or PL/SQL text into tokens. It never fails: what is not closed reaches to the end and says so.
// It knows Oracle's lexical rules only; statements and SQL*Plus lines are read elsewhere.
import type { Token, TokenKind } from "./token.ts"

const wordPattern = /[\p{L}_$][\p{L}\p{N}_$#]*/uy
// "1..10" is a PL/SQL range, so a dot followed by a dot does not belong to the number.
const numberPattern = /(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?:[fFdD](?![\w$#]))?/y
const literalPattern = /[nN]?(?:[qQ]'(?=[^\s])|')/y
const longOperators = new Set([":=", "=>", "<>", "!=", "^=", "~=", "<=", ">=", "||", "**", "..", "<<", ">>", "&&"])
const blank = /\s/
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

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Letters of ASCII, `_`, `$` and everything beyond ASCII, where the pattern decides. */
const mayBeginWord = (code: number): boolean => {
  const lower = code | 32
  return (lower >= 97 && lower <= 122) || code === 95 || code === 36 || code > 127
}

/** A quote, or the letters before one: N'..', q'[..]', Nq'[..]'. */
const mayBeginLiteral = (code: number): boolean => {
  const lower = code | 32
  return code === 39 || lower === 110 || lower === 113
}

const scanMarked = (text: string, offset: number): Scanned | null => {
  if (text.startsWith("--", offset)) return scanLineComment(text, offset)
  if (text.startsWith("/*", offset)) return scanBlockComment(text, offset)
  return text[offset] === '"' ? scanUntil("quoted-identifier", text, offset + 1, '"') : null
}

// The patterns are tried only where their first character allows it: most tokens are words and operators.
const scanToken = (text: string, offset: number): Scanned => {
  const code = text.charCodeAt(offset)
  const opening = mayBeginLiteral(code) ? matchAt(literalPattern, text, offset) : null
  if (opening !== null) return scanLiteral(text, offset, opening)
  const word = mayBeginWord(code) ? matchAt(wordPattern, text, offset) : null
  if (word !== null) return { kind: "word", end: offset + word.length, value: word.toUpperCase(), isClosed: true }
  const number = isDigit(code) || code === 46 ? matchAt(numberPattern, text, offset) : null
  if (number !== null) return { kind: "number", end: offset + number.length, value: number, isClosed: true }
  return scanMarked(text, offset) ?? scanOperator(text, offset)
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
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || (code < 33 || code > 127 ? blank.test(text[at] ?? "") : false)) {
      if (code === 10) atLine += 1
      at += 1
      continue
    }
    const { kind, end, value, isClosed } = scanToken(text, at)
    tokens.push({ kind, text: text.slice(at, end), value, start: at, end, line: atLine, isClosed })
    // Only what encloses text can hold a line end.
    if (kind === "literal" || kind === "comment" || kind === "quoted-identifier") atLine += countNewlines(text, at, end)
    at = end
  }
  return tokens
}

/**
 * All tokens of a SQL or PL/SQL text in order: words, quoted identifiers, literals ('..', q'[..]', N'..', Nq'(..)'),
 * numbers, comments (hints included) and operators. Never fails; an unclosed token has `isClosed: false`.
 */
export const tokenizeSql = (text: string): ReadonlyArray<Token> => tokenizeFrom(text, 0, 1)
