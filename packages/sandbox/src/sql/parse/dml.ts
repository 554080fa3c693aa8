// INSERT, UPDATE, DELETE. MERGE is in merge.ts. Inside PL/SQL the words mean SQL until the statement ends.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { Assignment, ColumnTarget, Delete, DmlTarget, Insert, ReturningClause, Update } from "../ast/dml.ts"
import type { Expression } from "../ast/expression.ts"
import type { Identifier } from "../ast/node.ts"
import { identifierOf, isColumnName, isName, parseIdentifier, parseObjectName } from "./names.ts"
import { parsePartitionExtension } from "./partition-extension.ts"
import { readTableAlias } from "./table-reference.ts"
import type { TokenStream } from "./token-stream.ts"

/** What is changed: a table, a view or a query in parentheses. */
export const parseDmlTarget = (stream: TokenStream): DmlTarget => {
  const { start } = stream.token
  if (stream.isOperator("(")) {
    stream.take()
    const query = stream.grammar.query(stream)
    stream.expectClose()
    return { table: null, query, partition: null, alias: readTableAlias(stream), ...stream.span(start) }
  }
  if ((stream.isWord("TABLE") || stream.isWord("ONLY")) && stream.isOperator("(", 1))
    throw stream.refuse("DML on collections")
  const table = parseObjectName(stream)
  const partition = parsePartitionExtension(stream)
  return { table, query: null, partition, alias: readTableAlias(stream), ...stream.span(start) }
}

const refuseErrorLog = (stream: TokenStream): void => {
  if (stream.areWords("LOG", "ERRORS")) throw stream.refuse("LOG ERRORS")
}

/** A value or DEFAULT. */
export const parseValueOrDefault = (stream: TokenStream): Expression => {
  const token = stream.token
  if (!stream.acceptWords("DEFAULT")) return stream.grammar.expression(stream)
  return { kind: "default", start: token.start, end: token.end }
}

const parseReturningTarget = (stream: TokenStream): Expression => {
  if (!stream.isUnit && stream.token.kind !== "bind") throw stream.fail(936)
  return stream.inLanguage(stream.isUnit ? "plsql" : "sql", () => stream.grammar.target(stream))
}

/** `RETURNING a, b [BULK COLLECT] INTO x, y`; null when none comes next. */
export const parseReturning = (stream: TokenStream): ReturningClause | null => {
  if (!stream.isWord("RETURNING") && !stream.isWord("RETURN")) return null
  const { start } = stream.take()
  const items = stream.commaList(() => stream.grammar.expression(stream))
  const place = stream.token.start
  const isBulk = stream.isUnit && stream.acceptWords("BULK", "COLLECT")
  stream.expectWord("INTO", 925)
  const targets = stream.commaList(() => parseReturningTarget(stream))
  return { items, into: { isBulk, targets, ...stream.span(place) }, ...stream.span(start) }
}

const parseInsertColumn = (stream: TokenStream, code: SyntaxCode): Identifier => {
  if (!isColumnName(stream.token)) throw stream.fail(code)
  let column = identifierOf(stream.take())
  while (stream.acceptOperator(".")) column = parseIdentifier(stream, 1747)
  return column
}

/** `(a, b)` of INSERT. A first name that is none makes Oracle look for a query (ORA-00928). */
const parseInsertColumns = (stream: TokenStream): ReadonlyArray<Identifier> => {
  stream.take()
  const columns = [parseInsertColumn(stream, 928)]
  while (stream.acceptOperator(",")) columns.push(parseInsertColumn(stream, 1747))
  stream.expectClose(917)
  return columns
}

const isQueryAfterParenthesis = (stream: TokenStream): boolean => {
  let ahead = 0
  while (stream.isOperator("(", ahead)) ahead += 1
  return ahead > 0 && (stream.isWord("SELECT", ahead) || stream.isWord("WITH", ahead))
}

/** `(1, 2, DEFAULT)`. */
export const parseValues = (stream: TokenStream): ReadonlyArray<Expression> => {
  stream.expectOpen()
  const values = stream.commaList(() => parseValueOrDefault(stream))
  stream.expectClose(917)
  return values
}

const parseValuesSource = (stream: TokenStream): Insert["source"] => {
  stream.take()
  if (stream.isUnit && !stream.isOperator("("))
    return { kind: "record", record: stream.inLanguage("plsql", () => stream.grammar.target(stream)) }
  const first = parseValues(stream)
  if (stream.release < 23 || !stream.isOperator(",")) return { kind: "values", values: first }
  const rows = [first]
  while (stream.acceptOperator(",")) rows.push(parseValues(stream))
  return { kind: "rows", rows }
}

const parseInsertSource = (stream: TokenStream): Insert["source"] => {
  if (stream.isWord("VALUES")) return parseValuesSource(stream)
  if (stream.isWord("SELECT") || stream.isWord("WITH") || isQueryAfterParenthesis(stream))
    return { kind: "query", query: stream.grammar.query(stream) }
  throw stream.fail(926)
}

const parseInsertHere = (stream: TokenStream): Insert => {
  const { start, hint } = stream.take()
  if (stream.isWord("ALL") || stream.isWord("FIRST")) throw stream.refuse(`INSERT ${stream.token.value}`)
  stream.expectWord("INTO", 925)
  const target = parseDmlTarget(stream)
  const columns = stream.isOperator("(") && !isQueryAfterParenthesis(stream) ? parseInsertColumns(stream) : []
  const source = parseInsertSource(stream)
  refuseErrorLog(stream)
  const returning = source.kind === "query" ? null : parseReturning(stream)
  return { kind: "insert", hint, target, columns, source, returning, ...stream.span(start) }
}

/** INSERT. */
export const parseInsert = (stream: TokenStream): Insert => stream.inLanguage("sql", () => parseInsertHere(stream))

/** `c`, `t.c`, `s.t.c` on the left of an assignment (ORA-01747). */
export const parseColumnTarget = (stream: TokenStream): ColumnTarget => {
  if (!isColumnName(stream.token)) throw stream.fail(1747)
  const path: [Identifier, ...Identifier[]] = [identifierOf(stream.take())]
  while (stream.acceptOperator(".")) {
    if (!isName(stream, stream.token)) throw stream.fail(1747)
    path.push(identifierOf(stream.take()))
  }
  return { path, ...stream.span(path[0].start) }
}

const parseColumnsAssignment = (stream: TokenStream, start: number): Assignment => {
  const columns = stream.parenthesizedList(() => parseColumnTarget(stream))
  stream.expectOperator("=", 927)
  if (!isQueryAfterParenthesis(stream)) throw stream.fail(1767)
  stream.take()
  const query = stream.grammar.subquery(stream)
  stream.expectClose()
  return { kind: "columns", columns, query, ...stream.span(start) }
}

const parseAssignment = (stream: TokenStream): Assignment => {
  const { start } = stream.token
  if (stream.isOperator("(")) return parseColumnsAssignment(stream, start)
  if (stream.isUnit && stream.isWord("ROW") && stream.isOperator("=", 1)) {
    stream.take()
    stream.take()
    return {
      kind: "row",
      record: stream.inLanguage("plsql", () => stream.grammar.target(stream)),
      ...stream.span(start)
    }
  }
  const column = parseColumnTarget(stream)
  stream.expectOperator("=", 927)
  return { kind: "column", column, value: parseValueOrDefault(stream), ...stream.span(start) }
}

/** The list after SET. */
export const parseAssignments = (stream: TokenStream): ReadonlyArray<Assignment> =>
  stream.commaList(() => parseAssignment(stream))

const parseWhere = (stream: TokenStream): Pick<Update, "where" | "currentOf"> => {
  if (!stream.acceptWords("WHERE")) return { where: null, currentOf: null }
  if (stream.isUnit && stream.acceptWords("CURRENT", "OF"))
    return { where: null, currentOf: parseIdentifier(stream, 936) }
  return { where: stream.grammar.condition(stream), currentOf: null }
}

const parseUpdateHere = (stream: TokenStream): Update => {
  const { start, hint } = stream.take()
  const target = parseDmlTarget(stream)
  stream.expectWord("SET", 971)
  const assignments = parseAssignments(stream)
  if (stream.release >= 23 && stream.isWord("FROM")) throw stream.refuse("UPDATE ... FROM")
  const where = parseWhere(stream)
  refuseErrorLog(stream)
  return {
    kind: "update",
    hint,
    target,
    assignments,
    ...where,
    returning: parseReturning(stream),
    ...stream.span(start)
  }
}

/** UPDATE. */
export const parseUpdate = (stream: TokenStream): Update => stream.inLanguage("sql", () => parseUpdateHere(stream))

const parseDeleteHere = (stream: TokenStream): Delete => {
  const { start, hint } = stream.take()
  stream.acceptWords("FROM")
  const target = parseDmlTarget(stream)
  const where = parseWhere(stream)
  refuseErrorLog(stream)
  return { kind: "delete", hint, target, ...where, returning: parseReturning(stream), ...stream.span(start) }
}

/** DELETE. */
export const parseDelete = (stream: TokenStream): Delete => stream.inLanguage("sql", () => parseDeleteHere(stream))
