// Is the number of hash subpartitions one that spreads rows evenly?
import { defineCheck, type CheckReport } from "@orapart/contract"
import { isPowerOfTwo, MAX_PLANNED_SUBPARTITIONS, measureEvenness, nearestPowersOfTwo } from "@orapart/oracle-rules"
import { targetPath, wishesOf } from "../facts/wishes.ts"

const at = targetPath("subpartition_count")

const reportTooMany = (count: number): CheckReport => ({
  severity: "error",
  at,
  what: `subpartition_count is ${count}; this tool plans ${MAX_PLANNED_SUBPARTITIONS} at most.`,
  why: "Every partition is multiplied by it: a daily table with 1,024 subpartitions has used up its positions after 2.8 years.",
  advice: "Choose a power of two up to 64; more than that rarely helps.",
  evidence: { count, limit: MAX_PLANNED_SUBPARTITIONS }
})

const reportOne: CheckReport = {
  at,
  what: "subpartition_count is 1: one subpartition holds what the partition holds.",
  why: "The table pays for two levels and gets one.",
  advice: "Choose 2, 4, 8 or more, or an action without subpartitions.",
  evidence: { count: 1 }
}

const reportUneven = (count: number): CheckReport => {
  const [below, above] = nearestPowersOfTwo(count)
  const evenness = (value: number): number => Math.round(measureEvenness(value).maxOverMean * 1000) / 1000
  return {
    at,
    what: `subpartition_count ${count} is not a power of two: measured with ids 1 to 100,000, the largest subpartition holds ${evenness(count)} times the mean.`,
    why: "Oracle fills the next power of two and folds what is missing onto the others, so some subpartitions get twice the rows.",
    advice: `Use ${below} (${evenness(below)} times the mean) or ${above} (${evenness(above)}).`,
    evidence: { count, maxOverMean: evenness(count), below, above }
  }
}

export const hashCount = defineCheck({
  code: "OP140",
  slug: "hash-count",
  title: "The number of hash subpartitions spreads rows unevenly",
  severity: "warning",
  rules: ["V06"],
  run: (context) => {
    const wishes = wishesOf(context)
    const count = wishes?.subpartition_type === "HASH" ? wishes.subpartition_count : undefined
    if (count === undefined || count === null || !Number.isInteger(count) || count < 1) return []
    if (count > MAX_PLANNED_SUBPARTITIONS) return [reportTooMany(count)]
    if (count === 1) return [reportOne]
    return isPowerOfTwo(count) ? [] : [reportUneven(count)]
  }
})
