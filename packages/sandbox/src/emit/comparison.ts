// What two values have to become before they can be compared: numbers win over texts, dates win over texts, CHAR is compared with blanks added.
import { DatabaseError } from "../engine/engine.ts"
import { ora, oraText } from "../errors/ora.ts"
import type { Family } from "../types/value-type.ts"
import {
  familyOf,
  isPadded,
  pgTypeOf,
  timestampOf,
  zonedOf,
  doubleType,
  numberType,
  rawOf
} from "../types/value-type.ts"
import { convert, inconsistent, inconsistentName } from "./convert.ts"
import type { EmitContext } from "./emit-context.ts"
import { quoteText } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"

/** Both sides, ready for an operator of PostgreSQL. */
export type Pair = readonly [string, string]

const refuse = (value: Emitted, offset: number | null): void => {
  const family = familyOf(value.type)
  if (family === "long") throw new DatabaseError(932, oraText(932, ["CHAR", value.type.name]), offset)
  if (family === "clob" || family === "blob")
    throw new DatabaseError(932, oraText(932, ["-", inconsistentName(value.type)]), offset)
}

const trimmed = (value: Emitted): string =>
  value.literal === undefined ? `rtrim(${value.sql}, ' ')` : `${quoteText(value.literal.replace(/ +$/, ""))}::text`

const sameFamily = (
  context: EmitContext,
  left: Emitted,
  right: Emitted,
  family: Family,
  offset: number | null
): Pair => {
  if (family === "text" && isPadded(left.type) && isPadded(right.type)) return [trimmed(left), trimmed(right)]
  if (family === "zoned") return [`left(${left.sql}, 29)`, `left(${right.sql}, 29)`]
  if (family === "rowid" && left.tid !== undefined && right.tid !== undefined) return [left.tid, right.tid]
  if (family === "boolean" || family === "cursor") throw inconsistent(left.type, right.type, offset)
  return [left.sql, right.sql]
}

/** The family in which two different ones are compared. */
const targetFamily = (a: Family, b: Family): Family | null => {
  const pair = new Set([a, b])
  const others: ReadonlyArray<Family> = [
    "float",
    "number",
    "zoned",
    "datetime",
    "day-second",
    "year-month",
    "raw",
    "rowid"
  ]
  if (pair.has("float") && (pair.has("number") || pair.has("text"))) return "float"
  if (pair.has("zoned") && pair.has("datetime")) return "zoned"
  if (pair.has("text")) return others.find((family) => pair.has(family)) ?? null
  return null
}

const convertPair = (context: EmitContext, left: Emitted, right: Emitted, offset: number | null): Pair => {
  const family = targetFamily(familyOf(left.type), familyOf(right.type))
  if (family === null) throw inconsistent(left.type, right.type, offset)
  const convertOne = (value: Emitted, other: Emitted): string => {
    if (family === "number") return convert(context, value, numberType, offset).sql
    if (family === "float") return convert(context, value, doubleType, offset).sql
    if (family === "zoned") return `left(${convert(context, value, zonedOf(9), offset).sql}, 29)`
    if (family === "datetime")
      return convert(
        context,
        value,
        familyOf(value.type) === "datetime" ? value.type : other.type.name === "DATE" ? other.type : timestampOf(6),
        offset
      ).sql
    if (family === "raw") return convert(context, value, rawOf(2000), offset).sql
    if (family === "rowid") return value.tid ?? (other.tid === undefined ? value.sql : `sys.rowid_place(${value.sql})`)
    return familyOf(value.type) === family ? value.sql : convert(context, value, other.type, offset).sql
  }
  return [convertOne(left, right), convertOne(right, left)]
}

/** Both sides of a comparison. LOBs are ORA-00932, LONGs ORA-00997. */
export const comparePair = (context: EmitContext, left: Emitted, right: Emitted, offset: number | null): Pair => {
  refuse(left, offset)
  refuse(right, offset)
  const [a, b] = [familyOf(left.type), familyOf(right.type)]
  if (a === "null" && b === "null") return ["NULL::text", "NULL::text"]
  if (a === "null") return [`NULL::${pgTypeOf(right.type)}`, right.sql]
  if (b === "null") return [left.sql, `NULL::${pgTypeOf(left.type)}`]
  if (a === b) return sameFamily(context, left, right, a, offset)
  return convertPair(context, left, right, offset)
}

/** The text by which values of a column are grouped, sorted or made distinct. LOBs and LONGs cannot be. */
export const sortable = (value: Emitted, offset: number | null): string => {
  if (familyOf(value.type) === "long") throw ora(997, [], offset)
  refuse(value, offset)
  return familyOf(value.type) === "zoned" ? `left(${value.sql}, 29)` : value.sql
}
