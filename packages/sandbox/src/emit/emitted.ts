// A piece of PostgreSQL with its Oracle type.
import type { ColumnEntry } from "../catalog/entries.ts"
import type { ValueType } from "../types/value-type.ts"

/** An expression as emitted. */
export interface Emitted {
  readonly sql: string
  readonly type: ValueType
  readonly isNullable: boolean
  /** A text literal: compared as CHAR, converted at once. */
  readonly literal?: string
  /** Place of the row, when it is a ROWID of a table. */
  readonly tid?: string
  /** The stored column it is, when it is nothing else. */
  readonly column?: ColumnEntry
}

/** An expression that may be NULL. */
export const emitted = (sql: string, type: ValueType, isNullable = true): Emitted => ({ sql, type, isNullable })
