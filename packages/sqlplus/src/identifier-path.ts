// Splits a dotted name as Oracle reads it. Knows the shape of names, not which names exist or are reserved.
import type { Token } from "./token.ts"
import { isOperator } from "./token.ts"
import { tokenizeSql } from "./tokenize-sql.ts"

/** One part of a dotted name. */
export interface IdentifierPart {
  /** The name as the dictionary holds it: in upper case unless it was quoted. */
  readonly name: string
  readonly isQuoted: boolean
}

/** A dotted name, with the database link that may follow it. */
export interface IdentifierPath {
  /** From the outermost to the innermost, at least one. */
  readonly parts: ReadonlyArray<IdentifierPart>
  /** The link after `@`, dots included; null without one. */
  readonly link: string | null
}

const readPart = (token: Token | undefined): IdentifierPart | null => {
  if (token?.kind === "word") return { name: token.value, isQuoted: false }
  if (token?.kind !== "quoted-identifier" || !token.isClosed || token.value === "") return null
  return { name: token.value, isQuoted: true }
}

const readDotted = (tokens: ReadonlyArray<Token>): ReadonlyArray<IdentifierPart> | null => {
  const parts: IdentifierPart[] = []
  for (let index = 0; index < tokens.length; index += 2) {
    const part = readPart(tokens[index])
    const isLast = index + 1 === tokens.length
    if (part === null || (!isLast && !isOperator(tokens[index + 1], "."))) return null
    parts.push(part)
  }
  // An even number of tokens ends in a dot.
  return tokens.length % 2 === 1 ? parts : null
}

/**
 * The parts of `APP.ORDERS`, `"App"."Order.Lines"` or `ORDERS@ARCHIVE`: unquoted names in upper case, quoted ones
 * exactly, a dot inside quotes kept. Null when the text is not one dotted name and nothing else.
 */
export const splitIdentifierPath = (text: string): IdentifierPath | null => {
  const tokens = tokenizeSql(text)
  const at = tokens.findIndex((token) => isOperator(token, "@"))
  const parts = readDotted(at < 0 ? tokens : tokens.slice(0, at))
  if (parts === null) return null
  if (at < 0) return { parts, link: null }
  const link = readDotted(tokens.slice(at + 1))
  return link === null ? null : { parts, link: link.map((part) => part.name).join(".") }
}
