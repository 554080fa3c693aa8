// ALTER TABLE DROP COLUMN, SET UNUSED, DROP UNUSED COLUMNS and RENAME COLUMN.
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { AlterTableAction, Identifier } from "../sql/ast/index.ts"
import {
  columnById,
  constraintsOf,
  foreignKeysTo,
  indexesOf,
  invalidateDependents,
  partitionKeyColumns,
  putColumn,
  requireColumn,
  tableNow
} from "./change-table.ts"
import { removeConstraint, renameInNotNull } from "./constraint-state.ts"
import type { DdlContext } from "./ddl-context.ts"
import { removeIndex } from "./indexes.ts"

type Action<K extends AlterTableAction["kind"]> = Extract<AlterTableAction, { kind: K }>

const checkDroppable = (
  context: DdlContext,
  table: TableEntry,
  ids: ReadonlyArray<number>,
  isCascade: boolean
): void => {
  if (ids.some((id) => partitionKeyColumns(table).has(id))) throw ora(12984)
  const left = table.columns.filter(({ id, visibility }) => !ids.includes(id) && visibility === "visible")
  if (left.length === 0) throw ora(12983)
  const dropped = ids.map((id) => columnById(table, id))
  const isUsed = left.some(({ virtual }) => dropped.some(({ name }) => virtual?.text.includes(`"${name}"`) === true))
  if (isUsed) throw ora(54031)
  for (const constraint of constraintsOf(context.change, table.id)) {
    const isTouched = constraint.columns.some((id) => ids.includes(id))
    if (!isTouched || isCascade) continue
    if (foreignKeysTo(context.change, constraint.id).length > 0) throw ora(12992)
    if (!constraint.columns.every((id) => ids.includes(id))) throw ora(12991)
  }
}

const detach = async (context: DdlContext, tableId: number, ids: ReadonlyArray<number>): Promise<void> => {
  for (const constraint of constraintsOf(context.change, tableId))
    if (constraint.columns.some((id) => ids.includes(id)) && context.change.catalog.get(constraint.id) !== null)
      await removeConstraint(context, constraint, { isCascade: true, keepIndex: null })
  const names = ids.map((id) => columnById(tableNow(context, tableId), id).name)
  const isGone = (columnId: number): boolean => {
    const column = tableNow(context, tableId).columns.find(({ id }) => id === columnId)
    return (
      ids.includes(columnId) ||
      (column?.visibility === "system" && names.some((name) => column.virtual?.text.includes(`"${name}"`)))
    )
  }
  for (const index of indexesOf(context.change, tableId))
    if (index.columns.some(({ columnId }) => isGone(columnId))) await removeIndex(context, index)
  for (const lob of context.change.catalog.childrenOf(tableId, "lob"))
    if (ids.includes(lob.columnId)) context.change.remove(lob.id)
}

const renumber = (columns: ReadonlyArray<ColumnEntry>): ReadonlyArray<ColumnEntry> => {
  const order = columns.flatMap(({ id, position }) => (position === null ? [] : [{ id, position }]))
  const ids = order.toSorted((a, b) => a.position - b.position).map(({ id }) => id)
  return columns.map((column) =>
    column.position === null ? column : { ...column, position: ids.indexOf(column.id) + 1 }
  )
}

const removeColumns = async (context: DdlContext, tableId: number, ids: ReadonlyArray<number>): Promise<void> => {
  for (const id of ids) {
    const { identity } = columnById(tableNow(context, tableId), id)
    if (identity !== null) {
      await context.storage.dropSequence(identity.sequenceId)
      context.change.remove(identity.sequenceId)
    }
    await context.storage.dropColumn(tableId, id)
  }
  const table = tableNow(context, tableId)
  context.change.update(table, { columns: renumber(table.columns.filter(({ id }) => !ids.includes(id))) })
}

const readNames = (table: TableEntry, names: ReadonlyArray<Identifier>): ReadonlyArray<number> =>
  names.map((name) => requireColumn(table, name).id)

/** DROP COLUMN. Fails with ORA-12983, 12984, 12991, 12992, 54031. Takes unused columns along. */
export const dropColumns = async (
  context: DdlContext,
  tableId: number,
  action: Action<"drop-columns">
): Promise<void> => {
  const table = tableNow(context, tableId)
  const ids = readNames(table, action.columns)
  checkDroppable(context, table, ids, action.isCascade)
  await detach(context, tableId, ids)
  await removeColumns(context, tableId, ids)
  await dropUnusedColumns(context, tableId)
  invalidateDependents(context, tableId)
}

/** DROP UNUSED COLUMNS. */
export const dropUnusedColumns = async (context: DdlContext, tableId: number): Promise<void> => {
  const unused = tableNow(context, tableId).columns.filter(({ visibility }) => visibility === "unused")
  await removeColumns(
    context,
    tableId,
    unused.map(({ id }) => id)
  )
}

/** SET UNUSED: columns get names like `SYS_C00003_26010112:13:14$` and stay in the storage. */
export const setUnused = async (context: DdlContext, tableId: number, action: Action<"set-unused">): Promise<void> => {
  const table = tableNow(context, tableId)
  const ids = readNames(table, action.columns)
  checkDroppable(context, table, ids, action.isCascade)
  await detach(context, tableId, ids)
  const stamp = context.now().slice(2, 10).replaceAll("-", "") + context.now().slice(11)
  const now = tableNow(context, tableId)
  const columns = now.columns.map((column, at): ColumnEntry =>
    ids.includes(column.id)
      ? {
          ...column,
          name: `SYS_C${String(at + 1).padStart(5, "0")}_${stamp}$`,
          visibility: "unused",
          position: null,
          default: null,
          comment: null
        }
      : column
  )
  context.change.update(now, { columns: renumber(columns) })
  invalidateDependents(context, tableId)
}

/** RENAME COLUMN a TO b. Constraints, indexes and grants follow; views become invalid. Fails with ORA-00904, ORA-00957, ORA-54032. */
export const renameColumn = (context: DdlContext, tableId: number, action: Action<"rename-column">): void => {
  const table = tableNow(context, tableId)
  const column = requireColumn(table, action.from)
  if (table.columns.some(({ name }) => name === action.to.value)) throw ora(957, [], action.to.start)
  const isUsed = table.columns.some(({ virtual }) => virtual?.text.includes(`"${column.name}"`) === true)
  if (isUsed) throw ora(54032, [], action.from.start)
  putColumn(context, tableId, { ...column, name: action.to.value })
  renameInNotNull(context, table, column.id, action.to.value)
  invalidateDependents(context, tableId)
}
