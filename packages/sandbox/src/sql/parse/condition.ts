// Conditions: OR, AND, NOT and the predicates. A value where a condition must be is ORA-00920, a condition where a value must be ends the value before its
// operator, and the caller fails there (ORA-00907, 00923 ...), as in Oracle.
import type { ComparisonOperator, Condition, InRight, IsCondition, LikeCondition } from "../ast/condition.ts"
import type { DatabaseError } from "../../engine/engine.ts"
import type { Expression } from "../ast/expression.ts"
import { parseParenthesized } from "./operand.ts"
import { continueValue, parseValue } from "./operators.ts"
import type { TokenStream } from "./token-stream.ts"

const conditionKinds: ReadonlySet<string> = new Set(
  "comparison quantified in between like is exists and or not".split(" ")
)

/** True for nodes that are true, false or unknown by their form. */
export const isCondition = (node: Expression): node is Condition => conditionKinds.has(node.kind)

const comparisons: ReadonlySet<string> = new Set(["=", "<>", "<", ">", "<=", ">="])
const likes: ReadonlySet<string> = new Set(["LIKE", "LIKEC", "LIKE2", "LIKE4"])
const quantifiers: ReadonlySet<string> = new Set(["ANY", "SOME", "ALL"])
const unknownPredicates: ReadonlySet<string> = new Set(["MEMBER", "SUBMULTISET"])

const isQueryStart = (stream: TokenStream, ahead: number): boolean =>
  stream.isWord("SELECT", ahead) || stream.isWord("WITH", ahead)

const parseInRight = (stream: TokenStream): InRight => {
  if (isQueryStart(stream, 1)) {
    if (stream.language === "plsql")
      throw stream.plsqlError("PLS-00405: subquery not allowed in this context", stream.token.start)
    stream.take()
    const query = stream.grammar.subquery(stream)
    stream.expectClose()
    return { kind: "query", query }
  }
  const opening = stream.expectOpen()
  if (stream.isOperator(")")) throw stream.fail(936)
  const items = stream.commaList(() => stream.grammar.expression(stream))
  stream.expectClose()
  if (items.length > 1000) throw stream.place(1795, opening.start)
  const [only] = items
  if (items.length === 1 && only !== undefined && only.kind === "subquery") return { kind: "query", query: only.query }
  return { kind: "list", items }
}

const parseComparison = (stream: TokenStream, left: Expression): Condition => {
  const operator = stream.take().value as ComparisonOperator
  if (stream.isOneOf(quantifiers) && stream.isOperator("(", 1)) {
    const quantifier = stream.take().value === "ALL" ? "all" : "any"
    const right = parseInRight(stream)
    return { kind: "quantified", operator, quantifier, left, right, ...stream.span(left.start) }
  }
  const right = parseValue(stream)
  return { kind: "comparison", operator, left, right, ...stream.span(left.start) }
}

const parseLike = (stream: TokenStream, value: Expression, isNegated: boolean): Condition => {
  const variant = stream.take().value as LikeCondition["variant"]
  const pattern = parseValue(stream)
  const escape = stream.acceptWords("ESCAPE") ? parseValue(stream) : null
  return { kind: "like", variant, value, pattern, escape, isNegated, ...stream.span(value.start) }
}

const parseBetween = (stream: TokenStream, value: Expression, isNegated: boolean): Condition => {
  stream.take()
  const low = parseValue(stream)
  stream.expectWord("AND")
  const high = parseValue(stream)
  return { kind: "between", value, low, high, isNegated, ...stream.span(value.start) }
}

const refusedIs: ReadonlySet<string> = new Set(["OF", "DANGLING", "EMPTY", "PRESENT", "A"])

const jsonOptions: ReadonlySet<string> = new Set([
  "FORMAT",
  "STRICT",
  "LAX",
  "ALLOW",
  "DISALLOW",
  "WITH",
  "WITHOUT",
  "VALIDATE"
])

const readJson = (stream: TokenStream): "json" => {
  if (stream.isOneOf(jsonOptions) && !stream.isWord("READ", 1) && !stream.isWord("CHECK", 1))
    throw stream.refuse("options of IS JSON")
  return "json"
}

const readIsWhat = (stream: TokenStream): IsCondition["what"] => {
  if (stream.acceptWords("NULL")) return "null"
  if (stream.acceptWords("NAN")) return "nan"
  if (stream.acceptWords("INFINITE")) return "infinite"
  if (stream.release >= 12.1 && stream.acceptWords("JSON")) return readJson(stream)
  if (stream.release >= 23 && stream.acceptWords("TRUE")) return "true"
  if (stream.release >= 23 && stream.acceptWords("FALSE")) return "false"
  if (stream.isOneOf(refusedIs)) throw stream.refuse(`IS ${stream.token.value}`)
  throw stream.fail(908, ["null"])
}

const parseIs = (stream: TokenStream, value: Expression): Condition => {
  stream.take()
  const isNegated = stream.acceptWords("NOT")
  return { kind: "is", value, what: readIsWhat(stream), isNegated, ...stream.span(value.start) }
}

/** The predicate after a value; the value itself when none follows. */
const parsePredicateAfter = (stream: TokenStream, value: Expression): Expression => {
  const { kind, value: symbol } = stream.token
  if (kind === "operator") return comparisons.has(symbol) ? parseComparison(stream, value) : value
  if (kind !== "word") return value
  if (symbol === "IS") return parseIs(stream, value)
  const isNegated = symbol === "NOT"
  const ahead = isNegated ? 1 : 0
  const isPredicate = stream.isWord("IN", ahead) || stream.isWord("BETWEEN", ahead) || stream.isOneOf(likes, ahead)
  if (stream.isOneOf(unknownPredicates, ahead)) throw stream.refuse(stream.peek(ahead).value)
  if (!isPredicate) {
    if (isNegated) throw stream.fail(920)
    return value
  }
  if (isNegated) stream.take()
  if (stream.isWord("BETWEEN")) return parseBetween(stream, value, isNegated)
  if (!stream.isWord("IN")) return parseLike(stream, value, isNegated)
  stream.take()
  return { kind: "in", left: value, right: parseInRight(stream), isNegated, ...stream.span(value.start) }
}

const sqlOnly = (stream: TokenStream, name: string): DatabaseError =>
  stream.plsqlError(
    `PLS-00204: function or pseudo-column '${name}' may be used inside a SQL statement only`,
    stream.token.start
  )

const parseExists = (stream: TokenStream): Condition => {
  const start = stream.take().start
  stream.expectOpen()
  const query = stream.grammar.subquery(stream)
  stream.expectClose()
  return { kind: "exists", query, ...stream.span(start) }
}

const parsePredicate = (stream: TokenStream): Expression => {
  if (stream.isWord("EXISTS") && stream.isOperator("(", 1) && stream.language === "plsql")
    throw sqlOnly(stream, "EXISTS")
  if (stream.isWord("EXISTS") && stream.isOperator("(", 1) && isQueryStart(stream, 2)) return parseExists(stream)
  if (stream.isWord("EXISTS") && stream.language === "sql") throw stream.fail(936)
  if (!stream.isOperator("(")) return parsePredicateAfter(stream, parseValue(stream))
  const inner = parseParenthesized(stream, true)
  if (isCondition(inner) && !stream.hasBooleans) return inner
  return parsePredicateAfter(stream, continueValue(stream, inner))
}

/** Functions whose value is a condition. */
const isConditionCall = (operand: Expression): boolean =>
  operand.kind === "call" &&
  operand.path.length === 1 &&
  (operand.path[0].value === "REGEXP_LIKE" || operand.path[0].value === "LNNVL")

/** A part of a chain must be a condition where conditions are no values. */
const checkOperand = (stream: TokenStream, operand: Expression): Expression => {
  if (!stream.hasBooleans && !isCondition(operand) && !isConditionCall(operand)) throw stream.fail(920)
  return operand
}

const parseNot = (stream: TokenStream): Expression => {
  if (!stream.isWord("NOT")) return parsePredicate(stream)
  const start = stream.take().start
  const operand = checkOperand(
    stream,
    stream.nested(() => parseNot(stream))
  )
  return { kind: "not", operand, ...stream.span(start) }
}

const parseChain = (
  stream: TokenStream,
  kind: "and" | "or",
  parseOperandOf: (stream: TokenStream) => Expression
): Expression => {
  const first = parseOperandOf(stream)
  const word = kind === "and" ? "AND" : "OR"
  if (!stream.isWord(word)) return first
  const operands = [checkOperand(stream, first)]
  while (stream.acceptWords(word)) operands.push(checkOperand(stream, parseOperandOf(stream)))
  return { kind, operands, ...stream.span(first.start) }
}

const parseAnd = (stream: TokenStream): Expression => parseChain(stream, "and", parseNot)

/** A condition, or a value when nothing makes a condition of it. */
export const parseBoolean = (stream: TokenStream): Expression => parseChain(stream, "or", parseAnd)

/** A condition; a mere value is ORA-00920 where conditions are no values. */
export const parseCondition = (stream: TokenStream): Expression => checkOperand(stream, parseBoolean(stream))

/** A value; where conditions are values (PL/SQL, release 23) any boolean expression. */
export const parseExpression = (stream: TokenStream): Expression =>
  stream.hasBooleans ? parseBoolean(stream) : parseValue(stream)
