// All kinds of entries of the catalog in one place. Entries are immutable: a change makes new ones.
import type { PartitionEntry } from "./partition-entry.ts"
import type { SequenceEntry, SynonymEntry, UnitEntry, ViewEntry } from "./schema-entry.ts"
import type { CountersEntry, ObjectGrantEntry, RoleEntry, TablespaceEntry, UserEntry } from "./security-entry.ts"
import type {
  ParallelTaskEntry,
  PolicyEntry,
  StatisticsExtensionEntry,
  StatisticsPreferenceEntry
} from "./supplied-entry.ts"
import type { ConstraintEntry, IndexEntry, LobEntry, TableEntry, TriggerEntry } from "./table-entry.ts"

export type * from "./entry.ts"
export type * from "./oracle-type.ts"
export type * from "./partition-entry.ts"
export type * from "./schema-entry.ts"
export type * from "./security-entry.ts"
export type * from "./supplied-entry.ts"
export type * from "./table-entry.ts"

/** Objects that share one namespace in a schema: ORA-00955. */
export type NamedObjectEntry = TableEntry | ViewEntry | SequenceEntry | SynonymEntry | UnitEntry

/** Anything that the catalog holds. */
export type Entry =
  | NamedObjectEntry
  | IndexEntry
  | ConstraintEntry
  | TriggerEntry
  | PartitionEntry
  | LobEntry
  | UserEntry
  | RoleEntry
  | TablespaceEntry
  | ObjectGrantEntry
  | CountersEntry
  | PolicyEntry
  | StatisticsPreferenceEntry
  | StatisticsExtensionEntry
  | ParallelTaskEntry

/** What an entry can be. */
export type EntryKind = Entry["kind"]

/** The entry of a kind. */
export type EntryOf<K extends EntryKind> = Extract<Entry, { readonly kind: K }>
