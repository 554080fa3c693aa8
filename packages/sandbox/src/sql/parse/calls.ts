// What begins with a name: columns and variables, pseudo columns, sequences, functions without parentheses. Calls go on in arguments.ts.
import type {
  CursorAttribute,
  Expression,
  FunctionCall,
  NameReference,
  NiladicFunction,
  PseudoColumn
} from "../ast/expression.ts"
import type { Identifier } from "../ast/node.ts"
import { parseArguments, parseCall } from "./arguments.ts"
import { identifierOf, isName, parseInteger } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

type Path = readonly [Identifier, ...Identifier[]]

const longestPath = 4

const isBegin = (stream: TokenStream): boolean =>
  isName(stream, stream.token) || (stream.language === "plsql" && stream.isWord("SQL") && stream.isOperator("%", 1))

const parsePart = (stream: TokenStream): Identifier => {
  const { kind, value } = stream.token
  const isAny = kind === "word" && (stream.language === "plsql" || value === "ROWID")
  if (!isAny && !isName(stream, stream.token)) throw stream.fail(1747, ["an identifier"])
  return identifierOf(stream.take())
}

/** `a.b.c`; stops before `.*`. */
export const parsePath = (stream: TokenStream): Path => {
  if (!isBegin(stream)) throw stream.fail(936, ["an expression"])
  const path: [Identifier, ...Identifier[]] = [identifierOf(stream.take())]
  while (stream.isOperator(".") && !stream.isOperator("*", 1)) {
    stream.take()
    path.push(parsePart(stream))
    if (stream.language === "sql" && path.length > longestPath) throw stream.place(1747, path[0].start)
  }
  if (stream.isOperator("@")) throw stream.refuse("database links")
  return path
}

const pseudoColumns: ReadonlySet<PseudoColumn["name"]> = new Set<PseudoColumn["name"]>([
  "ROWNUM",
  "LEVEL",
  "ROWID",
  "ORA_ROWSCN",
  "CONNECT_BY_ISLEAF",
  "CONNECT_BY_ISCYCLE"
])
const qualifiable: ReadonlySet<string> = new Set(["ROWID", "ORA_ROWSCN"])
const niladics: ReadonlySet<NiladicFunction["name"]> = new Set<NiladicFunction["name"]>([
  "SYSDATE",
  "SYSTIMESTAMP",
  "CURRENT_DATE",
  "CURRENT_TIMESTAMP",
  "LOCALTIMESTAMP",
  "USER",
  "UID",
  "SESSIONTIMEZONE",
  "DBTIMEZONE"
])
const withPrecision: ReadonlySet<string> = new Set(["SYSTIMESTAMP", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP"])

const findIn = <T extends string>(names: ReadonlySet<T>, identifier: Identifier): T | undefined =>
  identifier.isQuoted ? undefined : [...names].find((name) => name === identifier.value)

const readNiladic = (stream: TokenStream, name: Identifier): NiladicFunction | null => {
  const found = niladics.has(name.value as NiladicFunction["name"]) ? findIn(niladics, name) : undefined
  if (found === undefined) return null
  if (!withPrecision.has(found) || !stream.isOperator("(") || stream.peek(1).kind !== "number")
    return { kind: "niladic", name: found, precision: null, start: name.start, end: name.end }
  stream.take()
  const precision = parseInteger(stream)
  if (precision > 9) throw stream.place(30088, name.start)
  stream.expectClose()
  return { kind: "niladic", name: found, precision, ...stream.span(name.start) }
}

const readPseudoColumn = (stream: TokenStream, path: Path): PseudoColumn | null => {
  const last = path.at(-1) ?? path[0]
  if (stream.language === "plsql" || !pseudoColumns.has(last.value as PseudoColumn["name"])) return null
  const name = findIn(pseudoColumns, last)
  if (name === undefined || (path.length > 1 && !qualifiable.has(name))) return null
  return {
    kind: "pseudo-column",
    name,
    qualifier: path.length > 1 ? path.slice(0, -1) : null,
    ...stream.span(path[0].start)
  }
}

const readSequenceValue = (stream: TokenStream, path: Path): Expression | null => {
  const last = path.at(-1)
  const name = path.at(-2)
  if (last === undefined || name === undefined || last.isQuoted || path.length > 3) return null
  if (last.value !== "NEXTVAL" && last.value !== "CURRVAL") return null
  const schema = path.at(-3) ?? null
  const sequence = { schema, name, start: path[0].start, end: name.end }
  return { kind: "sequence-value", sequence, which: last.value, ...stream.span(path[0].start) }
}

const isOuterJoinMark = (stream: TokenStream): boolean =>
  stream.language === "sql" && stream.isOperator("(") && stream.isOperator("+", 1) && stream.isOperator(")", 2)

const attributes: ReadonlySet<string> = new Set(
  "FOUND NOTFOUND ISOPEN ROWCOUNT BULK_ROWCOUNT BULK_EXCEPTIONS".split(" ")
)

const parseCursorAttribute = (stream: TokenStream, cursor: NameReference): CursorAttribute => {
  stream.take()
  if (!stream.isOneOf(attributes)) throw stream.fail(936, ["FOUND", "ISOPEN", "NOTFOUND", "ROWCOUNT"])
  const attribute = stream.take().value as CursorAttribute["attribute"]
  const hasIndex = attribute.startsWith("BULK") && stream.acceptOperator("(")
  const index = hasIndex ? stream.grammar.expression(stream) : null
  if (hasIndex) stream.expectClose()
  return { kind: "cursor-attribute", cursor, attribute, index, ...stream.span(cursor.start) }
}

/** Fields and elements of what a call returned: `t(i).name(j)`. */
const parseAccess = (stream: TokenStream, first: Expression): Expression => {
  let object = first
  for (let length = 1; ; length += 1) {
    stream.checkChain(length)
    if (stream.language === "sql") {
      if (stream.isOperator(".")) throw stream.refuse("methods and attributes of object types")
      return object
    }
    if (stream.isOperator(".") && stream.peek(1).kind !== "operator") {
      stream.take()
      object = { kind: "field", object, name: parsePart(stream), ...stream.span(first.start) }
    } else if (stream.isOperator("(")) {
      object = { kind: "element", object, arguments: parseArguments(stream), ...stream.span(first.start) }
    } else return object
  }
}

const readCall = (stream: TokenStream, path: Path): FunctionCall | null =>
  stream.isOperator("(") ? parseCall(stream, path) : null

/** A column, variable, pseudo column, sequence value or call, from its first name on. */
export const parseNamed = (stream: TokenStream): Expression => {
  const path = parsePath(stream)
  const niladic = path.length === 1 ? readNiladic(stream, path[0]) : null
  if (niladic !== null) return niladic
  const special = readPseudoColumn(stream, path) ?? readSequenceValue(stream, path)
  if (special !== null) return special
  if (isOuterJoinMark(stream)) {
    stream.acceptOperator("(")
    stream.acceptOperator("+")
    stream.acceptOperator(")")
    return { kind: "name", path, isOuterJoined: true, ...stream.span(path[0].start) }
  }
  const call = readCall(stream, path)
  if (call !== null) return parseAccess(stream, call)
  const name: NameReference = { kind: "name", path, isOuterJoined: false, ...stream.span(path[0].start) }
  if (stream.language === "plsql" && stream.isOperator("%"))
    return parseAccess(stream, parseCursorAttribute(stream, name))
  return name
}
