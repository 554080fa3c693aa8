// Expressions: which part of the compiler each kind of node goes to. What only SQL can work out becomes a question to it.
import type { Expression } from "../sql/ast/index.ts"
import { compileArithmetic, compileConcatenation, compileSign } from "./compile-arithmetic.ts"
import {
  compileBetween,
  compileComparison,
  compileIn,
  compileIs,
  compileLike,
  compileLogic,
  compileNot
} from "./compile-condition.ts"
import { compileAttribute } from "./compile-attribute.ts"
import { compileCall } from "./compile-call.ts"
import { compileCase } from "./compile-case.ts"
import { compileName, compilePlaceOf } from "./compile-name.ts"
import type { Code } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { readDateLiteral } from "./date-arithmetic.ts"
import { readNum } from "./number-text.ts"
import { trimText } from "./builtin-text.ts"
import { bindPlace } from "./place.ts"
import { asRemote, remoteCode } from "./remote.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import {
  booleanType,
  dateType,
  integerType,
  literalType,
  nullType,
  numberType,
  textType,
  unknownType
} from "./types.ts"
import type { Value } from "./value.ts"
import { after, Binary, Moment } from "./value.ts"

const literal = (type: PlsqlType, value: Value, node: Expression): Code =>
  makeCode(type, () => value, { node, inputs: [] })

const compileNumber = (node: Extract<Expression, { kind: "number" }>): Code => {
  if (node.suffix !== null) {
    const name = node.suffix === "f" ? "BINARY_FLOAT" : "BINARY_DOUBLE"
    return literal({ kind: "binary", name }, new Binary(name, Number(node.text)), node)
  }
  const value = readNum(node.text)
  const isInteger = typeof value === "number" && /^\d+$/u.test(node.text) && value <= integerType.high
  return literal(isInteger ? integerType : numberType, value, node)
}

const niladicType = (name: Extract<Expression, { kind: "niladic" }>["name"]): PlsqlType => {
  if (name === "SYSDATE" || name === "CURRENT_DATE") return dateType
  if (name === "UID") return numberType
  if (name === "SYSTIMESTAMP" || name === "CURRENT_TIMESTAMP")
    return { kind: "moment", name: "TIMESTAMP WITH TIME ZONE", scale: null }
  return name === "LOCALTIMESTAMP" ? { kind: "moment", name: "TIMESTAMP", scale: null } : textType
}

const compileNiladic = (scope: Scope, node: Extract<Expression, { kind: "niladic" }>): Code => {
  if (node.name === "SYSDATE")
    return makeCode(dateType, (frame) => new Moment("DATE", frame.machine.runtime.now().slice(0, 19)), {
      node,
      inputs: []
    })
  if (node.name === "USER") return makeCode(textType, (frame) => frame.machine.runtime.user)
  return remoteCode(niladicType(node.name), node, [], scope.unit.text)
}

const compileDatetime = (scope: Scope, node: Extract<Expression, { kind: "datetime" }>): Code => {
  const date = node.type === "DATE" ? readDateLiteral(node.text) : null
  return date === null ? remoteCode(unknownType, node, [], scope.unit.text) : literal(dateType, date, node)
}

/** Nodes that are SQL's as they are, with one value in them. */
const compileWrapped = (
  context: ExpressionContext,
  scope: Scope,
  node: Extract<Expression, { kind: "cast" | "extract" | "at-time-zone" | "interval-conversion" }>
): Code => {
  const part = asRemote(context.expression(scope, node.value))
  if (node.kind !== "at-time-zone" || node.zone === null)
    return remoteCode(
      node.kind === "extract" ? numberType : unknownType,
      { ...node, value: part.node },
      [part],
      scope.unit.text
    )
  const zone = asRemote(context.expression(scope, node.zone))
  return remoteCode(unknownType, { ...node, value: part.node, zone: zone.node }, [part, zone], scope.unit.text)
}

const compileTrim = (context: ExpressionContext, scope: Scope, node: Extract<Expression, { kind: "trim" }>): Code => {
  const value = context.expression(scope, node.value)
  const set = node.characters === null ? null : context.expression(scope, node.characters)
  const parts = [value, ...(set === null ? [] : [set])].map(asRemote)
  const tree: Expression = {
    ...node,
    value: parts[0]?.node ?? node.value,
    characters: parts[1]?.node ?? null
  }
  const slow = remoteCode(textType, tree, parts, scope.unit.text)
  return makeCode(textType, (frame) =>
    after(value.run(frame), (text) =>
      after(set === null ? " " : set.run(frame), (characters) => {
        if (text === null || characters === null) return null
        if (typeof text !== "string" || typeof characters !== "string") return slow.run(frame)
        return trimText(text, characters, node.side)
      })
    )
  )
}

const compileBind = (scope: Scope, node: Extract<Expression, { kind: "bind" }>): Code => {
  const bind = scope.unit.binds[node.index]
  if (bind === undefined) return failAt(node.start, `PLS-00049: bad bind variable '${node.name}'`)
  const place = bindPlace(node.index, bind.type)
  return makeCode(bind.type, place.load)
}

const refuseInside = (node: Expression): never => {
  if (node.kind === "subquery" || node.kind === "exists" || node.kind === "cursor")
    return failAt(node.start, "PLS-00405: subquery not allowed in this context")
  if (node.kind === "correlation-column")
    return failAt(node.start, `PLS-00049: bad bind variable '${node.row}.${node.column.value}'`)
  return failAt(node.start, "PLS-00204: function or pseudo-column may be used inside a SQL statement only")
}

const compileOperation = (scope: Scope, node: Expression): Code => {
  switch (node.kind) {
    case "unary":
      return compileSign(context, scope, node)
    case "binary":
      return node.operator === "||"
        ? compileConcatenation(context, scope, node)
        : compileArithmetic(context, scope, node)
    case "comparison":
      return compileComparison(context, scope, node)
    case "and":
    case "or":
      return compileLogic(context, scope, node)
    case "not":
      return compileNot(context, scope, node)
    case "is":
      return compileIs(context, scope, node)
    case "in":
      return compileIn(context, scope, node)
    case "between":
      return compileBetween(context, scope, node)
    case "like":
      return compileLike(context, scope, node)
    case "case":
      return compileCase(context, scope, node)
    default:
      return refuseInside(node)
  }
}

const compileLiteral = (node: Extract<Expression, { kind: "number" | "string" | "null" | "boolean" }>): Code => {
  if (node.kind === "number") return compileNumber(node)
  if (node.kind === "boolean") return makeCode(booleanType, () => node.value)
  if (node.kind === "null") return literal(nullType, null, node)
  return literal(literalType, node.value === "" ? null : node.value, node)
}

/** An expression of PL/SQL. Throws CompileFailure. */
export const compileExpression = (scope: Scope, node: Expression): Code => {
  switch (node.kind) {
    case "number":
    case "string":
    case "null":
    case "boolean":
      return compileLiteral(node)
    case "datetime":
      return compileDatetime(scope, node)
    case "interval":
    case "sequence-value":
      return remoteCode(unknownType, node, [], scope.unit.text)
    case "niladic":
      return compileNiladic(scope, node)
    case "bind":
      return compileBind(scope, node)
    case "name":
      return compileName(context, scope, node)
    case "call":
      return compileCall(context, scope, node)
    case "field":
    case "element": {
      const place = compilePlaceOf(context, scope, node)
      return "run" in place ? place : makeCode(place.type, place.load)
    }
    case "cursor-attribute":
      return compileAttribute(context, scope, node)
    case "trim":
      return compileTrim(context, scope, node)
    case "cast":
    case "extract":
    case "at-time-zone":
    case "interval-conversion":
      return compileWrapped(context, scope, node)
    default:
      return compileOperation(scope, node)
  }
}

/** A condition of IF, WHILE, WHEN: PLS-00382 when it has another type than BOOLEAN. */
export const compileCondition = (scope: Scope, node: Expression): Code => {
  const code = compileExpression(scope, node)
  const { kind } = code.type
  if (kind !== "boolean" && kind !== "null" && kind !== "unknown")
    failAt(node.start, "PLS-00382: expression is of wrong type")
  return code
}

const context: ExpressionContext = { expression: compileExpression, condition: compileCondition }
