// CASE expressions, and NVL, COALESCE and NULLIF: the type is that of the first value that has one.
import type { CaseExpression, FunctionCall } from "../sql/ast/index.ts"
import { coerce } from "./coerce.ts"
import type { Code, Frame } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { compareValues } from "./operations.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import { nullType, numberType, textType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after } from "./value.ts"

/** The type of a result that may come from several places: without length or precision. */
export const commonType = (codes: ReadonlyArray<Code>): PlsqlType => {
  const known = codes.find(({ type }) => type.kind !== "null")?.type ?? nullType
  if (known.kind === "text")
    return known.name === "CHAR" && codes.some(({ type }) => type.kind !== "text" || type.name !== "CHAR")
      ? textType
      : { ...known, limit: null }
  if (known.kind === "integer" && codes.some(({ type }) => type.kind === "number")) return numberType
  return known.kind === "number" ? numberType : known.kind === "raw" ? { ...known, limit: null } : known
}

interface Branch {
  readonly when: Code
  readonly result: Code
}

/** CASE with and without a selector; without a match and ELSE it is NULL. */
export const compileCase = (context: ExpressionContext, scope: Scope, node: CaseExpression): Code => {
  const selector = node.selector === null ? null : context.expression(scope, node.selector)
  const branches: ReadonlyArray<Branch> = node.branches.map(({ when, result }) => ({
    when: selector === null ? context.condition(scope, when) : context.expression(scope, when),
    result: context.expression(scope, result)
  }))
  const otherwise = node.otherwise === null ? null : context.expression(scope, node.otherwise)
  const type = commonType([...branches.map(({ result }) => result), ...(otherwise === null ? [] : [otherwise])])
  const isChosen = (frame: Frame, branch: Branch, value: Value): Eventual<boolean> =>
    after(branch.when.run(frame), (found) => {
      if (selector === null) return found === true
      return after(compareValues(frame.machine.runtime, value, found), (order) => order === 0)
    })
  const from = (frame: Frame, value: Value, at: number): Eventual<Value> => {
    const branch = branches[at]
    if (branch === undefined) return otherwise === null ? null : otherwise.run(frame)
    return after(isChosen(frame, branch, value), (chosen) =>
      chosen ? branch.result.run(frame) : from(frame, value, at + 1)
    )
  }
  return makeCode(type, (frame) =>
    selector === null ? from(frame, null, 0) : after(selector.run(frame), (value) => from(frame, value, 0))
  )
}

const isConvertible = (type: PlsqlType): boolean =>
  type.kind === "number" || type.kind === "text" || type.kind === "moment" || type.kind === "integer"

const convertTo = (frame: Frame, value: Value, type: PlsqlType): Eventual<Value> =>
  isConvertible(type) ? coerce(frame.machine.runtime, value, type.kind === "integer" ? numberType : type) : value

/** NVL: both arguments are evaluated, the result has the type of the first. COALESCE stops at the first value. */
const compileFirstOf = (codes: ReadonlyArray<Code>, isEager: boolean): Code => {
  const type = commonType(codes)
  const from = (frame: Frame, at: number): Eventual<Value> => {
    const code = codes[at]
    if (code === undefined) return null
    return after(code.run(frame), (value) => {
      if (value === null) return from(frame, at + 1)
      const rest = isEager ? codes[at + 1] : undefined
      const fitted = at === 0 ? value : convertTo(frame, value, type)
      return rest === undefined ? fitted : after(rest.run(frame), () => fitted)
    })
  }
  return makeCode(type, (frame) => from(frame, 0))
}

const compileNullIf = (left: Code, right: Code): Code =>
  makeCode(commonType([left]), (frame) =>
    after(left.run(frame), (a) =>
      after(right.run(frame), (b) =>
        after(compareValues(frame.machine.runtime, a, b), (order) => (order === 0 ? null : a))
      )
    )
  )

const isMixed = (codes: ReadonlyArray<Code>): boolean => {
  const kinds = new Set(
    codes.flatMap(({ type }) => (type.kind === "null" || type.kind === "unknown" ? [] : [type.kind === "boolean"]))
  )
  return kinds.size > 1
}

/** The functions that look at NULL; null for any other name. */
export const compileNullFunction = (
  scope: Scope,
  node: FunctionCall,
  name: string,
  codes: ReadonlyArray<Code>
): Code | null => {
  if (name !== "NVL" && name !== "COALESCE" && name !== "NULLIF") return null
  if (isMixed(codes)) failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${name}'`)
  const [first, second] = codes
  if (name === "NULLIF") return first === undefined || second === undefined ? null : compileNullIf(first, second)
  return compileFirstOf(codes, name === "NVL")
}
