// A whole query: WITH, set operators, ORDER BY, row limit.
import { notInSandbox, ora } from "../errors/ora.ts"
import type {
  OrderItem,
  ParenthesizedQuery,
  Query,
  QueryBody,
  RowLimit,
  Select,
  SetBranch,
  SetOperation
} from "../sql/ast/index.ts"
import { familyOf, textType } from "../types/value-type.ts"
import { sortable } from "./comparison.ts"
import { asNumber } from "./convert.ts"
import type { EmitContext } from "./emit-context.ts"
import { emitted } from "./emitted.ts"
import type { CommonTables, EmittedQuery, Emitters, Environment, QueryColumn } from "./environment.ts"
import type { Scope } from "./scope.ts"
import { emitSelect } from "./select.ts"
import { castTo, commonType } from "./unify.ts"

interface Site {
  readonly context: EmitContext
  readonly emitters: Emitters
  readonly parent: Scope | null
  readonly ctes: CommonTables
  readonly text: string
}

interface Part {
  readonly sql: string
  readonly columns: ReadonlyArray<QueryColumn>
  readonly tables: ReadonlyArray<number>
}

const environment = (site: Site): Environment => ({
  ...site,
  scope: site.parent,
  aggregates: "forbidden",
  windows: false,
  groups: null,
  isPrior: false,
  sequences: false
})

const emitBranch = (branch: Select | ParenthesizedQuery, site: Site): Part => {
  if (branch.kind === "parenthesized") {
    const query = emitQueryText(branch.query, site)
    return { sql: query.sql, columns: query.columns, tables: query.locks }
  }
  return emitSelect(
    branch,
    { ...site, orderBy: [], isSiblingsOrder: false, hasRowLimit: false, sequences: false },
    site.text
  )
}

const unifyColumns = (left: Part, right: Part, offset: number): ReadonlyArray<QueryColumn> => {
  if (left.columns.length !== right.columns.length) throw ora(1789, [], offset)
  return left.columns.map((column, at) => {
    const other = right.columns[at]
    const type = other === undefined ? column.type : commonType(column.type, other.type)
    if (type === null) throw ora(1790, [], offset)
    return { ...column, type, isNullable: column.isNullable || (other?.isNullable ?? true) }
  })
}

const asColumns = (part: Part, columns: ReadonlyArray<QueryColumn>, context: EmitContext): string => {
  const isSame = part.columns.every((column, at) => column.type.name === columns[at]?.type.name)
  if (isSame) return part.sql
  const name = context.nextName("u")
  const list = part.columns.map((column, at) => {
    const value = emitted(column.type.name === "NULL" ? "NULL" : `${name}.k${String(at + 1)}`, column.type)
    return `${castTo(context, value, columns[at]?.type ?? column.type, null)} AS k${String(at + 1)}`
  })
  return `SELECT ${list.join(", ")} FROM (${part.sql}) AS ${name}`
}

const words: Readonly<Record<SetBranch["operator"], string>> = {
  union: "UNION",
  "union-all": "UNION ALL",
  intersect: "INTERSECT",
  "intersect-all": "INTERSECT ALL",
  minus: "EXCEPT",
  "minus-all": "EXCEPT ALL"
}

const isDistinctOperator = (operator: SetBranch["operator"]): boolean => operator !== "union-all"

const checkDistinct = (columns: ReadonlyArray<QueryColumn>, offset: number): void => {
  for (const { type } of columns) sortable(emitted("", type), offset)
}

const emitSet = (operation: SetOperation, site: Site): Part => {
  let left = emitBranch(operation.first, site)
  for (const { operator, query } of operation.rest) {
    const right = emitBranch(query, site)
    const columns = unifyColumns(left, right, query.start)
    if (columns.some(({ type }) => familyOf(type) === "long")) throw ora(997, [], query.start)
    if (isDistinctOperator(operator)) checkDistinct(columns, query.start)
    const sql = `(${asColumns(left, columns, site.context)}) ${words[operator]} (${asColumns(right, columns, site.context)})`
    left = { sql, columns, tables: [...left.tables, ...right.tables] }
  }
  return left
}

/** ORDER BY of a set operation: positions and names of the first branch only. */
const orderOfSet = (items: ReadonlyArray<OrderItem>, columns: ReadonlyArray<QueryColumn>): string =>
  items
    .map(({ value, isDescending, nulls }) => {
      const at =
        value.kind === "number"
          ? Number(value.text) - 1
          : value.kind === "name" && value.path.length === 1
            ? columns.findIndex(({ name }) => name === value.path[0].value)
            : -1
      const column = columns[at]
      if (column === undefined)
        throw ora(
          value.kind === "name" ? 904 : 1785,
          value.kind === "name" ? [`"${value.path[0].value}"`] : [],
          value.start
        )
      return `${sortable(emitted(`k${String(at + 1)}`, column.type), value.start)}${isDescending ? " DESC" : ""}${nulls === null ? "" : ` NULLS ${nulls.toUpperCase()}`}`
    })
    .join(", ")

const emitBody = (body: QueryBody, query: Query, site: Site): Part => {
  if (body.kind === "select") {
    return emitSelect(
      body,
      {
        ...site,
        orderBy: query.orderBy,
        isSiblingsOrder: query.isSiblingsOrder,
        hasRowLimit: query.rowLimit !== null,
        sequences: site.parent === null || site.context.depth < 0
      },
      site.text
    )
  }
  const part = body.kind === "parenthesized" ? emitBranch(body, site) : emitSet(body, site)
  const order = orderOfSet(query.orderBy, part.columns)
  if (order === "") return part
  const name = site.context.nextName("u")
  return { ...part, sql: `SELECT * FROM (${part.sql}) AS ${name} ORDER BY ${order}` }
}

const emitLimit = (limit: RowLimit, part: Part, site: Site): Part => {
  const env = environment(site)
  const number = (node: RowLimit["count"]): string =>
    node === null
      ? "1"
      : `greatest(coalesce(floor(${asNumber(site.context, site.emitters.expression(node, env), node.start)}), 0), 0)::bigint`
  if (limit.isPercent) throw notInSandbox("FETCH ... PERCENT", limit.start)
  const offset = limit.offset === null ? "" : ` OFFSET ${number(limit.offset)}`
  const fetch = limit.hasFetch
    ? ` FETCH FIRST (${number(limit.count)}) ROWS ${limit.isWithTies ? "WITH TIES" : "ONLY"}`
    : ""
  if (limit.isWithTies && / ORDER BY /.test(part.sql)) return { ...part, sql: `${part.sql}${offset}${fetch}` }
  const isLimited = part.sql.includes(" LIMIT ")
  const sql =
    isLimited || part.sql.startsWith("(") ? `SELECT * FROM (${part.sql}) AS ${site.context.nextName("u")}` : part.sql
  return { ...part, sql: `${sql}${offset}${limit.isWithTies ? fetch.replace("WITH TIES", "ONLY") : fetch}` }
}

const isRecursive = (query: Query, name: string): boolean => {
  const search = (node: unknown): boolean => {
    if (typeof node !== "object" || node === null) return false
    const { kind, name: written } = node as {
      readonly kind?: unknown
      readonly name?: { readonly schema?: unknown; readonly name?: { readonly value?: unknown } }
    }
    if (kind === "table" && written?.schema === null && written.name?.value === name) return true
    return Object.values(node).some((value) => search(value))
  }
  return search(query.body)
}

const renamed = (
  columns: ReadonlyArray<QueryColumn>,
  names: ReadonlyArray<{ readonly value: string }>,
  offset: number
): ReadonlyArray<QueryColumn> => {
  if (names.length > 0 && names.length !== columns.length) throw ora(32038, [], offset)
  return columns.map((column, at) => ({ ...column, name: names[at]?.value ?? column.name, isUnnamed: false }))
}

/** The WITH list; names become known to what follows. */
const emitWith = (query: Query, site: Site): { readonly text: string; readonly ctes: CommonTables } => {
  const ctes = new Map(site.ctes)
  let hasRecursion = false
  const texts = query.with.map((common) => {
    const name = site.context.nextName("n")
    const inner = { ...site, ctes: new Map(ctes) }
    if (isRecursive(common.query, common.name.value)) {
      hasRecursion = true
      if (common.query.body.kind !== "set-operation") throw ora(32039, [], common.start)
      const first = emitBranch(common.query.body.first, inner)
      const widened = first.columns.map((column) => ({
        ...column,
        type: familyOf(column.type) === "text" ? textType(4000) : column.type,
        isNullable: true
      }))
      inner.ctes.set(common.name.value, { name, columns: renamed(widened, common.columns, common.start) })
    }
    const part = emitQueryText(common.query, inner)
    const columns = renamed(part.columns, common.columns, common.start)
    ctes.set(common.name.value, { name, columns })
    return `${name} AS (${part.sql})`
  })
  return { text: texts.length === 0 ? "" : `WITH ${hasRecursion ? "RECURSIVE " : ""}${texts.join(", ")} `, ctes }
}

const emitQueryText = (query: Query, outer: Site): EmittedQuery => {
  const common = emitWith(query, outer)
  const site: Site = { ...outer, ctes: common.ctes }
  const body = emitBody(query.body, query, site)
  const part = query.rowLimit === null ? body : emitLimit(query.rowLimit, body, site)
  return {
    sql: `${common.text}${part.sql}`,
    columns: part.columns,
    isForUpdate: query.forUpdate !== null,
    locks: part.tables,
    waitSeconds: query.forUpdate?.waitSeconds ?? null
  }
}

/** The emitter of queries; `text` is the statement's text, for the labels of columns. */
export const makeQueryEmitter =
  (text: string, emitters: () => Emitters): Emitters["query"] =>
  (query, context, parent, ctes) =>
    emitQueryText(query, { context, emitters: emitters(), parent, ctes, text })
