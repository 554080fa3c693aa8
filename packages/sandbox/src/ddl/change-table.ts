// Small steps that many statements take on a table's entry.
import type { CatalogChange } from "../catalog/catalog-change.ts"
import { requireEntry } from "../catalog/catalog-change.ts"
import type { ColumnEntry, ConstraintEntry, IndexEntry, SubpartitioningEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Identifier } from "../sql/ast/index.ts"
import type { DdlContext } from "./ddl-context.ts"

/** The table as changed so far. */
export const tableNow = (context: Pick<DdlContext, "change">, tableId: number): TableEntry =>
  requireEntry(context.change, "table", tableId)

/** Columns that a statement can name: all but hidden ones of Oracle and unused ones. */
export const userColumns = (table: TableEntry): ReadonlyArray<ColumnEntry> =>
  table.columns.filter(({ visibility }) => visibility === "visible" || visibility === "invisible")

/** The column of a name; ORA-00904 with the name in quotes. */
export const requireColumn = (table: TableEntry, name: Identifier): ColumnEntry => {
  const column = userColumns(table).find((candidate) => candidate.name === name.value)
  if (column === undefined) throw ora(904, [`"${name.value}"`], name.start)
  return column
}

/** The column with this id. */
export const columnById = (table: TableEntry, id: number): ColumnEntry => {
  const column = table.columns.find((candidate) => candidate.id === id)
  if (column === undefined) throw new RangeError(`table ${table.name} has no column ${String(id)}`)
  return column
}

/** Replaces one column in the table's entry. */
export const putColumn = (context: Pick<DdlContext, "change">, tableId: number, column: ColumnEntry): TableEntry => {
  const table = tableNow(context, tableId)
  const columns = table.columns.map((candidate) => (candidate.id === column.id ? column : candidate))
  return context.change.update(table, { columns })
}

/** Constraints of a table in the order in which they were made. */
export const constraintsOf = (change: CatalogChange, tableId: number): ReadonlyArray<ConstraintEntry> =>
  change.catalog.childrenOf(tableId, "constraint")

/** Indexes of a table in the order in which they were made. */
export const indexesOf = (change: CatalogChange, tableId: number): ReadonlyArray<IndexEntry> =>
  change.catalog.childrenOf(tableId, "index")

/** Foreign keys of whatever table that refer to a key. */
export const foreignKeysTo = (change: CatalogChange, constraintId: number): ReadonlyArray<ConstraintEntry> =>
  [...change.catalog.all("constraint")]
    .filter(({ references }) => references?.constraintId === constraintId)
    .toSorted((a, b) => a.id - b.id)

/** Foreign keys of other tables that refer to a key of this one. */
export const foreignKeysToTable = (change: CatalogChange, tableId: number): ReadonlyArray<ConstraintEntry> =>
  constraintsOf(change, tableId)
    .filter(({ type }) => type === "P" || type === "U")
    .flatMap(({ id }) => foreignKeysTo(change, id))
    .filter(({ parentId }) => parentId !== tableId)

/** Columns are nullable unless an enforced and validated NOT NULL or primary key forbids NULL. Writes what changed. */
export const refreshNullability = (context: Pick<DdlContext, "change">, tableId: number): void => {
  const table = tableNow(context, tableId)
  const forbidden = new Set(
    constraintsOf(context.change, tableId)
      .filter(({ type, condition, isEnabled, isValidated }) => {
        return isEnabled && isValidated && (type === "P" || condition?.isNotNull === true)
      })
      .flatMap(({ columns }) => columns)
  )
  const columns = table.columns.map((column) => ({ ...column, isNullable: !forbidden.has(column.id) }))
  if (columns.some(({ isNullable }, at) => table.columns[at]?.isNullable !== isNullable))
    context.change.update(table, { columns })
}

/** LAST_DDL_TIME of a table. */
export const touch = (context: DdlContext, tableId: number): void => {
  context.change.update(tableNow(context, tableId), { lastDdlAt: context.now() })
}

/** Subpartitioning of a table; null when it has none. */
export const subpartitioningOf = (table: TableEntry): SubpartitioningEntry | null =>
  table.partitioning?.subpartitioning ?? null

/** Key columns of the partitioning and the subpartitioning. */
export const partitionKeyColumns = (table: TableEntry): ReadonlySet<number> =>
  new Set([...(table.partitioning?.columns ?? []), ...(subpartitioningOf(table)?.columns ?? [])])

/** Marks everything that depends on an object as invalid: views and stored units by dependency, and what depends on those. */
export const invalidateDependents = (context: Pick<DdlContext, "change">, objectId: number): void => {
  for (const kind of ["view", "unit"] as const)
    for (const entry of context.change.catalog.all(kind)) {
      if (!entry.isValid || !entry.dependsOn.includes(objectId)) continue
      context.change.update(entry, { isValid: false })
      invalidateDependents(context, entry.id)
    }
}
