// What the lexer yields. A text that cannot be a token becomes a token of kind `error`: the parser raises it when it gets there, as Oracle does.
import type { Hint } from "../ast/node.ts"
import type { SyntaxCode } from "../errors/syntax-texts.ts"

/** What a token is. Comments are no tokens; a hint hangs on the keyword before it. */
export type TokenKind =
  | "word"
  | "quoted"
  | "string"
  | "national-string"
  | "number"
  | "bind"
  | "operator"
  | "error"
  | "end"

/** One token. */
export interface Token {
  readonly kind: TokenKind
  /** A word in upper case, a quoted identifier without quotes, a literal's content, a number without suffix, a bind's name, an operator. */
  readonly value: string
  /** Offset of the first character in the text (UTF-16 units, from 0). */
  readonly start: number
  /** Offset after the last character. */
  readonly end: number
  /** The hint that follows SELECT, INSERT, UPDATE, DELETE or MERGE. */
  readonly hint: Hint | null
  /** Suffix of a number: `f` or `d`. */
  readonly suffix: "f" | "d" | null
  /** Of a bind: its place among the bind tokens of the text, from 0; otherwise -1. */
  readonly bindIndex: number
  /** Of an `error` token. */
  readonly error: SyntaxCode | null
}

/** What the text is read as. */
export interface LexOptions {
  /** Longest identifier in bytes: 128, or 30 before release 12.2. */
  readonly nameLimitBytes: number
}
