// Data types of columns as the dictionary knows them. It knows no PostgreSQL type and no value.

/** Types that a column can have. FLOAT is a NUMBER with binary digits: the dictionary names it apart. */
export type ColumnTypeName =
  | "NUMBER"
  | "FLOAT"
  | "BINARY_FLOAT"
  | "BINARY_DOUBLE"
  | "VARCHAR2"
  | "NVARCHAR2"
  | "CHAR"
  | "NCHAR"
  | "RAW"
  | "DATE"
  | "TIMESTAMP"
  | "TIMESTAMP WITH TIME ZONE"
  | "TIMESTAMP WITH LOCAL TIME ZONE"
  | "INTERVAL YEAR TO MONTH"
  | "INTERVAL DAY TO SECOND"
  | "CLOB"
  | "NCLOB"
  | "BLOB"
  | "BFILE"
  | "LONG"
  | "LONG RAW"
  | "ROWID"
  | "UROWID"

/** A type with its sizes, as ALL_TAB_COLS shows them. */
export interface OracleType {
  readonly name: ColumnTypeName
  /** DATA_LENGTH in bytes: 22 for NUMBER, 7 for DATE, bytes of a character type. */
  readonly lengthBytes: number
  /** DATA_PRECISION: decimal digits of NUMBER, binary digits of FLOAT, digits of the leading field of an interval; else null. */
  readonly precision: number | null
  /** DATA_SCALE: scale of NUMBER, digits of the fraction of datetimes and intervals; null where none was declared. */
  readonly scale: number | null
  /** CHAR_LENGTH in characters; 0 for all but character types. */
  readonly charLength: number
  /** CHAR_USED: bytes or characters were declared; null for all but character types. */
  readonly charUnit: "B" | "C" | null
}

const fractional: ReadonlySet<ColumnTypeName> = new Set([
  "TIMESTAMP",
  "TIMESTAMP WITH TIME ZONE",
  "TIMESTAMP WITH LOCAL TIME ZONE"
])

/** DATA_TYPE of the dictionary: `NUMBER`, `TIMESTAMP(6) WITH TIME ZONE`, `INTERVAL DAY(2) TO SECOND(6)`. */
export const describeDataType = (type: OracleType): string => {
  if (fractional.has(type.name)) return type.name.replace("TIMESTAMP", `TIMESTAMP(${String(type.scale ?? 6)})`)
  if (type.name === "INTERVAL YEAR TO MONTH") return `INTERVAL YEAR(${String(type.precision ?? 2)}) TO MONTH`
  if (type.name === "INTERVAL DAY TO SECOND")
    return `INTERVAL DAY(${String(type.precision ?? 2)}) TO SECOND(${String(type.scale ?? 6)})`
  return type.name
}

const plainLengths: Partial<Record<ColumnTypeName, number>> = {
  NUMBER: 22,
  FLOAT: 22,
  BINARY_FLOAT: 4,
  BINARY_DOUBLE: 8,
  DATE: 7,
  CLOB: 4000,
  NCLOB: 4000,
  BLOB: 4000,
  BFILE: 530,
  LONG: 0,
  "LONG RAW": 0,
  ROWID: 10,
  "INTERVAL YEAR TO MONTH": 5,
  "INTERVAL DAY TO SECOND": 11
}

/** A type that has no length of its own: `plainType("DATE")`, `plainType("NUMBER", 10, 2)`. */
export const plainType = (
  name: ColumnTypeName,
  precision: number | null = null,
  scale: number | null = null
): OracleType => ({
  name,
  lengthBytes: plainLengths[name] ?? 0,
  precision,
  scale,
  charLength: 0,
  charUnit: null
})

/** TIMESTAMP(n) in one of its three forms. Its length is 7 bytes without a fraction, else 11, and 13 with a time zone. */
export const timestampType = (
  name: "TIMESTAMP" | "TIMESTAMP WITH TIME ZONE" | "TIMESTAMP WITH LOCAL TIME ZONE",
  scale: number
): OracleType => ({
  ...plainType(name, null, scale),
  lengthBytes: name === "TIMESTAMP WITH TIME ZONE" ? 13 : scale === 0 ? 7 : 11
})

/** A character type. AL32UTF8: a character takes up to four bytes, at most the limit of the type; national ones take two. */
export const characterType = (
  name: "VARCHAR2" | "NVARCHAR2" | "CHAR" | "NCHAR",
  length: number,
  unit: "B" | "C"
): OracleType => {
  const isNational = name === "NVARCHAR2" || name === "NCHAR"
  const limit = name === "CHAR" || name === "NCHAR" ? 2000 : 4000
  const bytes = isNational ? length * 2 : unit === "C" ? Math.min(length * 4, limit) : length
  return {
    name,
    lengthBytes: bytes,
    precision: null,
    scale: null,
    charLength: length,
    charUnit: isNational ? "C" : unit
  }
}

/** RAW(n) and UROWID(n), n in bytes. */
export const rawType = (name: "RAW" | "UROWID", lengthBytes: number): OracleType => ({
  ...plainType(name),
  lengthBytes
})

/** True for CLOB, NCLOB and BLOB: types with a LOB segment. */
export const isLobType = (type: OracleType): boolean =>
  type.name === "CLOB" || type.name === "NCLOB" || type.name === "BLOB"

/** True for LONG and LONG RAW. */
export const isLongType = (type: OracleType): boolean => type.name === "LONG" || type.name === "LONG RAW"

/** True for CHAR, VARCHAR2 and their national forms. */
export const isCharacterType = (type: OracleType): boolean => type.charUnit !== null
