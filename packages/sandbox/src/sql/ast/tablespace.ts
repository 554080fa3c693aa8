// Tablespaces: the sandbox keeps their names for quotas, ORA-00959 and the dictionary; it has no files.
import type { Identifier, Span } from "./node.ts"

/** CREATE [BIGFILE | SMALLFILE] [TEMPORARY | UNDO] TABLESPACE. Storage options are read and not kept. */
export interface CreateTablespace extends Span {
  readonly kind: "create-tablespace"
  readonly name: Identifier
  readonly contents: "permanent" | "temporary" | "undo"
  readonly isBigFile: boolean
  /** Empty when DATAFILE was not written (Oracle-managed files). */
  readonly files: ReadonlyArray<TablespaceFile>
  readonly isLogging: boolean | null
  readonly isOnline: boolean
}

/** A file; sizes in bytes. */
export interface TablespaceFile extends Span {
  readonly path: string | null
  readonly sizeBytes: number | null
  /** null: no AUTOEXTEND. Infinity is UNLIMITED. */
  readonly maxSizeBytes: number | null
}

/** DROP TABLESPACE. */
export interface DropTablespace extends Span {
  readonly kind: "drop-tablespace"
  readonly name: Identifier
  readonly isIncludingContents: boolean
  readonly isCascadeConstraints: boolean
}
