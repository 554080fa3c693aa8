// The indexes that a table's entry wants LOCAL or GLOBAL, with what Oracle allows for them.
import type { CheckContext, IndexModel } from "@orapart/contract"
import { decideIndexLocality, targetPartitioning, type IndexLocality } from "@orapart/oracle-rules"

/** One override that names an index of the table. */
export interface OverriddenIndex {
  readonly index: IndexModel
  readonly wish: "LOCAL" | "GLOBAL" | { readonly global_hash_partitions: number }
  readonly locality: IndexLocality
}

// An index that a unique constraint stands on has to find duplicates everywhere, even when it is not unique itself.
const isUniqueByConstraint = (context: CheckContext, index: IndexModel): boolean =>
  (context.source?.constraints ?? []).some(
    ({ body }) => (body.type === "primary-key" || body.type === "unique") && body.indexName === index.name
  )

/** The overrides of indexes that exist, judged for the layout to come; empty while the layout is not known. */
export const overriddenIndexes = (context: CheckContext): ReadonlyArray<OverriddenIndex> => {
  const { source, table } = context
  const overrides = table.migration_settings?.index_overrides
  if (overrides === undefined || source === null) return []
  const partitioning = targetPartitioning(table, source)
  if (partitioning === null) return []
  return Object.entries(overrides).flatMap(([name, wish]) => {
    const index = source.indexes.find((candidate) => candidate.name === name)
    if (index === undefined) return []
    const judged = isUniqueByConstraint(context, index) ? { ...index, isUnique: true } : index
    return [{ index, wish, locality: decideIndexLocality(judged, partitioning) }]
  })
}
