// Where the new table and everything on it will lie.
import type { TableModel } from "@orapart/contract"

/** Every tablespace that the scripts name, each once: the owner needs quota in all of them. */
export const usedTablespaces = ({ indexes, lobs, partitioning, storage }: TableModel): ReadonlyArray<string> => {
  const named = [
    storage.tablespace,
    ...(partitioning?.partitions ?? []).map((partition) => partition.tablespace),
    ...(partitioning?.storeIn ?? []),
    ...(partitioning?.subpartitioning?.storeIn ?? []),
    ...lobs.map((lob) => lob.tablespace),
    ...indexes.map((index) => index.tablespace)
  ]
  return [...new Set(named.filter((name) => name !== null))]
}
