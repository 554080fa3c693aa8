// Which subpartition of a partition a row belongs to.
import type { PartitionEntry, SubpartitionEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { KeyText } from "./compare-bounds.ts"
import { isBelow, isListed } from "./compare-bounds.ts"
import { placeKey } from "./hash-key.ts"
import { keyTypes } from "./key-types.ts"

/** The subpartition of a subpartitioning key. Fails with ORA-14400 when no bound takes it. */
export const placeSubpartition = (
  table: TableEntry,
  partition: PartitionEntry,
  key: ReadonlyArray<KeyText>
): SubpartitionEntry => {
  const sub = table.partitioning?.subpartitioning ?? null
  if (sub === null) throw ora(14501)
  const types = keyTypes(table, sub.columns)
  const { subpartitions } = partition
  const found =
    sub.method === "HASH"
      ? subpartitions[placeKey(types, key, subpartitions.length)]
      : sub.method === "RANGE"
        ? subpartitions.find(({ bound }) => isBelow(types, key, bound))
        : (subpartitions.find(({ bound }) => isListed(types, key, bound)) ??
          subpartitions.find(({ bound }) => bound.kind === "default"))
  if (found === undefined) throw ora(14400)
  return found
}
