// What every node of the tree has, and names. The tree says what was written: it knows no catalog, no types of columns and no PostgreSQL.

/** A stretch of the statement's text. Every node has one, so that an error can point and a dictionary can keep the text as written. */
export interface Span {
  /** Offset of the first character (UTF-16 units, from 0). */
  readonly start: number
  /** Offset after the last character. */
  readonly end: number
}

/** One name. */
export interface Identifier extends Span {
  /** As the dictionary stores it: upper case unless it was quoted. */
  readonly value: string
  readonly isQuoted: boolean
}

/** Name of a table, view, index, sequence, synonym ... Names with a database link are refused by the parser. */
export interface ObjectName extends Span {
  /** null when none was written: the current schema. */
  readonly schema: Identifier | null
  readonly name: Identifier
}

/** A hint comment: everything between the plus sign and the end of the comment. The sandbox records hints; APPEND is the only one that means something. */
export interface Hint extends Span {
  readonly text: string
}
