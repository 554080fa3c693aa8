// Texts of PostgreSQL to values of the border and back. It knows types, not statements.
import type { ResultColumn, SqlRow, SqlValue } from "../engine/engine.ts"
import type { TextRow } from "../backend/protocol-reader.ts"
import { ora } from "../errors/ora.ts"
import { listCursor } from "./list-cursor.ts"
import type { CursorColumn, ValueType } from "./value-type.ts"

const pad = (value: bigint | number, digits: number): string => String(value).padStart(digits, "0")

/** `+01-06` from a number of months. */
export const yearMonthText = (months: string, leadingDigits: number): string => {
  const value = BigInt(months.split(".")[0] ?? "0")
  const size = value < 0n ? -value : value
  return `${value < 0n ? "-" : "+"}${pad(size / 12n, leadingDigits)}-${pad(size % 12n, 2)}`
}

/** `-3 04:05:06.7` from a number of seconds with at most nine digits after the point. */
export const daySecondText = (seconds: string, leadingDigits: number, fractionDigits: number): string => {
  const isNegative = seconds.startsWith("-")
  const [whole = "0", fraction = ""] = seconds.replace("-", "").split(".")
  const size = BigInt(whole)
  const clock = `${pad((size % 86_400n) / 3600n, 2)}:${pad((size % 3600n) / 60n, 2)}:${pad(size % 60n, 2)}`
  const digits = fractionDigits > 0 ? `.${fraction.padEnd(fractionDigits, "0").slice(0, fractionDigits)}` : ""
  return `${isNegative ? "-" : "+"}${pad(size / 86_400n, leadingDigits)} ${clock}${digits}`
}

/** A NUMBER without zeros at the end; more than 40 digits are rounded as Oracle keeps them. */
const numberText = (text: string): string => {
  const plain = text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text
  if (plain.replace(/[-.]/g, "").length > 126) throw ora(1426)
  return plain === "-0" || plain === "" ? "0" : plain
}

const dateText = (text: string): string => {
  const isBefore = text.endsWith(" BC")
  const plain = (isBefore ? text.slice(0, -3) : text).slice(0, 19)
  return isBefore ? `-${plain}` : plain
}

const timestampText = (text: string): string => (text.endsWith(" BC") ? `-${text.slice(0, -3)}` : text)

const bytesOf = (text: string): Uint8Array => Buffer.from(text.slice(2), "hex")

/** A value as PostgreSQL wrote it, as the border has it. */
export const valueOf = (type: ValueType, text: string | null): SqlValue => {
  if (text === null) return null
  switch (type.name) {
    case "NUMBER":
    case "FLOAT":
      return numberText(text)
    case "BINARY_FLOAT":
    case "BINARY_DOUBLE":
      return Number(text)
    case "DATE":
      return dateText(text)
    case "TIMESTAMP":
    case "TIMESTAMP WITH LOCAL TIME ZONE":
      return timestampText(text)
    case "INTERVAL YEAR TO MONTH":
      return yearMonthText(text, type.precision ?? 2)
    case "INTERVAL DAY TO SECOND":
      return daySecondText(text, type.precision ?? 2, type.scale ?? 6)
    case "RAW":
    case "BLOB":
    case "LONG RAW":
      return bytesOf(text)
    case "BOOLEAN":
      return text === "t"
    case "CLOB":
    case "NCLOB":
      return text
    case "CURSOR":
      return readCursor(type.columns ?? [], text)
    default:
      return text === "" ? null : text
  }
}

/** A nested cursor comes as JSON: a list of rows, each a list of texts. */
const readCursor = (columns: ReadonlyArray<CursorColumn>, text: string): SqlValue => {
  const rows = JSON.parse(text) as ReadonlyArray<TextRow>
  const types = columns.map((column) => column.type)
  return listCursor(
    columns.map(({ name, type, isNullable }) => resultColumnOf(name, type, isNullable)),
    rows.map((row) => rowOf(types, row))
  )
}

/** A row as the border has it. */
export const rowOf = (types: ReadonlyArray<ValueType>, row: TextRow): SqlRow =>
  types.map((type, at) => valueOf(type, row[at] ?? null))

const textOf = (value: SqlValue): string | null => {
  if (value === null || value === "") return null
  if (typeof value === "string") return value
  if (typeof value === "number") return Number.isNaN(value) ? "NaN" : String(value)
  if (typeof value === "boolean") return value ? "t" : "f"
  if (value instanceof Uint8Array) return value.length === 0 ? null : `\\x${Buffer.from(value).toString("hex")}`
  return null
}

/** A datetime of the border for PostgreSQL: years before Christ have a minus sign there and BC here. */
const moment = (text: string): string => (text.startsWith("-") ? `${text.slice(1)} BC` : text)

const monthsOf = (text: string): string => {
  const [years = "0", months = "0"] = text.replace(/^[+-]/, "").split("-")
  const total = Number(years) * 12 + Number(months)
  return String(text.startsWith("-") ? -total : total)
}

const secondsOf = (text: string): string => {
  const [days = "0", clock = "0:0:0"] = text.replace(/^[+-]/, "").split(" ")
  const [hours = "0", minutes = "0", seconds = "0"] = clock.split(":")
  const [whole = "0", fraction = ""] = seconds.split(".")
  const total = BigInt(days) * 86_400n + BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(whole)
  return `${text.startsWith("-") ? "-" : ""}${String(total)}${fraction === "" ? "" : `.${fraction}`}`
}

/** A value of the border as the text of a parameter. TIMESTAMP WITH TIME ZONE is left as it is: the emitter calls sys.zoned_from_text. */
export const parameterOf = (type: ValueType, value: SqlValue): string | null => {
  const text = textOf(value)
  if (text === null) return null
  switch (type.name) {
    case "DATE":
      return moment(text.slice(0, text.startsWith("-") ? 20 : 19))
    case "TIMESTAMP":
    case "TIMESTAMP WITH LOCAL TIME ZONE":
      return moment(text)
    case "INTERVAL YEAR TO MONTH":
      return monthsOf(text)
    case "INTERVAL DAY TO SECOND":
      return secondsOf(text)
    default:
      return text
  }
}

const sizeless: ReadonlySet<string> = new Set(["CLOB", "NCLOB", "BLOB", "LONG", "LONG RAW", "CURSOR", "BFILE"])

/** What a driver is told about a column. A NULL literal is a VARCHAR2 of no length, as Oracle describes it. */
export const resultColumnOf = (name: string, type: ValueType, isNullable: boolean): ResultColumn => {
  const shown =
    type.name === "NULL" ? "VARCHAR2" : type.name === "FLOAT" ? "NUMBER" : type.name === "UROWID" ? "ROWID" : type.name
  return {
    name,
    type: shown === "BFILE" ? "BLOB" : shown,
    sizeBytes: sizeless.has(shown) ? null : shown === "ROWID" ? 18 : type.lengthBytes,
    precision: type.precision,
    scale: type.name === "NUMBER" && type.precision === null && type.scale === null ? null : type.scale,
    isNullable
  }
}
