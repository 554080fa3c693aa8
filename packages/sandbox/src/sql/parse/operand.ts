// Operands: literals, binds, parentheses, CASE, and what begins with a name. Special forms of functions are in special-functions.ts, calls in calls.ts.
import type { DatetimeField, Expression, RowExpression } from "../ast/expression.ts"
import type { ParenthesizedQuery } from "../ast/query.ts"
import { parseNamed } from "./calls.ts"
import { parseCase } from "./case-expression.ts"
import { parseDatetimeLiteral, parseIntervalFields, parseIntervalLiteral } from "./datetime-literals.ts"
import { identifierOf } from "./names.ts"
import { parseSpecialFunction } from "./special-functions.ts"
import type { TokenStream } from "./token-stream.ts"

const parseBind = (stream: TokenStream): Expression => {
  const token = stream.take()
  const span = { start: token.start, end: token.end }
  if (stream.bindMeaning === "forbidden") throw stream.place(1027, token.start)
  if (stream.bindMeaning === "value")
    return { kind: "bind", name: token.value, index: stream.bindIndexOf(token), ...span }
  const row = token.value
  if ((row !== "NEW" && row !== "OLD" && row !== "PARENT") || !stream.acceptOperator("."))
    throw stream.plsqlError(`PLS-00049: bad bind variable '${row}'`, token.start)
  const column = identifierOf(stream.take())
  return { kind: "correlation-column", row, column, ...stream.span(token.start) }
}

const parseQueryInParentheses = (stream: TokenStream, start: number): Expression => {
  const query = stream.grammar.subquery(stream)
  stream.expectClose()
  return { kind: "subquery", query, ...stream.span(start) }
}

const setOperators: ReadonlySet<string> = new Set(["UNION", "INTERSECT", "MINUS", "EXCEPT"])

/** `((SELECT 1 FROM a) UNION SELECT 2 FROM b)`: what looked like a value was the first branch of a query. */
const continueQuery = (stream: TokenStream, start: number, first: Expression): Expression | null => {
  if (first.kind !== "subquery" || !stream.isOneOf(setOperators)) return null
  const branch: ParenthesizedQuery = { kind: "parenthesized", query: first.query, start: first.start, end: first.end }
  const query = stream.grammar.queryAfter(stream, branch)
  stream.expectClose()
  return { kind: "subquery", query, ...stream.span(start) }
}

/** `( ... )`: a value, a condition where one is allowed, several values, or a query. */
export const parseParenthesized = (stream: TokenStream, allowsCondition: boolean): Expression =>
  stream.nested(() => {
    const { start } = stream.take()
    const isQuery = stream.isWord("SELECT") || stream.isWord("WITH")
    if (isQuery && stream.language === "plsql") throw stream.fail(936, ["an expression"])
    if (isQuery) return parseQueryInParentheses(stream, start)
    const parse = allowsCondition ? stream.grammar.boolean : stream.grammar.expression
    const first = parse(stream)
    const query = continueQuery(stream, start, first)
    if (query !== null) return query
    if (stream.isOperator(",") && stream.language === "sql") return parseRow(stream, start, first)
    stream.expectClose()
    return { ...first, ...stream.span(start) }
  })

const parseRow = (stream: TokenStream, start: number, first: Expression): RowExpression => {
  const items = [first]
  while (stream.acceptOperator(",")) items.push(stream.grammar.expression(stream))
  stream.expectClose()
  return { kind: "row", items, ...stream.span(start) }
}

const intervalStart: ReadonlySet<DatetimeField> = new Set<DatetimeField>(["DAY", "YEAR"])

const isIntervalConversion = (stream: TokenStream): boolean =>
  (stream.isOneOf(intervalStart) && stream.isWord("TO", 1)) ||
  (stream.isOneOf(intervalStart) && stream.isOperator("(", 1) && stream.isWord("TO", 4))

/** What may follow an operand: AT TIME ZONE, AT LOCAL, `DAY TO SECOND`. */
export const parsePostfix = (stream: TokenStream, operand: Expression): Expression => {
  if (stream.isWord("AT") && stream.areWords("AT", "TIME", "ZONE")) {
    stream.acceptWords("AT", "TIME", "ZONE")
    const zone = parseOperand(stream)
    return { kind: "at-time-zone", value: operand, zone, ...stream.span(operand.start) }
  }
  if (stream.acceptWords("AT", "LOCAL"))
    return { kind: "at-time-zone", value: operand, zone: null, ...stream.span(operand.start) }
  if (stream.text[operand.end - 1] === ")" && isIntervalConversion(stream)) {
    const { unit, leadingPrecision, fractionPrecision } = parseIntervalFields(stream)
    return {
      kind: "interval-conversion",
      value: operand,
      unit,
      leadingPrecision,
      fractionPrecision,
      ...stream.span(operand.start)
    }
  }
  if (stream.isWord("MULTISET")) throw stream.refuse("MULTISET")
  if (stream.isWord("COLLATE")) throw stream.refuse("COLLATE")
  return operand
}

const parseLiteralWord = (stream: TokenStream): Expression | null => {
  const token = stream.token
  const span = { start: token.start, end: token.end }
  switch (token.value) {
    case "NULL":
      stream.take()
      return { kind: "null", ...span }
    case "TRUE":
    case "FALSE":
      if (!stream.hasBooleans || stream.isOperator(".", 1) || stream.isOperator("(", 1)) return null
      stream.take()
      return { kind: "boolean", value: token.value === "TRUE", ...span }
    case "DATE":
    case "TIMESTAMP":
      return parseDatetimeLiteral(stream)
    case "INTERVAL":
      return parseIntervalLiteral(stream)
    case "CASE":
      return parseCase(stream)
    default:
      return null
  }
}

const parseWord = (stream: TokenStream): Expression => {
  const literal = parseLiteralWord(stream) ?? parseSpecialFunction(stream)
  if (literal !== null) return literal
  return parseNamed(stream)
}

const parseBare = (stream: TokenStream): Expression => {
  const token = stream.token
  const span = { start: token.start, end: token.end }
  switch (token.kind) {
    case "number":
      stream.take()
      return { kind: "number", text: token.value, suffix: token.suffix, ...span }
    case "string":
    case "national-string":
      stream.take()
      return { kind: "string", value: token.value, isNational: token.kind === "national-string", ...span }
    case "bind":
      return parseNamedBind(stream)
    case "word":
      return parseWord(stream)
    case "quoted":
      return parseNamed(stream)
    case "operator":
      if (token.value === "(") return parseParenthesized(stream, stream.hasBooleans)
      throw stream.fail(936, ["an expression"])
    case "error":
    case "end":
      throw stream.fail(936, ["an expression"])
  }
}

/** A bind, in PL/SQL with a cursor attribute after it. */
const parseNamedBind = (stream: TokenStream): Expression => {
  const bind = parseBind(stream)
  if (bind.kind !== "bind" || stream.language === "sql" || !stream.isOperator("%")) return bind
  stream.take()
  const attribute = stream.take().value
  if (attribute !== "FOUND" && attribute !== "NOTFOUND" && attribute !== "ISOPEN" && attribute !== "ROWCOUNT")
    throw stream.fail(936)
  return { kind: "cursor-attribute", cursor: bind, attribute, index: null, ...stream.span(bind.start) }
}

/** One operand with what follows it. */
export const parseOperand = (stream: TokenStream): Expression => parsePostfix(stream, parseBare(stream))
