// Procedures and functions: the head with its parameters, and the body through the grammar.
import type { DataType } from "../ast/data-type.ts"
import type { Identifier } from "../ast/node.ts"
import type { Parameter, SubprogramDeclaration } from "../ast/plsql.ts"
import { parseDataType } from "./data-type.ts"
import { parseIdentifier } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const readMode = (stream: TokenStream): Parameter["mode"] => {
  const isIn = stream.acceptWords("IN")
  const isOut = stream.acceptWords("OUT")
  if (isIn && isOut) return "in out"
  return isOut ? "out" : "in"
}

/** A parameter's type has no length: PLS-00103 at the parenthesis, as in Oracle. */
const parseParameterType = (stream: TokenStream): DataType => {
  const type = parseDataType(stream)
  const isConstrained =
    (type.kind === "character-type" && type.length !== null) ||
    (type.kind === "number-type" && type.precision !== null && type.precision !== "*") ||
    (type.kind === "raw-type" && type.length !== null)
  if (isConstrained)
    throw stream.plsqlError(
      'PLS-00103: Encountered the symbol "(" when expecting one of the following:\n\n   := . ) , @ % default character',
      stream.text.indexOf("(", type.start)
    )
  return type
}

const parseParameter = (stream: TokenStream): Parameter => {
  const name = parseIdentifier(stream, 6550)
  const mode = readMode(stream)
  const isNoCopy = stream.acceptWords("NOCOPY")
  const type = parseParameterType(stream)
  const hasInitial = stream.acceptOperator(":=") || stream.acceptWords("DEFAULT")
  const initial = hasInitial ? stream.grammar.expression(stream) : null
  return { name, mode, isNoCopy, type, initial, ...stream.span(name.start) }
}

/** `( name IN type, ... )`. */
export const parseParameters = (stream: TokenStream): ReadonlyArray<Parameter> =>
  stream.parenthesizedList(() => parseParameter(stream))

const parseProperties = (stream: TokenStream): ReadonlyArray<string> => {
  const properties: string[] = []
  for (;;) {
    if (stream.acceptWords("AUTHID")) {
      const isDefiner = stream.acceptWords("DEFINER")
      if (!isDefiner) stream.expectWord("CURRENT_USER")
      properties.push(isDefiner ? "AUTHID DEFINER" : "AUTHID CURRENT_USER")
    } else if (stream.isWord("DETERMINISTIC") || stream.isWord("PARALLEL_ENABLE") || stream.isWord("RESULT_CACHE"))
      properties.push(stream.take().value)
    else if (stream.isWord("PIPELINED") || stream.isWord("ACCESSIBLE") || stream.isWord("AGGREGATE"))
      throw stream.refuse(stream.token.value)
    else return properties
  }
}

const refuseForeign = (stream: TokenStream): void => {
  if (stream.isWord("LANGUAGE") || stream.isWord("EXTERNAL")) throw stream.refuse("external procedures")
  if (stream.isWord("WRAPPED")) throw stream.refuse("wrapped PL/SQL")
}

/** A subprogram from its parameters on; `name` has been read. Without a body it is a forward declaration. */
export const parseSubprogramFrom = (
  stream: TokenStream,
  start: number,
  type: SubprogramDeclaration["type"],
  name: Identifier
): SubprogramDeclaration => {
  const parameters = stream.isOperator("(") ? parseParameters(stream) : []
  if (type === "function") stream.expectWord("RETURN")
  const returns = type === "function" ? parseParameterType(stream) : null
  const properties = parseProperties(stream)
  refuseForeign(stream)
  const hasBody = stream.acceptWords("IS") || stream.acceptWords("AS")
  if (hasBody) refuseForeign(stream)
  const body = hasBody ? stream.grammar.subprogramBody(stream, name) : null
  return { kind: "subprogram", type, name, parameters, returns, properties, body, ...stream.span(start) }
}

/** A local subprogram after PROCEDURE or FUNCTION. */
export const parseSubprogram = (
  stream: TokenStream,
  start: number,
  type: SubprogramDeclaration["type"]
): SubprogramDeclaration => parseSubprogramFrom(stream, start, type, parseIdentifier(stream, 6550))
