// What a block declares: variables, exceptions, pragmas, cursors, types, local procedures and functions.
import type { DataType } from "../ast/data-type.ts"
import type { Expression } from "../ast/expression.ts"
import type { Identifier } from "../ast/node.ts"
import type {
  CursorDeclaration,
  Declaration,
  Pragma,
  RecordField,
  SubtypeDeclaration,
  TypeDeclaration,
  VariableDeclaration
} from "../ast/plsql.ts"
import { parseDataType } from "./data-type.ts"
import { parseIdentifier, parseInteger } from "./names.ts"
import { parseParameters, parseSubprogram } from "./plsql-subprogram.ts"
import type { TokenStream } from "./token-stream.ts"

/** `;`, which ends every declaration and statement of PL/SQL. */
export const expectSemicolon = (stream: TokenStream): void => {
  stream.expectOperator(";", 6550)
}

const readInitial = (stream: TokenStream): Expression | null =>
  stream.acceptOperator(":=") || stream.acceptWords("DEFAULT") ? stream.grammar.expression(stream) : null

const parseVariable = (stream: TokenStream, name: Identifier): VariableDeclaration => {
  const isConstant = stream.acceptWords("CONSTANT")
  const type = parseDataType(stream)
  const isNotNull = stream.acceptWords("NOT", "NULL")
  const place = stream.token.start
  const initial = readInitial(stream)
  if (initial === null && isConstant)
    throw stream.plsqlError(
      `PLS-00322: declaration of a constant '${name.value}' must contain an initialization assignment`,
      name.start
    )
  if (initial === null && isNotNull)
    throw stream.plsqlError("PLS-00218: a variable declared NOT NULL must have an initialization assignment", place)
  return { kind: "variable", name, isConstant, type, isNotNull, initial, ...stream.span(name.start) }
}

const parsePragma = (stream: TokenStream): Pragma => {
  const { start } = stream.take()
  const name = parseIdentifier(stream, 6550).value
  if (!stream.isOperator("(")) return { kind: "pragma", name, arguments: [], ...stream.span(start) }
  const items = stream.parenthesizedList(() => stream.grammar.expression(stream))
  return { kind: "pragma", name, arguments: items, ...stream.span(start) }
}

const parseCursor = (stream: TokenStream): CursorDeclaration => {
  const { start } = stream.take()
  const name = parseIdentifier(stream, 6550)
  const parameters = stream.isOperator("(") ? parseParameters(stream) : []
  const returns = stream.acceptWords("RETURN") ? parseDataType(stream) : null
  const query = stream.acceptWords("IS") ? stream.grammar.cursorQuery(stream) : null
  if (query === null && returns === null) throw stream.fail(6550, ["is", "return"])
  return { kind: "cursor-declaration", name, parameters, returns, query, ...stream.span(start) }
}

const parseField = (stream: TokenStream): RecordField => {
  const name = parseIdentifier(stream, 6550)
  const type = parseDataType(stream)
  const isNotNull = stream.acceptWords("NOT", "NULL")
  return { name, type, isNotNull, initial: readInitial(stream), ...stream.span(name.start) }
}

type TypeDefinition = TypeDeclaration["definition"]

const readNotNull = (stream: TokenStream): boolean => stream.acceptWords("NOT", "NULL")

const parseTableType = (stream: TokenStream): TypeDefinition => {
  stream.expectWord("OF")
  const element = parseDataType(stream)
  const isElementNotNull = readNotNull(stream)
  const isIndexed = stream.acceptWords("INDEX")
  if (isIndexed) stream.expectWord("BY")
  const indexBy: DataType | null = isIndexed ? parseDataType(stream) : null
  return { kind: "table", element, isElementNotNull, indexBy }
}

const parseVarray = (stream: TokenStream): TypeDefinition => {
  stream.expectOpen()
  const limit = parseInteger(stream)
  stream.expectClose()
  stream.expectWord("OF")
  const element = parseDataType(stream)
  return { kind: "varray", limit, element, isElementNotNull: readNotNull(stream) }
}

const parseTypeDefinition = (stream: TokenStream): TypeDefinition => {
  if (stream.acceptWords("RECORD"))
    return { kind: "record", fields: stream.parenthesizedList(() => parseField(stream)) }
  if (stream.acceptWords("TABLE")) return parseTableType(stream)
  if (stream.acceptWords("VARRAY") || stream.acceptWords("VARYING", "ARRAY")) return parseVarray(stream)
  if (stream.acceptWords("REF", "CURSOR"))
    return { kind: "ref-cursor", returns: stream.acceptWords("RETURN") ? parseDataType(stream) : null }
  throw stream.fail(6550, ["record", "ref", "table", "varray"])
}

const parseType = (stream: TokenStream): TypeDeclaration => {
  const { start } = stream.take()
  const name = parseIdentifier(stream, 6550)
  stream.expectWord("IS")
  return { kind: "type", name, definition: parseTypeDefinition(stream), ...stream.span(start) }
}

const parseSubtype = (stream: TokenStream): SubtypeDeclaration => {
  const { start } = stream.take()
  const name = parseIdentifier(stream, 6550)
  stream.expectWord("IS")
  const base = parseDataType(stream)
  let range: SubtypeDeclaration["range"] = null
  if (stream.acceptWords("RANGE")) {
    const low = stream.grammar.expression(stream)
    stream.expectOperator("..", 6550)
    range = { low, high: stream.grammar.expression(stream) }
  }
  return { kind: "subtype", name, base, range, isNotNull: readNotNull(stream), ...stream.span(start) }
}

const isStartOf = (stream: TokenStream, word: string): boolean =>
  stream.isWord(word) && (stream.peek(1).kind === "word" || stream.peek(1).kind === "quoted")

const parseNamed = (stream: TokenStream): Declaration => {
  const name = parseIdentifier(stream, 6550)
  if (stream.acceptWords("EXCEPTION")) return { kind: "exception", name, ...stream.span(name.start) }
  return parseVariable(stream, name)
}

const parseDeclaration = (stream: TokenStream): Declaration => {
  if (isStartOf(stream, "PRAGMA")) return parsePragma(stream)
  if (isStartOf(stream, "CURSOR")) return parseCursor(stream)
  if (isStartOf(stream, "TYPE")) return parseType(stream)
  if (isStartOf(stream, "SUBTYPE")) return parseSubtype(stream)
  if (stream.isWord("PROCEDURE") || stream.isWord("FUNCTION")) {
    const { start, value } = stream.take()
    return parseSubprogram(stream, start, value === "FUNCTION" ? "function" : "procedure")
  }
  return parseNamed(stream)
}

const begin: ReadonlySet<string> = new Set(["BEGIN"])

/** Declarations up to BEGIN. */
export const parseDeclarations = (stream: TokenStream): ReadonlyArray<Declaration> =>
  parseSharedDeclarations(stream, begin)

/** Declarations up to one of these words. */
export const parseSharedDeclarations = (
  stream: TokenStream,
  enders: ReadonlySet<string>
): ReadonlyArray<Declaration> => {
  const declarations: Declaration[] = []
  while (!stream.isOneOf(enders) && !stream.isEnd()) {
    declarations.push(parseDeclaration(stream))
    expectSemicolon(stream)
  }
  return declarations
}
