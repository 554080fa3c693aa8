// Makes an index: for CREATE INDEX, and for primary and unique keys.
import type { IndexColumnEntry, IndexEntry, TableEntry } from "../catalog/entries.ts"
import { noStorage } from "../catalog/entry.ts"
import { ora } from "../errors/ora.ts"
import type { IndexAttributes } from "../sql/ast/index.ts"
import { requireFree } from "./access.ts"
import { indexesOf, tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { decideLocality } from "./index-locality.ts"
import { readStorage } from "./segment-storage.ts"

/** What is to be made. */
export interface IndexPlan {
  readonly owner: string
  readonly name: string
  readonly isSystemNamed: boolean
  readonly type: IndexEntry["type"]
  readonly isUnique: boolean
  readonly columns: ReadonlyArray<IndexColumnEntry>
  /** null: nothing was said. */
  readonly attributes: IndexAttributes | null
  readonly offset: number
}

const sameColumns = (a: ReadonlyArray<IndexColumnEntry>, b: ReadonlyArray<IndexColumnEntry>): boolean =>
  a.length === b.length &&
  a.every(({ columnId, isDescending }, at) => b[at]?.columnId === columnId && b[at]?.isDescending === isDescending)

/** From 12.1 on a second index on the same columns is allowed when it differs in kind and only one of the two is visible. */
const checkDuplicate = (context: DdlContext, tableId: number, plan: IndexPlan, entry: IndexEntry): void => {
  for (const other of indexesOf(context.change, tableId)) {
    if (other.id === entry.id || !sameColumns(other.columns, plan.columns)) continue
    const differs =
      other.type !== entry.type || other.isUnique !== entry.isUnique || other.locality.kind !== entry.locality.kind
    if (context.release < 12.1 || !differs || (!other.isInvisible && !entry.isInvisible))
      throw ora(1408, [], plan.offset)
  }
}

const prefixLength = (plan: IndexPlan): number | null => {
  const compression = plan.attributes?.segment.indexCompression ?? null
  if (compression?.kind !== "prefix") return null
  return compression.columns ?? Math.max(1, plan.columns.length - (plan.isUnique ? 1 : 0))
}

const makeEntry = (
  context: DdlContext,
  table: TableEntry,
  plan: IndexPlan,
  locality: IndexEntry["locality"]
): IndexEntry => {
  const { attributes } = plan
  const compression = attributes?.segment.indexCompression ?? null
  return {
    kind: "index",
    id: context.change.takeObjectId(),
    owner: plan.owner,
    name: plan.name,
    parentId: table.id,
    createdAt: context.now(),
    lastDdlAt: context.now(),
    isValid: true,
    isSystemNamed: plan.isSystemNamed,
    type: plan.type,
    isUnique: plan.isUnique,
    isReverse: attributes?.isReverse ?? false,
    columns: plan.columns,
    locality,
    isInvisible: attributes?.isInvisible ?? false,
    isUnusable: attributes?.isUnusable ?? false,
    isFunctionDisabled: false,
    prefixLength: prefixLength(plan),
    advancedCompression: compression?.kind === "advanced" ? compression.level : null,
    isPartial: attributes?.indexing === "partial",
    degree: attributes?.parallel === "default" ? "DEFAULT" : (attributes?.parallel ?? 1),
    storage: attributes === null ? noStorage : readStorage(context, attributes.segment),
    statistics: null,
    dropped: null
  }
}

/**
 * Makes an index in the catalog and the storage. Null when existing rows have duplicates: nothing was made then. Fails with ORA-00955, ORA-01408, ORA-14134 and what
 * its shape can fail with.
 */
export const makeIndex = async (context: DdlContext, tableId: number, plan: IndexPlan): Promise<IndexEntry | null> => {
  const table = tableNow(context, tableId)
  requireFree(context, "index", plan.owner, plan.name, plan.offset)
  if (plan.attributes?.isReverse === true && plan.columns.some(({ isDescending }) => isDescending))
    throw ora(14134, [], plan.offset)
  const locality = await decideLocality(context, table, plan, plan.attributes?.partitioning ?? null, plan.offset)
  const entry = makeEntry(context, table, plan, locality)
  checkDuplicate(context, tableId, plan, entry)
  if (!entry.isUnusable && !(await context.storage.createIndex(table, entry))) return null
  context.change.put(entry)
  return entry
}
