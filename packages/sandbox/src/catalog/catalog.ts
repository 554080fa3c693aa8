// One version of the catalog: entries by id, by name and by parent. It is the only truth about the schema; the dictionary views, the
// emitted SQL and the DDL read it. It never changes: see CatalogChange.
import type { CountersEntry, Entry, EntryKind, EntryOf, NamedObjectEntry } from "./entries.ts"
import type { Namespace } from "./namespaces.ts"
import { nameKey, namespaceOf } from "./namespaces.ts"
import { PersistentMap } from "./persistent-map.ts"

/** Id of the entry that holds the counters. */
export const countersId = 0

const firstCounters: CountersEntry = {
  kind: "counters",
  id: countersId,
  owner: "",
  name: "",
  parentId: null,
  nextObjectId: 73_000,
  nextConstraint: 8001,
  nextPartition: 301,
  nextUserId: 100,
  scn: "2000000"
}

interface Indexes {
  readonly entries: PersistentMap<number, Entry>
  readonly names: PersistentMap<string, number>
  readonly children: PersistentMap<number, ReadonlyArray<number>>
}

/** A version of the catalog. */
export class Catalog {
  /** Grows by one with every change. */
  readonly version: number
  readonly #indexes: Indexes

  private constructor(version: number, indexes: Indexes) {
    this.version = version
    this.#indexes = indexes
  }

  /** A catalog without any entry but the counters. */
  static empty(): Catalog {
    const indexes = {
      entries: PersistentMap.empty<number, Entry>(),
      names: PersistentMap.empty<string, number>(),
      children: PersistentMap.empty<number, ReadonlyArray<number>>()
    }
    return new Catalog(0, indexes).with(firstCounters)
  }

  /** The entry with this id. */
  get(id: number): Entry | null {
    return this.#indexes.entries.get(id) ?? null
  }

  /** The entry with this id if it is of this kind. */
  getOf<K extends EntryKind>(kind: K, id: number): EntryOf<K> | null {
    const entry = this.get(id)
    return entry?.kind === kind ? (entry as EntryOf<K>) : null
  }

  /** The entry that has this name in a namespace of a schema. */
  find(namespace: Namespace, owner: string, name: string): Entry | null {
    const id = this.#indexes.names.get(nameKey(namespace, owner, name))
    return id === undefined ? null : this.get(id)
  }

  /** The table, view, sequence, synonym, procedure, function or package of this name. */
  findObject(owner: string, name: string): NamedObjectEntry | null {
    return this.find("object", owner, name) as NamedObjectEntry | null
  }

  /** The user or role of this name. */
  findAccount(name: string): EntryOf<"user"> | EntryOf<"role"> | null {
    return this.find("account", "", name) as EntryOf<"user"> | EntryOf<"role"> | null
  }

  /** What belongs to an entry, in the order in which it was made; partitions in the order of their bounds. */
  childrenOf<K extends EntryKind>(id: number, kind: K): ReadonlyArray<EntryOf<K>> {
    const found: EntryOf<K>[] = []
    for (const child of this.#indexes.children.get(id) ?? []) {
      const entry = this.getOf(kind, child)
      if (entry !== null) found.push(entry)
    }
    return found
  }

  /** All entries of a kind, in no particular order. */
  *all<K extends EntryKind>(kind: K): Generator<EntryOf<K>> {
    for (const entry of this.#indexes.entries.values()) if (entry.kind === kind) yield entry as EntryOf<K>
  }

  /** All entries, in no particular order. */
  entries(): Iterable<Entry> {
    return this.#indexes.entries.values()
  }

  /** The counters. */
  get counters(): CountersEntry {
    return this.getOf("counters", countersId) ?? firstCounters
  }

  /**
   * The next version, with an entry added or replaced. Partitions come to stand where `before` says (the id of the partition that follows), or last.
   * For use by CatalogChange and by the reading back at start only.
   */
  with(entry: Entry, before: number | null = null): Catalog {
    const old = this.get(entry.id)
    const cleared = old === null ? this.#indexes : this.#withoutName(old)
    const namespace = namespaceOf(entry)
    const names =
      namespace === null ? cleared.names : cleared.names.set(nameKey(namespace, entry.owner, entry.name), entry.id)
    const children = old === null ? this.#withChild(entry, before) : this.#indexes.children
    return new Catalog(this.version + 1, { entries: cleared.entries.set(entry.id, entry), names, children })
  }

  /** The next version, without an entry. Its children stay: the change removes them first. */
  without(id: number): Catalog {
    const old = this.get(id)
    if (old === null) return this
    const { entries, names, children } = this.#withoutName(old)
    const siblings = old.parentId === null ? undefined : children.get(old.parentId)
    const left =
      old.parentId === null || siblings === undefined
        ? children
        : children.set(
            old.parentId,
            siblings.filter((child) => child !== id)
          )
    return new Catalog(this.version + 1, { entries: entries.delete(id), names, children: left.delete(id) })
  }

  #withoutName(old: Entry): Indexes {
    const { entries, names, children } = this.#indexes
    const namespace = namespaceOf(old)
    if (namespace === null) return { entries, names, children }
    const key = nameKey(namespace, old.owner, old.name)
    return { entries, names: names.get(key) === old.id ? names.delete(key) : names, children }
  }

  #withChild(entry: Entry, before: number | null): Indexes["children"] {
    const { children } = this.#indexes
    if (entry.parentId === null) return children
    const siblings = children.get(entry.parentId) ?? []
    const at = before === null ? -1 : siblings.indexOf(before)
    const list = at < 0 ? [...siblings, entry.id] : [...siblings.slice(0, at), entry.id, ...siblings.slice(at)]
    return children.set(entry.parentId, list)
  }
}
