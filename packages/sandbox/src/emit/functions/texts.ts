// Character functions.
import { characterType } from "../../catalog/oracle-type.ts"
import { booleanType, clobType, familyOf, numberType, rawOf, textType } from "../../types/value-type.ts"
import type { ValueType } from "../../types/value-type.ts"
import type { CallSite, FunctionRule, FunctionRules } from "./function-rule.ts"
import { argument, charactersAt, has, numberAt, resultOf, sameText, textAt } from "./function-rule.ts"
import { emitted } from "../emitted.ts"

const changed =
  (sql: (text: string) => string): FunctionRule =>
  (site) => {
    const value = charactersAt(site, 0)
    return resultOf(
      site,
      sql(value.sql),
      value.type.name === "CHAR" || familyOf(value.type) === "clob" ? value.type : sameText(value)
    )
  }

const nullable = (sql: string, type: ValueType) => emitted(sql, type)

const substring =
  (name: "substr" | "substrb"): FunctionRule =>
  (site) => {
    const value = charactersAt(site, 0)
    const length = site.call.arguments[2]?.value
    const limit = length?.kind === "number" ? Number(length.text) : null
    const type =
      familyOf(value.type) === "clob"
        ? clobType
        : textType(
            Math.min(value.type.lengthBytes, limit === null || limit < 1 ? 4000 : limit * (name === "substr" ? 4 : 1))
          )
    const rest = has(site, 2) ? `, ${numberAt(site, 2)}, true` : ""
    return nullable(`sys.${name}(${value.sql}, ${numberAt(site, 1)}${rest})`, type)
  }

const position: FunctionRule = (site) => {
  const rest = [2, 3].filter((at) => has(site, at)).map((at) => `, ${numberAt(site, at)}`)
  return nullable(`sys.instr(${charactersAt(site, 0).sql}, ${textAt(site, 1).sql}${rest.join("")})`, numberType)
}

const padding =
  (side: "L" | "R"): FunctionRule =>
  (site) => {
    const value = charactersAt(site, 0)
    const size = site.call.arguments[1]?.value
    const type =
      familyOf(value.type) === "clob" ? clobType : textType(size?.kind === "number" ? Number(size.text) * 4 : 4000)
    return nullable(
      `sys.pad('${side}', ${value.sql}, ${numberAt(site, 1)}, ${has(site, 2) ? textAt(site, 2).sql : "' '"})`,
      type
    )
  }

const trimming =
  (name: "ltrim" | "rtrim"): FunctionRule =>
  (site) => {
    const value = charactersAt(site, 0)
    return nullable(`nullif(${name}(${value.sql}, ${has(site, 1) ? textAt(site, 1).sql : "' '"}), '')`, sameText(value))
  }

const replacing: FunctionRule = (site) => {
  const value = charactersAt(site, 0)
  return nullable(
    `sys.replace(${value.sql}, ${textAt(site, 1).sql}, ${has(site, 2) ? textAt(site, 2).sql : "NULL::text"})`,
    familyOf(value.type) === "clob" ? clobType : textType(4000)
  )
}

/** Arguments of a REGEXP function: which of them are numbers. */
const regexp =
  (name: string, numbers: ReadonlyArray<number>, type: (site: CallSite) => ValueType): FunctionRule =>
  (site) => {
    const list = site.args.map((_, at) => (numbers.includes(at) ? numberAt(site, at) : charactersAt(site, at).sql))
    return nullable(`sys.${name}(${list.join(", ")})`, type(site))
  }

const textLike = (site: CallSite): ValueType =>
  familyOf(argument(site, 0).type) === "clob" ? clobType : textType(4000)

/** Rules by name. */
export const textRules: FunctionRules = {
  UPPER: changed((text) => `upper(${text})`),
  LOWER: changed((text) => `lower(${text})`),
  INITCAP: changed((text) => `initcap(${text})`),
  NLS_UPPER: changed((text) => `upper(${text})`),
  NLS_LOWER: changed((text) => `lower(${text})`),
  REVERSE: changed((text) => `reverse(${text})`),
  SUBSTR: substring("substr"),
  SUBSTRB: substring("substrb"),
  INSTR: position,
  LPAD: padding("L"),
  RPAD: padding("R"),
  LTRIM: trimming("ltrim"),
  RTRIM: trimming("rtrim"),
  REPLACE: replacing,
  TRANSLATE: (site) =>
    nullable(
      `nullif(translate(${textAt(site, 0).sql}, ${textAt(site, 1).sql}, ${textAt(site, 2).sql}), '')`,
      sameText(textAt(site, 0), 4)
    ),
  LENGTH: (site) => resultOf(site, `length(${charactersAt(site, 0).sql})::numeric`, numberType),
  LENGTHC: (site) => resultOf(site, `length(${charactersAt(site, 0).sql})::numeric`, numberType),
  LENGTHB: (site) =>
    resultOf(
      site,
      `octet_length(${familyOf(argument(site, 0).type) === "raw" ? argument(site, 0).sql : charactersAt(site, 0).sql})::numeric`,
      numberType
    ),
  ASCII: (site) => resultOf(site, `sys.ascii(${textAt(site, 0).sql})`, numberType),
  UNISTR: (site) => resultOf(site, `sys.unistr(${textAt(site, 0).sql})`, characterType("NVARCHAR2", 2000, "C")),
  CHR: (site) => resultOf(site, `sys.chr(${numberAt(site, 0)})`, textType(4)),
  CONCAT: (site) =>
    nullable(
      `sys.concat(${charactersAt(site, 0).sql}, ${charactersAt(site, 1).sql})`,
      textType(charactersAt(site, 0).type.lengthBytes + charactersAt(site, 1).type.lengthBytes)
    ),
  SOUNDEX: (site) =>
    resultOf(site, `sys.fail('ORA-03001: unimplemented feature, not supported in the sandbox: SOUNDEX')`, textType(4)),
  REGEXP_LIKE: regexp("regexp_like", [], () => booleanType),
  REGEXP_SUBSTR: regexp("regexp_substr", [2, 3, 5], textLike),
  REGEXP_INSTR: regexp("regexp_instr", [2, 3, 4, 6], () => numberType),
  REGEXP_COUNT: regexp("regexp_count", [2], () => numberType),
  REGEXP_REPLACE: regexp("regexp_replace", [3, 4], textLike),
  NLSSORT: (site) => resultOf(site, `convert_to(${textAt(site, 0).sql}, 'UTF8')`, rawOf(2000))
}
