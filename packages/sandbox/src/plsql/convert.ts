// Conversions between kinds of values, as PL/SQL makes them by itself. Datetimes are SQL's business: they go through evaluate.
import { ora } from "../errors/ora.ts"
import type { Expression, Span } from "../sql/ast/index.ts"
import type { OracleTypeName } from "../engine/engine.ts"
import type { Num } from "./number.ts"
import { numToText, readNum } from "./number-text.ts"
import type { Runtime, TypedValue } from "./runtime.ts"
import type { Eventual, Value } from "./value.ts"
import { after, Binary, fromSql, isNum, Moment, toSql, typeOfValue } from "./value.ts"

/** ORA-06502 with one of its details; without one the text ends after "value error". */
export const valueError = (detail = ""): Error => ora(6502, [detail === "" ? "" : `: ${detail}`])

const nowhere: Span = { start: 0, end: 0 }

/** A placeholder for the n-th input of an expression made here. */
export const inputBind = (index: number): Expression => ({
  kind: "bind",
  name: `PLSQL${String(index)}`,
  index,
  ...nowhere
})

const callOf = (name: string, count: number): Expression => ({
  kind: "call",
  path: [{ value: name, isQuoted: false, ...nowhere }],
  arguments: Array.from({ length: count }, (_, at) => ({ name: null, value: inputBind(at), ...nowhere })),
  isStar: false,
  quantifier: null,
  nulls: null,
  overflow: null,
  withinGroup: null,
  over: null,
  ...nowhere
})

const calls = new Map<string, Expression>()

/** A SQL function of values. The tree is made once per name, so that what was emitted for it can be kept. */
export const callSql = (runtime: Runtime, name: string, values: ReadonlyArray<Value>): Promise<Value> => {
  const key = `${name}/${String(values.length)}`
  const node = calls.get(key) ?? callOf(name, values.length)
  calls.set(key, node)
  return evaluateSql(
    runtime,
    node,
    values.map((value) => typed(value))
  )
}

/** A value with the type that it shows. */
export const typed = (value: Value, whenNull: OracleTypeName = "VARCHAR2"): TypedValue => ({
  type: typeOfValue(value, whenNull),
  value: toSql(value)
})

/** An expression over inputs. */
export const evaluateSql = async (
  runtime: Runtime,
  node: Expression,
  inputs: ReadonlyArray<TypedValue>,
  text = ""
): Promise<Value> => {
  const result = await runtime.evaluate({ text, node }, inputs)
  return fromSql(result.type, result.value)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex").toUpperCase()

/** The text of a value: numbers without format, bytes as hexadecimal, datetimes by the NLS formats. */
export const toText = (runtime: Runtime, value: Value): Eventual<string | null> => {
  if (value === null || typeof value === "string") return value
  if (isNum(value)) return numToText(value)
  if (typeof value === "boolean") throw valueError()
  if (value instanceof Uint8Array) return value.length === 0 ? null : hex(value)
  if (value instanceof Moment || value instanceof Binary)
    return after(callSql(runtime, "TO_CHAR", [value]), (text) => (typeof text === "string" ? text : null))
  throw valueError()
}

/** The number that a value is. ORA-06502 for a text that is none. */
export const toNumber = (runtime: Runtime, value: Value): Eventual<Num | null> => {
  if (value === null || isNum(value)) return value
  if (typeof value === "string") {
    const read = readNum(value)
    if (read === null) throw valueError("character to number conversion error")
    return read
  }
  if (value instanceof Binary)
    return after(callSql(runtime, "TO_NUMBER", [value]), (number) => (isNum(number) ? number : null))
  throw valueError()
}

const fromTextNames: Partial<Record<OracleTypeName, string>> = {
  DATE: "TO_DATE",
  TIMESTAMP: "TO_TIMESTAMP",
  "TIMESTAMP WITH TIME ZONE": "TO_TIMESTAMP_TZ",
  "TIMESTAMP WITH LOCAL TIME ZONE": "TO_TIMESTAMP",
  "INTERVAL YEAR TO MONTH": "TO_YMINTERVAL",
  "INTERVAL DAY TO SECOND": "TO_DSINTERVAL"
}

const castNode = (
  type: "DATE" | "TIMESTAMP" | "TIMESTAMP WITH TIME ZONE" | "TIMESTAMP WITH LOCAL TIME ZONE"
): Expression => ({
  kind: "cast",
  value: inputBind(0),
  type:
    type === "DATE"
      ? { kind: "plain-type", name: "DATE", ...nowhere }
      : {
          kind: "timestamp-type",
          precision: 9,
          zone: type === "TIMESTAMP" ? "none" : type === "TIMESTAMP WITH TIME ZONE" ? "zone" : "local",
          ...nowhere
        },
  ...nowhere
})

const casts = new Map<string, Expression>()

const castMoment = (runtime: Runtime, value: Moment, type: OracleTypeName): Promise<Value> => {
  if (
    type !== "DATE" &&
    type !== "TIMESTAMP" &&
    type !== "TIMESTAMP WITH TIME ZONE" &&
    type !== "TIMESTAMP WITH LOCAL TIME ZONE"
  )
    throw valueError()
  const node = casts.get(type) ?? castNode(type)
  casts.set(type, node)
  return evaluateSql(runtime, node, [typed(value)])
}

/** A datetime or interval of this type. */
export const toMoment = (runtime: Runtime, value: Value, type: OracleTypeName): Eventual<Value> => {
  if (value === null) return null
  if (value instanceof Moment) {
    if (value.type === type) return value
    if (value.type === "DATE" && type === "TIMESTAMP") return new Moment(type, value.text)
    return castMoment(runtime, value, type)
  }
  const name = fromTextNames[type]
  if (typeof value !== "string" || name === undefined) throw valueError()
  return callSql(runtime, name, [value])
}

const hexDigits = /^(?:[0-9a-f]{2})*$/iu

/** Bytes of hexadecimal text. ORA-06502 for anything else. */
export const toBytes = (value: Value): Uint8Array | null => {
  if (value === null || value instanceof Uint8Array) return value
  if (typeof value !== "string") throw valueError()
  const text = value.length % 2 === 1 ? `0${value}` : value
  if (!hexDigits.test(text)) throw valueError("hex to raw conversion error")
  return Uint8Array.from(Buffer.from(text, "hex"))
}

/** Hexadecimal text of bytes; null for none. */
export const toHex = (bytes: Uint8Array): string | null => (bytes.length === 0 ? null : hex(bytes))
