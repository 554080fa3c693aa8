// Conditions: three-valued, NULL is unknown. AND and OR stop as soon as the answer is known.
import type {
  BetweenCondition,
  Comparison,
  Expression,
  InCondition,
  IsCondition,
  LikeCondition,
  LogicalCondition,
  NotCondition
} from "../sql/ast/index.ts"
import type { Code, Frame } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import { valueError, toText } from "./convert.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { matchesLike } from "./like.ts"
import { compareValues, holds } from "./operations.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import { booleanType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, Binary } from "./value.ts"

const isChar = (type: PlsqlType): boolean => type.kind === "text" && (type.name === "CHAR" || type.name === "NCHAR")

const isComposite = (type: PlsqlType): boolean =>
  type.kind === "record" || type.kind === "collection" || type.kind === "cursor"

const isOpen = (type: PlsqlType): boolean => type.kind === "null" || type.kind === "unknown"

const checkComparable = (operator: string, node: Expression, left: Code, right: Code): void => {
  const isMixed =
    (left.type.kind === "boolean") !== (right.type.kind === "boolean") && !isOpen(left.type) && !isOpen(right.type)
  if (isMixed || isComposite(left.type) || isComposite(right.type))
    failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${operator}'`)
}

/** A comparison of two values, once both are there. */
const compareCodes = (left: Code, right: Code): ((frame: Frame, a: Value, b: Value) => Eventual<number | null>) => {
  const isPadded = isChar(left.type) && isChar(right.type)
  return (frame, a, b) => compareValues(frame.machine.runtime, a, b, isPadded)
}

/** `a = b` and the other comparisons. */
export const compileComparison = (context: ExpressionContext, scope: Scope, node: Comparison): Code => {
  const left = context.expression(scope, node.left)
  const right = context.expression(scope, node.right)
  const { operator } = node
  checkComparable(operator, node, left, right)
  const compare = compareCodes(left, right)
  return makeCode(booleanType, (frame) => {
    const a = left.run(frame)
    if (typeof a === "number") {
      const b = right.run(frame)
      if (typeof b === "number") return holds(operator, a - b)
      return after(b, (value) =>
        after(compare(frame, a, value), (order) => (order === null ? null : holds(operator, order)))
      )
    }
    return after(a, (first) =>
      after(right.run(frame), (second) =>
        after(compare(frame, first, second), (order) => (order === null ? null : holds(operator, order)))
      )
    )
  })
}

const truthOf = (value: Value): boolean | null => {
  if (value === null || typeof value === "boolean") return value
  throw valueError()
}

/** AND: false wins, then unknown. OR: true wins. */
export const compileLogic = (context: ExpressionContext, scope: Scope, node: LogicalCondition): Code => {
  const operands = node.operands.map((operand) => context.condition(scope, operand))
  const winner = node.kind === "or"
  const from = (frame: Frame, at: number, isUnknown: boolean): Eventual<Value> => {
    let unknown = isUnknown
    for (let next = at; next < operands.length; next += 1) {
      const value = operands[next]?.run(frame) ?? null
      if (value instanceof Promise)
        return value.then((found) => {
          const truth = truthOf(found)
          return truth === winner ? winner : from(frame, next + 1, unknown || truth === null)
        })
      const truth = truthOf(value)
      if (truth === winner) return winner
      unknown ||= truth === null
    }
    return unknown ? null : !winner
  }
  return makeCode(booleanType, (frame) => from(frame, 0, false))
}

/** NOT. */
export const compileNot = (context: ExpressionContext, scope: Scope, node: NotCondition): Code => {
  const operand = context.condition(scope, node.operand)
  return makeCode(booleanType, (frame) =>
    after(operand.run(frame), (value) => (value === null ? null : !truthOf(value)))
  )
}

/** IS NULL, IS NAN, IS INFINITE, IS TRUE. */
export const compileIs = (context: ExpressionContext, scope: Scope, node: IsCondition): Code => {
  const operand = context.expression(scope, node.value)
  const test = (value: Value): boolean => {
    if (node.what === "null") return value === null || (value === "" && operand.type.kind !== "lob")
    if (node.what === "true" || node.what === "false") return value === (node.what === "true")
    if (!(value instanceof Binary)) return false
    return node.what === "nan" ? Number.isNaN(value.value) : !Number.isFinite(value.value) && !Number.isNaN(value.value)
  }
  if (operand.type.kind === "record")
    failAt(node.start, "PLS-00306: wrong number or types of arguments in call to 'IS NULL'")
  return makeCode(booleanType, (frame) => after(operand.run(frame), (value) => test(value) !== node.isNegated))
}

const negate = (value: boolean | null, isNegated: boolean): boolean | null =>
  value === null ? null : value !== isNegated

/** IN with a list. A list of rows or a query is not PL/SQL. */
export const compileIn = (context: ExpressionContext, scope: Scope, node: InCondition): Code => {
  if (node.right.kind === "query")
    return failAt(node.right.query.start, "PLS-00405: subquery not allowed in this context")
  const left = context.expression(scope, node.left)
  const items = node.right.items.map((item) => context.expression(scope, item))
  for (const item of items) checkComparable("IN", node, left, item)
  const compares = items.map((item) => compareCodes(left, item))
  const from = (frame: Frame, value: Value, at: number, isUnknown: boolean): Eventual<boolean | null> => {
    const item = items[at]
    if (item === undefined) return isUnknown ? null : false
    return after(item.run(frame), (other) =>
      after(compares[at]?.(frame, value, other) ?? null, (order) =>
        order === 0 ? true : from(frame, value, at + 1, isUnknown || order === null)
      )
    )
  }
  return makeCode(booleanType, (frame) =>
    after(left.run(frame), (value) => after(from(frame, value, 0, false), (found) => negate(found, node.isNegated)))
  )
}

const both = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true

/** BETWEEN. */
export const compileBetween = (context: ExpressionContext, scope: Scope, node: BetweenCondition): Code => {
  const value = context.expression(scope, node.value)
  const low = context.expression(scope, node.low)
  const high = context.expression(scope, node.high)
  for (const bound of [low, high]) checkComparable("BETWEEN", node, value, bound)
  const [toLow, toHigh] = [compareCodes(value, low), compareCodes(value, high)]
  return makeCode(booleanType, (frame) =>
    after(value.run(frame), (found) =>
      after(low.run(frame), (least) =>
        after(high.run(frame), (most) =>
          after(toLow(frame, found, least), (under) =>
            after(toHigh(frame, found, most), (over) =>
              negate(both(under === null ? null : under >= 0, over === null ? null : over <= 0), node.isNegated)
            )
          )
        )
      )
    )
  )
}

/** LIKE. */
export const compileLike = (context: ExpressionContext, scope: Scope, node: LikeCondition): Code => {
  const parts = [node.value, node.pattern, ...(node.escape === null ? [] : [node.escape])].map((part) =>
    context.expression(scope, part)
  )
  const [value, pattern, escape] = parts
  const textOf = (frame: Frame, code: Code | undefined): Eventual<string | null> =>
    code === undefined ? null : after(code.run(frame), (found) => toText(frame.machine.runtime, found))
  return makeCode(booleanType, (frame) =>
    after(textOf(frame, value), (text) =>
      after(textOf(frame, pattern), (form) =>
        after(textOf(frame, escape), (mark) => {
          if (text === null || form === null || (mark === null && escape !== undefined)) return null
          return matchesLike(text, form, mark) !== node.isNegated
        })
      )
    )
  )
}
