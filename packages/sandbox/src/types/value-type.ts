// Types of expressions: those of columns, and what has no column: NULL, truth values, cursors. And how each is kept in PostgreSQL.
import type { OracleType } from "../catalog/oracle-type.ts"
import { characterType, plainType, rawType, timestampType } from "../catalog/oracle-type.ts"

/** Type of an expression. */
export type ValueType = Omit<OracleType, "name"> & {
  readonly name: OracleType["name"] | "NULL" | "BOOLEAN" | "CURSOR"
  /** Columns of a nested cursor. */
  readonly columns?: ReadonlyArray<CursorColumn>
}

/** A column of CURSOR(SELECT ...). */
export interface CursorColumn {
  readonly name: string
  readonly type: ValueType
  readonly isNullable: boolean
}

/** Types that are compared and converted alike. */
export type Family =
  | "number"
  | "float"
  | "text"
  | "datetime"
  | "zoned"
  | "day-second"
  | "year-month"
  | "raw"
  | "clob"
  | "blob"
  | "long"
  | "rowid"
  | "boolean"
  | "null"
  | "cursor"

const families: Readonly<Record<ValueType["name"], Family>> = {
  NUMBER: "number",
  FLOAT: "number",
  BINARY_FLOAT: "float",
  BINARY_DOUBLE: "float",
  VARCHAR2: "text",
  NVARCHAR2: "text",
  CHAR: "text",
  NCHAR: "text",
  RAW: "raw",
  DATE: "datetime",
  TIMESTAMP: "datetime",
  "TIMESTAMP WITH TIME ZONE": "zoned",
  "TIMESTAMP WITH LOCAL TIME ZONE": "datetime",
  "INTERVAL YEAR TO MONTH": "year-month",
  "INTERVAL DAY TO SECOND": "day-second",
  CLOB: "clob",
  NCLOB: "clob",
  BLOB: "blob",
  BFILE: "blob",
  LONG: "long",
  "LONG RAW": "long",
  ROWID: "rowid",
  UROWID: "rowid",
  NULL: "null",
  BOOLEAN: "boolean",
  CURSOR: "cursor"
}

/** The family of a type. */
export const familyOf = (type: ValueType): Family => families[type.name]

const withoutColumn = (name: "NULL" | "BOOLEAN" | "CURSOR"): ValueType => ({
  ...plainType("DATE"),
  name,
  lengthBytes: 0
})

export const numberType: ValueType = plainType("NUMBER")
export const dateType: ValueType = plainType("DATE")
export const nullType: ValueType = withoutColumn("NULL")
export const booleanType: ValueType = withoutColumn("BOOLEAN")
export const cursorType: ValueType = withoutColumn("CURSOR")
export const clobType: ValueType = plainType("CLOB")
export const blobType: ValueType = plainType("BLOB")
export const rowidType: ValueType = plainType("ROWID")
export const doubleType: ValueType = plainType("BINARY_DOUBLE")
export const daySecondType: ValueType = plainType("INTERVAL DAY TO SECOND", 9, 9)
export const yearMonthType: ValueType = plainType("INTERVAL YEAR TO MONTH", 9)

/** VARCHAR2 of a length in bytes, at most 4000. */
export const textType = (bytes: number): ValueType => characterType("VARCHAR2", Math.max(1, Math.min(bytes, 4000)), "B")

/** CHAR of a length in bytes: the type of text literals. */
export const charType = (bytes: number): ValueType => characterType("CHAR", Math.max(1, Math.min(bytes, 2000)), "B")

/** RAW of a length in bytes. */
export const rawOf = (bytes: number): ValueType => rawType("RAW", Math.max(1, Math.min(bytes, 2000)))

/** TIMESTAMP with digits of the fraction. */
export const timestampOf = (digits: number): ValueType => timestampType("TIMESTAMP", digits)

/** TIMESTAMP WITH TIME ZONE with digits of the fraction. */
export const zonedOf = (digits: number): ValueType => timestampType("TIMESTAMP WITH TIME ZONE", digits)

/** True for CHAR and NCHAR, which are compared with blanks added. */
export const isPadded = (type: ValueType): boolean => type.name === "CHAR" || type.name === "NCHAR"

const pgTypes: Readonly<Record<Family, string>> = {
  number: "numeric",
  float: "float8",
  text: "text",
  datetime: "timestamp",
  zoned: "text",
  "day-second": "numeric",
  "year-month": "numeric",
  raw: "bytea",
  clob: "text",
  blob: "bytea",
  long: "text",
  rowid: "text",
  boolean: "boolean",
  null: "text",
  cursor: "text"
}

/** The PostgreSQL type in which values of a type are calculated. */
export const pgTypeOf = (type: ValueType): string => (type.name === "LONG RAW" ? "bytea" : pgTypes[familyOf(type)])
