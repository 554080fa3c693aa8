// Objects of a schema that are neither tables nor hang on one: views, sequences, synonyms, stored PL/SQL.
import type { EntryBase, ObjectFacts } from "./entry.ts"
import type { OracleType } from "./oracle-type.ts"
import type { CompileErrorEntry } from "./table-entry.ts"

/** A column of a view. */
export interface ViewColumnEntry {
  readonly name: string
  readonly type: OracleType
  readonly isNullable: boolean
  readonly comment: string | null
}

/** A view. */
export interface ViewEntry extends EntryBase, ObjectFacts {
  readonly kind: "view"
  /** The query as written. */
  readonly text: string
  /** Aliases as written; empty when the query's names are used. */
  readonly aliases: ReadonlyArray<string>
  /** As compiled last; empty for a view made with FORCE that never compiled. */
  readonly columns: ReadonlyArray<ViewColumnEntry>
  readonly isReadOnly: boolean
  readonly hasCheckOption: boolean
  readonly comment: string | null
  /** Object ids that the query names, synonyms included. */
  readonly dependsOn: ReadonlyArray<number>
}

/** Options of a sequence. Whole numbers as text: they have up to 28 digits. */
export interface SequenceOptionsEntry {
  readonly startWith: string
  readonly incrementBy: string
  readonly minValue: string
  readonly maxValue: string
  /** 0 is NOCACHE. */
  readonly cacheSize: number
  readonly isCycle: boolean
  readonly isOrder: boolean
  readonly isKeep: boolean
  readonly isSession: boolean
}

/** A sequence. */
export interface SequenceEntry extends EntryBase, ObjectFacts {
  readonly kind: "sequence"
  readonly options: SequenceOptionsEntry
  /** The next value to be taken into the cache: LAST_NUMBER when nobody knows better. */
  readonly lastNumber: string
  /** Table of the identity column it belongs to; it cannot be altered or dropped by itself. */
  readonly identityTableId: number | null
}

/** A synonym; public ones belong to PUBLIC. The target need not exist. */
export interface SynonymEntry extends EntryBase, ObjectFacts {
  readonly kind: "synonym"
  readonly target: { readonly owner: string; readonly name: string }
}

/** A stored procedure, function or package. */
export interface UnitEntry extends EntryBase, ObjectFacts {
  readonly kind: "unit"
  readonly type: "PROCEDURE" | "FUNCTION" | "PACKAGE" | "PACKAGE BODY"
  /** From the unit's keyword to the end. */
  readonly source: string
  readonly errors: ReadonlyArray<CompileErrorEntry>
  readonly dependsOn: ReadonlyArray<number>
}
