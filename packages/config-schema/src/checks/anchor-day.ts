// Can the first bound grow by months? Days 29 to 31 do not exist in every month.
import { defineCheck, type PartitionBound } from "@orapart/contract"
import {
  describeBound,
  isYearMonth,
  MAX_ANCHOR_DAY,
  parseBound,
  parseDatetime,
  recommendAnchor,
  wishedInterval
} from "@orapart/oracle-rules"
import { writeBound } from "../facts/layout-facts.ts"
import { targetPath, wishesOf } from "../facts/wishes.ts"

const dayOf = (bound: PartitionBound | null): number =>
  bound?.type === "datetime" ? (parseDatetime(bound.value)?.day ?? 0) : 0

export const anchorDay = defineCheck({
  code: "OP131",
  slug: "anchor-day",
  title: "The first bound lies on a day that not every month has",
  severity: "error",
  rules: ["V03"],
  run: (context) => {
    const wishes = wishesOf(context)
    const interval = wishes === null ? null : wishedInterval(wishes)
    const bound = wishes?.initial_partition_value === undefined ? null : parseBound(wishes.initial_partition_value)
    if (interval === null || bound === null || !isYearMonth(interval) || dayOf(bound) <= MAX_ANCHOR_DAY) return []
    const better = recommendAnchor(bound, interval)
    return [
      {
        at: targetPath("initial_partition_value"),
        what: `The first bound ${describeBound(bound)} lies on day ${dayOf(bound)}, and the interval counts in ${interval.unit} units (ORA-14767).`,
        why: "Every later bound has the same day of the month, so Oracle takes days 1 to 28 only, even for months that have the day.",
        advice: better === null ? "Use day 1 of the month." : `Use ${writeBound(better)}.`,
        evidence: { bound: describeBound(bound), day: dayOf(bound), unit: interval.unit }
      }
    ]
  }
})
