// One type for several values: branches of CASE, arguments of NVL and DECODE, columns of set operations.
import type { ValueType } from "../types/value-type.ts"
import {
  clobType,
  familyOf,
  isPadded,
  nullType,
  numberType,
  pgTypeOf,
  textType,
  timestampOf,
  doubleType,
  zonedOf,
  rawOf
} from "../types/value-type.ts"
import { convert, inconsistent } from "./convert.ts"
import type { EmitContext } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"

const sameNumber = (a: ValueType, b: ValueType): ValueType =>
  a.precision === b.precision && a.scale === b.scale && a.name === b.name ? a : numberType

const sameText = (a: ValueType, b: ValueType): ValueType => {
  if (isPadded(a) && isPadded(b) && a.lengthBytes === b.lengthBytes) return a
  return textType(Math.max(a.lengthBytes, b.lengthBytes))
}

/** The type that holds values of both; null when Oracle has none (ORA-00932, ORA-01790). */
export const commonType = (a: ValueType, b: ValueType): ValueType | null => {
  const [first, second] = [familyOf(a), familyOf(b)]
  if (first === "null") return b
  if (second === "null") return a
  if (first === second) {
    if (first === "number") return sameNumber(a, b)
    if (first === "text") return sameText(a, b)
    if (first === "datetime") return a.name === b.name ? a : timestampOf(Math.max(a.scale ?? 0, b.scale ?? 0))
    if (first === "raw") return rawOf(Math.max(a.lengthBytes, b.lengthBytes))
    if (first === "day-second" || first === "year-month")
      return {
        ...a,
        precision: Math.max(a.precision ?? 2, b.precision ?? 2),
        scale: a.scale === null ? null : Math.max(a.scale, b.scale ?? 0)
      }
    return a
  }
  const pair = new Set([first, second])
  if (pair.has("number") && pair.has("float")) return doubleType
  if (pair.has("datetime") && pair.has("zoned")) return zonedOf(9)
  if (pair.has("clob") && (pair.has("text") || pair.has("long"))) return clobType
  if (pair.has("rowid") && pair.has("text")) return textType(4000)
  return null
}

/** The common type of all; NULL when all are NULL. ORA-00932 at the offset when there is none. */
export const unifyTypes = (types: ReadonlyArray<ValueType>, offset: number | null): ValueType => {
  let found: ValueType = nullType
  for (const type of types) {
    const next = commonType(found, type)
    if (next === null) throw inconsistent(found, type, offset)
    found = next
  }
  return found
}

/** The value as that type, with a cast where PostgreSQL needs one. */
export const castTo = (context: EmitContext, value: Emitted, type: ValueType, offset: number | null): string => {
  if (familyOf(value.type) === "null") return `NULL::${pgTypeOf(type)}`
  return convert(context, value, type, offset).sql
}
