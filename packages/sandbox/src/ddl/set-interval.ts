// ALTER TABLE SET INTERVAL, SET STORE IN, SET SUBPARTITION TEMPLATE, MODIFY DEFAULT ATTRIBUTES: what concerns partitions that are yet to come.
import type { TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import { checkIntervalDays, readIntervalStep } from "../partitions/interval-step.ts"
import { checkIntervalKey } from "../partitions/key-types.ts"
import { findPart } from "../partitions/find-partition.ts"
import type { PartitionAction, Span } from "../sql/ast/index.ts"
import { columnById, subpartitioningOf, tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { textOf } from "./expression-text.ts"
import { partitionsOf, putPart, requirePartitioned } from "./partition-maintenance.ts"
import { mergeStorage, readStorage, requireTablespace } from "./segment-storage.ts"
import { readTemplate } from "./table-partitioning.ts"

type Action<K extends PartitionAction["kind"]> = Extract<PartitionAction, { kind: K }> & Span

const putPartitioning = (
  context: DdlContext,
  tableId: number,
  fields: Partial<NonNullable<TableEntry["partitioning"]>>
): void => {
  const table = tableNow(context, tableId)
  if (table.partitioning !== null) context.change.update(table, { partitioning: { ...table.partitioning, ...fields } })
}

/** Interval partitions become range partitions: their bounds stay, the gaps between them close. */
const convertToRange = (context: DdlContext, tableId: number): void => {
  for (const partition of partitionsOf(context, tableId))
    if (partition.isInterval) context.change.update(partition, { isInterval: false })
}

/** SET INTERVAL. Fails with ORA-14757 (already range), ORA-14759 (not possible here), ORA-14751, ORA-14752, ORA-14767. */
export const setInterval = (context: DdlContext, tableId: number, action: Action<"set-interval">): void => {
  const table = tableNow(context, tableId)
  const { interval, method, columns } = requirePartitioned(table, action.start)
  if (action.interval === null) {
    if (interval === null) throw ora(method === "RANGE" ? 14757 : 14759, [], action.start)
    convertToRange(context, tableId)
    putPartitioning(context, tableId, { interval: null })
    return
  }
  const last = partitionsOf(context, tableId).at(-1)
  const isOpen = last?.bound.kind === "less-than" && last.bound.values.some(({ kind }) => kind === "maxvalue")
  if (method !== "RANGE" || columns.length > 1 || last === undefined || isOpen) throw ora(14759, [], action.start)
  const column = columnById(table, columns[0] ?? -1)
  checkIntervalKey(column, action.start)
  const step = readIntervalStep(action.interval, column.type)
  checkIntervalDays(step, [last.bound], action.start)
  convertToRange(context, tableId)
  const text = textOf(context.sql, action.interval)
  putPartitioning(context, tableId, { interval: { text, step, storeIn: interval?.storeIn ?? [] } })
}

/** SET STORE IN: tablespaces of future interval partitions. */
export const setStoreIn = (context: DdlContext, tableId: number, action: Action<"set-store-in">): void => {
  const { interval } = requirePartitioned(tableNow(context, tableId), action.start)
  if (interval === null) throw ora(14759, [], action.start)
  const storeIn = action.tablespaces.map((name) => requireTablespace(context, name))
  putPartitioning(context, tableId, { interval: { ...interval, storeIn } })
}

/** SET SUBPARTITION TEMPLATE: partitions that are there keep their subpartitions. Fails with ORA-14602. */
export const setSubpartitionTemplate = async (
  context: DdlContext,
  tableId: number,
  action: Action<"set-subpartition-template">
): Promise<void> => {
  const table = tableNow(context, tableId)
  requirePartitioned(table, action.start)
  const sub = subpartitioningOf(table)
  if (sub === null) throw ora(14602, [], action.start)
  const template = await readTemplate(context, table, sub, action.template)
  putPartitioning(context, tableId, { subpartitioning: { ...sub, ...template } })
}

/** MODIFY DEFAULT ATTRIBUTES of a table or of a partition. */
export const modifyDefaults = async (
  context: DdlContext,
  tableId: number,
  action: Action<"modify-default-attributes">
): Promise<void> => {
  const table = tableNow(context, tableId)
  requirePartitioned(table, action.start)
  const written = readStorage(context, action.attributes)
  if (action.partition === null) {
    context.change.update(table, { storage: mergeStorage(table.storage, written) })
    return
  }
  const partitions = partitionsOf(context, tableId)
  const { partition } = await findPart(table, partitions, action.partition, context.queries.evaluateConstant)
  putPart(context, partition, null, { storage: mergeStorage(partition.storage, written) })
}
