// UPDATE and DELETE.
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import { DatabaseError } from "../engine/engine.ts"
import { notInSandbox, ora, oraText } from "../errors/ora.ts"
import type { Assignment, ColumnTarget, Delete, Expression, PartitionExtension, Update } from "../sql/ast/index.ts"
import type { EmitContext } from "./emit-context.ts"
import { emitted } from "./emitted.ts"
import type { DmlPlan } from "./dml-plan.ts"
import { emitReturning, finishPlan } from "./dml-plan.ts"
import { findTarget, refuseTriggers, requireColumn } from "./dml-target.ts"
import type { Emitters, Environment } from "./environment.ts"
import { defaultOf } from "./insert.ts"
import type { KeyLayout } from "./placement.ts"
import { layoutOf } from "./placement.ts"
import { splitRowNumber } from "./row-number.ts"
import { storedValue } from "./store.ts"
import { tableSource } from "./table-source.ts"
import { makeScope } from "./scope.ts"
import { conjuncts } from "./walk.ts"

/** The column on the left of SET; a qualifier has to be the table's. */
export const assignedColumn = (table: TableEntry, alias: string | null, target: ColumnTarget): ColumnEntry => {
  const name = target.path.at(-1) ?? target.path[0]
  const qualifier = target.path.length > 1 ? target.path.at(-2) : undefined
  if (qualifier !== undefined && qualifier.value !== (alias ?? table.name))
    throw new DatabaseError(904, oraText(904, [target.path.map(({ value }) => `"${value}"`).join(".")]), target.start)
  const column = requireColumn(table, name)
  if (column.virtual !== null) throw ora(54_017, [], target.start)
  if (column.identity?.mode === "always") throw ora(32_796, [], target.start)
  return column
}

/** `c5 = value`; `value` is null when several columns are set by one query. */
export const emitAssignment = (
  assignment: Assignment,
  table: TableEntry,
  alias: string | null,
  env: Environment
): { readonly columns: ReadonlyArray<ColumnEntry>; readonly sql: string; readonly value: string | null } => {
  const { context, emitters } = env
  if (assignment.kind === "row") throw notInSandbox("SET ROW", assignment.start)
  if (assignment.kind === "column") {
    const column = assignedColumn(table, alias, assignment.column)
    const { value } = assignment
    const given =
      value.kind === "default"
        ? (defaultOf(context, emitters, column) ?? emitted("NULL", { ...column.type, name: "NULL" }))
        : emitters.expression(value, env)
    const stored = storedValue(context, given, table, column, value.start)
    return { columns: [column], sql: `c${String(column.id)} = ${stored}`, value: stored }
  }
  const columns = assignment.columns.map((target) => assignedColumn(table, alias, target))
  const query = emitters.query(assignment.query, context, env.scope, env.ctes)
  if (query.columns.length !== columns.length)
    throw ora(query.columns.length > columns.length ? 913 : 947, [], assignment.start)
  const name = context.nextName("q")
  const values = columns.map((column, at) =>
    storedValue(
      context,
      emitted(`${name}.k${String(at + 1)}`, query.columns[at]?.type ?? column.type),
      table,
      column,
      assignment.query.start
    )
  )
  return {
    columns,
    value: null,
    sql: `(${columns.map(({ id }) => `c${String(id)}`).join(", ")}) = (SELECT ${values.join(", ")} FROM (${query.sql}) AS ${name})`
  }
}

/** The environment in which WHERE, SET and RETURNING of the statement stand. */
const rowEnvironment = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  alias: string | null,
  name: string,
  partition: PartitionExtension | null
): { readonly env: Environment; readonly guards: ReadonlyArray<string> } => {
  const scope = makeScope(null)
  const env: Environment = {
    context,
    scope,
    emitters,
    ctes: new Map(),
    aggregates: "forbidden",
    windows: false,
    groups: null,
    isPrior: false,
    sequences: true
  }
  const reference = {
    partition,
    asOf: null,
    alias: alias === null ? null : { value: alias, isQuoted: true, start: 0, end: 0 }
  }
  const { source, sql } = tableSource(table, reference, env, name)
  scope.sources.push(source)
  const plain = sql.startsWith("(")
  const part = partition === null ? undefined : context.parts.get(partition)
  const guards =
    plain && part !== undefined ? [context.partCondition(table, part, name)].filter((guard) => guard !== null) : []
  return { env, guards }
}

const emitWhere = (
  where: Expression | null,
  table: TableEntry,
  name: string,
  env: Environment,
  guards: ReadonlyArray<string>
): string => {
  const split = splitRowNumber(conjuncts(where), env)
  const texts = [...guards, ...split.rest.map((condition) => env.emitters.condition(condition, env)), ...split.guards]
  const plain = texts.length === 0 ? "" : ` WHERE ${texts.join(" AND ")}`
  if (split.limit === null) return plain
  return ` WHERE ${name}.ctid = ANY (ARRAY(SELECT ${name}.ctid FROM d.t${String(table.id)} AS ${name}${plain} LIMIT ${split.limit}))`
}

/** Keys that may move: only when a key column is set. */
const movedKeys = (table: TableEntry, columns: ReadonlyArray<ColumnEntry>): KeyLayout | null => {
  const layout = layoutOf(table)
  const keys = [...(table.partitioning?.columns ?? []), ...(table.partitioning?.subpartitioning?.columns ?? [])]
  if (!columns.some(({ id }) => keys.includes(id))) return null
  return table.isRowMovement ? layout : { columns: keys, kind: "moves" }
}

/** UPDATE. */
export const emitUpdate = (update: Update, context: EmitContext, emitters: Emitters): DmlPlan => {
  if (update.currentOf !== null) throw notInSandbox("WHERE CURRENT OF", update.currentOf.start)
  const table = findTarget(context, update.target, "update")
  const name = context.nextName("t")
  const alias = update.target.alias?.value ?? null
  const { env, guards } = rowEnvironment(context, emitters, table, alias, name, update.target.partition)
  const sets = update.assignments.map((assignment) => emitAssignment(assignment, table, alias, env))
  const columns = sets.flatMap((set) => set.columns)
  const twice = columns.find((column, at) => columns.indexOf(column) !== at)
  if (twice !== undefined) throw ora(957, [], update.assignments[0]?.start ?? update.start)
  refuseTriggers(
    context,
    table,
    "update",
    columns.map((column) => column.name),
    update.target.start
  )
  const where = emitWhere(update.where, table, name, env, guards)
  return finishPlan({
    sql: `UPDATE d.t${String(table.id)} AS ${name} SET ${sets.map(({ sql }) => sql).join(", ")}${where}`,
    name,
    table,
    keys: movedKeys(table, columns),
    isDirectPath: false,
    isUpdate: true,
    returning: emitReturning(update.returning, env),
    canUseTag: false
  })
}

/** DELETE. */
export const emitDelete = (statement: Delete, context: EmitContext, emitters: Emitters): DmlPlan => {
  if (statement.currentOf !== null) throw notInSandbox("WHERE CURRENT OF", statement.currentOf.start)
  const table = findTarget(context, statement.target, "delete")
  refuseTriggers(context, table, "delete", [], statement.target.start)
  const name = context.nextName("t")
  const { env, guards } = rowEnvironment(
    context,
    emitters,
    table,
    statement.target.alias?.value ?? null,
    name,
    statement.target.partition
  )
  const where = emitWhere(statement.where, table, name, env, guards)
  return finishPlan({
    sql: `DELETE FROM d.t${String(table.id)} AS ${name}${where}`,
    name,
    table,
    keys: null,
    isDirectPath: false,
    isUpdate: false,
    returning: emitReturning(statement.returning, env),
    canUseTag: false
  })
}
