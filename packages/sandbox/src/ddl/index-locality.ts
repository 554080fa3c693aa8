// LOCAL, GLOBAL and GLOBAL PARTITION BY: which index may have which shape (rule book, 4.1).
import type { GlobalIndexPartition, IndexColumnEntry, IndexEntry, TableEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { noStorage } from "../catalog/entry.ts"
import { keyTypes } from "../partitions/key-types.ts"
import { checkBounds, readBound } from "../partitions/read-bound.ts"
import type { IndexPartition, IndexPartitioning } from "../sql/ast/index.ts"
import { requireColumn, subpartitioningOf } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { readStorage } from "./segment-storage.ts"

/** What is known of an index when its shape is decided. */
export interface IndexShape {
  readonly type: IndexEntry["type"]
  readonly isUnique: boolean
  readonly columns: ReadonlyArray<IndexColumnEntry>
}

const covers = (shape: IndexShape, columns: ReadonlyArray<number>): boolean =>
  columns.every((id) => shape.columns.some(({ columnId }) => columnId === id))

const checkLocal = (
  context: DdlContext,
  table: TableEntry,
  shape: IndexShape,
  written: IndexPartitioning & { kind: "local" }
): void => {
  if (table.partitioning === null) throw ora(14016, [], written.start)
  if (shape.isUnique && !covers(shape, table.partitioning.columns)) throw ora(14039, [], written.start)
  if (shape.isUnique && !covers(shape, subpartitioningOf(table)?.columns ?? [])) throw ora(14188, [], written.start)
  const count = context.change.catalog.childrenOf(table.id, "partition").length
  if (written.partitions !== null && written.partitions.length !== count) throw ora(14024, [], written.start)
}

const localParts = (
  context: DdlContext,
  table: TableEntry,
  listed: ReadonlyArray<IndexPartition> | null
): IndexEntry["locality"] => {
  const partitions = context.change.catalog.childrenOf(table.id, "partition")
  const parts = Object.fromEntries(
    (listed ?? []).flatMap(({ name, attributes, isUnusable }, at) => {
      const partition = partitions[at]
      if (partition === undefined) return []
      const { tablespace } = readStorage(context, attributes)
      return [[String(partition.id), { name: name?.value ?? null, isUnusable, tablespace }]]
    })
  )
  return { kind: "local", parts }
}

const requirePrefix = (shape: IndexShape, columns: ReadonlyArray<number>, offset: number): void => {
  if (columns.some((id, at) => shape.columns[at]?.columnId !== id)) throw ora(14038, [], offset)
}

const globalPartition = (
  context: DdlContext,
  partition: IndexPartition | null
): Omit<GlobalIndexPartition, "bound"> => ({
  id: context.change.takeObjectId(),
  name: partition?.name?.value ?? context.change.takePartitionName(),
  isUnusable: partition?.isUnusable ?? false,
  storage: partition === null ? noStorage : readStorage(context, partition.attributes)
})

const globalRange = async (
  context: DdlContext,
  table: TableEntry,
  shape: IndexShape,
  written: IndexPartitioning & { kind: "global-range" }
): Promise<IndexEntry["locality"]> => {
  const columns = written.columns.map((name) => requireColumn(table, name).id)
  requirePrefix(shape, columns, written.start)
  const types = keyTypes(table, columns)
  const partitions: GlobalIndexPartition[] = []
  for (const partition of written.partitions) {
    const values = {
      kind: "less-than",
      bounds: partition.lessThan ?? [],
      start: partition.start,
      end: partition.end
    } as const
    const bound = await readBound(values, types, context.queries.evaluateConstant)
    partitions.push({ ...globalPartition(context, partition), bound })
  }
  checkBounds(
    types,
    partitions.map(({ name, bound }) => ({ name, bound: bound ?? { kind: "hash" } })),
    written.start
  )
  const last = partitions.at(-1)?.bound
  if (last?.kind !== "less-than" || last.values.some(({ kind }) => kind !== "maxvalue"))
    throw ora(14021, [], written.start)
  return { kind: "global", type: "RANGE", columns, partitions }
}

const globalHash = (
  context: DdlContext,
  table: TableEntry,
  shape: IndexShape,
  written: IndexPartitioning & { kind: "global-hash" }
): IndexEntry["locality"] => {
  const columns = written.columns.map((name) => requireColumn(table, name).id)
  requirePrefix(shape, columns, written.start)
  const listed = written.partitions ?? Array.from({ length: written.count ?? 1 }, () => null)
  const partitions = listed.map((partition) => ({ ...globalPartition(context, partition), bound: null }))
  return { kind: "global", type: "HASH", columns, partitions }
}

/**
 * The shape of a new index. Fails with ORA-14016, ORA-14024, ORA-14038, ORA-14039, ORA-14188, ORA-14021, ORA-25113, ORA-25122. A bitmap index that is
 * partitioned globally is refused by Oracle as well.
 */
export const decideLocality = async (
  context: DdlContext,
  table: TableEntry,
  shape: IndexShape,
  written: IndexPartitioning | null,
  offset: number
): Promise<IndexEntry["locality"]> => {
  if (shape.type === "BITMAP" && written !== null && written.kind !== "local") throw ora(25113, [], written.start)
  if (shape.type === "BITMAP" && table.partitioning !== null && written === null) throw ora(25122, [], offset)
  if (written === null || written.kind === "global") return { kind: "whole" }
  if (written.kind === "local") {
    checkLocal(context, table, shape, written)
    return localParts(context, table, written.partitions)
  }
  if (table.temporary !== null) throw notInSandbox("partitioned indexes of temporary tables", written.start)
  return written.kind === "global-range"
    ? await globalRange(context, table, shape, written)
    : globalHash(context, table, shape, written)
}
