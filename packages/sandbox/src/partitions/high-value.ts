// HIGH_VALUE exactly as Oracle prints it (dictionary book, 1.19 and 6.5).
import type { BoundValue, OracleType, PartitionBound } from "../catalog/entries.ts"
import { familyOf } from "./key-types.ts"

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Sign place, four digits: Oracle's SYYYY. */
const signedDate = (text: string): string => (text.startsWith("-") ? text : ` ${text}`)

/** Without a fraction: DATE has none. */
const wholeSeconds = (text: string): string => text.replace(/\.\d+$/u, "")

/** One value as Oracle writes it in HIGH_VALUE. */
export const printKeyText = (type: OracleType, text: string): string => {
  if (type.name === "DATE")
    return `TO_DATE('${signedDate(wholeSeconds(text))}', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')`
  if (familyOf(type) === "datetime") return `TIMESTAMP'${signedDate(text)}'`
  if (familyOf(type) === "number") return text
  if (familyOf(type) === "raw") return `HEXTORAW(${quote(text)})`
  return type.name === "NCHAR" || type.name === "NVARCHAR2" ? `N${quote(text)}` : quote(text)
}

const printValue = (type: OracleType | undefined, value: BoundValue): string => {
  if (value.kind === "maxvalue") return "MAXVALUE"
  if (value.kind === "null" || type === undefined) return "NULL"
  return printKeyText(type, value.text)
}

const printRow = (types: ReadonlyArray<OracleType>, row: ReadonlyArray<BoundValue>): string =>
  row.map((value, at) => printValue(types[at], value)).join(", ")

/** HIGH_VALUE of a partition or subpartition; null for hash. */
export const printHighValue = (types: ReadonlyArray<OracleType>, bound: PartitionBound): string | null => {
  switch (bound.kind) {
    case "less-than":
      return printRow(types, bound.values)
    case "list":
      return bound.rows
        .map((row) => (types.length > 1 ? `( ${printRow(types, row)} )` : printRow(types, row)))
        .join(", ")
    case "default":
      return "DEFAULT"
    case "hash":
      return null
    default:
      return bound satisfies never
  }
}
