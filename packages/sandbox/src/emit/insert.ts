// INSERT: columns, defaults, identity columns, values or a query.
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { Expression, Identifier, Insert } from "../sql/ast/index.ts"
import { numberType } from "../types/value-type.ts"
import type { EmitContext } from "./emit-context.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import type { DmlPlan } from "./dml-plan.ts"
import { emitReturning, finishPlan } from "./dml-plan.ts"
import { findTarget, refuseTriggers, requireColumn } from "./dml-target.ts"
import type { Emitters, Environment } from "./environment.ts"
import { layoutOf } from "./placement.ts"
import { storedValue } from "./store.ts"
import { parseExpressionText, tableEnvironment } from "./table-columns.ts"
import { namesIn } from "./walk.ts"

/** The environment of values that see no table. */
const valueEnvironment = (context: EmitContext, emitters: Emitters): Environment =>
  tableEnvironment(context, emitters, null, "")

const nextIdentity = (context: EmitContext, column: ColumnEntry): Emitted =>
  emitted(
    `sys.next_value(${String(column.identity?.sequenceId ?? 0)}, ${String(context.session.sessionId)}, 'ISEQ$$_${String(column.identity?.sequenceId ?? 0)}')`,
    numberType,
    false
  )

/** The default of a column: identity, DEFAULT, or NULL. */
export const defaultOf = (context: EmitContext, emitters: Emitters, column: ColumnEntry): Emitted | null => {
  if (column.identity !== null) return nextIdentity(context, column)
  if (column.default === null) return null
  return emitters.expression(parseExpressionText(column.default.text), valueEnvironment(context, emitters))
}

const storedColumns = (table: TableEntry): ReadonlyArray<ColumnEntry> =>
  table.columns.filter(({ virtual, visibility }) => virtual === null && visibility !== "unused")

const checkColumn = (column: ColumnEntry, offset: number, isDefault: boolean): void => {
  if (column.virtual !== null && !isDefault) throw ora(54_013, [], offset)
  if (column.identity?.mode === "always" && !isDefault) throw ora(32_795, [], offset)
}

/** Named columns, or all visible ones. ORA-00904, ORA-00957. */
export const insertColumns = (table: TableEntry, names: ReadonlyArray<Identifier>): ReadonlyArray<ColumnEntry> => {
  if (names.length === 0)
    return table.columns
      .filter(({ visibility }) => visibility === "visible")
      .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const seen = new Set<string>()
  return names.map((name) => {
    if (seen.has(name.value)) throw ora(957, [], name.start)
    seen.add(name.value)
    return requireColumn(table, name)
  })
}

const withNullDefault = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  column: ColumnEntry,
  sql: string
): string => {
  const isOnNull = column.default?.isOnNull === true || column.identity?.mode === "by-default-on-null"
  const value = isOnNull ? defaultOf(context, emitters, column) : null
  return value === null ? sql : `COALESCE(${sql}, ${storedValue(context, value, table, column, null)})`
}

/** A value for a column; DEFAULT takes the column's default. null: the column is left out. */
export const valueFor = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  column: ColumnEntry,
  node: Expression,
  env: Environment
): string | null => {
  checkColumn(column, node.start, node.kind === "default")
  if (node.kind === "default") {
    if (column.virtual !== null) return null
    const value = defaultOf(context, emitters, column)
    return value === null ? "NULL" : storedValue(context, value, table, column, node.start)
  }
  return withNullDefault(
    context,
    emitters,
    table,
    column,
    storedValue(context, emitters.expression(node, env), table, column, node.start)
  )
}

interface Filled {
  readonly column: ColumnEntry
  readonly sql: string
}

/** Columns that were not named: their defaults. */
export const missingColumns = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  named: ReadonlyArray<ColumnEntry>
): ReadonlyArray<Filled> =>
  storedColumns(table).flatMap((column) => {
    if (named.includes(column)) return []
    const value = defaultOf(context, emitters, column)
    return value === null ? [] : [{ column, sql: storedValue(context, value, table, column, null) }]
  })

const isAppend = (insert: Insert): boolean =>
  insert.source.kind === "query" && insert.hint !== null && /\bAPPEND\b/i.test(insert.hint.text)

/** Oracle inserts conventionally when a foreign key is enabled. */
const takesDirectPath = (context: EmitContext, table: TableEntry, insert: Insert): boolean =>
  isAppend(insert) &&
  !context.catalog.childrenOf(table.id, "constraint").some(({ type, isEnabled }) => type === "R" && isEnabled)

const fromValues = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  columns: ReadonlyArray<ColumnEntry>,
  values: ReadonlyArray<Expression>,
  insert: Insert
): ReadonlyArray<Filled> => {
  if (values.length > columns.length) throw ora(913, [], values[columns.length]?.start ?? insert.start)
  if (values.length < columns.length) throw ora(947, [], insert.target.start)
  const env = valueEnvironment(context, emitters)
  return values.flatMap((node, at) => {
    const column = columns[at]
    const outside = namesIn(node).find(
      (name) => context.variables === null && name.path.length > 0 && name.path[0].value !== "SYS_GUID"
    )
    if (
      outside !== undefined &&
      node.kind === "name" &&
      table.columns.some(({ name }) => name === outside.path.at(-1)?.value)
    )
      throw ora(984, [], outside.start)
    const sql = column === undefined ? null : valueFor(context, emitters, table, column, node, env)
    return column === undefined || sql === null ? [] : [{ column, sql }]
  })
}

/** INSERT INTO t PARTITION (p): ORA-14401 for rows that belong elsewhere. */
const partitionGuard = (insert: Insert, context: EmitContext, table: TableEntry, name: string): string | null => {
  const { partition } = insert.target
  if (partition === null) return null
  const part = context.parts.get(partition)
  if (part === undefined) throw ora(14_501, [], partition.start)
  const condition = context.partCondition(table, part, name)
  return condition === null ? null : `sys.check_part(${condition})`
}

/** INSERT ... VALUES and INSERT ... SELECT. */
export const emitInsert = (insert: Insert, context: EmitContext, emitters: Emitters): DmlPlan => {
  const table = findTarget(context, insert.target, "insert")
  refuseTriggers(context, table, "insert", [], insert.target.start)
  const columns = insertColumns(table, insert.columns)
  const name = context.nextName("t")
  let filled: ReadonlyArray<Filled>
  let source: string
  if (insert.source.kind === "values") {
    filled = [
      ...fromValues(context, emitters, table, columns, insert.source.values, insert),
      ...missingColumns(context, emitters, table, columns)
    ]
    source = filled.length === 0 ? "DEFAULT VALUES" : `VALUES (${filled.map(({ sql }) => sql).join(", ")})`
  } else if (insert.source.kind === "query") {
    const query = emitters.query(insert.source.query, context, null, new Map())
    if (query.columns.length > columns.length) throw ora(913, [], insert.source.query.start)
    if (query.columns.length < columns.length) throw ora(947, [], insert.source.query.start)
    const inner = context.nextName("q")
    const { start } = insert.source.query
    const given = columns.map((column, at) => {
      checkColumn(column, start, false)
      const type = query.columns[at]?.type ?? column.type
      const value = emitted(type.name === "NULL" ? "NULL" : `${inner}.k${String(at + 1)}`, type)
      return {
        column,
        sql: withNullDefault(context, emitters, table, column, storedValue(context, value, table, column, start))
      }
    })
    filled = [...given, ...missingColumns(context, emitters, table, columns)]
    source = `SELECT ${filled.map(({ sql }) => sql).join(", ")} FROM (${query.sql}) AS ${inner}`
  } else throw notInSandbox("this form of INSERT", insert.start)
  const list = filled.length === 0 ? "" : ` (${filled.map(({ column }) => `c${String(column.id)}`).join(", ")})`
  const env = tableEnvironment(context, emitters, table, name)
  return finishPlan({
    sql: `INSERT INTO d.t${String(table.id)} AS ${name}${list} ${source}`,
    name,
    table,
    keys: layoutOf(table),
    isDirectPath: takesDirectPath(context, table, insert),
    isUpdate: false,
    returning: emitReturning(insert.returning, env),
    canUseTag: insert.source.kind === "query",
    guard: partitionGuard(insert, context, table, name)
  })
}
