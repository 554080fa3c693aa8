// Names: identifiers, object names, lists of columns. Where a name is missing Oracle's number depends on what should be there, so the caller gives it.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { Identifier, ObjectName } from "../ast/node.ts"
import { isReservedAsColumn, isReservedInPlsql, isReservedWord } from "../lex/reserved-words.ts"
import type { Token } from "../lex/token.ts"
import type { TokenStream } from "./token-stream.ts"

/** The identifier that a word or quoted name is. */
export const identifierOf = (token: Token): Identifier => ({
  value: token.value,
  isQuoted: token.kind === "quoted",
  start: token.start,
  end: token.end
})

/** The token can be a name here: quoted, or a word that the language does not reserve. */
export const isName = (stream: TokenStream, token: Token): boolean =>
  token.kind === "quoted" ||
  (token.kind === "word" &&
    !(stream.language === "plsql" ? isReservedInPlsql(token.value) : isReservedWord(token.value)))

/** The token can be a column's name or an alias: semi-reserved words cannot. */
export const isColumnName = (token: Token): boolean =>
  token.kind === "quoted" || (token.kind === "word" && !isReservedAsColumn(token.value))

/** A name, or the error `code`. */
export const parseIdentifier = (stream: TokenStream, code: SyntaxCode): Identifier => {
  if (!isName(stream, stream.token)) throw stream.fail(code, ["an identifier"])
  return identifierOf(stream.take())
}

/** A column's name, or the error `code` (ORA-00904 where a table is made). */
export const parseColumnName = (stream: TokenStream, code: SyntaxCode = 904): Identifier => {
  if (!isColumnName(stream.token)) throw stream.fail(code, ["an identifier"])
  return identifierOf(stream.take())
}

const refuseLink = (stream: TokenStream): void => {
  if (stream.isOperator("@")) throw stream.refuse("database links")
}

/** `[schema.]name`, or the error `code`. A database link is refused. */
export const parseObjectName = (stream: TokenStream, code: SyntaxCode = 903): ObjectName => {
  const first = parseIdentifier(stream, code)
  if (!stream.acceptOperator(".")) {
    refuseLink(stream)
    return { schema: null, name: first, start: first.start, end: first.end }
  }
  const name = parseIdentifier(stream, code)
  refuseLink(stream)
  return { schema: first, name, start: first.start, end: name.end }
}

/** `( column, column )`. */
export const parseColumnList = (stream: TokenStream, code: SyntaxCode = 904): ReadonlyArray<Identifier> =>
  stream.parenthesizedList(() => parseColumnName(stream, code))

/** A whole number without sign, or the error `code`. */
export const parseInteger = (stream: TokenStream, code: SyntaxCode = 2017): number => {
  const token = stream.token
  if (token.kind !== "number" || !/^\d+$/.test(token.value) || token.suffix !== null) throw stream.fail(code)
  stream.take()
  return Number(token.value)
}

/** A text literal, or the error `code`. */
export const parseText = (stream: TokenStream, code: SyntaxCode = 1780): string => {
  if (stream.token.kind !== "string" && stream.token.kind !== "national-string") throw stream.fail(code)
  return stream.take().value
}

const sizeUnits: Readonly<Record<string, number>> = {
  K: 2 ** 10,
  M: 2 ** 20,
  G: 2 ** 30,
  T: 2 ** 40,
  P: 2 ** 50,
  E: 2 ** 60
}

/** `64K`, `10 M`, `8192`: bytes. */
export const parseSize = (stream: TokenStream, code: SyntaxCode): number => {
  const count = parseInteger(stream, code)
  const unit = stream.token.kind === "word" ? sizeUnits[stream.token.value] : undefined
  if (unit === undefined) return count
  stream.take()
  return count * unit
}
