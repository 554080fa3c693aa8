// Which names a snapshot knows to be taken, read once for all its tables.
import type { SchemaSnapshot } from "@orapart/contract"

/**
 * The namespaces that matter. Tables, views, sequences, private synonyms, types and PL/SQL units share `objects`; indexes,
 * constraints and triggers each have their own (Database Object Names and Qualifiers).
 */
export type NamespaceKind = "objects" | "indexes" | "constraints" | "triggers"

/** The taken names of every schema of a snapshot. */
export interface UsedNameIndex {
  readonly namesOf: (owner: string, kind: NamespaceKind) => ReadonlySet<string>
  /** True when the snapshot lists all names of the schema, not only those of its tables. */
  readonly isComplete: (owner: string) => boolean
}

const kinds: ReadonlyArray<NamespaceKind> = ["objects", "indexes", "constraints", "triggers"]

const nothing: ReadonlySet<string> = new Set()

/** Reads the taken names: `usedNames` where it was discovered, and in any case the tables with what hangs on them. */
export const indexUsedNames = (snapshot: Pick<SchemaSnapshot, "tables" | "usedNames">): UsedNameIndex => {
  const sets = new Map<string, Set<string>>()
  const add = (owner: string, kind: NamespaceKind, name: string): void => {
    const key = `${kind} ${owner}`
    const found = sets.get(key)
    if (found === undefined) sets.set(key, new Set([name]))
    else found.add(name)
  }
  for (const [owner, used] of Object.entries(snapshot.usedNames ?? {})) {
    for (const kind of kinds) for (const name of used[kind]) add(owner, kind, name)
  }
  for (const table of snapshot.tables) {
    add(table.owner, "objects", table.name)
    for (const index of table.indexes) add(index.owner, "indexes", index.name)
    for (const trigger of table.triggers) add(trigger.owner, "triggers", trigger.name)
    for (const constraint of table.constraints) add(table.owner, "constraints", constraint.name)
    for (const key of table.childForeignKeys) add(key.owner, "constraints", key.name)
  }
  return {
    namesOf: (owner, kind) => sets.get(`${kind} ${owner}`) ?? nothing,
    isComplete: (owner) => snapshot.usedNames !== undefined && Object.hasOwn(snapshot.usedNames, owner)
  }
}
