// Which columns can be partitioning keys, and how values of a key compare. The rules are those of the rule book, 1.2 and 2.2.
import type { ColumnEntry, OracleType, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import { parseMoment } from "./calendar.ts"
import { compareDecimals, parseDecimal } from "./decimal.ts"

/** How texts of a key column compare. */
export type KeyFamily = "number" | "datetime" | "character" | "raw"

const families: Partial<Record<OracleType["name"], KeyFamily>> = {
  NUMBER: "number",
  FLOAT: "number",
  DATE: "datetime",
  TIMESTAMP: "datetime",
  "TIMESTAMP WITH LOCAL TIME ZONE": "datetime",
  CHAR: "character",
  VARCHAR2: "character",
  NCHAR: "character",
  NVARCHAR2: "character",
  RAW: "raw"
}

/** Family of a key type; null for types that cannot be keys. */
export const familyOf = (type: OracleType): KeyFamily | null => families[type.name] ?? null

/** The types of key columns, in order. */
export const keyTypes = (table: TableEntry, columns: ReadonlyArray<number>): ReadonlyArray<OracleType> =>
  columns.flatMap((id) => table.columns.find((column) => column.id === id)?.type ?? [])

const refusals: Partial<Record<OracleType["name"], number>> = {
  CLOB: 14135,
  NCLOB: 14135,
  BLOB: 14135,
  BFILE: 14135,
  LONG: 14031,
  "LONG RAW": 14031,
  "TIMESTAMP WITH TIME ZONE": 3001
}

/**
 * Fails when a column cannot be a partitioning or subpartitioning key: ORA-14135 (LOB), ORA-14031 (LONG), ORA-03001 (time zone), ORA-14513 for the rest;
 * ORA-54021 for a virtual column that calls PL/SQL is the caller's matter.
 */
export const checkKeyColumn = (column: ColumnEntry, offset: number | null): void => {
  if (familyOf(column.type) !== null) return
  throw ora(refusals[column.type.name] ?? 14513, [], offset)
}

const intervalTypes: ReadonlySet<OracleType["name"]> = new Set(["NUMBER", "FLOAT", "DATE", "TIMESTAMP"])

/** Fails with ORA-14751 when a column cannot be an interval key; types that cannot be keys at all fail as in checkKeyColumn. */
export const checkIntervalKey = (column: ColumnEntry, offset: number | null): void => {
  checkKeyColumn(column, offset)
  if (!intervalTypes.has(column.type.name)) throw ora(14751, [], offset)
}

const compareTexts = (a: string, b: string): number => {
  const order = Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"))
  return order
}

const trimmed = (type: OracleType, text: string): string =>
  type.name === "CHAR" || type.name === "NCHAR" ? text.replace(/ +$/u, "") : text

/** Order of two key values as Oracle sorts them (binary for characters, blank-padded for CHAR). Texts that cannot be read sort last. */
export const compareKeyTexts = (type: OracleType, a: string, b: string): number => {
  const family = familyOf(type)
  if (family === "number") {
    const [left, right] = [parseDecimal(a), parseDecimal(b)]
    return left === null || right === null ? compareTexts(a, b) : compareDecimals(left, right)
  }
  if (family === "datetime") {
    const [left, right] = [parseMoment(a), parseMoment(b)]
    return left === null || right === null ? compareTexts(a, b) : left < right ? -1 : left > right ? 1 : 0
  }
  return compareTexts(trimmed(type, a), trimmed(type, b))
}
