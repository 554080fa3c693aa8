// Functions of any values: conversions without format, GREATEST and LEAST, hexadecimal. NVL, COALESCE and NULLIF are compiled: they do not run all arguments.
import type { FastFunction } from "./builtin.ts"
import { toBytes, toHex, toNumber, toText } from "./convert.ts"
import { compareValues } from "./operations.ts"
import type { Runtime } from "./runtime.ts"
import type { Eventual, Value } from "./value.ts"
import { after, isNum } from "./value.ts"

const best = (
  values: ReadonlyArray<Value>,
  runtime: Runtime,
  wanted: 1 | -1,
  at = 1,
  found = values[0] ?? null
): Eventual<Value> => {
  const next = values[at]
  if (found === null || next === null) return null
  if (next === undefined) return found
  return after(compareValues(runtime, next, found), (order) =>
    best(values, runtime, wanted, at + 1, order !== null && order * wanted > 0 ? next : found)
  )
}

const toChar: FastFunction = (values, runtime) => {
  const [value] = values
  if (values.length > 1 || value === undefined) return undefined
  return isNum(value) || typeof value === "string" || value === null ? toText(runtime, value) : undefined
}

const toNumberText: FastFunction = (values, runtime) => {
  const [value] = values
  return values.length > 1 || value === undefined ? undefined : toNumber(runtime, value)
}

const guid: FastFunction = (_, runtime) => {
  const bytes = new Uint8Array(16)
  for (const at of bytes.keys()) {
    runtime.random.seed = (runtime.random.seed * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn
    bytes[at] = Number(runtime.random.seed >> 56n)
  }
  return bytes
}

/** Fast paths by name. */
export const valueFunctions: Readonly<Record<string, FastFunction>> = {
  GREATEST: (values, runtime) => best(values, runtime, 1),
  LEAST: (values, runtime) => best(values, runtime, -1),
  TO_CHAR: toChar,
  TO_NUMBER: toNumberText,
  TO_CLOB: ([value], runtime) => (value === undefined ? undefined : toText(runtime, value)),
  HEXTORAW: ([value]) => (typeof value === "string" || value === null ? toBytes(value) : undefined),
  RAWTOHEX: ([value]) => (value === null ? null : value instanceof Uint8Array ? toHex(value) : undefined),
  ROWIDTOCHAR: ([value]) => (typeof value === "string" ? value : value === null ? null : undefined),
  CHARTOROWID: ([value]) => (typeof value === "string" ? value : value === null ? null : undefined),
  EMPTY_CLOB: () => "",
  EMPTY_BLOB: () => new Uint8Array(0),
  SYS_GUID: guid
}
