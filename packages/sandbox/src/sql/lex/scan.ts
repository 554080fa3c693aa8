// Scans one token each: literals, quoted names, numbers, binds, operators. Offsets only; the loop and the hints are in tokenize.ts.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import { endOfName, isDigit, isLetter, isNamePart, isSpace, utf8Bytes } from "./characters.ts"
import { isReservedWord } from "./reserved-words.ts"
import type { LexOptions, Token } from "./token.ts"

const plain = { hint: null, suffix: null, bindIndex: -1, error: null } as const

/** An error token from `start` to `end`; the parser raises it when it gets there. */
export const errorToken = (code: SyntaxCode, start: number, end: number): Token => ({
  ...plain,
  kind: "error",
  value: "",
  start,
  end,
  error: code
})

/** `'...'` with doubled quotes; `at` is the opening quote, `start` the N before it if there is one. */
export const scanString = (text: string, start: number, at: number): Token => {
  let close = text.indexOf("'", at + 1)
  let isDoubled = false
  while (close >= 0 && text[close + 1] === "'") {
    isDoubled = true
    close = text.indexOf("'", close + 2)
  }
  if (close < 0) return errorToken(1756, start, text.length)
  const content = text.slice(at + 1, close)
  return {
    ...plain,
    kind: start === at ? "string" : "national-string",
    value: isDoubled ? content.replaceAll("''", "'") : content,
    start,
    end: close + 1
  }
}

const closingDelimiters: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}", "<": ">" }

/** `q'[...]'`; `at` is the quote after the q. */
export const scanQuotedLiteral = (text: string, start: number, at: number, isNational: boolean): Token => {
  const delimiter = text[at + 1]
  if (delimiter === undefined || isSpace(text, at + 1)) return errorToken(1756, start, text.length)
  const close = text.indexOf(`${closingDelimiters[delimiter] ?? delimiter}'`, at + 2)
  if (close < 0) return errorToken(1756, start, text.length)
  return {
    ...plain,
    kind: isNational ? "national-string" : "string",
    value: text.slice(at + 2, close),
    start,
    end: close + 2
  }
}

/** `"Name"`: no escape exists, a double quote always ends it. */
export const scanQuotedName = (text: string, start: number, options: LexOptions): Token => {
  const close = text.indexOf('"', start + 1)
  if (close < 0) return errorToken(1740, start, text.length)
  const value = text.slice(start + 1, close)
  if (value === "") return errorToken(1741, start, close + 1)
  if (value.length > 30 && utf8Bytes(value) > options.nameLimitBytes) return errorToken(972, start, close + 1)
  return { ...plain, kind: "quoted", value, start, end: close + 1 }
}

/** A word; too long is ORA-00972. */
export const scanWord = (text: string, start: number, options: LexOptions): Token => {
  const end = endOfName(text, start)
  const value = text.slice(start, end).toUpperCase()
  if (end - start > 30 && utf8Bytes(value) > options.nameLimitBytes) return errorToken(972, start, end)
  return { ...plain, kind: "word", value, start, end }
}

const skipDigits = (text: string, from: number): number => {
  let at = from
  while (isDigit(text, at)) at += 1
  return at
}

const endOfExponent = (text: string, at: number): number => {
  if (text[at] !== "e" && text[at] !== "E") return at
  const sign = text[at + 1] === "+" || text[at + 1] === "-" ? 1 : 0
  return isDigit(text, at + 1 + sign) ? skipDigits(text, at + 1 + sign) : at
}

/** `12`, `1.5`, `.5`, `1.`, `1e5`, `1.5f`, `2d`. `1..2` is the number 1 and a range. */
export const scanNumber = (text: string, start: number): Token => {
  let end = skipDigits(text, start)
  if (text[end] === "." && text[end + 1] !== ".") end = skipDigits(text, end + 1)
  end = endOfExponent(text, end)
  const letter = text[end]?.toLowerCase()
  const value = text.slice(start, end)
  if ((letter === "f" || letter === "d") && !isNamePart(text, end + 1))
    return { ...plain, kind: "number", value, start, end: end + 1, suffix: letter }
  return { ...plain, kind: "number", value, start, end }
}

/** `:name`, `:1`, `:"Name"`; a reserved word cannot be one (ORA-01745). */
export const scanBind = (text: string, start: number, bindIndex: number, options: LexOptions): Token => {
  const at = start + 1
  if (text[at] === '"') {
    const name = scanQuotedName(text, at, options)
    return name.kind === "error" ? name : { ...name, kind: "bind", start, bindIndex }
  }
  if (isDigit(text, at)) {
    const end = skipDigits(text, at)
    return { ...plain, kind: "bind", value: text.slice(at, end), start, end, bindIndex }
  }
  if (!isLetter(text, at)) return errorToken(1745, start, at)
  const name = scanWord(text, at, options)
  if (name.kind === "error") return name
  if (isReservedWord(name.value)) return errorToken(1745, start, name.end)
  return { ...name, kind: "bind", start, bindIndex }
}

const pairs: ReadonlySet<string> = new Set([
  ":=",
  "=>",
  "<>",
  "!=",
  "^=",
  "~=",
  "<=",
  ">=",
  "||",
  "**",
  "..",
  "<<",
  ">>"
])
const unequal: ReadonlySet<string> = new Set(["!=", "^=", "~="])
const known: ReadonlySet<string> = new Set("()+-*/,.;=<>@%|")

/** One or two characters. What no statement knows is ORA-00911. */
export const scanOperator = (text: string, start: number): Token => {
  const pair = text.slice(start, start + 2)
  if (pairs.has(pair))
    return { ...plain, kind: "operator", value: unequal.has(pair) ? "<>" : pair, start, end: start + 2 }
  const value = String.fromCodePoint(text.codePointAt(start) ?? 0)
  if (!known.has(value)) return errorToken(911, start, start + value.length)
  return { ...plain, kind: "operator", value, start, end: start + 1 }
}
