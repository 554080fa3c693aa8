// A query: WITH, the body with its set operators, ORDER BY, row limit, FOR UPDATE. One SELECT block is in select.ts.
import type { Expression } from "../ast/expression.ts"
import type {
  CommonTable,
  ForUpdate,
  OrderItem,
  ParenthesizedQuery,
  Query,
  QueryBody,
  RowLimit,
  Select,
  SetBranch
} from "../ast/query.ts"
import { parseColumnList, parseIdentifier, parseInteger } from "./names.ts"
import { parseSelect } from "./select.ts"
import type { TokenStream } from "./token-stream.ts"

const parseCommonTable = (stream: TokenStream): CommonTable => {
  if ((stream.isWord("FUNCTION") || stream.isWord("PROCEDURE")) && !stream.isWord("AS", 1))
    throw stream.refuse("WITH FUNCTION and WITH PROCEDURE")
  const name = parseIdentifier(stream, 903)
  const columns = stream.isOperator("(") ? parseColumnList(stream) : []
  stream.expectWord("AS")
  stream.expectOpen()
  const query = parseQuery(stream)
  stream.expectClose()
  if (stream.isWord("SEARCH") || stream.isWord("CYCLE"))
    throw stream.refuse(`${stream.token.value} of a recursive WITH`)
  return { name, columns, query, ...stream.span(name.start) }
}

const parseWith = (stream: TokenStream): ReadonlyArray<CommonTable> =>
  stream.acceptWords("WITH") ? stream.commaList(() => parseCommonTable(stream)) : []

/** What a query may have besides rows: INTO (a statement of PL/SQL), FOR UPDATE (statements and cursors). */
interface QueryRights {
  readonly hasInto: boolean
  readonly hasForUpdate: boolean
}

const nestedRights: QueryRights = { hasInto: false, hasForUpdate: false }
const cursorRights: QueryRights = { hasInto: false, hasForUpdate: true }
const statementRights: QueryRights = { hasInto: true, hasForUpdate: true }

const parseBranch = (stream: TokenStream, rights: QueryRights): Select | ParenthesizedQuery => {
  if (stream.isWord("SELECT")) return parseSelect(stream, rights.hasInto)
  if (stream.isWord("VALUES") && stream.release >= 23) throw stream.refuse("table value constructor")
  const { start } = stream.expectOperator("(", 928)
  const query = parseQuery(stream)
  stream.expectClose()
  return { kind: "parenthesized", query, ...stream.span(start) }
}

const readAll = (stream: TokenStream): boolean => stream.release >= 21 && stream.acceptWords("ALL")

const readSetOperator = (stream: TokenStream): SetBranch["operator"] | null => {
  if (stream.acceptWords("UNION")) return stream.acceptWords("ALL") ? "union-all" : "union"
  if (stream.acceptWords("INTERSECT")) return readAll(stream) ? "intersect-all" : "intersect"
  if (stream.acceptWords("MINUS")) return readAll(stream) ? "minus-all" : "minus"
  if (stream.release >= 21 && stream.acceptWords("EXCEPT")) return readAll(stream) ? "minus-all" : "minus"
  return null
}

/** A branch in parentheses has an ORDER BY only together with a row limit. */
const checkBranch = (stream: TokenStream, branch: Select | ParenthesizedQuery): void => {
  if (branch.kind === "parenthesized") checkOrder(stream, branch.query)
}

const checkOrder = (stream: TokenStream, query: Query): void => {
  const [first] = query.orderBy
  if (first !== undefined && query.rowLimit === null) throw stream.place(907, first.start)
}

const parseBodyAfter = (stream: TokenStream, first: Select | ParenthesizedQuery): QueryBody => {
  const rest: SetBranch[] = []
  for (let operator = readSetOperator(stream); operator !== null; operator = readSetOperator(stream))
    rest.push({ operator, query: parseBranch(stream, nestedRights) })
  for (const branch of rest.length === 0 ? [] : [first, ...rest.map(({ query }) => query)]) checkBranch(stream, branch)
  return rest.length === 0 ? first : { kind: "set-operation", first, rest, ...stream.span(first.start) }
}

const readNulls = (stream: TokenStream): OrderItem["nulls"] => {
  if (!stream.acceptWords("NULLS")) return null
  if (stream.acceptWords("FIRST")) return "first"
  stream.expectWord("LAST")
  return "last"
}

const parseOrderItem = (stream: TokenStream): OrderItem => {
  const { start } = stream.token
  const value = stream.grammar.expression(stream)
  const isDescending = stream.acceptWords("DESC")
  if (!isDescending) stream.acceptWords("ASC")
  return { value, isDescending, nulls: readNulls(stream), ...stream.span(start) }
}

/** The list after ORDER BY. */
export const parseOrderItems = (stream: TokenStream): ReadonlyArray<OrderItem> =>
  stream.commaList(() => parseOrderItem(stream))

interface Order {
  readonly orderBy: ReadonlyArray<OrderItem>
  readonly isSiblingsOrder: boolean
}

const parseOrderBy = (stream: TokenStream): Order => {
  if (!stream.acceptWords("ORDER")) return { orderBy: [], isSiblingsOrder: false }
  const isSiblingsOrder = stream.acceptWords("SIBLINGS")
  stream.expectWord("BY", 924)
  return { orderBy: parseOrderItems(stream), isSiblingsOrder }
}

const expectRows = (stream: TokenStream): void => {
  if (!stream.acceptWords("ROWS")) stream.expectWord("ROW")
}

const parseOffset = (stream: TokenStream): Expression | null => {
  if (!stream.acceptWords("OFFSET")) return null
  const offset = stream.grammar.expression(stream)
  expectRows(stream)
  return offset
}

const parseFetch = (stream: TokenStream): Pick<RowLimit, "count" | "isPercent" | "isWithTies"> => {
  stream.take()
  if (!stream.acceptWords("NEXT")) stream.expectWord("FIRST")
  const isOneRow = stream.isWord("ROW") || stream.isWord("ROWS")
  const count = isOneRow ? null : stream.grammar.expression(stream)
  const isPercent = !isOneRow && stream.acceptWords("PERCENT")
  expectRows(stream)
  const isWithTies = stream.acceptWords("WITH")
  stream.expectWord(isWithTies ? "TIES" : "ONLY")
  return { count, isPercent, isWithTies }
}

const parseRowLimit = (stream: TokenStream): RowLimit | null => {
  const { start } = stream.token
  if (stream.release < 12.1 || (!stream.isWord("OFFSET") && !stream.isWord("FETCH"))) return null
  const offset = parseOffset(stream)
  const hasFetch = stream.isWord("FETCH")
  const fetch = hasFetch ? parseFetch(stream) : { count: null, isPercent: false, isWithTies: false }
  return { offset, hasFetch, ...fetch, ...stream.span(start) }
}

const parseForUpdate = (stream: TokenStream, rights: QueryRights): ForUpdate | null => {
  if (!rights.hasForUpdate || !stream.isWord("FOR")) return null
  const { start } = stream.take()
  stream.expectWord("UPDATE")
  const columns = stream.acceptWords("OF") ? stream.commaList(() => stream.grammar.expression(stream)) : []
  const isSkipLocked = stream.acceptWords("SKIP")
  if (isSkipLocked) stream.expectWord("LOCKED")
  return { columns, waitSeconds: isSkipLocked ? null : readWait(stream), isSkipLocked, ...stream.span(start) }
}

/** NOWAIT, `WAIT n` or nothing: 0, seconds or null. */
export const readWait = (stream: TokenStream): number | null => {
  if (stream.acceptWords("NOWAIT")) return 0
  return stream.acceptWords("WAIT") ? parseInteger(stream, 30005) : null
}

const finish = (
  stream: TokenStream,
  start: number,
  parts: { readonly body: QueryBody; readonly with: ReadonlyArray<CommonTable> },
  rights: QueryRights
): Query => {
  const order = parseOrderBy(stream)
  const rowLimit = parseRowLimit(stream)
  const forUpdate = parseForUpdate(stream, rights)
  return { kind: "query", ...parts, ...order, rowLimit, forUpdate, ...stream.span(start) }
}

const parseQueryWith = (stream: TokenStream, rights: QueryRights): Query =>
  stream.nested(() =>
    stream.inLanguage("sql", () => {
      const { start } = stream.token
      const withTables = parseWith(stream)
      const body = parseBodyAfter(stream, parseBranch(stream, rights))
      return finish(stream, start, { body, with: withTables }, rights)
    })
  )

/** A query from SELECT, WITH or `(` on, inside another statement. Inside PL/SQL the words mean SQL until it ends. */
export const parseQuery = (stream: TokenStream): Query => parseQueryWith(stream, nestedRights)

/** A query that is a statement of SQL or the query of a cursor: it may lock its rows. */
export const parseCursorQuery = (stream: TokenStream): Query => parseQueryWith(stream, cursorRights)

const hasInto = (body: QueryBody): boolean => {
  if (body.kind === "select") return body.into !== null
  return body.kind === "set-operation" ? hasInto(body.first) : hasInto(body.query.body)
}

/** A query that is a statement of PL/SQL: it must have an INTO (PLS-00428). */
export const parseSelectInto = (stream: TokenStream): Query => {
  const query = parseQueryWith(stream, statementRights)
  if (!hasInto(query.body))
    throw stream.plsqlError("PLS-00428: an INTO clause is expected in this SELECT statement", query.start)
  return query
}

/** Goes on with a query whose first branch in parentheses has been read. */
export const parseQueryAfter = (stream: TokenStream, first: ParenthesizedQuery): Query =>
  stream.inLanguage("sql", () =>
    finish(stream, first.start, { body: parseBodyAfter(stream, first), with: [] }, nestedRights)
  )

/** A query as a value, after IN or EXISTS: ORDER BY needs a row limit there (ORA-00907). */
export const parseSubquery = (stream: TokenStream): Query => {
  const query = parseQuery(stream)
  checkOrder(stream, query)
  return query
}
