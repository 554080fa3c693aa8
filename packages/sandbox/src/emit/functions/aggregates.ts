// Aggregates and analytic functions. Whether they may stand where they stand is for the caller.
import { notInSandbox, ora } from "../../errors/ora.ts"
import type { ValueType } from "../../types/value-type.ts"
import { familyOf, isPadded, numberType, textType, doubleType } from "../../types/value-type.ts"
import { sortable } from "../comparison.ts"
import { asNumber, asText } from "../convert.ts"
import { emitted } from "../emitted.ts"
import type { Emitted } from "../emitted.ts"
import type { CallSite } from "./function-rule.ts"
import { argument, has, numberAt, textAt } from "./function-rule.ts"
import { castTo } from "../unify.ts"

/** What stands around the arguments of an aggregate: DISTINCT, the order of WITHIN GROUP, and the window. */
export interface AggregateSite extends CallSite {
  readonly distinct: string
  readonly withinOrder: string | null
  /** ` OVER (...)` or nothing. */
  readonly over: string
}

type AggregateRule = (site: AggregateSite) => Emitted

const isFloat = (site: CallSite): boolean => familyOf(argument(site, 0).type) === "float"

const numeric = (site: AggregateSite, sql: string): Emitted => emitted(sql, isFloat(site) ? doubleType : numberType)

const valueAt0 = (site: AggregateSite): string =>
  isFloat(site) ? argument(site, 0).sql : asNumber(site.context, argument(site, 0), site.offset(0))

const plain =
  (name: string): AggregateRule =>
  (site) =>
    numeric(site, `${name}(${site.distinct}${valueAt0(site)})${site.over}`)

const summed: AggregateRule = (site) => {
  const value = argument(site, 0)
  const family = familyOf(value.type)
  if (family === "day-second" || family === "year-month") throw ora(932, ["NUMBER", value.type.name], site.offset(0))
  return plain("sum")(site)
}

const average: AggregateRule = (site) => {
  if (isFloat(site)) return plain("avg")(site)
  const value = valueAt0(site)
  return emitted(
    `sys.div(sum(${site.distinct}${value})${site.over}, nullif(count(${site.distinct}${value})${site.over}, 0))`,
    numberType
  )
}

const extreme =
  (name: "min" | "max"): AggregateRule =>
  (site) => {
    const value = argument(site, 0)
    sortable(value, site.offset(0))
    const type: ValueType =
      familyOf(value.type) === "null"
        ? textType(1)
        : isPadded(value.type)
          ? textType(value.type.lengthBytes)
          : value.type
    return emitted(`${name}(${castTo(site.context, value, type, null)})${site.over}`, type)
  }

const counting: AggregateRule = (site) => {
  if (site.call.isStar) return emitted(`count(*)${site.over}::numeric`, numberType, false)
  const value = argument(site, 0)
  return emitted(
    `count(${site.distinct}${site.distinct === "" ? value.sql : sortable(value, site.offset(0))})${site.over}::numeric`,
    numberType,
    false
  )
}

/** LISTAGG: more than 4000 bytes are ORA-01489 unless TRUNCATE was said. */
const listAgg: AggregateRule = (site) => {
  if (site.call.overflow?.action === "truncate") throw notInSandbox("LISTAGG ... ON OVERFLOW TRUNCATE", site.call.start)
  const value = asText(site.context, argument(site, 0), site.offset(0)).sql
  const separator = has(site, 1) ? `coalesce(${textAt(site, 1).sql}, '')` : "''"
  const order = site.withinOrder === null || site.over !== "" ? "" : ` ORDER BY ${site.withinOrder}`
  const list =
    site.over === ""
      ? `string_agg(${site.distinct}${value}, ${separator}${order})`
      : `string_agg(${value}, ${separator})${site.over}`
  return emitted(`sys.long_text(${list}, 4000)`, textType(4000))
}

const deviation =
  (name: string): AggregateRule =>
  (site) =>
    emitted(
      `CASE WHEN count(${valueAt0(site)})${site.over} = 1 THEN 0 ELSE sys.fit(${name}(${site.distinct}${valueAt0(site)})${site.over}) END`,
      numberType
    )

const fitted =
  (name: string): AggregateRule =>
  (site) =>
    emitted(
      `sys.fit((${name}(${site.distinct}${site.args.map((_, at) => numberAt(site, at)).join(", ")})${site.over})::numeric)`,
      numberType
    )

const median: AggregateRule = (site) => {
  if (site.over !== "") throw notInSandbox("MEDIAN ... OVER", site.call.start)
  const value = argument(site, 0)
  if (familyOf(value.type) !== "number") throw notInSandbox("MEDIAN of datetimes", site.call.start)
  const [low, high] = ["floor", "ceil"].map(
    (way) =>
      `(array_agg(${value.sql} ORDER BY ${value.sql}) FILTER (WHERE ${value.sql} IS NOT NULL))[${way}((count(${value.sql}) + 1) / 2.0)::int]`
  )
  return emitted(`sys.div(${low ?? ""} + ${high ?? ""}, 2)`, numberType)
}

/** Aggregates by name. */
export const aggregateRules: Readonly<Record<string, AggregateRule>> = {
  COUNT: counting,
  SUM: summed,
  AVG: average,
  MIN: extreme("min"),
  MAX: extreme("max"),
  LISTAGG: listAgg,
  STDDEV: deviation("stddev_samp"),
  VARIANCE: deviation("var_samp"),
  STDDEV_SAMP: fitted("stddev_samp"),
  STDDEV_POP: fitted("stddev_pop"),
  VAR_SAMP: fitted("var_samp"),
  VAR_POP: fitted("var_pop"),
  MEDIAN: median,
  APPROX_COUNT_DISTINCT: (site) =>
    emitted(`count(DISTINCT ${argument(site, 0).sql})${site.over}::numeric`, numberType, false)
}

const ranked =
  (name: string): AggregateRule =>
  (site) =>
    emitted(`${name}()${site.over}::numeric`, numberType, false)

const shifted =
  (name: "lag" | "lead"): AggregateRule =>
  (site) => {
    if (site.call.nulls === "ignore") throw notInSandbox(`${name.toUpperCase()} IGNORE NULLS`, site.call.start)
    const value = argument(site, 0)
    const rest = has(site, 1) ? `, (${numberAt(site, 1)})::int` : ", 1"
    const other = has(site, 2) ? `, ${castTo(site.context, argument(site, 2), value.type, site.offset(2))}` : ""
    return emitted(`${name}(${value.sql}${rest}${other})${site.over}`, value.type)
  }

const valued =
  (name: string): AggregateRule =>
  (site) => {
    if (site.call.nulls === "ignore") throw notInSandbox(`${name.toUpperCase()} IGNORE NULLS`, site.call.start)
    const value = argument(site, 0)
    const rest = has(site, 1) ? `, (${numberAt(site, 1)})::int` : ""
    return emitted(`${name}(${value.sql}${rest})${site.over}`, value.type)
  }

/** Functions that need OVER. */
export const analyticRules: Readonly<Record<string, AggregateRule>> = {
  ROW_NUMBER: ranked("row_number"),
  RANK: ranked("rank"),
  DENSE_RANK: ranked("dense_rank"),
  CUME_DIST: (site) => emitted(`cume_dist()${site.over}::numeric`, numberType, false),
  PERCENT_RANK: (site) => emitted(`percent_rank()${site.over}::numeric`, numberType, false),
  NTILE: (site) => emitted(`ntile((${numberAt(site, 0)})::int)${site.over}::numeric`, numberType, false),
  LAG: shifted("lag"),
  LEAD: shifted("lead"),
  FIRST_VALUE: valued("first_value"),
  LAST_VALUE: valued("last_value"),
  NTH_VALUE: valued("nth_value"),
  RATIO_TO_REPORT: (site) =>
    emitted(`sys.div(${valueAt0(site)}, nullif(sum(${valueAt0(site)})${site.over}, 0))`, numberType)
}

/** True for names that are aggregates without OVER. */
export const isAggregate = (name: string): boolean => name in aggregateRules
