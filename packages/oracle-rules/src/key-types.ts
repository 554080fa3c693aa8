// Which columns Oracle accepts as interval, range and hash keys, and the error it raises for the others (rule book 1.2 and 2.2).
import type { ColumnModel } from "@orapart/contract"
import { dataTypeFamily, renderDataType } from "./data-types.ts"
import type { DataTypeFamily } from "./data-types.ts"

/** Whether a column can be a key; when not, Oracle's error and the reason with the column's name and type. */
export type KeyVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** The error Oracle raises, `ORA-14751`; `not supported` where the books list the type nowhere and name no number. */
      readonly error: string
      readonly reason: string
    }

const rangeFamilies: ReadonlySet<DataTypeFamily> = new Set<DataTypeFamily>([
  "number",
  "float",
  "date",
  "timestamp",
  "timestamp-ltz",
  "character",
  "national-character",
  "raw"
])

const intervalFamilies: ReadonlySet<DataTypeFamily> = new Set<DataTypeFamily>(["number", "float", "date", "timestamp"])

/** Errors that a type raises as any partitioning key. Types without a documented number are missing here. */
const keyErrors: { readonly [family in DataTypeFamily]?: string } = {
  "timestamp-tz": "ORA-03001",
  lob: "ORA-14135",
  bfile: "ORA-14135",
  long: "ORA-14031",
  object: "ORA-14513",
  xmltype: "ORA-14513"
}

const utcAdvice = (column: ColumnModel): string =>
  `; a virtual column CAST(SYS_EXTRACT_UTC(${column.name}) AS DATE) can be one`

const describeRefusal = (column: ColumnModel, kind: string): string => {
  const family = dataTypeFamily(column)
  const subject = `${column.name} is ${renderDataType(column)}`
  const advice = family === "timestamp-tz" ? utcAdvice(column) : ""
  return `${subject}, which cannot be ${kind}${advice}`
}

const refuseColumn = (column: ColumnModel, kind: string): KeyVerdict | null => {
  if (column.isHidden && !column.isUserGenerated) {
    return { ok: false, error: "not supported", reason: `${column.name} was made by Oracle and cannot be ${kind}` }
  }
  if (column.encryption !== null) {
    return {
      ok: false,
      error: "ORA-28346",
      reason: `${column.name} is encrypted, and an encrypted column cannot be ${kind}`
    }
  }
  return null
}

const judge = (
  column: ColumnModel,
  kind: string,
  allowed: ReadonlySet<DataTypeFamily>,
  otherwise: string
): KeyVerdict => {
  const refused = refuseColumn(column, kind)
  if (refused !== null) return refused
  const family = dataTypeFamily(column)
  if (allowed.has(family)) return { ok: true }
  return { ok: false, error: keyErrors[family] ?? otherwise, reason: describeRefusal(column, kind) }
}

/**
 * NUMBER, FLOAT, DATE and TIMESTAMP columns can be an interval key (CREATE TABLE); others raise ORA-14751, with time zone ORA-03001.
 * Nullability is not asked here: NULL keys are a question to the data.
 */
export const canBeIntervalKey = (column: ColumnModel): KeyVerdict =>
  judge(column, "an interval key", intervalFamilies, "ORA-14751")

/** Range keys also take character, RAW and local-time-zone columns. */
export const canBeRangeKey = (column: ColumnModel): KeyVerdict =>
  judge(column, "a range key", rangeFamilies, "not supported")

/** Hash keys take the same types as range keys; up to 16 columns. */
export const canBeHashKey = (column: ColumnModel): KeyVerdict =>
  judge(column, "a hash key", rangeFamilies, "not supported")
