// FROM: sources, ANSI joins, and the old outer joins with (+).
import { notInSandbox, ora } from "../errors/ora.ts"
import type { Expression, Identifier, Join, TableReference } from "../sql/ast/index.ts"
import { comparePair } from "./comparison.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import type { Environment } from "./environment.ts"
import type { Scope, Source } from "./scope.ts"
import { findColumn, prefixOf } from "./scope.ts"
import { castTo, commonType } from "./unify.ts"
import { emitTableSource, querySource } from "./table-source.ts"
import { namesIn } from "./walk.ts"

/** The block's scope; FROM always has one. */
const scopeOf = (env: Environment): Scope => {
  if (env.scope === null) throw new RangeError("FROM without a block")
  return env.scope
}

const columnOf = (sources: ReadonlyArray<Source>, scope: Scope, name: Identifier): Emitted => {
  const found = sources.flatMap((source) =>
    source.columns.filter((column) => column.name === name.value).map((column) => column.emit(prefixOf(scope, source)))
  )
  const [first] = found
  if (first === undefined) throw ora(904, [`"${name.value}"`], name.start)
  if (found.length > 1) throw ora(918, [], name.start)
  return first
}

const sharedNames = (
  left: ReadonlyArray<Source>,
  right: ReadonlyArray<Source>,
  join: Join
): ReadonlyArray<Identifier> => {
  if (join.using !== null) return join.using
  const names = new Set(
    right.flatMap(({ columns }) => columns.filter(({ isHidden }) => !isHidden).map(({ name }) => name))
  )
  const shared = left.flatMap(({ columns }) =>
    columns.filter(({ name, isHidden }) => !isHidden && names.has(name)).map(({ name }) => name)
  )
  return [...new Set(shared)].map((value) => ({ value, isQuoted: true, start: join.start, end: join.start }))
}

/** Equality of the shared columns; they are known as one column from now on. */
const mergeColumns = (join: Join, env: Environment, leftCount: number): string => {
  const scope = scopeOf(env)
  const [left, right] = [scope.sources.slice(0, leftCount), scope.sources.slice(leftCount)]
  const conditions = sharedNames(left, right, join).map((name) => {
    const [a, b] = [scope.merged.get(name.value) ?? columnOf(left, scope, name), columnOf(right, scope, name)]
    const type = commonType(a.type, b.type) ?? a.type
    const values = [castTo(env.context, a, type, name.start), castTo(env.context, b, type, name.start)]
    const value =
      join.type === "right"
        ? (values[1] ?? "")
        : join.type === "full"
          ? `COALESCE(${values.join(", ")})`
          : (values[0] ?? "")
    scope.merged.set(name.value, emitted(value, type, a.isNullable || b.isNullable))
    const pair = comparePair(env.context, a, b, name.start)
    return `${pair[0]} = ${pair[1]}`
  })
  return conditions.length === 0 ? "true" : conditions.join(" AND ")
}

const emitJoin = (join: Join, env: Environment): string => {
  const scope = scopeOf(env)
  const before = scope.sources.length
  const left = emitReference(join.left, env)
  const middle = scope.sources.length
  const right = emitReference(join.right, env)
  if (join.type === "cross") return `(${left} CROSS JOIN ${right})`
  const word = join.type === "inner" ? "INNER" : join.type.toUpperCase()
  const on =
    join.on === null
      ? mergeColumns(join, env, middle - before)
      : env.emitters.condition(join.on, { ...env, aggregates: "forbidden", windows: false })
  return `(${left} ${word} JOIN ${right} ON ${on})`
}

/** One element of FROM; its sources are added to the block. */
export const emitReference = (reference: TableReference, env: Environment): string => {
  const scope = scopeOf(env)
  if (reference.kind === "join") return emitJoin(reference, env)
  if (reference.kind === "collection") throw notInSandbox("TABLE(...)", reference.start)
  if (reference.kind === "table") {
    const { sql, source } = emitTableSource(reference, env)
    scope.sources.push(source)
    return sql
  }
  const query = env.emitters.query(reference.query, env.context, reference.isLateral ? scope : scope.parent, env.ctes)
  const { sql, source } = querySource(
    `${reference.isLateral ? "LATERAL " : ""}(${query.sql})`,
    env.context.nextName("t"),
    reference.alias?.value ?? null,
    query.columns
  )
  scope.sources.push(source)
  return sql
}

interface OuterCondition {
  readonly condition: Expression
  readonly optional: Source
  readonly needs: ReadonlySet<Source>
}

const classify = (condition: Expression, scope: Scope): OuterCondition | null => {
  const names = namesIn(condition)
  const marked = names.filter(({ isOuterJoined }) => isOuterJoined)
  const [first] = marked
  if (first === undefined) return null
  const sourceOf = (path: ReadonlyArray<Identifier>): Source | null => findColumn(scope, path)?.source ?? null
  const optional = sourceOf(first.path)
  if (optional === null) throw ora(904, [first.path.map(({ value }) => `"${value}"`).join(".")], first.start)
  if (marked.some(({ path }) => sourceOf(path) !== optional)) throw ora(1468, [], first.start)
  if (condition.kind === "or" || condition.kind === "in") throw ora(1719, [], first.start)
  const needs = new Set(names.flatMap(({ path }) => sourceOf(path) ?? []).filter((source) => source !== optional))
  return { condition, optional, needs }
}

/** A comma list with (+): optional sources are joined after those that they need. Gives FROM and the conditions that stay in WHERE. */
export const emitOuterList = (
  list: ReadonlyArray<TableReference>,
  conditions: ReadonlyArray<Expression>,
  env: Environment
): { readonly sql: string; readonly rest: ReadonlyArray<Expression> } => {
  const scope = scopeOf(env)
  const before = scope.sources.length
  const texts = list.map((reference) => emitReference(reference, env))
  const outer = conditions.map((condition) => classify(condition, scope))
  if (outer.every((found) => found === null)) return { sql: texts.join(" CROSS JOIN "), rest: conditions }
  if (list.some(({ kind }) => kind === "join")) throw ora(25156, [], list[0]?.start ?? 0)
  const items = list.map((_, at) => ({ sql: texts[at] ?? "", source: scope.sources[before + at] }))
  const optional = new Set(outer.flatMap((found) => (found === null ? [] : [found.optional])))
  const joined = new Set<Source>(scope.sources.slice(0, before))
  const required = items.filter(({ source }) => source !== undefined && !optional.has(source))
  for (const { source } of required) if (source !== undefined) joined.add(source)
  let sql = required.map((item) => item.sql).join(" CROSS JOIN ")
  let waiting = items.filter(({ source }) => source !== undefined && optional.has(source))
  while (waiting.length > 0) {
    const next = waiting.find(({ source }) =>
      outer.every(
        (found) => found === null || found.optional !== source || [...found.needs].every((need) => joined.has(need))
      )
    )
    if (next?.source === undefined) throw ora(1416, [], list[0]?.start ?? 0)
    const { source } = next
    const on = outer.flatMap((found) =>
      found?.optional === source ? [env.emitters.condition(found.condition, env)] : []
    )
    sql =
      sql === ""
        ? `(SELECT 1) AS ${env.context.nextName("o")} LEFT JOIN ${next.sql} ON ${on.join(" AND ")}`
        : `${sql} LEFT JOIN ${next.sql} ON ${on.join(" AND ")}`
    joined.add(source)
    waiting = waiting.filter((item) => item !== next)
  }
  return { sql, rest: conditions.filter((_, at) => outer[at] === null) }
}
