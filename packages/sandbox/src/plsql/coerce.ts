// From any value to the type of a variable: conversion, then the limits of the variable. ORA-06502 and ORA-01426 come from here.
import { ora } from "../errors/ora.ts"
import { CollectionValue } from "./collection.ts"
import { toBytes, toMoment, toNumber, toText, valueError } from "./convert.ts"
import type { Num } from "./number.ts"
import { compareNum, roundNum } from "./number.ts"
import { RecordValue } from "./record.ts"
import type { Runtime } from "./runtime.ts"
import type { PlsqlType, TextName } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, Binary, CursorHandle, inOrder, isNum, toSql } from "./value.ts"

const maxTextBytes = 32_767
const utf8 = new TextEncoder()

/** Bytes of a text in AL32UTF8. */
export const byteLength = (text: string): number => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return utf8.encode(text).length
  return text.length
}

const fitNumber = (value: Num, precision: number | null, scale: number | null): Num => {
  if (precision === null && scale === null) return value
  const places = scale ?? 0
  const rounded = roundNum(value, places)
  if (precision === null) return rounded
  const limit = precision - places
  const bound = limit >= 0 ? 10n ** BigInt(limit) : 1n
  const size = compareNum(rounded, 0) < 0 ? roundNum(rounded, 0, "trunc") : rounded
  const tooLarge = isAtLeast(size, bound, limit)
  if (tooLarge) throw valueError("number precision too large")
  return rounded
}

const isAtLeast = (value: Num, bound: bigint, limit: number): boolean => {
  const units = typeof value === "number" ? BigInt(value) : value.units
  const scale = typeof value === "number" ? 0 : value.scale
  const size = units < 0n ? -units : units
  if (limit >= 0) return size >= bound * 10n ** BigInt(scale)
  return size * 10n ** BigInt(-limit) >= 10n ** BigInt(scale)
}

const fitInteger = (value: Num, low: number, high: number): Num => {
  const rounded = roundNum(value, 0)
  if (compareNum(rounded, -2147483648) < 0 || compareNum(rounded, 2147483647) > 0) throw ora(1426)
  if (compareNum(rounded, low) < 0 || compareNum(rounded, high) > 0) throw valueError()
  return rounded
}

const isBlankPadded = (name: TextName): boolean => name === "CHAR" || name === "NCHAR"

const fitText = (text: string, name: TextName, limit: number | null, unit: "BYTE" | "CHAR"): string | null => {
  if (text === "") return null
  const count = unit === "CHAR" ? Array.from(text).length : byteLength(text)
  if (count > (limit ?? maxTextBytes) || (limit === null && byteLength(text) > maxTextBytes))
    throw valueError("character string buffer too small")
  return limit !== null && isBlankPadded(name) && count < limit ? text + " ".repeat(limit - count) : text
}

/** A copy for a new owner: records and collections are values. */
export const copyValue = (value: Value): Value => {
  if (value instanceof RecordValue || value instanceof CollectionValue) return value.copy(copyValue)
  return value
}

const coerceRecord = (
  runtime: Runtime,
  value: Value,
  type: Extract<PlsqlType, { kind: "record" }>
): Eventual<Value> => {
  if (!(value instanceof RecordValue)) throw valueError()
  if (type.isOpen) return value.copy(copyValue)
  if (value.fields.length !== type.fields.length) throw valueError()
  const fitted = inOrder(type.fields, (field, at) => coerce(runtime, value.fields[at] ?? null, field.type))
  return after(
    fitted,
    (fields) =>
      new RecordValue(
        type.fields.map(({ name }) => name),
        [...fields]
      )
  )
}

/** A value for a variable of the type. NOT NULL of the variable is the caller's. */
export const coerce = (runtime: Runtime, value: Value, type: PlsqlType): Eventual<Value> => {
  if (value === null) {
    if (type.kind === "integer" && type.isNotNull) throw valueError()
    return null
  }
  switch (type.kind) {
    case "integer":
      if (typeof value === "number" && value >= type.low && value <= type.high) return value
      return after(toNumber(runtime, value), (number) =>
        number === null ? null : fitInteger(number, type.low, type.high)
      )
    case "number":
      if (type.precision === null && type.scale === null && isNum(value)) return value
      return after(toNumber(runtime, value), (number) =>
        number === null ? null : fitNumber(number, type.precision, type.scale)
      )
    case "text":
      if (typeof value === "string") return fitText(value, type.name, type.limit, type.unit)
      return after(toText(runtime, value), (text) =>
        text === null ? null : fitText(text, type.name, type.limit, type.unit)
      )
    case "moment":
      return toMoment(runtime, value, type.name)
    default:
      return coerceOther(runtime, value, type)
  }
}

const coerceLob = (runtime: Runtime, value: Value, name: "CLOB" | "NCLOB" | "BLOB"): Eventual<Value> =>
  name === "BLOB" ? toBytes(value) : toText(runtime, value)

const coerceOther = (runtime: Runtime, value: Value, type: PlsqlType): Eventual<Value> => {
  switch (type.kind) {
    case "boolean":
      if (typeof value !== "boolean") throw valueError()
      return value
    case "lob":
      return coerceLob(runtime, value, type.name)
    case "raw": {
      const bytes = toBytes(value)
      if (bytes !== null && bytes.length > (type.limit ?? maxTextBytes))
        throw valueError("raw variable length too long")
      return bytes !== null && bytes.length === 0 ? null : bytes
    }
    case "rowid":
      if (typeof value !== "string") throw valueError()
      return value
    case "binary":
      if (value instanceof Binary) return new Binary(type.name, value.value)
      return after(toNumber(runtime, value), (number) =>
        number === null ? null : new Binary(type.name, Number(toSql(number)))
      )
    case "record":
      return coerceRecord(runtime, value, type)
    case "collection":
      if (!(value instanceof CollectionValue)) throw valueError()
      return value.copy(copyValue)
    case "cursor":
      if (!(value instanceof CursorHandle)) throw valueError()
      return value
    default:
      return copyValue(value)
  }
}
