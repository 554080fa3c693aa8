// ALTER TABLE ADD, DROP, TRUNCATE, RENAME, MOVE and MODIFY PARTITION. EXCHANGE, SPLIT, MERGE and COALESCE are refused.
import type { PartitionEntry, TableEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { compareBounds } from "../partitions/compare-bounds.ts"
import type { FoundPart } from "../partitions/find-partition.ts"
import { findPart } from "../partitions/find-partition.ts"
import { keyTypes } from "../partitions/key-types.ts"
import { checkFragments, checkPartNames, makePartition } from "../partitions/make-partition.ts"
import { checkBounds } from "../partitions/read-bound.ts"
import type { PartitionAction, PartitionExtension, Span } from "../sql/ast/index.ts"
import { tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import {
  changeLocalParts,
  checkUnreferenced,
  checkWritable,
  hasRows,
  maintainGlobalIndexes,
  partitionsOf,
  putPart,
  requirePartitioned,
  rowsOf
} from "./partition-maintenance.ts"
import { mergeStorage, readStorage } from "./segment-storage.ts"
import { readPartitionPlan } from "./table-partitioning.ts"

type Action<K extends PartitionAction["kind"]> = Extract<PartitionAction, { kind: K }> & Span

const find = (context: DdlContext, tableId: number, extension: PartitionExtension): Promise<FoundPart> => {
  const table = tableNow(context, tableId)
  return findPart(table, partitionsOf(context, tableId), extension, context.queries.evaluateConstant)
}

const checkNewBound = (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  made: PartitionEntry,
  offset: number
): void => {
  const types = keyTypes(table, table.partitioning?.columns ?? [])
  const last = partitions.at(-1)
  if (last?.bound.kind === "default") throw ora(14323, [], offset)
  if (last !== undefined && made.bound.kind === "less-than" && compareBounds(types, last.bound, made.bound) >= 0)
    throw ora(14074, [], offset)
  if (made.bound.kind === "list" || made.bound.kind === "default") checkBounds(types, [...partitions, made], offset)
}

/** ADD PARTITION. Fails with ORA-14760 (interval), ORA-14074, ORA-14312, ORA-14323, ORA-14013, ORA-14299, ORA-14335. */
export const addPartition = async (
  context: DdlContext,
  tableId: number,
  action: Action<"add-partition">
): Promise<void> => {
  const partitioning = requirePartitioned(tableNow(context, tableId), action.start)
  if (partitioning.interval !== null) throw ora(14760, [], action.start)
  for (const definition of action.partitions) {
    const table = tableNow(context, tableId)
    const before = partitionsOf(context, tableId)
    const plan = await readPartitionPlan(context, table, definition, !context.isSegmentCreationDeferred)
    if (partitioning.method === "HASH") {
      const isFull = !(await context.storage.isEmpty(table, null))
      await maintainGlobalIndexes(context, tableId, action.indexes, isFull)
    }
    const made = makePartition(context.change, table, plan, context.now())
    checkNewBound(table, before, made, definition.start)
  }
  const all = partitionsOf(context, tableId)
  checkPartNames(all, action.start)
  const count = all.reduce((sum, { subpartitions }) => sum + Math.max(1, subpartitions.length), 0)
  checkFragments(count - action.partitions.length, action.partitions.length, action.start)
}

/** The next interval partition takes the place of the last range partition (12.2); before that it cannot be dropped (ORA-14758). */
const keepRangeSection = (context: DdlContext, table: TableEntry, dropped: PartitionEntry): void => {
  if ((table.partitioning?.interval ?? null) === null || dropped.isInterval) return
  const others = partitionsOf(context, table.id).filter(({ id }) => id !== dropped.id)
  if (others.some(({ isInterval }) => !isInterval)) return
  const next = others[0]
  if (context.release < 12.2 || next === undefined) throw ora(14758)
  context.change.update(next, { isInterval: false })
}

const dropOne = async (
  context: DdlContext,
  tableId: number,
  extension: PartitionExtension,
  action: Action<"drop-partition">
): Promise<void> => {
  const table = tableNow(context, tableId)
  const { partition, subpartition } = await find(context, tableId, extension)
  if (partitionsOf(context, tableId).length === 1 && subpartition === null) throw ora(14083)
  const isFull = await hasRows(context, tableId, partition, subpartition)
  if (isFull) checkUnreferenced(context, table)
  if (isFull) await context.storage.deleteRange(table, rowsOf(context, table, partition, subpartition))
  if (subpartition === null) {
    keepRangeSection(context, table, partition)
    context.change.remove(partition.id)
  } else {
    if (partition.subpartitions.length === 1) throw ora(14629)
    context.change.update(partition, {
      subpartitions: partition.subpartitions.filter(({ id }) => id !== subpartition.id)
    })
  }
  await maintainGlobalIndexes(context, tableId, action.indexes, isFull)
}

/** DROP PARTITION. Its rows go, nothing comes into the recycle bin. Fails with ORA-02149, ORA-02266, ORA-12081, ORA-14083, ORA-14255, ORA-14758. */
export const dropPartition = async (
  context: DdlContext,
  tableId: number,
  action: Action<"drop-partition">
): Promise<void> => {
  const table = tableNow(context, tableId)
  const { method, subpartitioning } = requirePartitioned(table, action.start)
  checkWritable(table)
  for (const extension of action.partitions) {
    const isHash = extension.level === "partition" ? method === "HASH" : subpartitioning?.method === "HASH"
    if (isHash) throw ora(14255, [], action.start)
    await dropOne(context, tableId, extension, action)
  }
}

/** TRUNCATE PARTITION and SUBPARTITION. Fails with ORA-02149, ORA-14251, ORA-02266, ORA-12081. */
export const truncatePartition = async (
  context: DdlContext,
  tableId: number,
  action: Action<"truncate-partition">
): Promise<void> => {
  const table = tableNow(context, tableId)
  requirePartitioned(table, action.start)
  checkWritable(table)
  if (action.isCascade) throw notInSandbox("TRUNCATE PARTITION CASCADE", action.start)
  for (const extension of action.partitions) {
    const { partition, subpartition } = await find(context, tableId, extension)
    checkUnreferenced(context, table)
    const isFull = await hasRows(context, tableId, partition, subpartition)
    if (isFull) await context.storage.deleteRange(table, rowsOf(context, table, partition, subpartition))
    await maintainGlobalIndexes(context, tableId, action.indexes, isFull)
    context.change.markDirty(partition.id)
  }
}

/** RENAME PARTITION. Local indexes keep the old name. Fails with ORA-14081, ORA-14082, ORA-14262, ORA-14263. */
export const renamePartition = async (
  context: DdlContext,
  tableId: number,
  action: Action<"rename-partition">
): Promise<void> => {
  requirePartitioned(tableNow(context, tableId), action.start)
  const { partition, subpartition } = await find(context, tableId, action.partition)
  const part = subpartition ?? partition
  const isSub = subpartition !== null
  if (part.name === action.to.value) throw ora(isSub ? 14262 : 14081, [], action.to.start)
  const partitions = partitionsOf(context, tableId)
  const others = isSub ? partitions.flatMap(({ subpartitions }) => subpartitions) : partitions
  if (others.some(({ name }) => name === action.to.value)) throw ora(isSub ? 14263 : 14082, [], action.to.start)
  changeLocalParts(context, tableId, part.id, { name: part.name })
  putPart(context, partition, subpartition, { name: action.to.value, isSystemNamed: false })
}

/** MOVE PARTITION: storage only. Fails with ORA-14257 for a partition that has subpartitions. */
export const movePartition = async (
  context: DdlContext,
  tableId: number,
  action: Action<"move-partition">
): Promise<void> => {
  requirePartitioned(tableNow(context, tableId), action.start)
  const { partition, subpartition } = await find(context, tableId, action.partition)
  if (subpartition === null && partition.subpartitions.length > 0) throw ora(14257, [], action.start)
  const part = subpartition ?? partition
  const isFull = await hasRows(context, tableId, partition, subpartition)
  putPart(context, partition, subpartition, {
    storage: mergeStorage(part.storage, readStorage(context, action.attributes))
  })
  if (action.isOnline || action.indexes === "update") return
  if (isFull) changeLocalParts(context, tableId, part.id, { isUnusable: true })
  await maintainGlobalIndexes(context, tableId, action.indexes, isFull)
}

/** MODIFY PARTITION with attributes, READ ONLY, and the state of local indexes. */
export const modifyPartition = async (
  context: DdlContext,
  tableId: number,
  action: Action<"modify-partition" | "modify-partition-read-only" | "modify-partition-unusable-indexes">
): Promise<void> => {
  requirePartitioned(tableNow(context, tableId), action.start)
  const { partition, subpartition } = await find(context, tableId, action.partition)
  const part = subpartition ?? partition
  if (action.kind === "modify-partition")
    putPart(context, partition, subpartition, {
      storage: mergeStorage(part.storage, readStorage(context, action.attributes))
    })
  else if (action.kind === "modify-partition-read-only")
    putPart(context, partition, subpartition, { isReadOnly: action.isReadOnly })
  else {
    const ids =
      part === partition && partition.subpartitions.length > 0 ? partition.subpartitions.map(({ id }) => id) : [part.id]
    for (const id of ids) changeLocalParts(context, tableId, id, { isUnusable: action.change === "unusable" })
  }
}
