// Data types as written in SQL and in PL/SQL declarations. Ranges are checked by the parser where Oracle's parser does (ORA-01727, 00910 ...).
import type { Expression } from "./expression.ts"
import type { Identifier, Span } from "./node.ts"

/** CHAR, VARCHAR2 and their national forms. VARCHAR is written as VARCHAR2, CHARACTER as CHAR: Oracle does the same. */
export interface CharacterType extends Span {
  readonly kind: "character-type"
  readonly name: "CHAR" | "VARCHAR2" | "NCHAR" | "NVARCHAR2"
  /** null: CHAR and NCHAR mean 1; in PL/SQL parameters any length. */
  readonly length: number | null
  /** null: NLS_LENGTH_SEMANTICS decides; always null for the national types. */
  readonly unit: "BYTE" | "CHAR" | null
}

/** NUMBER and the ANSI names that Oracle turns into it (INTEGER is NUMBER(*,0)). */
export interface NumberType extends Span {
  readonly kind: "number-type"
  /** null is NUMBER without digits; "*" is NUMBER(*, s). */
  readonly precision: number | "*" | null
  /** null when none was written: 0 with a precision, none without. */
  readonly scale: number | null
}

/** FLOAT(b): a NUMBER with binary digits. REAL is 63, DOUBLE PRECISION 126. */
export interface FloatType extends Span {
  readonly kind: "float-type"
  readonly binaryPrecision: number
}

/** TIMESTAMP in its three forms. */
export interface TimestampType extends Span {
  readonly kind: "timestamp-type"
  /** Digits of the fraction; null means 6. */
  readonly precision: number | null
  readonly zone: "none" | "zone" | "local"
}

/** INTERVAL YEAR TO MONTH and INTERVAL DAY TO SECOND. */
export interface IntervalType extends Span {
  readonly kind: "interval-type"
  readonly unit: "year-month" | "day-second"
  /** Digits of the leading field; null means 2. */
  readonly leadingPrecision: number | null
  /** Digits of the fraction of DAY TO SECOND; null means 6. */
  readonly fractionPrecision: number | null
}

/** RAW(n) and UROWID(n), n in bytes. */
export interface RawType extends Span {
  readonly kind: "raw-type"
  readonly name: "RAW" | "UROWID"
  readonly length: number | null
}

/** Types without arguments. BOOLEAN is PL/SQL only before release 23. */
export interface PlainType extends Span {
  readonly kind: "plain-type"
  readonly name:
    | "DATE"
    | "CLOB"
    | "NCLOB"
    | "BLOB"
    | "BFILE"
    | "LONG"
    | "LONG RAW"
    | "ROWID"
    | "BINARY_FLOAT"
    | "BINARY_DOUBLE"
    | "BOOLEAN"
    | "PLS_INTEGER"
    | "BINARY_INTEGER"
    | "SIMPLE_INTEGER"
    | "NATURAL"
    | "NATURALN"
    | "POSITIVE"
    | "POSITIVEN"
    | "SIGNTYPE"
    | "SYS_REFCURSOR"
}

/** `x%TYPE` and `t%ROWTYPE`. */
export interface AnchoredType extends Span {
  readonly kind: "anchored-type"
  readonly path: ReadonlyArray<Identifier>
  readonly attribute: "TYPE" | "ROWTYPE"
}

/** A type known by name: a record, collection, subtype or package type. */
export interface NamedType extends Span {
  readonly kind: "named-type"
  readonly path: ReadonlyArray<Identifier>
  /** A constrained subtype: `t_name(30)`. */
  readonly arguments: ReadonlyArray<Expression>
}

/** Types that a column may have. */
export type SqlType =
  | CharacterType
  | NumberType
  | FloatType
  | TimestampType
  | IntervalType
  | RawType
  | PlainType
  | NamedType

/** Types that a PL/SQL variable may have. */
export type DataType = SqlType | AnchoredType
