// CONNECT BY: a recursive query over the rows of one FROM, in the order of Oracle (depth first).
import { notInSandbox } from "../errors/ora.ts"
import type { Expression, HierarchyClause, OrderItem } from "../sql/ast/index.ts"
import { numberType } from "../types/value-type.ts"
import { asNumber } from "./convert.ts"
import { emitted } from "./emitted.ts"
import type { Environment } from "./environment.ts"
import type { Scope } from "./scope.ts"
import { conjuncts, walk } from "./walk.ts"
import { emitOrder } from "./window.ts"

const hasPrior = (expression: Expression): boolean => {
  let isFound = false
  walk(expression, (node) => {
    if (node.kind === "unary" && (node as { readonly operator?: unknown }).operator === "PRIOR") isFound = true
    return !isFound
  })
  return isFound
}

/** `LEVEL <= n` alone: the row generator. */
const levelLimit = (condition: Expression, env: Environment): string | null => {
  const limits = conjuncts(condition).map((part) => {
    if (part.kind !== "comparison" || part.left.kind !== "pseudo-column") return null
    if (
      (part.left.name !== "LEVEL" && part.left.name !== "ROWNUM") ||
      (part.operator !== "<=" && part.operator !== "<")
    )
      return null
    const value = asNumber(env.context, env.emitters.expression(part.right, env), part.right.start)
    return part.operator === "<=" ? `floor(${value})` : `ceil(${value}) - 1`
  })
  const known = limits.filter((limit) => limit !== null)
  return known.length === limits.length && known.length === 1 ? (known[0] ?? null) : null
}

/** What FROM becomes. */
export interface EmittedHierarchy {
  readonly from: string
  /** Order of the rows when no ORDER BY stands. */
  readonly order: string
}

const wrapRows = (scope: Scope, extra: string): string =>
  [
    ...scope.sources.flatMap(({ name, table }) => [
      `${name} AS ${name}`,
      ...(table === null ? [] : [`${name}.ctid AS ${name}_ctid`])
    ]),
    extra
  ].join(", ")

/** Names of the columns that wrapRows makes. */
const rowNames = (scope: Scope): ReadonlyArray<string> =>
  scope.sources.flatMap(({ name, table }) => (table === null ? [name] : [name, `${name}_ctid`]))

/** One source row: the rows are numbered 1 to n, and at least one comes. */
const emitGenerator = (from: string, limit: string, env: Environment, scope: Scope): EmittedHierarchy => {
  const name = env.context.nextName("h")
  const series = env.context.nextName("g")
  scope.wrapper = name
  scope.pseudo.set("LEVEL", emitted(`${name}.lvl::numeric`, numberType, false))
  scope.pseudo.set("ROWNUM", emitted(`${name}.lvl::numeric`, numberType, false))
  scope.pseudo.set(
    "CONNECT_BY_ISLEAF",
    emitted(
      `(CASE WHEN ${name}.lvl = greatest(coalesce(${limit}, 1), 1) THEN 1 ELSE 0 END)::numeric`,
      numberType,
      false
    )
  )
  const rows = `SELECT ${wrapRows(scope, `${series}.lvl AS lvl`)} FROM ${from} CROSS JOIN generate_series(1, greatest(coalesce(${limit}, 1), 1)::bigint) AS ${series}(lvl)`
  return { from: `(${rows}) AS ${name}`, order: `${name}.lvl` }
}

/** START WITH ... CONNECT BY over the sources of the block, which are reached through the recursion afterwards. */
export const emitHierarchy = (
  clause: HierarchyClause,
  from: string,
  siblings: ReadonlyArray<OrderItem>,
  env: Environment
): EmittedHierarchy => {
  const { scope, context } = env
  if (scope === null) throw new RangeError("CONNECT BY without a block")
  const isPlain = !hasPrior(clause.connectBy)
  const limit = isPlain && clause.startWith === null ? levelLimit(clause.connectBy, env) : null
  if (limit !== null) return emitGenerator(from, limit, env, scope)
  if (clause.isNoCycle) throw notInSandbox("CONNECT BY NOCYCLE", clause.start)
  const [name, parent, base] = [context.nextName("h"), context.nextName("p"), context.nextName("b")]
  // Rows are numbered once, in the order of siblings: a window function inside the recursion never ends in PGlite 0.5.16.
  const rank =
    siblings.length === 0 ? "row_number() OVER ()" : `row_number() OVER (ORDER BY ${emitOrder(siblings, env)})`
  const numbered = `SELECT ${wrapRows(scope, `${rank} AS rn`)} FROM ${from}`
  const rows = rowNames(scope)
  scope.wrapper = base
  const start = clause.startWith === null ? "true" : env.emitters.condition(clause.startWith, env)
  scope.priorPrefix = (source) => `(${parent}.${source.name})`
  scope.pseudo.set("LEVEL", emitted(`(${parent}.lvl + 1)::numeric`, numberType, false))
  scope.pseudo.set("PRIOR LEVEL", emitted(`${parent}.lvl::numeric`, numberType, false))
  const connect = env.emitters.condition(clause.connectBy, env)
  const list = rows.map((row) => `${base}.${row}`).join(", ")
  const first = `SELECT ${list}, 1::bigint AS lvl, ARRAY[${base}.rn] AS place FROM ${base} WHERE ${start}`
  const next = `SELECT ${list}, ${parent}.lvl + 1, sys.next_place(${parent}.place, ${base}.rn) FROM ${name} AS ${parent} CROSS JOIN ${base} WHERE ${connect}`
  scope.wrapper = name
  scope.priorPrefix = (source) => `(${name}.p_${source.name})`
  scope.pseudo.set("LEVEL", emitted(`${name}.lvl::numeric`, numberType, false))
  scope.pseudo.set("PRIOR LEVEL", emitted(`(${name}.lvl - 1)::numeric`, numberType))
  const priors = scope.sources.map((source) => `${parent}.${source.name} AS p_${source.name}`).join(", ")
  const all = `WITH RECURSIVE ${base} AS MATERIALIZED (${numbered}), ${name} AS (${first} UNION ALL ${next}) SELECT ${name}.*, ${priors} FROM ${name} LEFT JOIN ${name} AS ${parent} ON ${parent}.place = ${name}.place[:cardinality(${name}.place) - 1]`
  return { from: `(${all}) AS ${name}`, order: `${name}.place` }
}
