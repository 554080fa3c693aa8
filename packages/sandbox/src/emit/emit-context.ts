// What the emitter knows while it writes one statement: catalog, session, parameters so far, and what the statement touches. It never runs anything.
import type { Catalog } from "../catalog/catalog.ts"
import type { Authority } from "../catalog/privileges.ts"
import type { PartitionEntry, SubpartitionEntry, TableEntry } from "../catalog/entries.ts"
import type { DictionaryRelation } from "./dictionary-border.ts"
import type { PartitionExtension } from "../sql/ast/index.ts"
import type { SqlScope } from "../plsql/runtime.ts"
import type { OracleRelease } from "../sql/release.ts"
import type { ValueType } from "../types/value-type.ts"
import { pgTypeOf } from "../types/value-type.ts"

/** Settings of a session that change what a statement means. */
export interface SessionFacts {
  readonly sessionId: number
  readonly currentSchema: string
  readonly dateFormat: string
  readonly timestampFormat: string
  readonly timestampZoneFormat: string
  /** Decimal character and group separator. */
  readonly numericCharacters: string
  /** `+00:00`. */
  readonly timeZone: string
  readonly lengthUnit: "B" | "C"
  /** Rows with ORA_ARCHIVE_STATE other than '0' are shown. */
  readonly isArchivalVisible: boolean
  /** The moment of the statement in UTC: `2026-01-31 22:00:05.123456`. */
  readonly now: string
  /** SYS_CONTEXT(namespace, name); null is NULL, undefined is not known. */
  readonly contextValue: (namespace: string, name: string) => string | null | undefined
  readonly scn: string
  /** The system change number of the last commit that changed a table. */
  readonly changeOf: (tableId: number) => string
}

/** Where the value of a parameter comes from. */
export type ParameterSource =
  | { readonly kind: "bind"; readonly index: number; readonly type: ValueType }
  | { readonly kind: "value"; readonly text: string | null }
  | { readonly kind: "variable"; readonly key: string; readonly read: () => string | null }

/** A part of a table as PARTITION (p) means it. */
export interface NamedPart {
  readonly partition: PartitionEntry
  readonly subpartition: SubpartitionEntry | null
}

/** What a statement reads and changes: for locks, dirty reads and dependencies. */
export interface Usage {
  readonly readTables: Set<number>
  readonly writtenTables: Set<number>
  readonly objects: Set<number>
  readonly dictionaryViews: Set<string>
  hasSequence: boolean
  /** Sequences of which the row has taken a value: every further NEXTVAL of the row is the same. */
  readonly takenSequences: Set<number>
}

/** One statement on its way to PostgreSQL. */
export interface EmitContext {
  readonly catalog: Catalog
  readonly authority: Authority
  readonly release: OracleRelease
  readonly session: SessionFacts
  /** Types of the binds by index; VARCHAR2(4000) when nothing was declared. */
  readonly bindTypes: ReadonlyArray<ValueType>
  readonly variables: SqlScope | null
  readonly parts: ReadonlyMap<PartitionExtension, NamedPart>
  readonly dictionary: { readonly find: (owner: string | null, name: string) => DictionaryRelation | null }
  readonly parameters: ParameterSource[]
  readonly usage: Usage
  /** Condition on a part of a table, in PostgreSQL; null when it holds all rows. */
  readonly partCondition: (table: TableEntry, part: NamedPart, alias: string) => string | null
  /** Names of PostgreSQL that nothing else has in this statement. */
  readonly nextName: (prefix: string) => string
  /** Nesting of views, to notice circles. */
  readonly depth: number
}

/** An empty Usage. */
export const makeUsage = (): Usage => ({
  readTables: new Set(),
  writtenTables: new Set(),
  objects: new Set(),
  dictionaryViews: new Set(),
  hasSequence: false,
  takenSequences: new Set()
})

/** A counter of names. */
export const makeNames = (): ((prefix: string) => string) => {
  let next = 0
  return (prefix) => {
    next += 1
    return `${prefix}${String(next)}`
  }
}

const isSame = (a: ParameterSource, b: ParameterSource): boolean => {
  if (a.kind === "value" && b.kind === "value") return a.text === b.text
  if (a.kind === "bind" && b.kind === "bind") return a.index === b.index
  return a.kind === "variable" && b.kind === "variable" && a.key === b.key
}

/** Adds a parameter and gives `$n`, without a cast. */
export const takeParameter = (context: EmitContext, source: ParameterSource): string => {
  const known = context.parameters.findIndex((other) => isSame(other, source))
  if (known >= 0) return `$${String(known + 1)}`
  context.parameters.push(source)
  return `$${String(context.parameters.length)}`
}

/** Adds a parameter and gives the text that stands for it. */
export const addParameter = (context: EmitContext, source: ParameterSource, type: ValueType): string =>
  `${takeParameter(context, source)}::${pgTypeOf(type)}`

/** A text as a literal of PostgreSQL (standard_conforming_strings is on). */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`
