// Type numbers of the wire and the names that the engine uses for them.
import type { OracleTypeName } from "../../engine/engine.ts"
import { FORM_DATABASE, FORM_NATIONAL, FORM_NONE } from "./character-data.ts"

/** Numbers that the wire itself has to tell apart. */
export const TYPE_BINARY_INTEGER = 3
export const TYPE_LONG = 8
export const TYPE_LONG_RAW = 24
export const TYPE_CURSOR = 102
export const TYPE_CLOB = 112
export const TYPE_BLOB = 113

/** A type as it stands in describe and bind metadata. */
export interface WireType {
  readonly code: number
  readonly form: number
}

const wireTypes: Readonly<Record<OracleTypeName, WireType>> = {
  NUMBER: { code: 2, form: FORM_NONE },
  BINARY_FLOAT: { code: 100, form: FORM_NONE },
  BINARY_DOUBLE: { code: 101, form: FORM_NONE },
  VARCHAR2: { code: 1, form: FORM_DATABASE },
  NVARCHAR2: { code: 1, form: FORM_NATIONAL },
  CHAR: { code: 96, form: FORM_DATABASE },
  NCHAR: { code: 96, form: FORM_NATIONAL },
  RAW: { code: 23, form: FORM_NONE },
  DATE: { code: 12, form: FORM_NONE },
  TIMESTAMP: { code: 180, form: FORM_NONE },
  "TIMESTAMP WITH TIME ZONE": { code: 181, form: FORM_NONE },
  "TIMESTAMP WITH LOCAL TIME ZONE": { code: 231, form: FORM_NONE },
  "INTERVAL YEAR TO MONTH": { code: 182, form: FORM_NONE },
  "INTERVAL DAY TO SECOND": { code: 183, form: FORM_NONE },
  CLOB: { code: TYPE_CLOB, form: FORM_DATABASE },
  NCLOB: { code: TYPE_CLOB, form: FORM_NATIONAL },
  BLOB: { code: TYPE_BLOB, form: FORM_NONE },
  LONG: { code: TYPE_LONG, form: FORM_DATABASE },
  "LONG RAW": { code: TYPE_LONG_RAW, form: FORM_NONE },
  ROWID: { code: 11, form: FORM_NONE },
  BOOLEAN: { code: 252, form: FORM_NONE },
  CURSOR: { code: TYPE_CURSOR, form: FORM_NONE }
}

const keyOf = (code: number, form: number): number => code * 4 + form

const names: ReadonlyMap<number, OracleTypeName> = new Map<number, OracleTypeName>([
  ...Object.entries(wireTypes).map(([name, type]): [number, OracleTypeName] => [
    keyOf(type.code, type.form),
    // Object.entries forgets the key's type; the record above has no other keys.
    name as OracleTypeName
  ]),
  [keyOf(TYPE_BINARY_INTEGER, FORM_NONE), "NUMBER"],
  // An NCHAR LONG exists only as the way to fetch an NCLOB as a string.
  [keyOf(TYPE_LONG, FORM_NATIONAL), "LONG"]
])

/** Number and character set form of a type. */
export const wireTypeOf = (name: OracleTypeName): WireType => wireTypes[name]

/** Name of a type by number and form; undefined for types that the sandbox lacks (JSON, objects, VECTOR, BFILE ...). */
export const typeNameOf = (code: number, form: number): OracleTypeName | undefined => names.get(keyOf(code, form))

/** Whether values of a type travel by locator. */
export const isLob = (name: OracleTypeName): boolean => name === "CLOB" || name === "NCLOB" || name === "BLOB"
