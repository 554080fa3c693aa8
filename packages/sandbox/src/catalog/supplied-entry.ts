// What supplied packages keep in the dictionary: policies (DBMS_RLS), preferences and extensions (DBMS_STATS), tasks (DBMS_PARALLEL_EXECUTE).
import type { EntryBase } from "./entry.ts"

/** A row-level security policy. Its parent is the table or view, `owner` that of the object, `name` the policy's. Recorded, never applied. */
export interface PolicyEntry extends EntryBase {
  readonly kind: "policy"
  readonly functionOwner: string
  /** Package of the function; null for a function of its own. */
  readonly functionPackage: string | null
  readonly functionName: string
  /** SELECT, INSERT, UPDATE, DELETE, INDEX. */
  readonly statementTypes: ReadonlyArray<string>
  readonly isChecked: boolean
  readonly isEnabled: boolean
  /** `DYNAMIC`, `STATIC`, `SHARED_STATIC`, `CONTEXT_SENSITIVE`, `SHARED_CONTEXT_SENSITIVE`. */
  readonly type: string
  readonly isLongPredicate: boolean
  /** Column names; empty when the policy is for all. */
  readonly columns: ReadonlyArray<string>
  /** SEC_RELEVANT_COLS_OPT = ALL_ROWS: columns are masked. */
  readonly isAllRows: boolean
}

/** A preference of a table: `name` is INCREMENTAL, METHOD_OPT ... */
export interface StatisticsPreferenceEntry extends EntryBase {
  readonly kind: "statistics-preference"
  readonly value: string
}

/** A column group or expression: `name` is SYS_STU... */
export interface StatisticsExtensionEntry extends EntryBase {
  readonly kind: "statistics-extension"
  /** `("STATUS","REGION")`. */
  readonly text: string
}

/** A task of DBMS_PARALLEL_EXECUTE with its chunks. */
export interface ParallelTaskEntry extends EntryBase {
  readonly kind: "parallel-task"
  readonly comment: string | null
  readonly status: "CREATED" | "CHUNKED"
  readonly table: { readonly owner: string; readonly name: string } | null
  readonly chunks: ReadonlyArray<{ readonly id: number; readonly startRowid: string; readonly endRowid: string }>
}
