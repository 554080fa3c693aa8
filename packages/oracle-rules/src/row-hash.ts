// The exact comparison of two tables: an order-free sum of row hashes that the database computes in one pass per side.
// STANDARD_HASH (12.1) hashes a value's internal bytes, so no session setting changes the result; NULL differs from every value.
import type { ColumnModel } from "@orapart/contract"
import { dataTypeFamily } from "./data-types.ts"
import type { DataTypeFamily, TypedColumn } from "./data-types.ts"
import { quoteIdentifier } from "./identifiers.ts"

/** Digests of 32 characters joined into one value must stay below 4,000 bytes (ORA-01489): 100 columns a group. */
const columnsPerGroup = 100
const digits = 15
const numberMask = "X".repeat(digits)
/** 900 characters are at most 3,600 bytes, 2,000 bytes is the most DBMS_LOB.SUBSTR returns of a BLOB in SQL. */
const clobPiece = 900
const blobPiece = 2000

const md5 = (expression: string): string => `RAWTOHEX(STANDARD_HASH(${expression}, 'MD5'))`

/** STANDARD_HASH refuses LOBs: length, then every piece hashed with its place, so that no byte goes unread. */
const digestLob = (value: string, isBinary: boolean): ReadonlyArray<string> => {
  const size = isBinary ? blobPiece : clobPiece
  const piece = `DBMS_LOB.SUBSTR(${value}, ${size}, (LEVEL - 1) * ${size} + 1)`
  return [
    `RAWTOHEX(STANDARD_HASH(CASE WHEN ${value} IS NOT NULL THEN DBMS_LOB.GETLENGTH(${value}) || ':' || (`,
    `  SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'`,
    `    || ${isBinary ? md5(piece) : piece}, 'MD5')), 1, ${digits}), '${numberMask}'))`,
    `    FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(${value}) / ${size})) END, 'MD5'))`
  ]
}

const digestColumn = (column: ColumnModel, alias: string): ReadonlyArray<string> => {
  const value = `${alias}.${quoteIdentifier(column.name)}`
  return dataTypeFamily(column) === "lob" ? digestLob(value, column.dataType === "BLOB") : [md5(value)]
}

const incomparable: ReadonlySet<DataTypeFamily> = new Set([
  "long",
  "bfile",
  "xmltype",
  "json",
  "vector",
  "boolean",
  "object",
  "unknown"
])

/** True when the column's values can be compared exactly: STANDARD_HASH or piece by piece for LOBs. */
export const isComparable = (column: TypedColumn): boolean => !incomparable.has(dataTypeFamily(column))

/**
 * The lines of a SQL expression that turns one row into a number of 60 bits. Summed over rows it does not depend on their order, and
 * duplicate rows count (no XOR). Both sides must list the same columns in the same order; at least one column is needed.
 * Valid from 12.1.
 */
export const rowHashLines = (columns: ReadonlyArray<ColumnModel>, alias: string): ReadonlyArray<string> => {
  const digests = columns.map((column) => digestColumn(column, alias))
  const groups: Array<ReadonlyArray<ReadonlyArray<string>>> = []
  for (let start = 0; start < digests.length; start += columnsPerGroup) {
    groups.push(digests.slice(start, start + columnsPerGroup))
  }
  const join = (group: ReadonlyArray<ReadonlyArray<string>>, indent: string): ReadonlyArray<string> =>
    group.flatMap((digest, place) =>
      digest.map((line, row) => `${indent}${place === 0 || row > 0 ? "   " : "|| "}${line}`)
    )
  const body =
    groups.length === 1
      ? join(groups[0] ?? [], "  ")
      : groups.flatMap((group, place) => [
          `  ${place === 0 ? "   " : "|| "}RAWTOHEX(STANDARD_HASH(`,
          ...join(group, "       "),
          "     , 'MD5'))"
        ])
  return ["TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(", ...body, `, 'MD5')), 1, ${digits}), '${numberMask}')`]
}
