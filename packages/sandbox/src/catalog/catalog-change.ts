// A transaction on the catalog: it works on the next version, remembers what to write to `o_object`, and which objects the dictionary
// has to make again. Nothing happens to the old version; giving up a change is forgetting it.
import type { Catalog } from "./catalog.ts"
import type { CountersEntry, Entry, EntryKind, EntryOf, PartitionEntry } from "./entries.ts"

/** A row of `o_object(id, kind, body)`. */
export interface ObjectRow {
  readonly id: number
  readonly kind: EntryKind
  /** The entry as JSON. */
  readonly body: string
}

/** What a change did, to be written in the transaction of the DDL. */
export interface CatalogRows {
  readonly upserts: ReadonlyArray<ObjectRow>
  readonly deletes: ReadonlyArray<number>
}

type CounterName = "nextObjectId" | "nextConstraint" | "nextPartition" | "nextUserId"

/** A change of the catalog. Its `catalog` is the version as changed so far. */
export class CatalogChange {
  #catalog: Catalog
  readonly #base: Catalog
  readonly #touched = new Set<number>()
  readonly #dirty = new Set<number>()

  constructor(base: Catalog) {
    this.#base = base
    this.#catalog = base
  }

  /** The version with everything done so far. */
  get catalog(): Catalog {
    return this.#catalog
  }

  /** True when something was changed. */
  get isChanged(): boolean {
    return this.#touched.size > 0
  }

  /** Adds or replaces an entry. */
  put(entry: Entry): void {
    this.#catalog = this.#catalog.with(entry)
    this.#note(entry)
  }

  /** Adds a partition in front of another one (null: at the end). */
  putPartition(entry: PartitionEntry, before: number | null): void {
    this.#catalog = this.#catalog.with(entry, before)
    this.#note(entry)
  }

  /** Replaces an entry by itself with some fields changed; gives the new one. */
  update<T extends Entry>(entry: T, fields: Partial<T>): T {
    const next: T = { ...entry, ...fields }
    this.put(next)
    return next
  }

  /** Removes an entry and all that belongs to it. */
  remove(id: number): void {
    const entry = this.#catalog.get(id)
    if (entry === null) return
    for (const kind of childKinds) for (const child of this.#catalog.childrenOf(id, kind)) this.remove(child.id)
    this.#catalog = this.#catalog.without(id)
    this.#note(entry)
  }

  /** Says that the dictionary's rows of an object have to be made again although its entry is the same (statistics, sequence numbers). */
  markDirty(id: number): void {
    this.#dirty.add(id)
  }

  /** A number that no object had before. */
  takeObjectId(): number {
    return this.#take("nextObjectId")
  }

  /** `SYS_C008001`, ... : names of constraints and of the indexes that unnamed keys make. */
  takeConstraintName(): string {
    return `SYS_C${String(this.#take("nextConstraint")).padStart(6, "0")}`
  }

  /** `SYS_P301`, ...: one sequence for partitions and subpartitions of all tables. */
  takePartitionName(): string {
    return `SYS_P${String(this.#take("nextPartition"))}`
  }

  /** `SYS_SUBP302`, ... */
  takeSubpartitionName(): string {
    return `SYS_SUBP${String(this.#take("nextPartition"))}`
  }

  /** USER_ID of a new user. */
  takeUserId(): number {
    return this.#take("nextUserId")
  }

  /** Counts the system change number up and gives it. */
  takeScn(): string {
    const { counters } = this.#catalog
    const scn = String(BigInt(counters.scn) + 1n)
    this.put({ ...counters, scn })
    return scn
  }

  /** Ids of the objects whose dictionary rows have to be made again: an entry counts for its parent as well. */
  get dirty(): ReadonlySet<number> {
    return this.#dirty
  }

  /** What to write. Entries that came and went in this change are not mentioned. */
  rows(): CatalogRows {
    const upserts: ObjectRow[] = []
    const deletes: number[] = []
    for (const id of this.#touched) {
      const entry = this.#catalog.get(id)
      if (entry !== null) upserts.push({ id, kind: entry.kind, body: JSON.stringify(entry) })
      else if (this.#base.get(id) !== null) deletes.push(id)
    }
    return { upserts, deletes }
  }

  #note(entry: Entry): void {
    this.#touched.add(entry.id)
    if (entry.kind === "counters") return
    this.#dirty.add(entry.id)
    if (entry.parentId !== null) this.#dirty.add(entry.parentId)
  }

  #take(counter: CounterName): number {
    const { counters } = this.#catalog
    const taken: number = counters[counter]
    const next: CountersEntry = { ...counters, [counter]: taken + 1 }
    this.put(next)
    return taken
  }
}

const childKinds: ReadonlyArray<EntryKind> = [
  "partition",
  "index",
  "constraint",
  "trigger",
  "lob",
  "object-grant",
  "policy",
  "statistics-preference",
  "statistics-extension"
]

/** Entry as stored. The caller checks nothing: the rows were written by this module. */
export const readEntry = (row: Pick<ObjectRow, "body">): Entry => JSON.parse(row.body) as Entry

/** The entry of a kind in the changed version; for code that has just put it there. */
export const requireEntry = <K extends EntryKind>(change: CatalogChange, kind: K, id: number): EntryOf<K> => {
  const entry = change.catalog.getOf(kind, id)
  if (entry === null) throw new RangeError(`no ${kind} with id ${String(id)}`)
  return entry
}
