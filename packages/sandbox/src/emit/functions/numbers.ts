// Number functions.
import { doubleType, familyOf, numberType } from "../../types/value-type.ts"
import { dateRounding } from "./datetimes.ts"
import type { CallSite, FunctionRule, FunctionRules } from "./function-rule.ts"
import { argument, has, numberAt, resultOf } from "./function-rule.ts"

const simple =
  (name: string): FunctionRule =>
  (site) =>
    familyOf(argument(site, 0).type) === "float"
      ? resultOf(site, `${name}(${argument(site, 0).sql})`, doubleType)
      : resultOf(site, `${name}(${numberAt(site, 0)})`, numberType)

const real =
  (name: string): FunctionRule =>
  (site) =>
    resultOf(site, `sys.real_function('${name}', ${numberAt(site, 0)})`, numberType)

const two =
  (name: string): FunctionRule =>
  (site) =>
    resultOf(site, `sys.${name}(${numberAt(site, 0)}, ${numberAt(site, 1)})`, numberType)

const isMoment = (site: CallSite): boolean => {
  const family = familyOf(argument(site, 0).type)
  return family === "datetime" || family === "zoned"
}

const rounding =
  (name: "round" | "trunc"): FunctionRule =>
  (site) => {
    if (isMoment(site)) return dateRounding(name, site)
    const value = numberAt(site, 0)
    if (!has(site, 1)) return resultOf(site, `${name}(${value})`, numberType)
    return resultOf(site, `${name}(${value}, trunc(${numberAt(site, 1)})::int)`, numberType)
  }

const realNames = ["SQRT", "LN", "EXP", "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "SINH", "COSH", "TANH"]

/** Rules by name. */
export const numberRules: FunctionRules = {
  ABS: simple("abs"),
  CEIL: simple("ceil"),
  FLOOR: simple("floor"),
  SIGN: simple("sign"),
  ROUND: rounding("round"),
  TRUNC: rounding("trunc"),
  MOD: two("modulo"),
  REMAINDER: two("remainder"),
  POWER: two("power"),
  LOG: two("logarithm"),
  ATAN2: (site) =>
    resultOf(
      site,
      `sys.fit(atan2((${numberAt(site, 0)})::float8, (${numberAt(site, 1)})::float8)::numeric)`,
      numberType
    ),
  BITAND: (site) =>
    resultOf(site, `((${numberAt(site, 0)})::bigint & (${numberAt(site, 1)})::bigint)::numeric`, numberType),
  NANVL: (site) =>
    resultOf(
      site,
      `CASE WHEN (${argument(site, 0).sql})::float8 = 'NaN' THEN (${argument(site, 1).sql})::float8 ELSE (${argument(site, 0).sql})::float8 END`,
      doubleType
    ),
  WIDTH_BUCKET: (site) =>
    resultOf(site, `sys.width_bucket(${[0, 1, 2, 3].map((at) => numberAt(site, at)).join(", ")})`, numberType),
  ...Object.fromEntries(realNames.map((name) => [name, real(name)]))
}
