// Implicit conversions, by the rules of "Data Conversion" in the SQL Language Reference. What Oracle does not convert is ORA-00932.
import { ora } from "../errors/ora.ts"
import type { Family, ValueType } from "../types/value-type.ts"
import {
  dateType,
  familyOf,
  numberType,
  pgTypeOf,
  textType,
  timestampOf,
  zonedOf,
  clobType,
  blobType,
  doubleType,
  rawOf,
  daySecondType,
  yearMonthType,
  rowidType
} from "../types/value-type.ts"
import { quoteText } from "./emit-context.ts"
import type { EmitContext } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"
import { emitted } from "./emitted.ts"

const shownNames: Partial<Record<Family, string>> = {
  number: "NUMBER",
  text: "CHAR",
  float: "BINARY_DOUBLE",
  raw: "BINARY"
}

/** Name of a type in ORA-00932. */
export const inconsistentName = (type: ValueType): string => {
  if (type.name === "DATE" || type.name === "BOOLEAN") return type.name
  return shownNames[familyOf(type)] ?? type.name
}

/** ORA-00932 at an offset. */
export const inconsistent = (expected: ValueType, got: ValueType, offset: number | null): Error =>
  ora(932, [inconsistentName(expected), inconsistentName(got)], offset)

const today = (context: EmitContext): string => `timestamp ${quoteText(context.session.now.slice(0, 19))}`

const parse = (context: EmitContext, sql: string, format: string): string =>
  `sys.parse_datetime(${sql}, ${quoteText(format)}, ${today(context)}, ${quoteText(context.session.timeZone)})`

/** The format by which a datetime becomes a text without TO_CHAR. */
export const sessionFormat = (context: EmitContext, type: ValueType): string =>
  type.name === "DATE"
    ? context.session.dateFormat
    : type.name === "TIMESTAMP WITH TIME ZONE"
      ? context.session.timestampZoneFormat
      : context.session.timestampFormat

const toText = (context: EmitContext, value: Emitted): Emitted | null => {
  const format = quoteText(sessionFormat(context, value.type))
  switch (familyOf(value.type)) {
    case "text":
      return value
    case "null":
      return emitted("NULL::text", textType(1))
    case "number":
      return emitted(
        context.session.numericCharacters.startsWith(",")
          ? `replace(sys.num_text(${value.sql}), '.', ',')`
          : `sys.num_text(${value.sql})`,
        textType(40),
        value.isNullable
      )
    case "float":
      return emitted(`sys.double_text(${value.sql})`, textType(40), value.isNullable)
    case "datetime":
      return emitted(
        `sys.to_char_datetime(${value.sql}, ${format}, ${quoteText(context.session.timeZone)}, ${String(value.type.name === "DATE")})`,
        textType(value.type.name === "DATE" ? 9 : 64),
        value.isNullable
      )
    case "zoned":
      return emitted(
        `sys.to_char_datetime(sys.local_of(${value.sql}), ${format}, sys.zone_of(${value.sql}), false, substr(${value.sql}, 21, 9))`,
        textType(75),
        value.isNullable
      )
    case "day-second":
      return emitted(
        `sys.ds_text(${value.sql}, ${String(value.type.precision ?? 2)}, ${String(value.type.scale ?? 6)})`,
        textType(30),
        value.isNullable
      )
    case "year-month":
      return emitted(`sys.ym_text(${value.sql}, ${String(value.type.precision ?? 2)})`, textType(14), value.isNullable)
    case "raw":
      return emitted(`sys.raw_hex(${value.sql})`, textType(value.type.lengthBytes * 2), value.isNullable)
    case "rowid":
      return emitted(value.sql, textType(18), value.isNullable)
    case "clob":
      return emitted(`sys.lob_text(${value.sql})`, textType(4000), value.isNullable)
    default:
      return null
  }
}

const toNumber = (context: EmitContext, value: Emitted): Emitted | null => {
  switch (familyOf(value.type)) {
    case "number":
      return value
    case "null":
      return emitted("NULL::numeric", numberType)
    case "text": {
      const text = context.session.numericCharacters.startsWith(",") ? `replace(${value.sql}, ',', '.')` : value.sql
      return emitted(`sys.to_num(${text})`, numberType, value.isNullable)
    }
    case "float":
      return emitted(`(${value.sql})::numeric`, numberType, value.isNullable)
    default:
      return null
  }
}

const toDatetime = (context: EmitContext, value: Emitted, target: ValueType): Emitted | null => {
  const isDate = target.name === "DATE"
  switch (familyOf(value.type)) {
    case "datetime":
      if (isDate && value.type.name !== "DATE")
        return emitted(`date_trunc('second', ${value.sql})`, dateType, value.isNullable)
      return { ...value, type: target }
    case "null":
      return emitted("NULL::timestamp", target)
    case "text": {
      const format = sessionFormat(context, target)
      return emitted(
        `sys.${isDate ? "parsed_date" : "parsed_timestamp"}(${parse(context, value.sql, format)})`,
        target,
        value.isNullable
      )
    }
    case "zoned":
      return emitted(
        isDate ? `date_trunc('second', sys.local_of(${value.sql}))` : `sys.local_of(${value.sql})`,
        target,
        value.isNullable
      )
    default:
      return null
  }
}

const toZoned = (context: EmitContext, value: Emitted, target: ValueType): Emitted | null => {
  switch (familyOf(value.type)) {
    case "zoned":
      return value
    case "null":
      return emitted("NULL::text", target)
    case "datetime":
      return emitted(
        `sys.zoned_from_timestamp(${value.sql}, ${quoteText(context.session.timeZone)})`,
        target,
        value.isNullable
      )
    case "text":
      return emitted(
        `sys.zoned_from_text(${parse(context, value.sql, context.session.timestampZoneFormat)})`,
        target,
        value.isNullable
      )
    default:
      return null
  }
}

const direct: Readonly<Record<string, ReadonlyArray<Family>>> = {
  clob: ["clob", "text", "long", "null"],
  blob: ["blob", "raw", "null"],
  long: ["long", "text", "clob", "null"],
  rowid: ["rowid", "text", "null"]
}

const convertOther = (context: EmitContext, value: Emitted, target: ValueType): Emitted | null => {
  const [from, to] = [familyOf(value.type), familyOf(target)]
  const cast = from === "null" ? `NULL::${pgTypeOf(target)}` : value.sql
  if (from === to || from === "null") return emitted(cast, target, value.isNullable)
  if (to === "float" && from === "number") return emitted(`(${value.sql})::float8`, target, value.isNullable)
  if (to === "float" && from === "text") return emitted(`(sys.to_num(${value.sql}))::float8`, target, value.isNullable)
  if (to === "raw" && from === "text") return emitted(`sys.hex_raw(${value.sql})`, target, value.isNullable)
  if (to === "raw" && from === "blob") return emitted(value.sql, target, value.isNullable)
  if (to === "blob" && from === "text") return emitted(`sys.hex_raw(${value.sql})`, target, value.isNullable)
  if (to === "clob" && !direct["clob"]?.includes(from)) return toText(context, value)
  if (to === "day-second" && from === "text") return emitted(`sys.parse_ds(${value.sql})`, target, value.isNullable)
  if (to === "year-month" && from === "text") return emitted(`sys.parse_ym(${value.sql})`, target, value.isNullable)
  if (target.name === "LONG RAW" && (from === "raw" || from === "blob")) return { ...value, type: target }
  return direct[to]?.includes(from) === true ? { ...value, type: target } : null
}

/** Model type of a family, as the target of a conversion. */
export const modelType = (family: Family): ValueType => {
  switch (family) {
    case "number":
      return numberType
    case "float":
      return doubleType
    case "datetime":
      return dateType
    case "zoned":
      return zonedOf(9)
    case "day-second":
      return daySecondType
    case "year-month":
      return yearMonthType
    case "raw":
      return rawOf(2000)
    case "clob":
      return clobType
    case "blob":
      return blobType
    case "rowid":
      return rowidType
    default:
      return textType(4000)
  }
}

/** The value converted to the family of a type, or null when Oracle does not do that by itself. Sizes are not looked at. */
export const tryConvert = (context: EmitContext, value: Emitted, target: ValueType): Emitted | null => {
  if (value.type.name === target.name && familyOf(target) !== "null") return value
  switch (familyOf(target)) {
    case "number":
      return toNumber(context, value)
    case "text":
      return toText(context, value)
    case "datetime":
      return toDatetime(context, value, target)
    case "zoned":
      return toZoned(context, value, target)
    default:
      return convertOther(context, value, target)
  }
}

/** As tryConvert; ORA-00932 where Oracle does not convert. */
export const convert = (context: EmitContext, value: Emitted, target: ValueType, offset: number | null): Emitted => {
  const found = tryConvert(context, value, target)
  if (found === null) throw inconsistent(target, value.type, offset)
  return found
}

/** As a number. */
export const asNumber = (context: EmitContext, value: Emitted, offset: number | null): string =>
  convert(context, value, numberType, offset).sql

/** As a text of at most 4000 bytes. */
export const asText = (context: EmitContext, value: Emitted, offset: number | null): Emitted =>
  convert(context, value, textType(4000), offset)

/** As a DATE or TIMESTAMP. */
export const asDatetime = (context: EmitContext, value: Emitted, offset: number | null): Emitted =>
  familyOf(value.type) === "datetime"
    ? value
    : familyOf(value.type) === "zoned"
      ? convert(context, value, timestampOf(6), offset)
      : convert(context, value, dateType, offset)
