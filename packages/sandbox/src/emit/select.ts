// One SELECT block.
import { ora } from "../errors/ora.ts"
import type { GroupItem, OrderItem, Select, SelectItem } from "../sql/ast/index.ts"
import { numberType, pgTypeOf } from "../types/value-type.ts"
import { sortable } from "./comparison.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import type { CommonTables, Emitters, Environment, QueryColumn } from "./environment.ts"
import type { EmitContext } from "./emit-context.ts"
import { emitOuterList } from "./from.ts"
import { isAggregate } from "./functions/index.ts"
import { emitHierarchy } from "./hierarchy.ts"
import { labelOf } from "./label.ts"
import { splitRowNumber } from "./row-number.ts"
import { findSource, makeScope, prefixOf } from "./scope.ts"
import type { Scope, Source } from "./scope.ts"
import { conjuncts, hasCall, usesPseudo } from "./walk.ts"

/** What the block needs from around it. */
export interface SelectSite {
  readonly context: EmitContext
  readonly emitters: Emitters
  readonly parent: Scope | null
  readonly ctes: CommonTables
  readonly orderBy: ReadonlyArray<OrderItem>
  readonly isSiblingsOrder: boolean
  /** FETCH and OFFSET come after this block. */
  readonly hasRowLimit: boolean
  readonly sequences: boolean
}

/** A block as emitted. `orderBy` is the text after ORDER BY, empty for none. */
export interface EmittedSelect {
  readonly sql: string
  readonly columns: ReadonlyArray<QueryColumn>
  readonly tables: ReadonlyArray<number>
}

interface Item {
  readonly value: Emitted
  readonly name: string
  readonly isUnnamed: boolean
  readonly node: SelectItem
}

const expandSources = (
  sources: ReadonlyArray<Source>,
  scope: Scope,
  node: SelectItem,
  env: Environment
): ReadonlyArray<Item> =>
  sources.flatMap((source) =>
    source.columns
      .filter(({ isHidden }) => !isHidden)
      .map((column) => {
        const value = column.emit(prefixOf(scope, source))
        if (env.groups !== null && !env.groups.has(value.sql))
          throw ora(env.groups.size === 0 ? 937 : 979, [], node.start)
        return { value, name: column.name, isUnnamed: false, node }
      })
  )

/** `*` in a block with NATURAL or USING: shared columns come first, once. */
const expandStar = (scope: Scope, node: SelectItem, env: Environment): ReadonlyArray<Item> => {
  const merged = [...scope.merged].map(([name, value]) => ({ value, name, isUnnamed: false, node }))
  return [...merged, ...expandSources(scope.sources, scope, node, env).filter(({ name }) => !scope.merged.has(name))]
}

const emitItem = (node: SelectItem, env: Environment, text: string): ReadonlyArray<Item> => {
  const { scope } = env
  if (scope === null) return []
  if (node.kind === "star") return expandStar(scope, node, env)
  if (node.kind === "qualified-star") {
    const source = findSource(scope, node.qualifier)
    if (source === null) throw ora(904, [node.qualifier.map(({ value }) => `"${value}"`).join(".")], node.start)
    return expandSources([source], scope, node, env)
  }
  const value = env.emitters.expression(node.value, env)
  const isColumn = node.value.kind === "name"
  const name = node.alias?.value ?? labelOf(node.value, text)
  return [{ value, name, isUnnamed: node.alias === null && !isColumn, node }]
}

const groupTexts = (item: GroupItem, env: Environment, texts: Set<string>): string => {
  const one = (expression: Parameters<Emitters["expression"]>[0]): string => {
    const value = env.emitters.expression(expression, { ...env, aggregates: "forbidden", windows: false })
    texts.add(value.sql)
    return sortable(value, expression.start)
  }
  switch (item.kind) {
    case "expression":
      return one(item.value)
    case "set":
      return `(${item.items.map((part) => one(part)).join(", ")})`
    case "rollup":
    case "cube":
      return `${item.kind.toUpperCase()} (${item.sets.map((set) => (set.length === 1 ? set.map((part) => one(part)).join("") : `(${set.map((part) => one(part)).join(", ")})`)).join(", ")})`
    case "grouping-sets":
      return `GROUPING SETS (${item.items.map((part) => groupTexts(part, env, texts)).join(", ")})`
  }
}

const isGrouping = (select: Select, orderBy: ReadonlyArray<OrderItem>): boolean =>
  select.groupBy !== null ||
  select.having !== null ||
  hasCall(
    [select.items, orderBy],
    (call) => call.over === null && call.path.length === 1 && isAggregate(call.path[0].value)
  )

/** ORDER BY of the block: positions, aliases, expressions. */
const emitOrderBy = (site: SelectSite, items: ReadonlyArray<Item>, env: Environment, isDistinct: boolean): string =>
  site.orderBy
    .map((item) => {
      const tail = `${item.isDescending ? " DESC" : ""}${item.nulls === null ? "" : ` NULLS ${item.nulls.toUpperCase()}`}`
      const { value: node } = item
      if (node.kind === "number") {
        const found = items[Number(node.text) - 1]
        if (found === undefined) throw ora(1785, [], node.start)
        return `${sortable(found.value, node.start)}${tail}`
      }
      const alias = node.kind === "name" && node.path.length === 1 ? node.path[0].value : null
      const named = items.filter(
        ({ node: written }) => alias !== null && written.kind === "value" && written.alias?.value === alias
      )
      if (named.length > 1) throw ora(960, [], node.start)
      const value = named[0]?.value ?? env.emitters.expression(node, env)
      if (isDistinct && !items.some((other) => other.value.sql === value.sql)) throw ora(1791, [], node.start)
      return `${sortable(value, node.start)}${tail}`
    })
    .join(", ")

const wrapped = (scope: Scope, name: string, from: string, where: string, limit: string | null): string => {
  const rows = scope.sources.flatMap((source) => [
    `${source.name} AS ${source.name}`,
    ...(source.table === null ? [] : [`${source.name}.ctid AS ${source.name}_ctid`])
  ])
  return `(SELECT ${[...rows, "row_number() OVER () AS rn"].join(", ")} FROM ${from}${where}${limit === null ? "" : ` LIMIT ${limit}`}) AS ${name}`
}

interface Rows {
  readonly from: string
  readonly where: string
  readonly limit: string | null
  readonly order: string
}

/** FROM, WHERE, CONNECT BY and ROWNUM. */
const emitRows = (select: Select, site: SelectSite, env: Environment, scope: Scope, needsWrapper: boolean): Rows => {
  const conditions = conjuncts(select.where)
  const plain = emitOuterList(select.from, conditions, env)
  let from = plain.sql === "" ? `(SELECT 1) AS ${env.context.nextName("o")}` : plain.sql
  const split = splitRowNumber(plain.rest, env)
  let order = ""
  if (select.hierarchy !== null) {
    const hierarchy = emitHierarchy(select.hierarchy, from, site.isSiblingsOrder ? site.orderBy : [], env)
    from = hierarchy.from
    order = hierarchy.order
  }
  const texts = [...split.rest.map((condition) => env.emitters.condition(condition, env)), ...split.guards]
  const where = texts.length === 0 ? "" : ` WHERE ${texts.join(" AND ")}`
  const isNumbered =
    split.limit !== null || usesPseudo([select.items, select.groupBy, select.having, site.orderBy], "ROWNUM")
  if (!isNumbered) return { from, where, limit: null, order }
  if (scope.wrapper === null && needsWrapper) {
    const name = env.context.nextName("w")
    const rows = wrapped(scope, name, from, where, split.limit)
    scope.wrapper = name
    scope.pseudo.set("ROWNUM", emitted(`${name}.rn::numeric`, numberType, false))
    return { from: rows, where: "", limit: null, order }
  }
  if (!scope.pseudo.has("ROWNUM"))
    scope.pseudo.set("ROWNUM", emitted("row_number() OVER ()::numeric", numberType, false))
  return { from, where, limit: split.limit, order }
}

const columnsOf = (items: ReadonlyArray<Item>): ReadonlyArray<QueryColumn> =>
  items.map(({ value, name, isUnnamed }) => ({ name, type: value.type, isNullable: value.isNullable, isUnnamed }))

/** The block. */
export const emitSelect = (select: Select, site: SelectSite, text: string): EmittedSelect => {
  const scope = makeScope(site.parent)
  const isGrouped = isGrouping(select, site.orderBy)
  const isPlainOrder = site.orderBy.length > 0 && !site.isSiblingsOrder
  const hasWindows = hasCall([select.items, site.orderBy], (call) => call.over !== null)
  const needsWrapper = isGrouped || select.isDistinct || isPlainOrder || hasWindows || site.hasRowLimit
  const base = { context: site.context, scope, emitters: site.emitters, ctes: site.ctes, isPrior: false }
  const rowEnv: Environment = { ...base, aggregates: "forbidden", windows: false, groups: null, sequences: false }
  const rows = emitRows(select, site, rowEnv, scope, needsWrapper)
  const texts = new Set<string>()
  const groups = (select.groupBy ?? []).map((item) => groupTexts(item, rowEnv, texts)).join(", ")
  const env: Environment = {
    ...base,
    aggregates: "allowed",
    windows: true,
    groups: isGrouped ? texts : null,
    sequences: site.sequences && !isGrouped && !select.isDistinct && !isPlainOrder
  }
  const items = select.items.flatMap((item) => emitItem(item, env, text))
  const having =
    select.having === null ? "" : ` HAVING ${site.emitters.condition(select.having, { ...env, windows: false })}`
  const order = isPlainOrder
    ? emitOrderBy(site, items, env, select.isDistinct)
    : isGrouped || select.isDistinct
      ? ""
      : rows.order
  const list = items
    .map(
      ({ value }, at) => `${select.isDistinct ? sortableItem(value, at, items) : typed(value)} AS k${String(at + 1)}`
    )
    .join(", ")
  const sql = `SELECT ${select.isDistinct ? "DISTINCT " : ""}${list} FROM ${rows.from}${rows.where}${groups === "" ? "" : ` GROUP BY ${groups}`}${having}${order === "" ? "" : ` ORDER BY ${order}`}${rows.limit === null ? "" : ` LIMIT ${rows.limit}`}`
  return {
    sql,
    columns: columnsOf(items),
    tables: scope.sources.flatMap(({ table }) => (table === null ? [] : [table.id]))
  }
}

const typed = (value: Emitted): string => (value.type.name === "NULL" ? `NULL::${pgTypeOf(value.type)}` : value.sql)

const sortableItem = (value: Emitted, at: number, items: ReadonlyArray<Item>): string => {
  sortable(value, items[at]?.node.start ?? null)
  return typed(value)
}
