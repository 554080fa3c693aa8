// Datetime and interval functions.
import {
  dateType,
  daySecondType,
  familyOf,
  numberType,
  textType,
  timestampOf,
  yearMonthType,
  zonedOf
} from "../../types/value-type.ts"
import { convert } from "../convert.ts"
import { emitted } from "../emitted.ts"
import type { Emitted } from "../emitted.ts"
import { quoteText } from "../emit-context.ts"
import type { CallSite, FunctionRule, FunctionRules } from "./function-rule.ts"
import { argument, datetimeAt, has, numberAt, resultOf, textAt } from "./function-rule.ts"

const plainUnits: Readonly<Record<string, string>> = {
  DD: "day",
  DDD: "day",
  J: "day",
  MM: "month",
  MONTH: "month",
  MON: "month",
  YYYY: "year",
  YEAR: "year",
  YY: "year",
  Q: "quarter",
  HH24: "hour",
  HH: "hour",
  MI: "minute",
  IW: "week"
}

/** TRUNC and ROUND of a datetime: a DATE. Models that PostgreSQL has are written plainly. */
export const dateRounding = (name: "round" | "trunc", site: CallSite): Emitted => {
  const moment = convert(site.context, argument(site, 0), dateType, site.offset(0)).sql
  const model = has(site, 1) ? textAt(site, 1) : null
  const unit = model === null ? "day" : plainUnits[model.literal?.toUpperCase() ?? ""]
  if (name === "trunc" && unit !== undefined) return resultOf(site, `date_trunc('${unit}', ${moment})`, dateType)
  return resultOf(site, `sys.date_${name}(${moment}, ${model === null ? "'DD'" : model.sql})`, dateType)
}

const onDate =
  (sql: (date: string, site: CallSite) => string): FunctionRule =>
  (site) =>
    resultOf(site, sql(convert(site.context, argument(site, 0), dateType, site.offset(0)).sql, site), dateType)

const monthsBetween: FunctionRule = (site) =>
  resultOf(site, `sys.months_between(${datetimeAt(site, 0).sql}, ${datetimeAt(site, 1).sql})`, numberType)

/** Rules by name. */
export const datetimeRules: FunctionRules = {
  ADD_MONTHS: onDate((date, site) => `sys.add_months(${date}, ${numberAt(site, 1)})`),
  LAST_DAY: onDate((date) => `sys.last_day(${date})`),
  NEXT_DAY: onDate((date, site) => `sys.next_day(${date}, ${textAt(site, 1).sql})`),
  MONTHS_BETWEEN: monthsBetween,
  NUMTODSINTERVAL: (site) =>
    resultOf(site, `sys.day_second(${numberAt(site, 0)}, ${textAt(site, 1).sql})`, daySecondType),
  NUMTOYMINTERVAL: (site) =>
    resultOf(site, `sys.year_month(${numberAt(site, 0)}, ${textAt(site, 1).sql})`, yearMonthType),
  TO_DSINTERVAL: (site) => resultOf(site, `sys.parse_ds(${textAt(site, 0).sql})`, daySecondType),
  TO_YMINTERVAL: (site) => resultOf(site, `sys.parse_ym(${textAt(site, 0).sql})`, yearMonthType),
  FROM_TZ: (site) =>
    resultOf(
      site,
      `sys.zoned_from_timestamp(${convert(site.context, argument(site, 0), timestampOf(6), site.offset(0)).sql}, ${textAt(site, 1).sql})`,
      zonedOf(9)
    ),
  SYS_EXTRACT_UTC: (site) =>
    resultOf(
      site,
      `sys.utc_of(${convert(site.context, argument(site, 0), zonedOf(9), site.offset(0)).sql})`,
      timestampOf(9)
    ),
  TZ_OFFSET: (site) =>
    emitted(
      `(SELECT CASE WHEN m < 0 THEN '-' ELSE '+' END || lpad((abs(m) / 60)::text, 2, '0') || ':' || lpad((abs(m) % 60)::text, 2, '0') FROM (SELECT sys.zone_minutes(${textAt(site, 0).sql}, timestamp ${quoteText(site.context.session.now.slice(0, 19))}) AS m) AS z)`,
      textType(7)
    )
}

/** EXTRACT(field FROM value). */
export const extractField = (
  site: Pick<CallSite, "context">,
  field: string,
  value: Emitted,
  fail: () => Error
): Emitted => {
  const family = familyOf(value.type)
  if (family === "zoned") {
    if (field === "TIMEZONE_HOUR" || field === "TIMEZONE_MINUTE") {
      const minutes = `sys.utc_minutes(sys.zone_of(${value.sql}), sys.utc_of(${value.sql}))`
      return emitted(`(${minutes} ${field === "TIMEZONE_HOUR" ? "/" : "%"} 60)::numeric`, numberType, value.isNullable)
    }
    if (field.startsWith("TIMEZONE_")) return emitted(`sys.zone_of(${value.sql})`, textType(64), value.isNullable)
    return emitted(
      `sys.extract_field('${field}', ${["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"].includes(field) ? `sys.utc_of(${value.sql})` : value.sql})`,
      numberType,
      value.isNullable
    )
  }
  if (family === "datetime") {
    if (field.startsWith("TIMEZONE_") || (value.type.name === "DATE" && !["YEAR", "MONTH", "DAY"].includes(field)))
      throw fail()
    return emitted(`sys.extract_field('${field}', ${value.sql})`, numberType, value.isNullable)
  }
  if (family === "day-second" && ["DAY", "HOUR", "MINUTE", "SECOND"].includes(field))
    return emitted(`sys.extract_interval('${field}', ${value.sql})`, numberType, value.isNullable)
  if (family === "year-month" && ["YEAR", "MONTH"].includes(field))
    return emitted(`sys.extract_interval('${field}', ${value.sql})`, numberType, value.isNullable)
  throw fail()
}
