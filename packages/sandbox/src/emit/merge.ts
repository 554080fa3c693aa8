// MERGE.
import { hasObjectPrivilege } from "../catalog/privileges.ts"
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { Expression, Merge, MergeMatched, MergeNotMatched } from "../sql/ast/index.ts"
import type { EmitContext } from "./emit-context.ts"
import type { DmlPlan } from "./dml-plan.ts"
import { emitted } from "./emitted.ts"
import { finishPlan } from "./dml-plan.ts"
import { findTarget, refuseTriggers } from "./dml-target.ts"
import type { Emitters, Environment } from "./environment.ts"
import { emitReference } from "./from.ts"
import { missingColumns, valueFor } from "./insert.ts"
import { layoutOf } from "./placement.ts"
import { findColumn, makeScope } from "./scope.ts"
import { tableSource } from "./table-source.ts"
import { assignedColumn, emitAssignment } from "./update.ts"
import { namesIn } from "./walk.ts"

const onColumns = (on: Expression, env: Environment, name: string): ReadonlySet<number> =>
  new Set(
    namesIn(on).flatMap(({ path }) => {
      const found = findColumn(env.scope, path)
      return found?.source?.name === name && found.value.column !== undefined ? [found.value.column.id] : []
    })
  )

/** DELETE WHERE looks at the updated row: columns that are set are their new values. */
const deleteCondition = (
  condition: Expression,
  sets: ReadonlyArray<ReturnType<typeof emitAssignment>>,
  env: Environment,
  name: string
): string => {
  const values = new Map<number, string>()
  for (const { columns, value } of sets) {
    const [column] = columns
    if (value === null || column === undefined)
      throw notInSandbox("MERGE ... DELETE WHERE with several columns set at once", condition.start)
    values.set(column.id, value)
  }
  const scope = makeScope(env.scope?.parent ?? null)
  for (const source of env.scope?.sources ?? []) {
    if (source.name !== name) scope.sources.push(source)
    else {
      const columns = source.columns.map((column) => ({
        ...column,
        emit: (prefix: string) => {
          const old = column.emit(prefix)
          const value = old.column === undefined ? undefined : values.get(old.column.id)
          return value === undefined ? old : emitted(value, old.type)
        }
      }))
      scope.sources.push({ ...source, columns })
    }
  }
  return env.emitters.condition(condition, { ...env, scope })
}

const emitMatched = (
  matched: MergeMatched,
  merge: Merge,
  table: TableEntry,
  env: Environment,
  name: string
): { readonly sql: string; readonly columns: ReadonlyArray<ColumnEntry> } => {
  const keys = onColumns(merge.on, env, name)
  const sets = matched.assignments.map((assignment) => {
    const set = emitAssignment(assignment, table, merge.target.alias?.value ?? null, env)
    const used = set.columns.find(({ id }) => keys.has(id))
    if (used !== undefined)
      throw ora(38_104, [`"${merge.target.alias?.value ?? table.name}"."${used.name}"`], assignment.start)
    return set
  })
  const where = matched.where === null ? "" : ` AND ${env.emitters.condition(matched.where, env)}`
  const removal =
    matched.deleteWhere === null
      ? ""
      : ` WHEN MATCHED${where} AND ${deleteCondition(matched.deleteWhere, sets, env, name)} THEN DELETE`
  return {
    sql: `${removal} WHEN MATCHED${where} THEN UPDATE SET ${sets.map(({ sql }) => sql).join(", ")}`,
    columns: sets.flatMap(({ columns }) => columns)
  }
}

const emitNotMatched = (
  branch: MergeNotMatched,
  table: TableEntry,
  alias: string | null,
  env: Environment,
  sourceEnv: Environment
): string => {
  const { context, emitters } = env
  const columns =
    branch.columns.length === 0
      ? table.columns.filter(({ visibility }) => visibility === "visible")
      : branch.columns.map((target) => assignedColumn(table, alias, target))
  if (branch.values.length > columns.length) throw ora(913, [], branch.start)
  if (branch.values.length < columns.length) throw ora(947, [], branch.start)
  const given = branch.values.flatMap((node, at) => {
    const column = columns[at]
    const sql = column === undefined ? null : valueFor(context, emitters, table, column, node, sourceEnv)
    return column === undefined || sql === null ? [] : [{ column, sql }]
  })
  const filled = [...given, ...missingColumns(context, emitters, table, columns)]
  const where = branch.where === null ? "" : ` AND ${emitters.condition(branch.where, sourceEnv)}`
  return ` WHEN NOT MATCHED${where} THEN INSERT (${filled.map(({ column }) => `c${String(column.id)}`).join(", ")}) VALUES (${filled.map(({ sql }) => sql).join(", ")})`
}

/** MERGE with its two branches. A row that is met twice is ORA-30926. */
export const emitMerge = (merge: Merge, context: EmitContext, emitters: Emitters): DmlPlan => {
  const table = findTarget(context, merge.target, merge.matched === null ? "insert" : "update")
  if (merge.notMatched !== null && !hasObjectPrivilege(context.catalog, context.authority, table, "INSERT"))
    throw ora(1031, [], merge.target.start)
  if (merge.target.partition !== null) throw notInSandbox("MERGE into a named partition", merge.target.partition.start)
  const name = context.nextName("t")
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
  const { source } = tableSource(table, { partition: null, asOf: null, alias: merge.target.alias }, env, name)
  const sourceScope = makeScope(null)
  const sourceEnv: Environment = { ...env, scope: sourceScope }
  const using = emitReference(merge.using, sourceEnv)
  scope.sources.push(source, ...sourceScope.sources)
  const on = emitters.condition(merge.on, env)
  const matched = merge.matched === null ? null : emitMatched(merge.matched, merge, table, env, name)
  if (matched !== null)
    refuseTriggers(
      context,
      table,
      "update",
      matched.columns.map((column) => column.name),
      merge.target.start
    )
  if (merge.notMatched !== null) refuseTriggers(context, table, "insert", [], merge.target.start)
  const inserted =
    merge.notMatched === null
      ? ""
      : emitNotMatched(merge.notMatched, table, merge.target.alias?.value ?? null, env, sourceEnv)
  const keyIds = [...(table.partitioning?.columns ?? []), ...(table.partitioning?.subpartitioning?.columns ?? [])]
  if (matched !== null && !table.isRowMovement && matched.columns.some(({ id }) => keyIds.includes(id)))
    throw notInSandbox("MERGE that updates a partitioning key without row movement", merge.start)
  return finishPlan({
    sql: `MERGE INTO d.t${String(table.id)} AS ${name} USING ${using} ON ${on}${matched?.sql ?? ""}${inserted}`,
    name,
    table,
    keys: layoutOf(table),
    isDirectPath: false,
    isUpdate: false,
    returning: { texts: [], types: [] },
    canUseTag: true
  })
}
