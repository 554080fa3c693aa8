// Operators on values: arithmetic, comparison, concatenation, three-valued logic. Numbers and texts are worked out here, datetimes by SQL.
import { ora } from "../errors/ora.ts"
import type { BinaryOperation, ComparisonOperator, Expression } from "../sql/ast/index.ts"
import { byteLength } from "./coerce.ts"
import { evaluateSql, inputBind, toNumber, toText, typed, valueError } from "./convert.ts"
import { addDays, daysBetween } from "./date-arithmetic.ts"
import type { Num } from "./number.ts"
import { addNum, compareNum, divideNum, multiplyNum, powerNum, subtractNum, toDouble } from "./number.ts"
import { readNum } from "./number-text.ts"
import type { Runtime } from "./runtime.ts"
import type { Eventual, Value } from "./value.ts"
import { after, Binary, isNum, Moment, toSql } from "./value.ts"

type ArithmeticOperator = Exclude<BinaryOperation["operator"], "||">

/** Arithmetic of two numbers. */
export const calculate = (operator: ArithmeticOperator, left: Num, right: Num): Num => {
  switch (operator) {
    case "+":
      return addNum(left, right)
    case "-":
      return subtractNum(left, right)
    case "*":
      return multiplyNum(left, right)
    case "/":
      return divideNum(left, right)
    case "**": {
      const exact = powerNum(left, right)
      return exact ?? readNum(String(toDouble(left) ** toDouble(right))) ?? overflow()
    }
  }
}

const overflow = (): never => {
  throw ora(1426)
}

const doubles: Readonly<Record<ArithmeticOperator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "**": (left, right) => left ** right
}

const binaryTrees = new Map<string, Expression>()

const treeOf = (operator: BinaryOperation["operator"]): Expression => {
  const known = binaryTrees.get(operator)
  if (known !== undefined) return known
  const made: Expression = { kind: "binary", operator, left: inputBind(0), right: inputBind(1), start: 0, end: 0 }
  binaryTrees.set(operator, made)
  return made
}

const calculateDate = (operator: ArithmeticOperator, left: Value, right: Value): Value => {
  if (left instanceof Moment && right instanceof Moment) return operator === "-" ? daysBetween(left, right) : null
  if (left instanceof Moment && isNum(right) && (operator === "+" || operator === "-"))
    return addDays(left, right, operator === "+" ? 1 : -1)
  return right instanceof Moment && isNum(left) && operator === "+" ? addDays(right, left, 1) : null
}

/** `left operator right` for any values. NULL on either side gives NULL. */
export const applyArithmetic = (
  runtime: Runtime,
  operator: ArithmeticOperator,
  left: Value,
  right: Value
): Eventual<Value> => {
  if (left === null || right === null) return null
  if (isNum(left) && isNum(right)) return calculate(operator, left, right)
  if (left instanceof Moment || right instanceof Moment) {
    const quick = calculateDate(operator, left, right)
    return quick ?? evaluateSql(runtime, treeOf(operator), [typed(left), typed(right)])
  }
  if (left instanceof Binary || right instanceof Binary) {
    const type = left instanceof Binary ? left.type : right instanceof Binary ? right.type : "BINARY_DOUBLE"
    return new Binary(type, doubles[operator](Number(toSql(left)), Number(toSql(right))))
  }
  return after(toNumber(runtime, left), (a) =>
    after(toNumber(runtime, right), (b) => (a === null || b === null ? null : calculate(operator, a, b)))
  )
}

const maxTextBytes = 32_767

const join = (left: string, right: string): string => {
  const text = left + right
  if (text.length > 8191 && byteLength(text) > maxTextBytes) throw valueError("character string buffer too small")
  return text
}

/** `left || right`: NULL counts as nothing. `isLob`: the result may be longer than 32,767 bytes. */
export const concatenate = (runtime: Runtime, left: Value, right: Value, isLob = false): Eventual<Value> => {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Uint8Array.from([...left, ...right])
  return after(toText(runtime, left), (a) =>
    after(toText(runtime, right), (b) => {
      if (a === null) return b
      if (b === null) return a
      return isLob ? a + b : join(a, b)
    })
  )
}

const surrogate = /[\uD800-\uDFFF]/u

/** Binary order of texts, by code points. */
export const compareTexts = (left: string, right: string): number => {
  if (left === right) return 0
  if (!surrogate.test(left) && !surrogate.test(right)) return left < right ? -1 : 1
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}

const padded = (left: string, right: string): number => {
  const length = Math.max(left.length, right.length)
  return compareTexts(left.padEnd(length), right.padEnd(length))
}

const orderTree: Expression = (() => {
  const span = { start: 0, end: 0 }
  const number = (text: string): Expression => ({ kind: "number", text, suffix: null, ...span })
  const is = (operator: ComparisonOperator): Expression => ({
    kind: "comparison",
    operator,
    left: inputBind(0),
    right: inputBind(1),
    ...span
  })
  const branches = [
    { when: is("<"), result: number("-1"), ...span },
    { when: is(">"), result: number("1"), ...span }
  ]
  return { kind: "case", selector: null, branches, otherwise: number("0"), ...span }
})()

const withoutZone: ReadonlySet<string> = new Set(["DATE", "TIMESTAMP", "TIMESTAMP WITH LOCAL TIME ZONE"])

const fractionOf = (text: string): string => {
  const point = text.indexOf(".")
  return point < 0 ? text : text.replace(/\.?0+$/u, "")
}

/** Order of two values; null when one of them is NULL. A padded comparison is that of CHAR values. */
export const compareValues = (
  runtime: Runtime,
  left: Value,
  right: Value,
  isPadded = false
): Eventual<number | null> => {
  if (left === null || right === null) return null
  if (isNum(left) && isNum(right)) return compareNum(left, right)
  if (typeof left === "string" && typeof right === "string")
    return isPadded ? padded(left, right) : compareTexts(left, right)
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right)
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right)
  if (left instanceof Moment || right instanceof Moment) return compareMoments(runtime, left, right)
  if (left instanceof Binary || right instanceof Binary) return Number(toSql(left)) - Number(toSql(right))
  if (left instanceof Uint8Array || right instanceof Uint8Array)
    return after(toText(runtime, left), (a) =>
      after(toText(runtime, right), (b) => (a === null || b === null ? null : compareTexts(a, b)))
    )
  return after(toNumber(runtime, left), (a) =>
    after(toNumber(runtime, right), (b) => (a === null || b === null ? null : compareNum(a, b)))
  )
}

const compareMoments = (runtime: Runtime, left: Value, right: Value): Eventual<number | null> => {
  if (
    left instanceof Moment &&
    right instanceof Moment &&
    withoutZone.has(left.type) &&
    withoutZone.has(right.type) &&
    !left.text.startsWith("-") &&
    !right.text.startsWith("-")
  )
    return compareTexts(fractionOf(left.text), fractionOf(right.text))
  return after(evaluateSql(runtime, orderTree, [typed(left), typed(right)]), (order) =>
    typeof order === "number" ? order : null
  )
}

/** Whether an order fulfils a comparison. */
export const holds = (operator: ComparisonOperator, order: number): boolean => {
  switch (operator) {
    case "=":
      return order === 0
    case "<>":
      return order !== 0
    case "<":
      return order < 0
    case ">":
      return order > 0
    case "<=":
      return order <= 0
    case ">=":
      return order >= 0
  }
}
