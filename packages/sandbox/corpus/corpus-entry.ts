// The list of statements that the sandbox is measured by, written down before the engine. Each says what Oracle does with it and where that is known from.

/** Where an expectation is known from. `observed`: seen on an Oracle server; `documented`: a book or Oracle's own page; `assumed`: general knowledge. */
export type Source = "observed" | "documented" | "assumed"

/** What is to happen. */
export type Expectation =
  | { readonly kind: "ok" }
  /** The rows of a query as texts (null is NULL), in order when the query has an ORDER BY or one row. */
  | { readonly kind: "rows"; readonly rows: ReadonlyArray<ReadonlyArray<string | null>> }
  /** `parse`: the text alone is wrong; `execute`: the text is right, the database refuses it. */
  | { readonly kind: "error"; readonly code: number; readonly stage: "parse" | "execute"; readonly pls?: string }

/** One statement. */
export interface CorpusEntry {
  readonly sql: string
  readonly expect: Expectation
  readonly source: Source
  /** Section of the rule book (`partitioning 9`), of the dictionary book (`dictionary 7`), or a subject. */
  readonly reference: string
  /** Statements that must have run before; empty when none are needed. */
  readonly setup: ReadonlyArray<string>
  /** Release when it is not 19. */
  readonly version?: 11.2 | 12.1 | 12.2 | 18 | 21 | 23
}

/** Entries that share a source and a reference. */
export interface Topic {
  readonly source: Source
  readonly reference: string
  readonly setup?: ReadonlyArray<string>
  readonly version?: CorpusEntry["version"]
}

type Draft = Pick<CorpusEntry, "sql" | "expect">

/** It is executed without an error. */
export const ok = (sql: string): Draft => ({ sql, expect: { kind: "ok" } })

/** It returns these rows. */
export const rows = (sql: string, ...expected: ReadonlyArray<ReadonlyArray<string | null>>): Draft => ({
  sql,
  expect: { kind: "rows", rows: expected }
})

/** The text is wrong: refused with this number before anything else is looked at. */
export const refused = (code: number, sql: string, pls?: string): Draft => ({
  sql,
  expect: { kind: "error", code, stage: "parse", ...(pls === undefined ? {} : { pls }) }
})

/** The text is right, the database refuses it with this number. */
export const fails = (code: number, sql: string): Draft => ({ sql, expect: { kind: "error", code, stage: "execute" } })

/** The entries of a topic. */
export const topic = (about: Topic, ...drafts: ReadonlyArray<Draft>): ReadonlyArray<CorpusEntry> =>
  drafts.map((draft) => ({
    ...draft,
    source: about.source,
    reference: about.reference,
    setup: about.setup ?? [],
    ...(about.version === undefined ? {} : { version: about.version })
  }))
