// A value on its way into a column or out of CAST: converted, rounded, padded, and refused where it does not fit.
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import type { ValueType } from "../types/value-type.ts"
import { familyOf } from "../types/value-type.ts"
import { convert } from "./convert.ts"
import type { EmitContext } from "./emit-context.ts"
import { quoteText } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"

/** `"HR"."ORDERS"."STATUS"`, as ORA-12899 and ORA-01400 name a column. */
export const columnLabel = (table: TableEntry, column: ColumnEntry): string =>
  `"${table.owner}"."${table.name}"."${column.name}"`

const sizeOf = (type: ValueType): number => (type.charUnit === "C" ? type.charLength : type.lengthBytes)

const fitText = (sql: string, type: ValueType, source: ValueType, label: string): string => {
  const unit = type.charUnit ?? "B"
  if (type.name === "CHAR" || type.name === "NCHAR") {
    if (source.name === type.name && source.charUnit === type.charUnit && sizeOf(source) === sizeOf(type)) return sql
    return `sys.fit_char(${sql}, ${String(sizeOf(type))}, '${unit}', ${quoteText(label)})`
  }
  const isSmaller =
    source.charUnit === type.charUnit ? sizeOf(source) <= sizeOf(type) : source.lengthBytes <= sizeOf(type)
  return isSmaller && source.charUnit !== null
    ? sql
    : `sys.fit_text(${sql}, ${String(sizeOf(type))}, '${unit}', ${quoteText(label)})`
}

const fitNumber = (sql: string, type: ValueType, source: ValueType): string => {
  if (type.name === "FLOAT") {
    if (type.precision === null || type.precision >= 126) return sql
    return `sys.fit_float(${sql}, ${String(Math.ceil(type.precision * 0.30103))})`
  }
  if (
    source.name === "NUMBER" &&
    source.precision === type.precision &&
    source.scale === type.scale &&
    type.precision !== null
  )
    return sql
  if (type.precision === null) return type.scale === null ? sql : `round(${sql}, ${String(type.scale)})`
  return `(${sql})::numeric(${String(type.precision)}, ${String(type.scale ?? 0)})`
}

const fitDatetime = (sql: string, type: ValueType, source: ValueType): string => {
  if (type.name === "DATE") return source.name === "DATE" ? sql : `date_trunc('second', ${sql})`
  const digits = type.scale ?? 6
  return source.name === "DATE" || (source.scale ?? 9) <= digits
    ? sql
    : `(${sql})::timestamp(${String(Math.min(digits, 6))})`
}

/** The value as the column keeps it. `sourceType` is the type before conversion. */
export const fitValue = (sql: string, type: ValueType, source: ValueType, label: string): string => {
  switch (familyOf(type)) {
    case "text":
      return fitText(sql, type, source, label)
    case "number":
      return fitNumber(sql, type, source)
    case "datetime":
      return fitDatetime(sql, type, source)
    case "zoned":
      return (type.scale ?? 6) >= 9 || (source.name === type.name && (source.scale ?? 9) <= (type.scale ?? 6))
        ? sql
        : `sys.zoned_fit(${sql}, ${String(type.scale ?? 6)})`
    case "raw":
      return source.name === "RAW" && source.lengthBytes <= type.lengthBytes
        ? sql
        : `sys.fit_raw(${sql}, ${String(type.lengthBytes)}, ${quoteText(label)})`
    case "day-second":
      return `sys.fit_interval(${sql}, ${String(86_400 * 10 ** (type.precision ?? 2))}, ${String(type.scale ?? 6)})`
    case "year-month":
      return `sys.fit_interval(${sql}, ${String(12 * 10 ** (type.precision ?? 2))}, 0)`
    case "float":
      return type.name === "BINARY_FLOAT" && source.name !== "BINARY_FLOAT" ? `(${sql})::float4::float8` : sql
    default:
      return sql
  }
}

/** A value converted and fitted for a column. */
export const storedValue = (
  context: EmitContext,
  value: Emitted,
  table: TableEntry,
  column: ColumnEntry,
  offset: number | null
): string => {
  const converted = convert(context, value, column.type, offset)
  if (familyOf(value.type) === "null") return converted.sql
  return fitValue(converted.sql, column.type, value.type, columnLabel(table, column))
}
