// Indexes of a table, as the dictionary has them or as the plan wants them.

/** One column or expression of an index key. */
export interface IndexKeyPart {
  /** A column name; null for an expression. */
  readonly column: string | null
  /** The expression text (ALL_IND_EXPRESSIONS) for function-based parts; null for a plain column. */
  readonly expression: string | null
  readonly isDescending: boolean
}

/** How an index is partitioned. */
export type IndexPartitioning =
  | { readonly type: "none" }
  | { readonly type: "local" }
  | { readonly type: "global-hash"; readonly columns: ReadonlyArray<string>; readonly partitions: number }
  | { readonly type: "global-range"; readonly columns: ReadonlyArray<string> }

/** An index. LOB, IOT and cluster indexes are made by Oracle and never appear here. */
export interface IndexModel {
  readonly owner: string
  readonly name: string
  /** SYS_Cn names belong to a constraint made without a named index. */
  readonly isGeneratedName: boolean
  readonly isUnique: boolean
  readonly type: "normal" | "bitmap" | "domain" | "bitmap-join" | "other"
  readonly isReverse: boolean
  readonly keys: ReadonlyArray<IndexKeyPart>
  readonly partitioning: IndexPartitioning
  /** COMPRESSION: null when disabled; `prefix` with its length; or advanced compression. */
  readonly compression:
    | null
    | { readonly type: "prefix"; readonly length: number }
    | { readonly type: "advanced-low" | "advanced-high" }
  readonly isVisible: boolean
  readonly isUsable: boolean
  /** INDEXING PARTIAL (12.1). */
  readonly isPartial: boolean
  /** null for the default of a local index: the tablespace of the table's partition. */
  readonly tablespace: string | null
  readonly isLogging: boolean
  /** DEGREE: a number as text or DEFAULT. */
  readonly degree: string
  readonly pctFree: number | null
  readonly iniTrans: number | null
  /** Size in bytes; null when unknown. */
  readonly bytes: number | null
}
