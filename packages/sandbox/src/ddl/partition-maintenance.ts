// What several partition statements share: which indexes become unusable, whether rows may go, how local indexes remember names.
import type { PartitionEntry, SubpartitionEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import { rangeOfPartition, rangeOfSubpartition } from "../partitions/row-range.ts"
import type { RowRange } from "../partitions/row-range.ts"
import type { IndexMaintenance } from "../sql/ast/index.ts"
import { foreignKeysToTable, indexesOf, tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"

/** All partitions of a table, in order. */
export const partitionsOf = (context: DdlContext, tableId: number): ReadonlyArray<PartitionEntry> =>
  context.change.catalog.childrenOf(tableId, "partition")

/** The rows of a part. */
export const rowsOf = (
  context: DdlContext,
  table: TableEntry,
  partition: PartitionEntry,
  subpartition: SubpartitionEntry | null
): RowRange => {
  const partitions = partitionsOf(context, table.id)
  return subpartition === null
    ? rangeOfPartition(table, partitions, partition)
    : rangeOfSubpartition(table, partitions, partition, subpartition)
}

/** Fails with ORA-14501 when the table is not partitioned. */
export const requirePartitioned = (table: TableEntry, offset: number): NonNullable<TableEntry["partitioning"]> => {
  if (table.partitioning === null) throw ora(14501, [], offset)
  return table.partitioning
}

/** Fails with ORA-02266 when enabled foreign keys of other tables refer to a table of which rows are to go. */
export const checkUnreferenced = (context: DdlContext, table: TableEntry): void => {
  if (foreignKeysToTable(context.change, table.id).some(({ isEnabled }) => isEnabled)) throw ora(2266)
}

/** Fails with ORA-12081 when the table is read only. */
export const checkWritable = (table: TableEntry): void => {
  if (table.isReadOnly) throw ora(12081, [`"${table.owner}"."${table.name}"`])
}

/** Indexes over the whole table become unusable when rows went and nobody asked for their maintenance. */
export const maintainGlobalIndexes = async (
  context: DdlContext,
  tableId: number,
  maintenance: IndexMaintenance,
  hadRows: boolean
): Promise<void> => {
  if (!hadRows || maintenance === "update" || maintenance === "update-global") return
  for (const index of indexesOf(context.change, tableId)) {
    if (index.locality.kind === "local" || index.isUnusable) continue
    await context.storage.dropIndex(index.id)
    context.change.update(index, { isUnusable: true })
  }
}

/** Changes what is special about a part in every local index of a table. */
export const changeLocalParts = (
  context: DdlContext,
  tableId: number,
  partId: number,
  fields: { readonly name?: string; readonly isUnusable?: boolean }
): void => {
  for (const index of indexesOf(context.change, tableId)) {
    if (index.locality.kind !== "local") continue
    const old = index.locality.parts[String(partId)] ?? { name: null, isUnusable: false, tablespace: null }
    const name = old.name ?? fields.name ?? null
    const part = { ...old, name, isUnusable: fields.isUnusable ?? old.isUnusable }
    context.change.update(index, {
      locality: { kind: "local", parts: { ...index.locality.parts, [String(partId)]: part } }
    })
  }
}

/** Replaces a part in the catalog. */
export const putPart = (
  context: DdlContext,
  partition: PartitionEntry,
  subpartition: SubpartitionEntry | null,
  fields: Partial<Pick<SubpartitionEntry, "name" | "storage" | "isReadOnly" | "hasSegment" | "isSystemNamed">>
): void => {
  if (subpartition === null) {
    context.change.update(partition, { ...fields, lastDdlAt: context.now() })
    return
  }
  const subpartitions = partition.subpartitions.map((part) =>
    part.id === subpartition.id ? { ...part, ...fields } : part
  )
  context.change.update(partition, { subpartitions, lastDdlAt: context.now() })
}

/** True when a table (still) has rows in a part. */
export const hasRows = async (
  context: DdlContext,
  tableId: number,
  partition: PartitionEntry,
  subpartition: SubpartitionEntry | null
): Promise<boolean> => {
  const table = tableNow(context, tableId)
  return !(await context.storage.isEmpty(table, rowsOf(context, table, partition, subpartition)))
}
