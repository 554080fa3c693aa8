// The statement being typed: its lines so far, its words, and whether a literal or comment is still open.
// It is fed line by line, so it goes on tokenizing where it stopped; in PL/SQL mode nothing but `/` matters and it stops.
import type { StatementLanguage } from "./statement-kind.ts"
import { classifyStatement } from "./statement-kind.ts"
import type { Token } from "./token.ts"
import { isEnclosed } from "./token.ts"
import { tokenizeFrom } from "./tokenize-sql.ts"

/** A statement while it is read; changed in place by `appendLine`. */
export interface StatementInput {
  readonly lines: string[]
  /** Closed tokens without comments; `line` is the line in the script. Complete only in SQL mode. */
  readonly words: Token[]
  /** Null while the first words do not tell. */
  language: StatementLanguage | null
  /** The text of a literal, comment or quoted identifier that is still open; empty otherwise. */
  open: string
  openLine: number
}

/** A statement without lines. */
export const startInput = (): StatementInput => ({ lines: [], words: [], language: null, open: "", openLine: 0 })

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

/** Adds a (logical) line that stands at `line` of the script and says how it ends. */
export const appendLine = (
  input: StatementInput,
  text: string,
  line: number,
  terminator: string | null
): LineEnding => {
  input.lines.push(text)
  if (input.language === "plsql") return "open"
  const chunk = input.open === "" ? text : `${input.open}\n${text}`
  const tokens = tokenizeFrom(chunk, 0, input.open === "" ? line : input.openLine)
  const last = tokens.at(-1)
  const isOpen = last !== undefined && !last.isClosed
  input.open = isOpen ? chunk.slice(last.start) : ""
  input.openLine = isOpen ? last.line : 0
  const from = input.words.length
  input.words.push(...tokens.filter((token) => token.isClosed && token.kind !== "comment"))
  input.language = classifyStatement(input.words, from)
  return input.language === "plsql" ? "open" : judgeEnding(chunk, tokens, terminator)
}

/** The statement's text; `terminator` is cut from its end when given. */
export const inputText = (input: StatementInput, terminator: string | null): string => {
  const text = input.lines.join("\n").trimEnd()
  return terminator === null ? text : text.slice(0, text.length - terminator.length).trimEnd()
}
