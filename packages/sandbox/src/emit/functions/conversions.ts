// TO_CHAR, TO_DATE, TO_NUMBER and their like; RAW and LOB conversions.
import { notInSandbox, ora } from "../../errors/ora.ts"
import {
  blobType,
  clobType,
  dateType,
  doubleType,
  familyOf,
  numberType,
  rawOf,
  rowidType,
  textType,
  timestampOf,
  zonedOf
} from "../../types/value-type.ts"
import { plainType } from "../../catalog/oracle-type.ts"
import { asText, convert, sessionFormat } from "../convert.ts"
import { quoteText } from "../emit-context.ts"
import { emitted } from "../emitted.ts"
import type { Emitted } from "../emitted.ts"
import type { CallSite, FunctionRule, FunctionRules } from "./function-rule.ts"
import { argument, charactersAt, has, numberAt, resultOf, textAt } from "./function-rule.ts"

/** Models whose elements mean the same in PostgreSQL, which is much faster. */
const isPlainModel = (model: string): boolean =>
  /^(?:YYYY|MM|DD|HH24|MI|SS|[-/,.:; ])+$/.test(model) && !/MMI|SSSS|DDD|YYYYY/.test(model)

const nlsParameter = (site: CallSite, at: number): string =>
  has(site, at)
    ? textAt(site, at).sql
    : quoteText(`NLS_NUMERIC_CHARACTERS=''${site.context.session.numericCharacters}''`.replaceAll("''", "'"))

const momentToText = (site: CallSite, value: Emitted): Emitted => {
  const model = has(site, 1) ? textAt(site, 1) : null
  const isZoned = familyOf(value.type) === "zoned"
  const local = isZoned ? `sys.local_of(${value.sql})` : value.sql
  const isDate = value.type.name === "DATE"
  const text = model?.literal ?? (model === null ? sessionFormat(site.context, value.type) : null)
  const size = textType(text === null ? 75 : Math.max(text.length * 2, isDate ? 9 : 16))
  if (text !== null && isPlainModel(text)) return resultOf(site, `to_char(${local}, ${quoteText(text)})`, size)
  const zone = isZoned ? `sys.zone_of(${value.sql})` : quoteText(site.context.session.timeZone)
  const nanoseconds = isZoned ? `, substr(${value.sql}, 21, 9)` : ""
  return emitted(
    `sys.to_char_datetime(${local}, ${model === null ? quoteText(text ?? "") : model.sql}, ${zone}, ${String(isDate)}${nanoseconds})`,
    size
  )
}

const toChar: FunctionRule = (site) => {
  const value = argument(site, 0)
  const family = familyOf(value.type)
  if (family === "datetime" || family === "zoned") return momentToText(site, value)
  if (family === "text" || family === "null") {
    if (!has(site, 1)) return asText(site.context, value, site.offset(0))
    const number = emitted(numberAt(site, 0), numberType)
    return emitted(`sys.to_char_number(${number.sql}, ${textAt(site, 1).sql}, ${nlsParameter(site, 2)})`, textType(64))
  }
  if (family === "number" || family === "float") {
    if (!has(site, 1)) return asText(site.context, value, site.offset(0))
    const model = textAt(site, 1)
    return emitted(
      `sys.to_char_number(${numberAt(site, 0)}, ${model.sql}, ${nlsParameter(site, 2)})`,
      textType((model.literal?.length ?? 63) + 2)
    )
  }
  if (family === "clob" || family === "rowid" || family === "day-second" || family === "year-month")
    return asText(site.context, value, site.offset(0))
  throw ora(932, ["NUMBER", family === "raw" ? "BINARY" : value.type.name], site.offset(0))
}

const parsed = (site: CallSite, format: string): string => {
  const { session } = site.context
  return `sys.parse_datetime(${textAt(site, 0).sql}, ${has(site, 1) ? textAt(site, 1).sql : quoteText(format)}, timestamp ${quoteText(session.now.slice(0, 19))}, ${quoteText(session.timeZone)})`
}

const toDate: FunctionRule = (site) => {
  const value = argument(site, 0)
  if (familyOf(value.type) === "datetime" && !has(site, 1))
    return convert(site.context, value, dateType, site.offset(0))
  return emitted(`sys.parsed_date(${parsed(site, site.context.session.dateFormat)})`, dateType, value.isNullable)
}

const toTimestamp: FunctionRule = (site) => {
  const value = argument(site, 0)
  if (familyOf(value.type) === "datetime") return convert(site.context, value, timestampOf(9), site.offset(0))
  return emitted(
    `sys.parsed_timestamp(${parsed(site, site.context.session.timestampFormat)})`,
    timestampOf(9),
    value.isNullable
  )
}

const toZoned: FunctionRule = (site) => {
  const value = argument(site, 0)
  if (familyOf(value.type) !== "text" && familyOf(value.type) !== "null")
    return convert(site.context, value, zonedOf(9), site.offset(0))
  return emitted(
    `sys.zoned_from_text(${parsed(site, site.context.session.timestampZoneFormat)})`,
    zonedOf(9),
    value.isNullable
  )
}

const toNumber: FunctionRule = (site) => {
  if (!has(site, 1)) return { ...emitted(numberAt(site, 0), numberType, argument(site, 0).isNullable) }
  const model = textAt(site, 1)
  if (model.literal !== undefined && /^[xX]+$/.test(model.literal))
    return emitted(`sys.hex_number(${textAt(site, 0).sql})`, numberType, argument(site, 0).isNullable)
  return emitted(`sys.to_number_model(${textAt(site, 0).sql}, ${model.sql}, ${nlsParameter(site, 2)})`, numberType)
}

const rawToHex: FunctionRule = (site) => {
  const value = argument(site, 0)
  if (familyOf(value.type) === "text")
    return resultOf(site, `upper(encode(convert_to(${value.sql}, 'UTF8'), 'hex'))`, textType(4000))
  const raw = familyOf(value.type) === "blob" ? value : convert(site.context, value, rawOf(2000), site.offset(0))
  return resultOf(site, `sys.raw_hex(${raw.sql})`, textType(raw.type.lengthBytes * 2))
}

const toClob: FunctionRule = (site) => {
  const value = argument(site, 0)
  return familyOf(value.type) === "clob" ? value : emitted(charactersAt(site, 0).sql, clobType, value.isNullable)
}

/** Rules by name. */
export const conversionRules: FunctionRules = {
  TO_CHAR: toChar,
  TO_NCHAR: toChar,
  TO_DATE: toDate,
  TO_TIMESTAMP: toTimestamp,
  TO_TIMESTAMP_TZ: toZoned,
  TO_NUMBER: toNumber,
  TO_CLOB: toClob,
  TO_NCLOB: toClob,
  TO_BLOB: (site) => convert(site.context, argument(site, 0), blobType, site.offset(0)),
  TO_LOB: (site) =>
    familyOf(argument(site, 0).type) === "long"
      ? { ...argument(site, 0), type: argument(site, 0).type.name === "LONG" ? clobType : blobType }
      : (() => {
          throw notInSandbox("TO_LOB of another type than LONG", site.offset(0))
        })(),
  TO_BINARY_DOUBLE: (site) => convert(site.context, argument(site, 0), doubleType, site.offset(0)),
  TO_BINARY_FLOAT: (site) =>
    emitted(
      `(${convert(site.context, argument(site, 0), doubleType, site.offset(0)).sql})::float4::float8`,
      plainType("BINARY_FLOAT")
    ),
  RAWTOHEX: rawToHex,
  HEXTORAW: (site) => resultOf(site, `sys.hex_raw(${textAt(site, 0).sql})`, rawOf(2000)),
  ROWIDTOCHAR: (site) => emitted(argument(site, 0).sql, textType(18), argument(site, 0).isNullable),
  CHARTOROWID: (site) => ({
    ...emitted(`sys.check_rowid(${textAt(site, 0).sql})`, rowidType, argument(site, 0).isNullable),
    tid: `sys.rowid_place(${textAt(site, 0).sql})`
  }),
  EMPTY_CLOB: () => emitted("''::text", clobType, false),
  EMPTY_BLOB: () => emitted("''::bytea", blobType, false)
}
