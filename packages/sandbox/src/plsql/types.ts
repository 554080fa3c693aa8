// Types of PL/SQL variables, made from a column's type or from a type's name. Conversion to them is in coerce.ts.
import type { OracleTypeName, ResultColumn } from "../engine/engine.ts"
import type { Code } from "./code.ts"
import type { CollectionStyle } from "./collection.ts"

/** A field of a record type. */
export interface FieldType {
  readonly name: string
  readonly type: PlsqlType
  readonly isNotNull: boolean
  readonly initial: Code | null
}

/** PLS_INTEGER and its subtypes; NUMBER subtypes with a RANGE have bounds as well. */
export interface IntegerType {
  readonly kind: "integer"
  readonly low: number
  readonly high: number
  readonly isNotNull: boolean
}

/** A record type. */
export interface RecordType {
  readonly kind: "record"
  readonly name: string
  readonly fields: ReadonlyArray<FieldType>
  /** The columns are not known before the run: fields are found by name then. */
  readonly isOpen: boolean
}

/** A collection type. */
export interface CollectionType {
  readonly kind: "collection"
  readonly name: string
  readonly style: CollectionStyle
  readonly element: PlsqlType
  readonly isElementNotNull: boolean
  /** INDEX BY: numbers or texts. */
  readonly key: PlsqlType
  readonly limit: number | null
}

/** Names of datetimes and intervals. */
export type MomentName = Extract<
  OracleTypeName,
  | "DATE"
  | "TIMESTAMP"
  | "TIMESTAMP WITH TIME ZONE"
  | "TIMESTAMP WITH LOCAL TIME ZONE"
  | "INTERVAL YEAR TO MONTH"
  | "INTERVAL DAY TO SECOND"
>

/** Names of character types. */
export type TextName = Extract<OracleTypeName, "VARCHAR2" | "NVARCHAR2" | "CHAR" | "NCHAR" | "LONG">

/** Any type. */
export type PlsqlType =
  | { readonly kind: "number"; readonly precision: number | null; readonly scale: number | null }
  | IntegerType
  | { readonly kind: "text"; readonly name: TextName; readonly limit: number | null; readonly unit: "BYTE" | "CHAR" }
  | { readonly kind: "lob"; readonly name: "CLOB" | "NCLOB" | "BLOB" }
  | { readonly kind: "raw"; readonly limit: number | null }
  | { readonly kind: "rowid" }
  | { readonly kind: "boolean" }
  | { readonly kind: "moment"; readonly name: MomentName; readonly scale: number | null }
  | { readonly kind: "binary"; readonly name: "BINARY_FLOAT" | "BINARY_DOUBLE" }
  | RecordType
  | CollectionType
  | { readonly kind: "cursor" }
  | { readonly kind: "null" }
  /** Told by the value when it is there: results of SQL. */
  | { readonly kind: "unknown" }

const int32 = { low: -2147483648, high: 2147483647 }

/** NUMBER. */
export const numberType: PlsqlType = { kind: "number", precision: null, scale: null }
/** PLS_INTEGER. */
export const integerType: IntegerType = { kind: "integer", ...int32, isNotNull: false }
/** VARCHAR2 without a length: literals, results, parameters. */
export const textType: PlsqlType = { kind: "text", name: "VARCHAR2", limit: null, unit: "BYTE" }
/** A text literal is a CHAR: comparisons pad it. */
export const literalType: PlsqlType = { kind: "text", name: "CHAR", limit: null, unit: "BYTE" }
/** BOOLEAN. */
export const booleanType: PlsqlType = { kind: "boolean" }
/** DATE. */
export const dateType: PlsqlType = { kind: "moment", name: "DATE", scale: null }
/** RAW without a length. */
export const rawType: PlsqlType = { kind: "raw", limit: null }
/** CLOB. */
export const clobType: PlsqlType = { kind: "lob", name: "CLOB" }
/** REF CURSOR. */
export const cursorType: PlsqlType = { kind: "cursor" }
/** What is not known before the run. */
export const unknownType: PlsqlType = { kind: "unknown" }
/** NULL. */
export const nullType: PlsqlType = { kind: "null" }

/** The subtypes of PLS_INTEGER by name. */
export const integerTypes: Readonly<Record<string, IntegerType>> = {
  PLS_INTEGER: integerType,
  BINARY_INTEGER: integerType,
  SIMPLE_INTEGER: { ...integerType, isNotNull: true },
  NATURAL: { ...integerType, low: 0 },
  NATURALN: { ...integerType, low: 0, isNotNull: true },
  POSITIVE: { ...integerType, low: 1 },
  POSITIVEN: { ...integerType, low: 1, isNotNull: true },
  SIGNTYPE: { ...integerType, low: -1, high: 1 }
}

/** The type of a variable declared with `column%TYPE`. */
export const typeOfColumn = (column: Pick<ResultColumn, "type" | "sizeBytes" | "precision" | "scale">): PlsqlType => {
  const { type } = column
  switch (type) {
    case "NUMBER":
      return { kind: "number", precision: column.precision, scale: column.scale }
    case "BINARY_FLOAT":
    case "BINARY_DOUBLE":
      return { kind: "binary", name: type }
    case "VARCHAR2":
    case "NVARCHAR2":
    case "CHAR":
    case "NCHAR":
    case "LONG":
      return { kind: "text", name: type, limit: column.sizeBytes, unit: "BYTE" }
    case "RAW":
    case "LONG RAW":
      return { kind: "raw", limit: column.sizeBytes }
    case "CLOB":
    case "NCLOB":
    case "BLOB":
      return { kind: "lob", name: type }
    case "ROWID":
      return { kind: "rowid" }
    case "BOOLEAN":
      return booleanType
    case "CURSOR":
      return cursorType
    case "DATE":
    case "TIMESTAMP":
    case "TIMESTAMP WITH TIME ZONE":
    case "TIMESTAMP WITH LOCAL TIME ZONE":
    case "INTERVAL YEAR TO MONTH":
    case "INTERVAL DAY TO SECOND":
      return { kind: "moment", name: type, scale: column.scale }
  }
}

/** The type's name as binds and results have it; VARCHAR2 for what SQL does not know. */
export const sqlNameOf = (type: PlsqlType): OracleTypeName => {
  switch (type.kind) {
    case "number":
    case "integer":
      return "NUMBER"
    case "text":
    case "lob":
    case "moment":
    case "binary":
      return type.name
    case "raw":
      return "RAW"
    case "rowid":
      return "ROWID"
    case "boolean":
      return "BOOLEAN"
    case "cursor":
      return "CURSOR"
    case "record":
    case "collection":
    case "null":
    case "unknown":
      return "VARCHAR2"
  }
}

/** True for types whose values stand alone. */
export const isScalar = (type: PlsqlType): boolean =>
  type.kind !== "record" && type.kind !== "collection" && type.kind !== "cursor"

/** True for NUMBER and integers. */
export const isNumeric = (type: PlsqlType): boolean => type.kind === "number" || type.kind === "integer"
