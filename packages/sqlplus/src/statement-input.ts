// The statement being typed: its lines so far, its words, and whether a literal or comment is still open.
// It is fed line by line, so it goes on tokenizing where it stopped; in PL/SQL mode nothing but `/` matters and it stops.
import type { StatementLanguage } from "./statement-kind.ts"
import { classifyStatement, declaresFunction } from "./statement-kind.ts"
import type { Token } from "./token.ts"
import { isEnclosed, isOperator } from "./token.ts"
import { tokenizeFrom } from "./tokenize-sql.ts"

/** A statement while it is read; changed in place by `appendLine`. Its size does not grow with its words. */
export interface StatementInput {
  readonly lines: string[]
  /** The first words (closed tokens without comments); `line` is the line in the script. Enough to tell the language. */
  readonly head: Token[]
  /** The last two words so far, in SQL mode. */
  recent: ReadonlyArray<Token>
  /** The first `;` outside literals and comments, and how many there are, in SQL mode. */
  firstSemicolon: Token | null
  semicolons: number
  /** Null while the first words do not tell. */
  language: StatementLanguage | null
  /** What opened the literal, comment or quoted identifier that is still open; empty otherwise. */
  open: string
  openLine: number
}

/** A statement without lines. */
export const startInput = (): StatementInput => ({
  lines: [],
  head: [],
  recent: [],
  firstSemicolon: null,
  semicolons: 0,
  language: null,
  open: "",
  openLine: 0
})

/** How a line ends: with a terminator, with its character inside something, or without. */
export type LineEnding = "open" | "terminated" | "in-literal" | "in-comment"

const judgeEnding = (chunk: string, tokens: ReadonlyArray<Token>, terminator: string | null): LineEnding => {
  const trimmed = chunk.trimEnd()
  if (terminator === null || !trimmed.endsWith(terminator)) return "open"
  const at = trimmed.length - terminator.length
  const around = tokens.find((token) => isEnclosed(token) && token.start <= at && at < token.end)
  if (around === undefined) return "terminated"
  return around.kind === "comment" ? "in-comment" : "in-literal"
}

/** More than all words that can stand between CREATE and what it creates. */
const headLength = 24

const addWords = (input: StatementInput, words: ReadonlyArray<Token>): void => {
  input.head.push(...words.slice(0, Math.max(0, headLength - input.head.length)))
  const semicolons = words.filter((word) => isOperator(word, ";"))
  input.firstSemicolon ??= semicolons[0] ?? null
  input.semicolons += semicolons.length
  const joined = [...input.recent, ...words]
  input.language = declaresFunction(joined, 0) ? "plsql" : classifyStatement(input.head)
  input.recent = joined.slice(-2)
}

// Asked after a change that the compiler does not see.
const isPlsqlNow = ({ language }: StatementInput): boolean => language === "plsql"

const openingOf = ({ kind, text }: Token): string => {
  if (kind === "comment") return "/*"
  if (kind === "quoted-identifier") return '"'
  return /^n?(?:q'.|')/is.exec(text)?.[0] ?? "'"
}

/**
 * Adds a (logical) line that stands at `line` of the script and says how it ends. What is open from earlier lines is
 * represented by what opened it, so that a long literal is not read again for each of its lines.
 */
export const appendLine = (
  input: StatementInput,
  text: string,
  line: number,
  terminator: string | null
): LineEnding => {
  input.lines.push(text)
  if (input.language === "plsql") return "open"
  const isContinued = input.open !== ""
  const chunk = isContinued ? `${input.open}\n${text}` : text
  const tokens = tokenizeFrom(chunk, 0, isContinued ? line - 1 : line)
  const last = tokens.at(-1)
  const isOpen = last !== undefined && !last.isClosed
  const isSameOpen = isOpen && isContinued && tokens.length === 1
  if (!isSameOpen) {
    input.open = isOpen ? openingOf(last) : ""
    input.openLine = isOpen ? last.line : 0
  }
  const words = tokens.filter((token) => token.isClosed && token.kind !== "comment")
  if (words.length > 0 || input.language === null) addWords(input, words)
  return isPlsqlNow(input) ? "open" : judgeEnding(chunk, tokens, terminator)
}

/** The statement's text; `terminator` is cut from its end when given. */
export const inputText = (input: StatementInput, terminator: string | null): string => {
  const text = input.lines.join("\n").trimEnd()
  return terminator === null ? text : text.slice(0, text.length - terminator.length).trimEnd()
}
