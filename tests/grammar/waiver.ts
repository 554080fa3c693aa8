// What a waiver is and how a text is rewritten by one. The list itself is in waivers.ts.
import { isOperator, tokenizeSql, withoutComments } from "../../packages/sqlplus/src/index.ts"
import type { Token } from "../../packages/sqlplus/src/index.ts"
import type { StatementForm } from "./oracle-grammar.ts"

/** One kind of statement that is legal Oracle and that the grammar does not know. */
export interface Waiver {
  /** The construct in a few words. */
  readonly construct: string
  /** What the grammar lacks. */
  readonly reason: string
  /** Where it is written that Oracle takes it. */
  readonly source: string
  /** The first words of the statements that may hold it; empty for every statement. */
  readonly head: ReadonlyArray<Piece>
  /** The construct, piece by piece. */
  readonly pattern: ReadonlyArray<Piece>
  /** What stands in its place while the rest is judged; `$n` is the text of the n-th piece, from 1. */
  readonly replacement: string
  /** The smallest statement that the grammar refuses, and the same one as it is judged. */
  readonly example: { readonly form: StatementForm; readonly refused: string; readonly judged: string }
}

/** One of these words or signs (upper case), any token of a kind, a literal written so, or a whole pair of parentheses. */
export type Piece =
  | string
  | { readonly oneOf: ReadonlyArray<string> }
  | { readonly kinds: ReadonlyArray<Token["kind"]> }
  | { readonly literal: RegExp }
  | { readonly enclosedBy: "(" }

/** Any name, quoted or not. */
export const anyName: Piece = { kinds: ["word", "quoted-identifier"] }

/** A pair of parentheses with all that is in it. */
export const parentheses: Piece = { enclosedBy: "(" }

/** Any number. */
export const anyNumber: Piece = { kinds: ["number"] }

type Tokens = ReadonlyArray<Token>

const isCode = (token: Token): boolean => token.kind === "word" || token.kind === "operator"

type SinglePiece = Exclude<Piece, { readonly enclosedBy: "(" }>

const isSingle = (piece: Piece): piece is SinglePiece => typeof piece === "string" || !("enclosedBy" in piece)

const fits = (token: Token, piece: SinglePiece): boolean => {
  if (typeof piece === "string") return isCode(token) && token.value === piece
  if ("oneOf" in piece) return isCode(token) && piece.oneOf.includes(token.value)
  return "kinds" in piece
    ? piece.kinds.includes(token.kind)
    : token.kind === "literal" && piece.literal.test(token.text)
}

const endOfParentheses = (tokens: Tokens, place: number): number | null => {
  let depth = 0
  for (let at = place; at < tokens.length; at += 1) {
    if (isOperator(tokens[at], "(")) depth += 1
    if (isOperator(tokens[at], ")")) depth -= 1
    if (depth === 0) return at === place ? null : at + 1
  }
  return null
}

/** Where each piece ends when the pattern stands at `place` (the token after it), or null when it does not. */
const matchAt = (tokens: Tokens, place: number, pattern: ReadonlyArray<Piece>): ReadonlyArray<number> | null => {
  const ends: number[] = []
  for (const piece of pattern) {
    const at = ends.at(-1) ?? place
    const token = tokens[at]
    const isFit = token !== undefined && isSingle(piece) && fits(token, piece)
    const end = isSingle(piece) ? (isFit ? at + 1 : null) : endOfParentheses(tokens, at)
    if (end === null) return null
    ends.push(end)
  }
  return ends
}

const replaceAt = (text: string, tokens: Tokens, place: number, ends: ReadonlyArray<number>, by: string): string => {
  const textBetween = (from: number, to: number) => text.slice(tokens[from]?.start, tokens[to - 1]?.end)
  const pieces = ends.map((end, index) => textBetween(ends[index - 1] ?? place, end))
  const filled = by.replace(/\$(\d)/g, (_match, number: string) => pieces[Number(number) - 1] ?? "")
  return text.slice(0, tokens[place]?.start) + filled + text.slice(tokens[(ends.at(-1) ?? place) - 1]?.end)
}

/** The statement with every such construct replaced; null when there is none. Matches may not overlap. */
export const applyWaiver = (waiver: Waiver, text: string): string | null => {
  const tokens = withoutComments(tokenizeSql(text))
  if (matchAt(tokens, 0, waiver.head) === null) return null
  const places = [...tokens.keys()].filter((place) => matchAt(tokens, place, waiver.pattern) !== null)
  if (places.length === 0) return null
  return places.toReversed().reduce((rewritten, place) => {
    const ends = matchAt(tokens, place, waiver.pattern) ?? []
    return replaceAt(rewritten, tokens, place, ends, waiver.replacement)
  }, text)
}
