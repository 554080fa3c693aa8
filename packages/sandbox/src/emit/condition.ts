// Conditions: everything that is true, false or unknown.
import { ora } from "../errors/ora.ts"
import type {
  ComparisonOperator,
  Expression,
  InCondition,
  InRight,
  IsCondition,
  LikeCondition,
  QuantifiedComparison,
  Query
} from "../sql/ast/index.ts"
import { familyOf } from "../types/value-type.ts"
import { comparePair } from "./comparison.ts"
import { asText } from "./convert.ts"
import type { Environment, EmittedQuery } from "./environment.ts"
import type { Emitted } from "./emitted.ts"
import { emitted } from "./emitted.ts"

const itemsOf = (expression: Expression): ReadonlyArray<Expression> =>
  expression.kind === "row" ? expression.items : [expression]

const emitItems = (expression: Expression, env: Environment): ReadonlyArray<Emitted> =>
  itemsOf(expression).map((item) => env.emitters.expression(item, env))

const subquery = (query: Query, env: Environment): EmittedQuery =>
  env.emitters.query(query, env.context, env.scope, env.ctes)

const compareRows = (
  left: ReadonlyArray<Emitted>,
  right: ReadonlyArray<Emitted>,
  operator: ComparisonOperator,
  env: Environment,
  offset: number
): string => {
  if (left.length > right.length) throw ora(947, [], offset)
  if (left.length < right.length) throw ora(913, [], offset)
  const pairs = left.map((value, at) => comparePair(env.context, value, right[at] ?? value, offset))
  const [only] = pairs
  if (pairs.length === 1 && only !== undefined) return `(${only[0]} ${operator} ${only[1]})`
  return `((${pairs.map(([a]) => a).join(", ")}) ${operator} (${pairs.map(([, b]) => b).join(", ")}))`
}

/** Rows of a subquery next to values: `(l1, l2)` and `SELECT r1, r2 FROM (query) AS s`. */
const againstQuery = (
  left: ReadonlyArray<Emitted>,
  query: Query,
  env: Environment,
  offset: number
): readonly [string, string] => {
  const inner = subquery(query, env)
  if (inner.columns.length > left.length) throw ora(913, [], offset)
  if (inner.columns.length < left.length) throw ora(947, [], offset)
  const name = env.context.nextName("s")
  const pairs = left.map((value, at) => {
    const column = inner.columns[at]
    const right = emitted(`${name}.k${String(at + 1)}`, column?.type ?? value.type)
    return comparePair(env.context, value, right, offset)
  })
  const list = pairs.map(([a]) => a).join(", ")
  return [
    left.length > 1 ? `(${list})` : list,
    `SELECT ${pairs.map(([, b]) => b).join(", ")} FROM (${inner.sql}) AS ${name}`
  ]
}

const emitComparison = (node: Extract<Expression, { kind: "comparison" }>, env: Environment): string => {
  const left = emitItems(node.left, env)
  if (left.length > 1 && node.right.kind === "subquery") {
    const [values, rows] = againstQuery(left, node.right.query, env, node.right.start)
    return `(${values} ${node.operator} (${rows}))`
  }
  return compareRows(left, emitItems(node.right, env), node.operator, env, node.start)
}

const inList = (node: InCondition, items: ReadonlyArray<Expression>, env: Environment): string => {
  const left = emitItems(node.left, env)
  if (left.length > 1)
    return items.map((item) => compareRows(left, emitItems(item, env), "=", env, item.start)).join(" OR ")
  const [value] = left
  if (value === undefined) return "false"
  const pairs = items.map((item) => comparePair(env.context, value, env.emitters.expression(item, env), item.start))
  const first = pairs[0]?.[0] ?? "NULL"
  if (pairs.every(([a]) => a === first)) return `${first} IN (${pairs.map(([, b]) => b).join(", ")})`
  return pairs.map(([a, b]) => `${a} = ${b}`).join(" OR ")
}

const emitIn = (node: InCondition, env: Environment): string => {
  const not = node.isNegated ? "NOT " : ""
  if (node.right.kind === "list") return `(${not}(${inList(node, node.right.items, env)}))`
  const [values, rows] = againstQuery(emitItems(node.left, env), node.right.query, env, node.start)
  return `(${not}(${values} IN (${rows})))`
}

const emitQuantified = (node: QuantifiedComparison, env: Environment): string => {
  const left = emitItems(node.left, env)
  const right: InRight = node.right
  if (right.kind === "query") {
    const [values, rows] = againstQuery(left, right.query, env, node.start)
    return `(${values} ${node.operator} ${node.quantifier.toUpperCase()} (${rows}))`
  }
  const parts = right.items.map((item) => compareRows(left, emitItems(item, env), node.operator, env, item.start))
  return `(${parts.join(node.quantifier === "any" ? " OR " : " AND ")})`
}

const emitLike = (node: LikeCondition, env: Environment): string => {
  const { context } = env
  const value = env.emitters.expression(node.value, env)
  if (familyOf(value.type) === "long") throw ora(932, ["CHAR", "LONG"], node.value.start)
  const text = familyOf(value.type) === "clob" ? value.sql : asText(context, value, node.value.start).sql
  const pattern = asText(context, env.emitters.expression(node.pattern, env), node.pattern.start).sql
  const escape =
    node.escape === null
      ? "''"
      : `sys.like_escape(${pattern}, ${asText(context, env.emitters.expression(node.escape, env), node.escape.start).sql})`
  return `(${text} ${node.isNegated ? "NOT " : ""}LIKE ${pattern} ESCAPE ${escape})`
}

const emitIs = (node: IsCondition, env: Environment): string => {
  const not = node.isNegated ? "NOT " : ""
  if (node.what === "true" || node.what === "false")
    return `(${env.emitters.condition(node.value, env)} IS ${not}${node.what.toUpperCase()})`
  const value = env.emitters.expression(node.value, env)
  if (node.what === "null") return `(${value.sql} IS ${not}NULL)`
  if (node.what === "nan") return `(${not}(${value.sql}::float8 = 'NaN'))`
  if (node.what === "infinite") return `(${not}(abs(${value.sql}::float8) = 'Infinity'))`
  return `(${value.sql} IS ${not}JSON)`
}

const emitBetween = (node: Extract<Expression, { kind: "between" }>, env: Environment): string => {
  const value = env.emitters.expression(node.value, env)
  const low = comparePair(env.context, value, env.emitters.expression(node.low, env), node.low.start)
  const high = comparePair(env.context, value, env.emitters.expression(node.high, env), node.high.start)
  const sql = `(${low[0]} >= ${low[1]} AND ${high[0]} <= ${high[1]})`
  return node.isNegated ? `(NOT ${sql})` : sql
}

/** A condition as a boolean of PostgreSQL. ORA-00920 for what is none. */
export const emitCondition = (node: Expression, env: Environment): string => {
  switch (node.kind) {
    case "comparison":
      return emitComparison(node, env)
    case "quantified":
      return emitQuantified(node, env)
    case "in":
      return emitIn(node, env)
    case "between":
      return emitBetween(node, env)
    case "like":
      return emitLike(node, env)
    case "is":
      return emitIs(node, env)
    case "exists":
      return `EXISTS (${subquery(node.query, env).sql})`
    case "and":
    case "or":
      return `(${node.operands.map((operand) => emitCondition(operand, env)).join(node.kind === "and" ? " AND " : " OR ")})`
    case "not":
      return `(NOT ${emitCondition(node.operand, env)})`
    default: {
      const value = env.emitters.expression(node, env)
      if (familyOf(value.type) !== "boolean") throw ora(920, [], node.end)
      return value.sql
    }
  }
}
