// What a dictionary view is: columns and a generator of rows, as data. Rows are texts; whoever stores them knows nothing of the catalog.
import type { Catalog } from "../catalog/catalog.ts"
import type { Entry, OracleType } from "../catalog/entries.ts"
import type { OracleRelease } from "../sql/release.ts"

/** A column of a view. */
export interface DictionaryColumn {
  readonly name: string
  readonly type: OracleType
  readonly isNullable: boolean
  /** First release that has it. */
  readonly since: OracleRelease
}

/** A value of a row; numbers become their text. Empty texts are NULL. */
export type Cell = string | number | null | undefined

/** A row by column names; columns that are not named are NULL. */
export type CellRow = Readonly<Record<string, Cell>>

/** A row ready to be stored. */
export interface DictionaryRow {
  /** The object whose change makes the row anew. */
  readonly rootId: number
  /** The schema whose USER_ view shows it; null: none. */
  readonly owner: string | null
  /** Names of users and roles that see the row in an ALL_ view whatever they may do with the object: grantees, grantors. */
  readonly names: ReadonlyArray<string>
  /** In the order of the base's columns. */
  readonly values: ReadonlyArray<string | null>
}

/** What a generator may look at. */
export interface DictionarySource {
  readonly catalog: Catalog
  readonly release: OracleRelease
}

/** Who sees a row of an ALL_ view. */
export type VisibilityRule =
  /** Whoever may see the root object. */
  | "object"
  /** Everybody. */
  | "everyone"
  /** Owner, and whoever has one of the row's names (itself or through a role). */
  | "names"

/** Rows of catalog entries, shared by the USER_, ALL_ and DBA_ view of a subject. */
export interface BaseDefinition {
  /** `TABLES`. */
  readonly name: string
  /** All columns in Oracle's order, that of ALL_ and DBA_. */
  readonly columns: ReadonlyArray<DictionaryColumn>
  readonly rule: VisibilityRule
  /** Rows of one root object: what stands in its own right and all its children. */
  readonly generate: (source: DictionarySource, root: Entry) => ReadonlyArray<BaseRow>
}

/** A row with who it belongs to. */
export interface BaseRow {
  readonly owner: string | null
  readonly names?: ReadonlyArray<string>
  readonly cells: CellRow
}

/** One session as V$SESSION shows it. Times as `2026-01-31 22:00:05`. */
export interface SessionRow {
  readonly sid: number
  readonly serial: number
  readonly user: string
  readonly schema: string
  readonly isActive: boolean
  readonly machine: string
  readonly program: string
  readonly module: string | null
  readonly action: string | null
  readonly clientInfo: string | null
  readonly clientIdentifier: string | null
  readonly service: string
  readonly logonAt: string
  readonly idleSeconds: number
  readonly blockingSid: number | null
}

/** A TM lock as V$LOCK shows it. */
export interface LockRow {
  readonly sid: number
  readonly objectId: number
  /** 2 row share to 6 exclusive; 0 for a lock that is only waited for. */
  readonly mode: number
  readonly requestedMode: number
  readonly seconds: number
  readonly isBlocking: boolean
}

/** What live views show: it changes without any DDL. */
export interface LiveFacts extends DictionarySource {
  readonly user: string
  readonly currentSid: number
  readonly enabledRoles: ReadonlySet<string>
  /** `19.22.0.0.0`. */
  readonly versionFull: string
  readonly banner: string
  readonly service: string
  readonly startedAt: string
  readonly scn: string
  /** NLS_DATE_FORMAT ... of the session. */
  readonly nls: ReadonlyArray<readonly [name: string, value: string]>
  /** Initialization parameters with their values: `deferred_segment_creation`, `TRUE`. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>
  readonly sessions: ReadonlyArray<SessionRow>
  readonly locks: ReadonlyArray<LockRow>
}

/** A view whose rows are made for every query. */
export interface LiveDefinition {
  readonly name: string
  readonly columns: ReadonlyArray<DictionaryColumn>
  readonly generate: (facts: LiveFacts) => ReadonlyArray<CellRow>
}

/** A view as a query finds it. */
export type DictionaryView =
  | {
      readonly kind: "base"
      readonly name: string
      readonly base: BaseDefinition
      readonly scope: "user" | "all" | "dba"
      /** Columns with their place in the base's rows. */
      readonly columns: ReadonlyArray<DictionaryColumn & { readonly place: number }>
    }
  | {
      readonly kind: "live"
      readonly name: string
      readonly live: LiveDefinition
      /** Only for those who may read the dictionary: otherwise ORA-00942. */
      readonly isProtected: boolean
      readonly columns: ReadonlyArray<DictionaryColumn & { readonly place: number }>
    }
