// LOCAL or GLOBAL for one index of the new table. An index that backs a key is judged by the key's columns: that is what Oracle
// enforces, whether the index itself is unique or not.
import type { IndexModel, PartitioningModel, TableModel } from "@orapart/contract"
import { decideIndexLocality } from "@orapart/oracle-rules"

/** What oracle-rules decides about an index. */
export type IndexLocality = ReturnType<typeof decideIndexLocality>

/** The key constraint that uses the index; undefined when none does. */
const findKey = (table: TableModel, index: IndexModel) =>
  table.constraints
    .map((constraint) => constraint.body)
    .find((body) => (body.type === "primary-key" || body.type === "unique") && body.indexName === index.name)

/**
 * Decides the locality of an index. A non-unique index behind a key (deferrable keys have one) must follow the rule for unique
 * ones: LOCAL only when the key holds partition and subpartition key, or the key could not be enforced across partitions.
 */
export const decideLocality = (
  table: TableModel,
  index: IndexModel,
  partitioning: PartitioningModel
): IndexLocality => {
  const key = findKey(table, index)
  if (key === undefined || key.type === "not-null") return decideIndexLocality(index, partitioning)
  const keys = index.keys.filter((part) => part.column !== null && key.columns.includes(part.column))
  return decideIndexLocality({ ...index, isUnique: true, keys: keys.length === 0 ? index.keys : keys }, partitioning)
}
