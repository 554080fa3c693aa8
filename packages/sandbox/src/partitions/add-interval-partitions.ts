// Interval partitions on demand: the partitions that rows on their way need. Called by DML outside the transaction of the user: they outlive a rollback.
import type { CatalogChange } from "../catalog/catalog-change.ts"
import { requireEntry } from "../catalog/catalog-change.ts"
import type { PartitionBound, PartitionEntry, TableEntry } from "../catalog/entries.ts"
import { noStorage } from "../catalog/entry.ts"
import type { KeyText } from "./compare-bounds.ts"
import { keyTypes } from "./key-types.ts"
import { makePartition, plainPlan } from "./make-partition.ts"
import type { Placement } from "./place-row.ts"
import { findAbove, makePlacer } from "./place-row.ts"

type Missing = Extract<Placement, { kind: "missing" }>

const findMissing = (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>,
  keys: Iterable<ReadonlyArray<KeyText>>
): ReadonlyMap<bigint, Missing> => {
  const placer = makePlacer(table, partitions)
  const missing = new Map<bigint, Missing>()
  for (const key of keys) {
    const placement = placer.place(key)
    if (placement.kind === "missing" && !missing.has(placement.slot)) missing.set(placement.slot, placement)
  }
  return missing
}

/** STORE IN takes its tablespaces in turn, by slot (assumed). */
const tablespaceOf = (table: TableEntry, slot: bigint): string | null => {
  const storeIn = table.partitioning?.interval?.storeIn ?? []
  return storeIn[Number(slot % BigInt(Math.max(1, storeIn.length)))] ?? null
}

const keyOf = (bound: PartitionBound): ReadonlyArray<KeyText> =>
  bound.kind === "less-than" ? bound.values.map((value) => (value.kind === "value" ? value.text : null)) : []

/**
 * Makes the partitions that keys need and that are not there, in the order in which the keys come. Keys need be given once per slot only. Gives the new
 * partitions. Fails as RowPlacer.place does, for all kinds of partitioned tables: a caller that only wants to know whether keys fit may forget the change.
 */
export const addIntervalPartitions = (
  change: CatalogChange,
  tableId: number,
  keys: Iterable<ReadonlyArray<KeyText>>,
  now: string
): ReadonlyArray<PartitionEntry> => {
  const table = requireEntry(change, "table", tableId)
  const partitions = change.catalog.childrenOf(tableId, "partition")
  const types = keyTypes(table, table.partitioning?.columns ?? [])
  const ordered = [...partitions]
  const made: PartitionEntry[] = []
  for (const { slot, bound } of findMissing(table, partitions, keys).values()) {
    const next = findAbove(types, ordered, keyOf(bound))
    const storage = { ...noStorage, tablespace: tablespaceOf(table, slot) }
    const plan = { ...plainPlan(bound), isInterval: true, storage, hasSegment: true }
    const partition = makePartition(change, table, plan, now, next?.id ?? null)
    ordered.splice(next === null ? ordered.length : ordered.indexOf(next), 0, partition)
    made.push(partition)
  }
  return made
}
