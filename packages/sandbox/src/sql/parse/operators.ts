// Operators by precedence climbing. Oracle's order: sign and PRIOR, `**` (PL/SQL), `*` and `/`, then `+`, `-` and `||` on one level.
import type { BinaryOperation, Expression, UnaryOperation } from "../ast/expression.ts"
import { parseOperand, parsePostfix } from "./operand.ts"
import type { TokenStream } from "./token-stream.ts"

const additive = 1
const multiplicative = 2
const power = 3

const precedences: Readonly<Record<string, number>> = {
  "+": additive,
  "-": additive,
  "||": additive,
  "*": multiplicative,
  "/": multiplicative,
  "**": power
}

const precedenceOf = (stream: TokenStream): number => {
  if (stream.token.kind !== "operator") return 0
  if (stream.token.value === "**" && stream.language === "sql") return 0
  return precedences[stream.token.value] ?? 0
}

const signs: ReadonlySet<string> = new Set(["+", "-"])

const isUnary = (stream: TokenStream): boolean => {
  const { kind, value } = stream.token
  if (kind === "operator") return signs.has(value)
  return kind === "word" && stream.language === "sql" && (value === "PRIOR" || value === "CONNECT_BY_ROOT")
}

const parseUnary = (stream: TokenStream): Expression => {
  if (!isUnary(stream)) return parseOperand(stream)
  const start = stream.token.start
  const operator = stream.take().value as UnaryOperation["operator"]
  const operand = stream.nested(() => parseUnary(stream))
  const powered = operator === "-" || operator === "+" ? continueBinary(stream, operand, power) : operand
  return { kind: "unary", operator, operand: powered, ...stream.span(start) }
}

/** Goes on with the operators that follow `first`, of at least this precedence. */
export const continueBinary = (stream: TokenStream, first: Expression, least: number): Expression => {
  let left = first
  let length = 0
  for (let found = precedenceOf(stream); found >= least && found > 0; found = precedenceOf(stream)) {
    length += 1
    stream.checkChain(length)
    const operator = stream.take().value as BinaryOperation["operator"]
    const right = continueBinary(stream, parseUnary(stream), found === power ? power : found + 1)
    left = { kind: "binary", operator, left, right, start: first.start, end: stream.previousEnd }
  }
  return left
}

/** A value with its operators. */
export const parseValue = (stream: TokenStream): Expression => continueBinary(stream, parseUnary(stream), additive)

/** Goes on with a value whose first operand has been read. */
export const continueValue = (stream: TokenStream, first: Expression): Expression =>
  continueBinary(stream, parsePostfix(stream, first), additive)
