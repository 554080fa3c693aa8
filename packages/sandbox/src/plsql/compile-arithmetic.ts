// Arithmetic and concatenation. Whole numbers take a path without any object; PLS_INTEGER on both sides stays PLS_INTEGER and overflows (ORA-01426).
import { ora } from "../errors/ora.ts"
import type { BinaryOperation, UnaryOperation } from "../sql/ast/index.ts"
import type { Code, Frame } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { applyArithmetic, concatenate } from "./operations.ts"
import { negateNum } from "./number.ts"
import { asRemote, remoteCode } from "./remote.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import { clobType, dateType, integerType, isNumeric, numberType, textType, unknownType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, isNum } from "./value.ts"

type Operator = Exclude<BinaryOperation["operator"], "||">

const isUnfit = (type: PlsqlType): boolean =>
  type.kind === "boolean" || type.kind === "record" || type.kind === "collection" || type.kind === "cursor"

/** PLS-00306 when an operand cannot take part. */
export const checkOperands = (operator: string, node: { readonly start: number }, codes: ReadonlyArray<Code>): void => {
  if (codes.some(({ type }) => isUnfit(type)))
    failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${operator}'`)
}

const resultOf = (operator: Operator, left: PlsqlType, right: PlsqlType): PlsqlType => {
  if (left.kind === "integer" && right.kind === "integer" && operator !== "/" && operator !== "**") return integerType
  if (left.kind === "moment" || right.kind === "moment" || left.kind === "unknown" || right.kind === "unknown")
    return unknownType
  if (left.kind === "binary") return left
  return right.kind === "binary" ? right : numberType
}

const inInteger = (value: Value): Value => {
  if (value !== null && (typeof value !== "number" || value > integerType.high || value < integerType.low))
    throw ora(1426)
  return value
}

const slowly = (
  frame: Frame,
  operator: Operator,
  left: Eventual<Value>,
  right: () => Eventual<Value>,
  finish: (value: Value) => Value
): Eventual<Value> =>
  after(left, (a) => after(right(), (b) => after(applyArithmetic(frame.machine.runtime, operator, a, b), finish)))

const keep = (value: Value): Value => value

const compileRun = (operator: Operator, left: Code, right: Code, isInteger: boolean): Code["run"] => {
  const finish = isInteger ? inInteger : keep
  const [low, high] = isInteger
    ? [integerType.low, integerType.high]
    : [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  const quick: ((a: number, b: number) => number) | null =
    operator === "+"
      ? (a, b) => a + b
      : operator === "-"
        ? (a, b) => a - b
        : operator === "*"
          ? (a, b) => a * b + 0
          : null
  if (quick === null) return (frame) => slowly(frame, operator, left.run(frame), () => right.run(frame), finish)
  return (frame) => {
    const a = left.run(frame)
    if (typeof a !== "number") return slowly(frame, operator, a, () => right.run(frame), finish)
    const b = right.run(frame)
    if (typeof b === "number") {
      const result = quick(a, b)
      if (result >= low && result <= high) return result
    }
    return slowly(frame, operator, a, () => b, finish)
  }
}

const isDate = ({ type }: Code): boolean => type.kind === "moment" && type.name === "DATE"

const isAnswered = ({ remote }: Code): boolean =>
  remote !== null && remote.inputs.length === 0 && remote.node.kind === "call"

/** With a datetime: DATE and numbers are worked out here, the rest by SQL. A parent that goes to SQL takes the whole tree along. */
const compileDate = (scope: Scope, node: BinaryOperation, operator: Operator, left: Code, right: Code): Code => {
  const [a, b] = [asRemote(left), asRemote(right)]
  const asked = remoteCode(unknownType, { ...node, left: a.node, right: b.node }, [a, b], scope.unit.text)
  if (isAnswered(left) || isAnswered(right)) return asked
  const type = isDate(left) && isDate(right) ? numberType : isDate(left) || isDate(right) ? dateType : unknownType
  if (type.kind === "unknown") return asked
  return makeCode(type, (frame) => slowly(frame, operator, left.run(frame), () => right.run(frame), keep), asked.remote)
}

/** `+`, `-`, `*`, `/`, `**`. With a datetime in it SQL works it out. */
export const compileArithmetic = (context: ExpressionContext, scope: Scope, node: BinaryOperation): Code => {
  const operator = node.operator as Operator
  const left = context.expression(scope, node.left)
  const right = context.expression(scope, node.right)
  checkOperands(operator, node, [left, right])
  const type = resultOf(operator, left.type, right.type)
  if (left.type.kind === "moment" || right.type.kind === "moment")
    return compileDate(scope, node, operator, left, right)
  return makeCode(type, compileRun(operator, left, right, type.kind === "integer"))
}

/** `||`. */
export const compileConcatenation = (context: ExpressionContext, scope: Scope, node: BinaryOperation): Code => {
  const left = context.expression(scope, node.left)
  const right = context.expression(scope, node.right)
  checkOperands("||", node, [left, right])
  const isLob = left.type.kind === "lob" || right.type.kind === "lob"
  return makeCode(isLob ? clobType : textType, (frame) =>
    after(left.run(frame), (a) => after(right.run(frame), (b) => concatenate(frame.machine.runtime, a, b, isLob)))
  )
}

/** `-x` and `+x`. */
export const compileSign = (context: ExpressionContext, scope: Scope, node: UnaryOperation): Code => {
  const operand = context.expression(scope, node.operand)
  checkOperands(node.operator, node, [operand])
  const type = isNumeric(operand.type) ? operand.type : unknownType
  if (node.operator === "+") return makeCode(type, operand.run)
  return makeCode(type, (frame) =>
    after(operand.run(frame), (value) => {
      if (value === null || isNum(value)) return value === null ? null : negateNum(value)
      return applyArithmetic(frame.machine.runtime, "*", value, -1)
    })
  )
}
