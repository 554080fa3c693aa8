// Calls inside expressions: functions of the block, of packages and of STANDARD, constructors, methods and elements of collections.
import { oraText } from "../errors/ora.ts"
import type { Argument, Expression, FunctionCall } from "../sql/ast/index.ts"
import { builtins, sqlOnlyNames } from "./builtin.ts"
import type { Callable, CompiledArgument, LinkedCall } from "./callable.ts"
import { chooseOverload, runCall } from "./callable.ts"
import type { Code } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import { compileBuiltin } from "./compile-builtin.ts"
import { compileConstructor } from "./compile-constructor.ts"
import { compileMethod } from "./compile-method.ts"
import { compileTarget, elementOf, findTarget } from "./compile-name.ts"
import { toNumber } from "./convert.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { normalCompletion } from "./exception.ts"
import { findMeaning, pathText, undeclared } from "./names.ts"
import { toDouble } from "./number.ts"
import type { Scope } from "./scope.ts"
import { textType, unknownType } from "./types.ts"
import { after } from "./value.ts"

/** Arguments, compiled when a parameter asks for them: as a value or as a place. */
export const compileArguments = (
  context: ExpressionContext,
  scope: Scope,
  given: ReadonlyArray<Argument>
): ReadonlyArray<CompiledArgument> =>
  given.map((argument) => {
    let code: Code | null = null
    return {
      argument,
      code: () => (code ??= context.expression(scope, argument.value)),
      place: () =>
        findTarget(context, scope, argument.value) === null ? null : compileTarget(context, scope, argument.value)
    }
  })

/** The overload that fits, or PLS-00306. Errors inside the arguments come first. */
export const linkCall = (
  context: ExpressionContext,
  scope: Scope,
  list: ReadonlyArray<Callable>,
  node: FunctionCall
): LinkedCall => {
  const linked = chooseOverload(list, compileArguments(context, scope, node.arguments))
  if (linked !== null) return linked
  for (const { value } of node.arguments) context.expression(scope, value)
  const name = node.path.at(-1)?.value ?? ""
  return failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${name}'`)
}

const compileFunction = (
  context: ExpressionContext,
  scope: Scope,
  list: ReadonlyArray<Callable>,
  node: FunctionCall
): Code => {
  const functions = list.filter(({ returns }) => returns !== null)
  const name = node.path.at(-1)?.value ?? ""
  if (functions.length === 0) failAt(node.start, `PLS-00222: no function with name '${name}' exists in this scope`)
  const linked = linkCall(context, scope, functions, node)
  const { returns } = linked.callable
  const [only] = node.arguments
  /** `f(1)` may be f without arguments and an element of what it returns. */
  if (linked.links.length === 0 && only !== undefined)
    return failAt(node.start, "PLS-00306: wrong number or types of arguments")
  return makeCode(returns ?? unknownType, (frame) => runCall(frame, linked))
}

/** SQLERRM(n): the text of an error number; SQLERRM(-1403) and SQLERRM(100) alike. */
const compileErrorText = (context: ExpressionContext, scope: Scope, node: FunctionCall): Code => {
  const [argument] = node.arguments
  if (argument === undefined || node.arguments.length > 1)
    return failAt(node.start, "PLS-00306: wrong number or types of arguments in call to 'SQLERRM'")
  const code = context.expression(scope, argument.value)
  return makeCode(textType, (frame) =>
    after(code.run(frame), (value) =>
      after(toNumber(frame.machine.runtime, value), (number) => {
        const sqlCode = number === null ? 0 : toDouble(number)
        if (sqlCode === 1) return "User-Defined Exception"
        if (sqlCode === 100) return oraText(1403)
        if (sqlCode > 0) return `-${String(sqlCode)}: non-ORACLE exception`
        return sqlCode === 0
          ? normalCompletion
          : sqlCode <= -20000 && sqlCode >= -20999
            ? `ORA${String(sqlCode)}: `
            : oraText(-sqlCode)
      })
    )
  )
}

const codesOf = (context: ExpressionContext, scope: Scope, node: FunctionCall): ReadonlyArray<Code> =>
  node.arguments.map(({ value }) => context.expression(scope, value))

const compileUnknown = (context: ExpressionContext, scope: Scope, node: FunctionCall): Code => {
  const name = node.path[0].value
  if (node.path.length === 1 && name === "SQLERRM") return compileErrorText(context, scope, node)
  if (node.path.length === 1 && sqlOnlyNames.has(name))
    return failAt(node.start, `PLS-00204: function or pseudo-column '${name}' may be used inside a SQL statement only`)
  return undeclared(node.path)
}

/** A call as a value. */
export const compileCall = (
  context: ExpressionContext,
  scope: Scope,
  node: Extract<Expression, { kind: "call" }>
): Code => {
  const meaning = findMeaning(scope, node.path)
  if (meaning === null) return compileUnknown(context, scope, node)
  switch (meaning.kind) {
    case "place": {
      if (meaning.place.type.kind !== "collection")
        return failAt(
          node.start,
          `PLS-00224: object '${pathText(node.path)}' must be of type function or array to be used this way`
        )
      const element = elementOf(context, scope, meaning.place, node)
      return makeCode(element.type, element.load)
    }
    case "method":
      return compileMethod(meaning.collection, meaning.name, codesOf(context, scope, node), node)
    case "callables":
      return compileFunction(context, scope, meaning.list, node)
    case "builtin": {
      const builtin = builtins.get(meaning.name)
      return builtin === undefined
        ? undeclared(node.path)
        : compileBuiltin(scope, node, meaning.name, builtin, codesOf(context, scope, node))
    }
    case "type":
      return compileConstructor(context, scope, meaning.type, node)
    case "code":
    case "exception":
    case "cursor":
      return failAt(
        node.start,
        `PLS-00224: object '${pathText(node.path)}' must be of type function or array to be used this way`
      )
  }
}
