// Names, fields and elements: as values, and as places to assign to.
import type { Expression, Identifier, NameReference } from "../sql/ast/index.ts"
import { sqlOnlyNames } from "./builtin.ts"
import { chooseOverload, runCall } from "./callable.ts"
import type { Callable } from "./callable.ts"
import type { Code } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import { compileAttributeField } from "./compile-attribute.ts"
import { compileMethod } from "./compile-method.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { findMeaning, pathText, undeclared, walkFields } from "./names.ts"
import { normalCompletion } from "./exception.ts"
import type { Place } from "./place.ts"
import { bindPlace, elementPlace } from "./place.ts"
import type { Scope } from "./scope.ts"
import { integerType, textType, unknownType } from "./types.ts"

/** SQLCODE and SQLERRM without arguments. */
const compileErrorName = (name: string): Code | null => {
  if (name === "SQLCODE") return makeCode(integerType, (frame) => frame.machine.current?.sqlCode ?? 0)
  if (name === "SQLERRM") return makeCode(textType, (frame) => frame.machine.current?.sqlErrorText ?? normalCompletion)
  return null
}

/** A function called without parentheses. PLS-00222 for a procedure, PLS-00306 when it needs arguments. */
export const callWithout = (list: ReadonlyArray<Callable>, path: ReadonlyArray<Identifier>): Code => {
  const start = path[0]?.start ?? 0
  const name = path.at(-1)?.value ?? ""
  const functions = list.filter(({ returns }) => returns !== null)
  if (functions.length === 0) failAt(start, `PLS-00222: no function with name '${name}' exists in this scope`)
  const linked = chooseOverload(functions, [])
  if (linked === null) return failAt(start, `PLS-00306: wrong number or types of arguments in call to '${name}'`)
  return makeCode(linked.callable.returns ?? unknownType, (frame) => runCall(frame, linked))
}

/** A name as a value. */
export const compileName = (context: ExpressionContext, scope: Scope, node: NameReference): Code => {
  const { path } = node
  const meaning = findMeaning(scope, path)
  if (meaning === null) {
    const name = path[0].value
    const error = path.length === 1 ? compileErrorName(name) : null
    if (error !== null) return error
    if (path.length === 1 && sqlOnlyNames.has(name))
      return failAt(
        node.start,
        `PLS-00204: function or pseudo-column '${name}' may be used inside a SQL statement only`
      )
    return undeclared(path)
  }
  switch (meaning.kind) {
    case "place":
      return makeCode(meaning.place.type, meaning.place.load)
    case "method":
      return compileMethod(meaning.collection, meaning.name, [], node)
    case "callables":
      return callWithout(meaning.list, path)
    case "code":
      return meaning.code
    case "builtin":
      return context.expression(scope, emptyCall(node))
    case "type":
      return failAt(node.start, "PLS-00330: invalid use of type name or subtype name")
    case "cursor":
    case "exception":
      return failAt(node.start, `PLS-00320: the declaration of the type of this expression is incomplete or malformed`)
  }
}

const emptyCall = (node: NameReference): Extract<Expression, { kind: "call" }> => ({
  kind: "call",
  path: node.path,
  arguments: [],
  isStar: false,
  quantifier: null,
  nulls: null,
  overflow: null,
  withinGroup: null,
  over: null,
  start: node.start,
  end: node.end
})

/** A value that is no place: it can be read, and looked into. */
const readOnlyPlace = (code: Code, name: string): Place => ({
  type: code.type,
  refusal: `expression '${name}' cannot be used as an assignment target`,
  load: code.run,
  store: () => undefined,
  reach: code.run
})

/** An element: the place of `t(i)` when `t` is a collection. */
export const elementOf = (
  context: ExpressionContext,
  scope: Scope,
  collection: Place,
  node: Extract<Expression, { kind: "call" | "element" }>
): Place => {
  const { type } = collection
  const [index] = node.arguments
  if (type.kind !== "collection" || node.arguments.length !== 1 || index === undefined || index.name !== null)
    return failAt(node.start, "PLS-00224: object must be of type function or array to be used this way")
  return elementPlace(collection, type, context.expression(scope, index.value))
}

const placeOfCall = (context: ExpressionContext, scope: Scope, node: Extract<Expression, { kind: "call" }>): Place => {
  const meaning = findMeaning(scope, node.path)
  if (meaning?.kind === "place" && meaning.place.type.kind === "collection")
    return elementOf(context, scope, meaning.place, node)
  return readOnlyPlace(context.expression(scope, node), pathText(node.path))
}

/** A name, bind, field or element as a place; a Code for what is only a value. */
export const compilePlaceOf = (context: ExpressionContext, scope: Scope, node: Expression): Place | Code => {
  switch (node.kind) {
    case "bind": {
      const bind = scope.unit.binds[node.index]
      return bind === undefined
        ? failAt(node.start, `PLS-00049: bad bind variable '${node.name}'`)
        : bindPlace(node.index, bind.type)
    }
    case "name": {
      const meaning = findMeaning(scope, node.path)
      return meaning?.kind === "place" ? meaning.place : compileName(context, scope, node)
    }
    case "call":
      return placeOfCall(context, scope, node)
    case "element":
      return elementOf(context, scope, asPlace(compilePlaceOf(context, scope, node.object)), node)
    case "field": {
      if (node.object.kind === "cursor-attribute") return compileAttributeField(context, scope, node)
      const meaning = walkFields(asPlace(compilePlaceOf(context, scope, node.object)), [node.name])
      return meaning.kind === "method"
        ? compileMethod(meaning.collection, meaning.name, [], node)
        : meaning.kind === "place"
          ? meaning.place
          : undeclared([node.name])
    }
    default:
      return context.expression(scope, node)
  }
}

const asPlace = (found: Place | Code): Place => ("run" in found ? readOnlyPlace(found, "") : found)

/** What may stand left of `:=`, after INTO, or for an OUT parameter; null for a value that is no place. */
export const findTarget = (context: ExpressionContext, scope: Scope, node: Expression): Place | null => {
  if (
    node.kind !== "bind" &&
    node.kind !== "name" &&
    node.kind !== "call" &&
    node.kind !== "element" &&
    node.kind !== "field"
  )
    return null
  const found = compilePlaceOf(context, scope, node)
  return "run" in found ? null : found
}

/** A target, or PLS-00363. */
export const compileTarget = (context: ExpressionContext, scope: Scope, node: Expression): Place => {
  const target = findTarget(context, scope, node)
  if (target === null) return failAt(node.start, "PLS-00363: expression cannot be used as an assignment target")
  if (target.refusal !== null) return failAt(node.start, `PLS-00363: ${target.refusal}`)
  return target
}
