// Look-ups in a snapshot that many tables ask for, made once per snapshot: a thousand tables must not search a thousand each.
import type { CheckContext, SchemaSnapshot, TableModel } from "@orapart/contract"
import { rememberFacts } from "./remember-facts.ts"

interface SnapshotIndex {
  /** By owner, then by name: a key of both would be a new text at each of thousands of look-ups. */
  readonly byName: ReadonlyMap<string, ReadonlyMap<string, TableModel>>
  readonly objectsByOwner: ReadonlyMap<string, ReadonlySet<string>>
}

// The last of several tables of one name wins; the snapshot's schema has nothing to say about them.
const indexTables = (snapshot: SchemaSnapshot): SnapshotIndex["byName"] => {
  const byName = new Map<string, Map<string, TableModel>>()
  for (const table of snapshot.tables) {
    const tables = byName.get(table.owner) ?? new Map<string, TableModel>()
    byName.set(table.owner, tables.set(table.name, table))
  }
  return byName
}

const indexOf = rememberFacts((snapshot: SchemaSnapshot): SnapshotIndex => ({
  byName: indexTables(snapshot),
  objectsByOwner: new Map(
    Object.entries(snapshot.usedNames ?? {}).map(([owner, names]) => [owner, new Set(names.objects)])
  )
}))

/** The table of exactly this name, or null. */
export const findTable = (snapshot: SchemaSnapshot, owner: string, name: string): TableModel | null =>
  indexOf(snapshot).byName.get(owner)?.get(name) ?? null

/** Names of tables, views, synonyms and the like in a schema; null when the snapshot does not hold them. */
export const objectNamesOf = (context: Pick<CheckContext, "snapshot">, owner: string): ReadonlySet<string> | null => {
  const snapshot = context.snapshot ?? null
  return snapshot === null ? null : (indexOf(snapshot).objectsByOwner.get(owner) ?? null)
}
