// NVL, DECODE, GREATEST and others that take any type; hashes; the session.
import { DatabaseError } from "../../engine/engine.ts"
import { notInSandbox, ora } from "../../errors/ora.ts"
import type { ValueType } from "../../types/value-type.ts"
import { clobType, familyOf, isPadded, numberType, pgTypeOf, rawOf, textType } from "../../types/value-type.ts"
import { comparePair } from "../comparison.ts"
import { convert } from "../convert.ts"
import { addParameter } from "../emit-context.ts"
import { emitted } from "../emitted.ts"
import type { Emitted } from "../emitted.ts"
import { castTo, commonType } from "../unify.ts"
import type { CallSite, FunctionRule, FunctionRules } from "./function-rule.ts"
import { argument, has, numberAt, resultOf, textAt } from "./function-rule.ts"

/** The type of the first argument decides; the others are converted to it. CHAR results become VARCHAR2. */
const firstType = (site: CallSite, from: number, to: number): ValueType => {
  const types = site.args.slice(from, to).map(({ type }) => type)
  let found: ValueType | null = null
  for (const type of types) {
    if (found === null || familyOf(found) === "null") found = type
    else found = commonType(found, type) ?? found
  }
  const type = found ?? textType(1)
  return isPadded(type) || familyOf(type) === "null" ? textType(type.lengthBytes) : type
}

const coalesce: FunctionRule = (site) => {
  const type = firstType(site, 0, site.args.length)
  const values = site.args.map((value, at) => castTo(site.context, value, type, site.offset(at)))
  return emitted(
    `COALESCE(${values.join(", ")})`,
    type,
    site.args.every(({ isNullable }) => isNullable)
  )
}

const nvl2: FunctionRule = (site) => {
  const type = firstType(site, 1, 3)
  return emitted(
    `CASE WHEN ${argument(site, 0).sql} IS NOT NULL THEN ${castTo(site.context, argument(site, 1), type, site.offset(1))} ELSE ${castTo(site.context, argument(site, 2), type, site.offset(2))} END`,
    type
  )
}

/** DECODE: NULL equals NULL; searches are compared as the first search's type, results are of the first result's type. */
const decode: FunctionRule = (site) => {
  const pairs = Math.floor((site.args.length - 1) / 2)
  const results = site.args.flatMap((value, at) =>
    (at >= 2 && at % 2 === 0) || (at === site.args.length - 1 && at % 2 === 1) ? [value] : []
  )
  const first = results.find(({ type }) => familyOf(type) !== "null")?.type ?? textType(1)
  const type =
    familyOf(first) === "text" ? textType(Math.max(...results.map((result) => result.type.lengthBytes))) : first
  const branches: string[] = []
  for (let at = 0; at < pairs; at += 1) {
    const [value, search, result] = [argument(site, 0), argument(site, 1 + at * 2), argument(site, 2 + at * 2)]
    const [a, b] = comparePair(site.context, value, search, site.offset(1 + at * 2))
    branches.push(
      `WHEN ${a} IS NOT DISTINCT FROM ${b} THEN ${castTo(site.context, result, type, site.offset(2 + at * 2))}`
    )
  }
  const otherwise =
    site.args.length % 2 === 0
      ? castTo(site.context, argument(site, site.args.length - 1), type, null)
      : `NULL::${pgTypeOf(type)}`
  return emitted(`CASE ${branches.join(" ")} ELSE ${otherwise} END`, type)
}

const nullIf: FunctionRule = (site) => {
  const [value, other] = [argument(site, 0), argument(site, 1)]
  const [a, b] = comparePair(site.context, value, other, site.offset(1))
  return emitted(`CASE WHEN ${a} = ${b} THEN NULL ELSE ${value.sql} END`, value.type)
}

/** NULL when an argument is NULL; the type of the first argument decides how values are compared. */
const extreme =
  (name: "greatest" | "least"): FunctionRule =>
  (site) => {
    const first = site.args.find(({ type }) => familyOf(type) !== "null")?.type ?? textType(1)
    const type =
      familyOf(first) === "text" ? textType(Math.max(...site.args.map((value) => value.type.lengthBytes))) : first
    const values = site.args.map((value, at) => castTo(site.context, value, type, site.offset(at)))
    const nulls = values.map((value) => `${value} IS NULL`).join(" OR ")
    return emitted(
      `CASE WHEN ${nulls} THEN NULL ELSE ${name}(${values.join(", ")}) END`,
      type,
      site.args.some(({ isNullable }) => isNullable)
    )
  }

/** Oracle's bytes of a value: what STANDARD_HASH and ORA_HASH work on. */
const bytesOf = (site: CallSite, at: number, isHash: boolean): string => {
  const value = argument(site, at)
  switch (familyOf(value.type)) {
    case "number":
      return `sys.number_bytes(${value.sql})`
    case "text":
    case "rowid":
      return `convert_to(${value.sql}, 'UTF8')`
    case "datetime":
      if (value.type.name === "DATE") return `sys.${isHash ? "date_hash_bytes" : "date_bytes"}(${value.sql})`
      return `sys.timestamp_bytes(${value.sql})`
    case "zoned":
      return `(sys.timestamp_bytes(sys.utc_of(${value.sql})) || convert_to(sys.zone_of(${value.sql}), 'UTF8'))`
    case "day-second":
    case "year-month":
      return `sys.number_bytes(${value.sql})`
    case "raw":
      return value.sql
    case "float":
      return `float8send(${value.sql})`
    case "null":
      return "NULL::bytea"
    default:
      throw ora(932, ["-", value.type.name], site.offset(at))
  }
}

const methodBytes: Readonly<Record<string, number>> = { MD5: 16, SHA1: 20, SHA256: 32, SHA384: 48, SHA512: 64 }

const standardHash: FunctionRule = (site) => {
  const method = has(site, 1) ? textAt(site, 1) : null
  const bytes = bytesOf(site, 0, false)
  if (method?.literal?.toUpperCase() === "MD5")
    return emitted(`decode(md5(coalesce(${bytes}, ''::bytea)), 'hex')`, rawOf(16), false)
  return emitted(
    `sys.standard_hash(${bytes}, ${method?.sql ?? "'SHA1'"})`,
    rawOf(methodBytes[method?.literal?.toUpperCase() ?? "SHA1"] ?? 64),
    false
  )
}

const oraHash: FunctionRule = (site) =>
  emitted(
    `sys.ora_hash(${bytesOf(site, 0, true)}, ${has(site, 1) ? numberAt(site, 1) : "4294967295"}, ${has(site, 2) ? numberAt(site, 2) : "0"})`,
    numberType,
    false
  )

const contextRule: FunctionRule = (site) => {
  const [namespace, name] = [argument(site, 0).literal, argument(site, 1).literal]
  if (namespace === undefined || name === undefined)
    throw notInSandbox("SYS_CONTEXT with other than literals", site.call.start)
  const value = site.context.session.contextValue(namespace.toUpperCase(), name.toUpperCase())
  if (value === undefined) {
    if (namespace.toUpperCase() !== "USERENV") return emitted("NULL::text", textType(256))
    throw new DatabaseError(2003, "ORA-02003: invalid USERENV parameter", site.offset(1))
  }
  return emitted(addParameter(site.context, { kind: "value", text: value }, textType(256)), textType(256))
}

const userEnv: FunctionRule = (site) => {
  const name = argument(site, 0).literal?.toUpperCase() ?? ""
  const value = site.context.session.contextValue("USERENV", name)
  if (value === undefined) throw new DatabaseError(2003, "ORA-02003: invalid USERENV parameter", site.offset(0))
  return emitted(addParameter(site.context, { kind: "value", text: value }, textType(64)), textType(64))
}

const dumpCodes: Readonly<Record<string, number>> = { VARCHAR2: 1, NUMBER: 2, DATE: 12, CHAR: 96, RAW: 23 }

const dump: FunctionRule = (site) => {
  const value = argument(site, 0)
  if (has(site, 1)) throw notInSandbox("DUMP with a format", site.call.start)
  if (familyOf(value.type) === "null") return emitted("'NULL'::text", textType(4))
  const code = value.type.name === "DATE" && value.column === undefined ? 13 : dumpCodes[value.type.name]
  if (code === undefined) throw notInSandbox(`DUMP of ${value.type.name}`, site.call.start)
  const bytes = bytesOf(site, 0, code === 13)
  return emitted(
    `coalesce('Typ=${String(code)} Len=' || length(${bytes}) || ': ' || (SELECT string_agg(get_byte(${bytes}, i)::text, ',' ORDER BY i) FROM generate_series(0, length(${bytes}) - 1) AS i), 'NULL')`,
    textType(4000)
  )
}

/** Rules by name. */
export const generalRules: FunctionRules = {
  NVL: coalesce,
  COALESCE: coalesce,
  NVL2: nvl2,
  DECODE: decode,
  NULLIF: nullIf,
  GREATEST: extreme("greatest"),
  LEAST: extreme("least"),
  LNNVL: (site) => emitted(`((${argument(site, 0).sql}) IS NOT TRUE)`, argument(site, 0).type, false),
  STANDARD_HASH: standardHash,
  ORA_HASH: oraHash,
  SYS_CONTEXT: contextRule,
  USERENV: userEnv,
  DUMP: dump,
  VSIZE: (site) => resultOf(site, `length(${bytesOf(site, 0, false)})::numeric`, numberType),
  SYS_GUID: () => emitted("uuid_send(gen_random_uuid())", rawOf(16), false)
}

const lobValue = (site: CallSite, at: number): Emitted => {
  const value = argument(site, at)
  const family = familyOf(value.type)
  return family === "blob" || family === "raw" ? value : convert(site.context, value, clobType, site.offset(at))
}

const lobSubstr: FunctionRule = (site) => {
  const value = lobValue(site, 0)
  const isBytes = pgTypeOf(value.type) === "bytea"
  return emitted(
    `sys.lob_substr(${value.sql}, ${has(site, 1) ? numberAt(site, 1) : "32767"}, ${has(site, 2) ? numberAt(site, 2) : "1"})`,
    isBytes ? rawOf(2000) : textType(4000)
  )
}

/** Functions of packages that SQL may call. */
export const packageRules: FunctionRules = {
  "DBMS_LOB.GETLENGTH": (site) => resultOf(site, `length(${lobValue(site, 0).sql})::numeric`, numberType),
  "DBMS_LOB.SUBSTR": lobSubstr,
  "DBMS_LOB.INSTR": (site) =>
    emitted(
      `sys.instr(${lobValue(site, 0).sql}, ${textAt(site, 1).sql}${has(site, 2) ? `, ${numberAt(site, 2)}` : ""}${has(site, 3) ? `, ${numberAt(site, 3)}` : ""})`,
      numberType
    ),
  "DBMS_LOB.COMPARE": (site) =>
    emitted(
      `CASE WHEN ${lobValue(site, 0).sql} = ${lobValue(site, 1).sql} THEN 0 WHEN ${lobValue(site, 0).sql} < ${lobValue(site, 1).sql} THEN -1 WHEN ${lobValue(site, 0).sql} > ${lobValue(site, 1).sql} THEN 1 END::numeric`,
      numberType
    ),
  "UTL_RAW.CAST_TO_RAW": (site) => resultOf(site, `convert_to(${textAt(site, 0).sql}, 'UTF8')`, rawOf(2000)),
  "UTL_RAW.CAST_TO_VARCHAR2": (site) =>
    resultOf(
      site,
      `convert_from(${convert(site.context, argument(site, 0), rawOf(2000), site.offset(0)).sql}, 'UTF8')`,
      textType(4000)
    ),
  "UTL_RAW.LENGTH": (site) =>
    resultOf(
      site,
      `length(${convert(site.context, argument(site, 0), rawOf(2000), site.offset(0)).sql})::numeric`,
      numberType
    ),
  "UTL_RAW.CONCAT": (site) =>
    emitted(
      `(${site.args.map((value, at) => `coalesce(${convert(site.context, value, rawOf(2000), site.offset(at)).sql}, ''::bytea)`).join(" || ")})`,
      rawOf(2000)
    ),
  "UTL_RAW.SUBSTR": (site) =>
    emitted(
      `sys.raw_substr(${convert(site.context, argument(site, 0), rawOf(2000), site.offset(0)).sql}, ${numberAt(site, 1)}, ${has(site, 2) ? numberAt(site, 2) : "NULL"})`,
      rawOf(2000)
    )
}
