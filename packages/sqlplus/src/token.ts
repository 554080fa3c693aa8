// The words a SQL or PL/SQL text is made of. Only shape: this file knows no statement, no dictionary and no script.

/** What a token is. Comments are tokens too (hints are comments); blanks are not. */
export type TokenKind = "word" | "quoted-identifier" | "literal" | "number" | "comment" | "operator"

/** One token of a SQL or PL/SQL text. */
export interface Token {
  readonly kind: TokenKind
  /** The token as written. */
  readonly text: string
  /**
   * What it means: a word in upper case, a quoted identifier without its quotes, a literal's content with doubled
   * quotes made single; otherwise the same as `text`.
   */
  readonly value: string
  /** Offset of the first character in the text (UTF-16 units, from 0). */
  readonly start: number
  /** Offset after the last character. */
  readonly end: number
  /** Line of the first character within the text, from 1. */
  readonly line: number
  /** False when the text ends inside this literal, quoted identifier or block comment. */
  readonly isClosed: boolean
}

/** True for the kinds whose inside is not code: literals, comments and quoted identifiers. */
export const isEnclosed = (token: Token): boolean =>
  token.kind === "literal" || token.kind === "comment" || token.kind === "quoted-identifier"

/** True when the token is the bare word `value` (upper case). */
export const isWord = (token: Token | undefined, value: string): boolean =>
  token !== undefined && token.kind === "word" && token.value === value

/** True when the token is the operator `text`. */
export const isOperator = (token: Token | undefined, text: string): boolean =>
  token !== undefined && token.kind === "operator" && token.text === text

/** The tokens without comments. */
export const withoutComments = (tokens: ReadonlyArray<Token>): ReadonlyArray<Token> =>
  tokens.filter((token) => token.kind !== "comment")
