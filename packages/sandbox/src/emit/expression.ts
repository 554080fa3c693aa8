// Expressions: one function that knows all nodes and leaves the work to the file of each topic.
import { notInSandbox, ora } from "../errors/ora.ts"
import type { CaseExpression, CastExpression, Expression } from "../sql/ast/index.ts"
import { plainType } from "../catalog/oracle-type.ts"
import {
  booleanType,
  cursorType,
  dateType,
  familyOf,
  isPadded,
  nullType,
  pgTypeOf,
  textType,
  zonedOf
} from "../types/value-type.ts"
import { typeFromSyntax } from "../types/from-syntax.ts"
import { emitBinary, emitSign } from "./arithmetic.ts"
import { emitCall } from "./call.ts"
import { comparePair } from "./comparison.ts"
import { emitCondition } from "./condition.ts"
import { asText, convert, inconsistent } from "./convert.ts"
import { quoteText } from "./emit-context.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import type { Environment } from "./environment.ts"
import { extractField } from "./functions/index.ts"
import { emitDatetime, emitInterval, emitNumber, emitString } from "./literal.ts"
import { fitValue } from "./store.ts"
import { castTo, unifyTypes } from "./unify.ts"
import { emitBind, emitName, emitNiladic, emitPseudo, emitSequence } from "./names.ts"

const emitCase = (node: CaseExpression, env: Environment): Emitted => {
  const branches = node.branches.map((branch) => ({ branch, value: env.emitters.expression(branch.result, env) }))
  const otherwise = node.otherwise === null ? null : env.emitters.expression(node.otherwise, env)
  const types = [...branches.map(({ value }) => value.type), ...(otherwise === null ? [] : [otherwise.type])]
  const unified = unifyTypes(types, node.branches[0]?.result.start ?? node.start)
  const type =
    isPadded(unified) && types.some(({ lengthBytes }) => lengthBytes !== unified.lengthBytes)
      ? textType(unified.lengthBytes)
      : unified
  const selector = node.selector === null ? null : env.emitters.expression(node.selector, env)
  const parts = branches.map(({ branch, value }) => {
    const then = castTo(env.context, value, type, branch.result.start)
    if (selector === null) return `WHEN ${emitCondition(branch.when, env)} THEN ${then}`
    const [a, b] = comparePair(env.context, selector, env.emitters.expression(branch.when, env), branch.when.start)
    return `WHEN ${a} = ${b} THEN ${then}`
  })
  const last = otherwise === null ? "" : ` ELSE ${castTo(env.context, otherwise, type, node.otherwise?.start ?? null)}`
  return emitted(
    `CASE ${parts.join(" ")}${last} END`,
    type,
    otherwise === null || otherwise.isNullable || branches.some(({ value }) => value.isNullable)
  )
}

const emitCast = (node: CastExpression, env: Environment): Emitted => {
  const type = typeFromSyntax(node.type, env.context.session.lengthUnit)
  const value = env.emitters.expression(node.value, env)
  const converted = convert(env.context, value, type, node.value.start)
  if (familyOf(value.type) === "null") return emitted(`NULL::${pgTypeOf(type)}`, type)
  if (familyOf(type) !== "text")
    return emitted(fitValue(converted.sql, type, value.type, "CAST"), type, value.isNullable)
  const size = type.charUnit === "C" ? type.charLength : type.lengthBytes
  const cut =
    type.charUnit === "C"
      ? `left(${converted.sql}, ${String(size)})`
      : `sys.substrb(${converted.sql}, 1, ${String(size)}, true)`
  if (type.name === "CHAR" || type.name === "NCHAR")
    return emitted(`rpad(${cut}, ${String(size)})`, type, value.isNullable)
  return emitted(value.type.lengthBytes <= size ? converted.sql : cut, type, value.isNullable)
}

const emitTrim = (node: Extract<Expression, { kind: "trim" }>, env: Environment): Emitted => {
  const value = env.emitters.expression(node.value, env)
  const text = familyOf(value.type) === "clob" ? value : asText(env.context, value, node.value.start)
  const characters =
    node.characters === null
      ? "' '"
      : asText(env.context, env.emitters.expression(node.characters, env), node.characters.start).sql
  const name = node.side === "both" ? "btrim" : node.side === "leading" ? "ltrim" : "rtrim"
  return emitted(
    `nullif(${name}(${text.sql}, ${characters}), '')`,
    familyOf(value.type) === "clob" ? value.type : textType(text.type.lengthBytes)
  )
}

const emitSubquery = (node: Extract<Expression, { kind: "subquery" }>, env: Environment): Emitted => {
  const query = env.emitters.query(node.query, env.context, env.scope, env.ctes)
  const [column] = query.columns
  if (column === undefined || query.columns.length > 1) throw ora(913, [], node.start)
  return emitted(`(${query.sql})`, column.type)
}

/** A nested cursor: its rows as JSON, texts as PostgreSQL writes them. */
const emitCursor = (node: Extract<Expression, { kind: "cursor" }>, env: Environment): Emitted => {
  const query = env.emitters.query(node.query, env.context, env.scope, env.ctes)
  const name = env.context.nextName("c")
  const cells = query.columns.map(({ type }, at) =>
    type.name === "TIMESTAMP WITH TIME ZONE"
      ? `sys.zoned_out(${name}.k${String(at + 1)})`
      : `${name}.k${String(at + 1)}::text`
  )
  const sql = `(SELECT coalesce(jsonb_agg(jsonb_build_array(${cells.join(", ")})), '[]'::jsonb)::text FROM (${query.sql}) AS ${name})`
  return emitted(sql, { ...cursorType, columns: query.columns }, false)
}

const emitZone = (node: Extract<Expression, { kind: "at-time-zone" }>, env: Environment): Emitted => {
  const value = convert(env.context, env.emitters.expression(node.value, env), zonedOf(9), node.value.start)
  const zone =
    node.zone === null
      ? quoteText(env.context.session.timeZone)
      : asText(env.context, env.emitters.expression(node.zone, env), node.zone.start).sql
  return emitted(`sys.at_zone(${value.sql}, ${zone})`, value.type, value.isNullable)
}

const emitConversion = (node: Extract<Expression, { kind: "interval-conversion" }>, env: Environment): Emitted => {
  const value = env.emitters.expression(node.value, env)
  const { operator, left, right } =
    node.value.kind === "binary" ? node.value : { operator: null, left: node.value, right: node.value }
  if (node.unit === "day-second") {
    const type = plainType("INTERVAL DAY TO SECOND", node.leadingPrecision ?? 2, node.fractionPrecision ?? 6)
    if (familyOf(value.type) === "day-second") return { ...value, type }
    if (familyOf(value.type) === "number" && operator === "-") {
      const [a, b] = [env.emitters.expression(left, env), env.emitters.expression(right, env)]
      return emitted(`sys.seconds_diff(${a.sql}, ${b.sql})`, type, value.isNullable)
    }
  }
  if (node.unit === "year-month" && operator === "-") {
    const [a, b] = [env.emitters.expression(left, env), env.emitters.expression(right, env)]
    if (familyOf(a.type) === "datetime")
      return emitted(
        `round(sys.months_between(${a.sql}, ${b.sql}))`,
        plainType("INTERVAL YEAR TO MONTH", node.leadingPrecision ?? 2),
        value.isNullable
      )
  }
  throw inconsistent(dateType, value.type, node.start)
}

const emitUnary = (node: Extract<Expression, { kind: "unary" }>, env: Environment): Emitted => {
  if (node.operator === "PRIOR") return env.emitters.expression(node.operand, { ...env, isPrior: true })
  if (node.operator === "CONNECT_BY_ROOT") throw notInSandbox("CONNECT_BY_ROOT", node.start)
  return emitSign(env.context, node.operator, env.emitters.expression(node.operand, env), node.operand.start)
}

const emitNode = (node: Expression, env: Environment): Emitted => {
  switch (node.kind) {
    case "number":
      return emitNumber(node)
    case "string":
      return emitString(node)
    case "null":
      return emitted("NULL", nullType)
    case "boolean":
      return emitted(node.value ? "true" : "false", booleanType, false)
    case "datetime":
      return emitDatetime(env.context, node)
    case "interval":
      return emitInterval(node)
    case "bind":
      return emitBind(node, env)
    case "name":
      return emitName(node, env)
    case "pseudo-column":
      return emitPseudo(node, env)
    case "sequence-value":
      return emitSequence(node, env)
    case "niladic":
      return emitNiladic(node, env)
    case "call":
      return emitCall(node, env)
    case "unary":
      return emitUnary(node, env)
    case "binary":
      return emitBinary(
        env.context,
        node,
        env.emitters.expression(node.left, env),
        env.emitters.expression(node.right, env)
      )
    case "case":
      return emitCase(node, env)
    case "cast":
      return emitCast(node, env)
    case "extract": {
      const value = env.emitters.expression(node.value, env)
      return extractField(env, node.field, value, () => ora(30076, [], node.start))
    }
    case "trim":
      return emitTrim(node, env)
    case "at-time-zone":
      return emitZone(node, env)
    case "interval-conversion":
      return emitConversion(node, env)
    case "subquery":
      return emitSubquery(node, env)
    case "cursor":
      return emitCursor(node, env)
    case "row":
      throw ora(907, [], node.start)
    case "default":
      throw ora(936, [], node.start)
    case "correlation-column":
    case "field":
    case "element":
    case "cursor-attribute":
      throw notInSandbox("this PL/SQL expression in SQL", node.start)
    default:
      return emitted(emitCondition(node, env), booleanType)
  }
}

const free: ReadonlySet<string> = new Set([
  "number",
  "string",
  "null",
  "datetime",
  "interval",
  "bind",
  "niladic",
  "boolean"
])

/**
 * An expression. In a grouped block it is taken as a whole when it is one of the GROUP BY expressions; else its parts have to be (ORA-00979), or aggregates.
 */
export const emitExpression = (node: Expression, env: Environment): Emitted => {
  if (env.groups === null || free.has(node.kind)) return emitNode(node, env)
  const { parameters } = env.context
  const mark = parameters.length
  if (env.groups.size > 0) {
    const whole = emitNode(node, { ...env, groups: null })
    if (env.groups.has(whole.sql)) return whole
    parameters.length = mark
  }
  return emitNode(node, env)
}
