// Calls: functions, aggregates, analytic functions, and what looks like a call but is a PL/SQL collection's element.
import { DatabaseError } from "../engine/engine.ts"
import { lookUpName } from "../catalog/resolve-name.ts"
import { notInSandbox, ora, oraText } from "../errors/ora.ts"
import type { FunctionCall } from "../sql/ast/index.ts"
import { numberType } from "../types/value-type.ts"
import type { Environment } from "./environment.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import { aggregateRules, analyticRules, findRule } from "./functions/index.ts"
import { emitOrder, emitWindow } from "./window.ts"

const nameOf = (call: FunctionCall): string => call.path.map(({ value }) => value).join(".")

const invalidIdentifier = (call: FunctionCall): DatabaseError => {
  const name = call.path.map(({ value }) => `"${value}"`).join(".")
  return new DatabaseError(904, oraText(904, [name]), call.start)
}

const emitArguments = (call: FunctionCall, env: Environment): ReadonlyArray<Emitted> =>
  call.arguments.map((argument) => env.emitters.expression(argument.value, env))

const innerOfAggregate = (call: FunctionCall, env: Environment): Environment => {
  if (call.over !== null) {
    if (!env.windows) throw ora(30483, [], call.start)
    return { ...env, windows: false }
  }
  if (env.aggregates === "forbidden") throw ora(934, [], call.start)
  if (env.aggregates === "inside") throw ora(935, [], call.start)
  return { ...env, aggregates: "inside", groups: null, windows: false }
}

const emitAggregate = (call: FunctionCall, name: string, env: Environment): Emitted => {
  const isList = name === "LISTAGG"
  const rule = call.over === null ? aggregateRules[name] : (analyticRules[name] ?? aggregateRules[name])
  if (rule === undefined)
    throw new DatabaseError(30484, "ORA-30484: missing window specification for this function", call.start)
  const inner = innerOfAggregate(call, env)
  const args = emitArguments(call, inner)
  if (isList && call.withinGroup === null && env.context.release < 19) throw ora(30491, [], call.start)
  const order = call.withinGroup === null ? null : emitOrder(call.withinGroup, inner)
  const over = call.over === null ? "" : emitWindow(call.over, env, isList ? (order ?? "") : null)
  const distinct = call.quantifier === "distinct" ? "DISTINCT " : ""
  if (distinct !== "" && over !== "") throw notInSandbox("DISTINCT in an analytic function", call.start)
  if (call.withinGroup !== null && !isList) throw notInSandbox(`${name} WITHIN GROUP`, call.start)
  const offset = (at: number): number => call.arguments[at]?.value.start ?? call.start
  return rule({ call, context: env.context, args, offset, distinct, withinOrder: order, over })
}

const emitGrouping = (call: FunctionCall, env: Environment): Emitted => {
  const free: Environment = { ...env, groups: null }
  return emitted(
    `grouping(${emitArguments(call, free)
      .map(({ sql }) => sql)
      .join(", ")})::numeric`,
    numberType,
    false
  )
}

/** A stored function of a user, or nothing at all: ORA-00904 unless it exists. */
const refuseUnknown = (call: FunctionCall, env: Environment): DatabaseError => {
  const [first, second] = call.path
  const written =
    second === undefined
      ? { schema: null, name: first.value, offset: call.start }
      : { schema: first.value, name: second.value, offset: call.start }
  const { context } = env
  const found = lookUpName(context.catalog, written, context.session.currentSchema)
  const own = lookUpName(
    context.catalog,
    { schema: null, name: first.value, offset: call.start },
    context.session.currentSchema
  )
  const isUnit = [found, own].some((meaning) => meaning.kind === "object" && meaning.entry.kind === "unit")
  return isUnit ? notInSandbox("functions written in PL/SQL inside SQL", call.start) : invalidIdentifier(call)
}

/** A call. Unknown functions are ORA-00904, as in Oracle. */
export const emitCall = (call: FunctionCall, env: Environment): Emitted => {
  const path = call.path[0].value === "SYS" && call.path.length > 1 ? call.path.slice(1) : call.path
  const name = path.map(({ value }) => value).join(".")
  if (name === "GROUPING" || name === "GROUPING_ID") return emitGrouping(call, env)
  if (name in aggregateRules || name in analyticRules) return emitAggregate(call, name, env)
  const variable = env.context.variables?.find(call) ?? null
  if (variable !== null)
    return env.emitters.expression(
      { kind: "name", path: call.path, isOuterJoined: false, start: call.start, end: call.end },
      { ...env, context: { ...env.context, variables: { find: () => variable } }, scope: null }
    )
  const rule = findRule(name)
  if (rule === null) throw refuseUnknown(call, env)
  if (call.over !== null) throw ora(30483, [], call.start)
  const named = call.arguments.find((argument) => argument.name !== null)
  if (named !== undefined) throw notInSandbox(`named arguments of ${nameOf(call)} in SQL`, named.start)
  const args = emitArguments(call, env)
  return rule({ call, context: env.context, args, offset: (at) => call.arguments[at]?.value.start ?? call.start })
}
