// How long will the table live? An interval table takes keys up to position 1,048,575 and no further, counted from its first bound.
import { defineCheck, type CheckContext, type CheckReport, type Interval, type PartitionBound } from "@orapart/contract"
import {
  COMFORTABLE_YEARS_AHEAD,
  compareBounds,
  describeBound,
  intervalSeconds,
  lastReachableBound,
  MAX_POSITIONS,
  parseDatetime,
  positionOf,
  REQUIRED_YEARS_AHEAD,
  secondsBetween,
  yearsOfLife,
  type Datetime
} from "@orapart/oracle-rules"
import { lastKeyOf, layoutOf, showInterval, type LayoutFacts } from "../facts/layout-facts.ts"
import { formatYears, groupDigits } from "../facts/words.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

const SECONDS_PER_YEAR = 365.2425 * 86_400
const SECONDS_PER_DAY = 86_400
// Tables cut by the hour or minute are purged early, and SET INTERVAL frees the positions of dropped partitions: 20 years would refuse
// layouts that nobody keeps for 20 years.
const REQUIRED_YEARS_BELOW_ONE_DAY = 5
const HALF = 0.5
const FAR_YEAR = 2100

const requiredYears = (interval: Interval): number => {
  const seconds = intervalSeconds(interval)
  return seconds !== null && seconds < SECONDS_PER_DAY ? REQUIRED_YEARS_BELOW_ONE_DAY : REQUIRED_YEARS_AHEAD
}

const datetimeOf = (bound: PartitionBound): Datetime | null =>
  bound.type === "datetime" ? parseDatetime(bound.value) : null

/** Years between two datetime bounds; null for other bounds. */
const yearsBetween = (from: PartitionBound, to: PartitionBound): number | null => {
  const [start, end] = [datetimeOf(from), datetimeOf(to)]
  return start === null || end === null ? null : secondsBetween(start, end) / SECONDS_PER_YEAR
}

const countWord = (subpartitions: number): string =>
  subpartitions === 1 ? "without subpartitions" : `with ${subpartitions} subpartitions`

// The largest power of two below today's count that lives long enough, if fewer subpartitions are a way out.
const fewerSubpartitions = (layout: LayoutFacts, neededLife: number): number | null => {
  for (let count = 2 ** Math.ceil(Math.log2(layout.subpartitions) - 1); count >= 2; count /= 2) {
    if ((yearsOfLife(layout.interval, count) ?? 0) >= neededLife) return count
  }
  return null
}

const longerUnits: { readonly [unit: string]: ReadonlyArray<Interval["unit"]> } = {
  MINUTE: ["HOUR", "DAY"],
  HOUR: ["DAY"],
  DAY: ["WEEK", "MONTH"],
  WEEK: ["MONTH"]
}

const longerUnit = (layout: LayoutFacts, neededLife: (interval: Interval) => number): string => {
  const life = (unit: Interval["unit"]): number => yearsOfLife({ unit, value: "1" }, layout.subpartitions) ?? 0
  const isEnough = (unit: Interval["unit"]): boolean => life(unit) >= neededLife({ unit, value: "1" })
  const unit = longerUnits[layout.interval.unit]?.find(isEnough)
  return unit === undefined ? "" : `"interval_type": "${unit}" (${formatYears(life(unit))} years from the first bound)`
}

// Life is counted from the first bound, so what lies between it and the largest key has to be lived as well.
const adviseOn = (context: CheckContext, layout: LayoutFacts, yearsAhead: (interval: Interval) => number): string => {
  const lived = yearsBetween(layout.anchor, lastKeyOf(layout)) ?? 0
  const neededLife = (interval: Interval): number => lived + yearsAhead(interval)
  const wasted = layout.low === null ? 0 : (yearsBetween(layout.anchor, layout.low) ?? 0)
  const fewer = fewerSubpartitions(layout, neededLife(layout.interval))
  const lastYear = datetimeOf(lastKeyOf(layout))?.year ?? 0
  const ways = [
    wasted >= 1 ? "a first bound near the smallest key" : "",
    fewer === null ? "" : `"subpartition_count": ${fewer}`,
    longerUnit(layout, neededLife),
    lastYear >= FAR_YEAR
      ? `another key, if ${describeBound(lastKeyOf(layout))} in ${tableName(context)} is a marker and no date`
      : ""
  ].filter((way) => way !== "")
  return ways.length === 0 ? "Choose a longer interval." : `Choose ${ways.join(", or ")}.`
}

const evidenceOf = (layout: LayoutFacts, end: PartitionBound) => ({
  interval: showInterval(layout.interval),
  subpartitions: layout.subpartitions,
  anchor: describeBound(layout.anchor),
  firstKeyRefused: describeBound(end),
  lastKey: describeBound(lastKeyOf(layout)),
  positions: MAX_POSITIONS
})

const reportPast = (context: CheckContext, layout: LayoutFacts, end: PartitionBound): CheckReport => ({
  severity: "error",
  what: `Rows of ${tableName(context)} go up to ${describeBound(lastKeyOf(layout))}, but with interval ${showInterval(layout.interval)} ${countWord(layout.subpartitions)} from ${describeBound(layout.anchor)} on, keys from ${describeBound(end)} on are refused (ORA-14300).`,
  advice: adviseOn(context, layout, requiredYears),
  evidence: evidenceOf(layout, end)
})

const reportLife = (context: CheckContext, layout: LayoutFacts, end: PartitionBound): ReadonlyArray<CheckReport> => {
  const years = yearsBetween(lastKeyOf(layout), end)
  if (years === null || years >= COMFORTABLE_YEARS_AHEAD) return []
  const required = requiredYears(layout.interval)
  return [
    {
      severity: years < required ? "error" : "warning",
      what: `${tableName(context)} would take no keys from ${describeBound(end)} on (ORA-14300), ${formatYears(years)} years after ${describeBound(lastKeyOf(layout))}: interval ${showInterval(layout.interval)} ${countWord(layout.subpartitions)} uses up the ${groupDigits(MAX_POSITIONS)} positions.`,
      advice: adviseOn(context, layout, years < required ? requiredYears : () => COMFORTABLE_YEARS_AHEAD),
      evidence: { ...evidenceOf(layout, end), years: Math.round(years * 10) / 10, requiredYears: required }
    }
  ]
}

// A number key has no clock: how much of the way the known rows have gone is all that can be said.
const reportNumbers = (context: CheckContext, layout: LayoutFacts, end: PartitionBound): ReadonlyArray<CheckReport> => {
  const position = positionOf(lastKeyOf(layout), layout.anchor, layout.interval, layout.rangePartitions)
  const share = position === null ? 0 : (Number(position) * layout.subpartitions) / MAX_POSITIONS
  if (share < HALF) return []
  return [
    {
      severity: "warning",
      what: `The rows of ${tableName(context)} use ${Math.round(share * 100)} % of the ${groupDigits(MAX_POSITIONS)} positions: ${layout.key.name} from ${describeBound(end)} on is refused (ORA-14300), and the largest one known is ${describeBound(lastKeyOf(layout))}.`,
      advice: `Choose a larger interval_value than ${showInterval(layout.interval)}, or fewer subpartitions.`,
      evidence: evidenceOf(layout, end)
    }
  ]
}

const run = (context: CheckContext): ReadonlyArray<CheckReport> => {
  const layout = layoutOf(context)
  const end =
    layout === null
      ? null
      : lastReachableBound(layout.anchor, layout.interval, layout.subpartitions, layout.rangePartitions)
  if (layout === null || end === null) return []
  const reports =
    compareBounds(lastKeyOf(layout), end) >= 0
      ? [reportPast(context, layout, end)]
      : end.type === "number"
        ? reportNumbers(context, layout, end)
        : reportLife(context, layout, end)
  const why =
    "Positions are counted from the first bound, whether partitions exist or not, and multiplied by the subpartitions."
  return reports.map((report) => ({ ...report, at: targetPath("interval_type"), why }))
}

export const positionsExhausted = defineCheck({
  code: "OP136",
  slug: "positions-exhausted",
  title: "The layout runs out of its 1,048,575 positions too soon",
  severity: "error",
  rules: ["V04"],
  run
})
