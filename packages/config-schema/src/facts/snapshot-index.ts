// Look-ups in a snapshot that many tables ask for, made once per snapshot: a thousand tables must not search a thousand each.
import type { CheckContext, SchemaSnapshot, TableModel } from "@orapart/contract"

interface SnapshotIndex {
  readonly byName: ReadonlyMap<string, TableModel>
  readonly objectsByOwner: ReadonlyMap<string, ReadonlySet<string>>
}

const known = new WeakMap<SchemaSnapshot, SnapshotIndex>()

const keyOf = (owner: string, name: string): string => `${owner}\u0000${name}`

const buildIndex = (snapshot: SchemaSnapshot): SnapshotIndex => ({
  byName: new Map(snapshot.tables.map((table) => [keyOf(table.owner, table.name), table])),
  objectsByOwner: new Map(
    Object.entries(snapshot.usedNames ?? {}).map(([owner, names]) => [owner, new Set(names.objects)])
  )
})

const indexOf = (snapshot: SchemaSnapshot): SnapshotIndex => {
  const before = known.get(snapshot)
  if (before !== undefined) return before
  const index = buildIndex(snapshot)
  known.set(snapshot, index)
  return index
}

/** The table of exactly this name, or null. */
export const findTable = (snapshot: SchemaSnapshot, owner: string, name: string): TableModel | null =>
  indexOf(snapshot).byName.get(keyOf(owner, name)) ?? null

/** Names of tables, views, synonyms and the like in a schema; null when the snapshot does not hold them. */
export const objectNamesOf = (context: Pick<CheckContext, "snapshot">, owner: string): ReadonlySet<string> | null => {
  const snapshot = context.snapshot ?? null
  return snapshot === null ? null : (indexOf(snapshot).objectsByOwner.get(owner) ?? null)
}
