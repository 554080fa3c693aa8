// Does the first bound leave history below it? All of that history goes into one partition, and nobody is told.
import { defineCheck, type CheckReport } from "@orapart/contract"
import { compareBounds, countPartitionsBetween, describeBound, recommendAnchor } from "@orapart/oracle-rules"
import { layoutOf, writeBound, type LayoutFacts } from "../facts/layout-facts.ts"
import { groupDigits } from "../facts/words.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

const adviseAnchor = (layout: LayoutFacts): string => {
  const better = layout.low === null ? null : recommendAnchor(layout.low, layout.interval)
  return better === null
    ? "Choose a first bound at or below the smallest key."
    : `Use ${writeBound(better)} as initial_partition_value.`
}

const reportHistory = (table: string, layout: LayoutFacts): ReadonlyArray<CheckReport> => {
  const { anchor, high, interval, key, low } = layout
  if (low === null || compareBounds(low, anchor) >= 0) return []
  const slots = countPartitionsBetween(low, anchor, low, interval)
  const isAll = high !== null && compareBounds(high, anchor) < 0
  const share = isAll ? `All rows of ${table}` : `Rows of ${table}`
  return [
    {
      at: targetPath("initial_partition_value"),
      what: `${share} have ${key.name} from ${describeBound(low)} on, below the first bound ${describeBound(anchor)}: they would share one partition.`,
      why: `Rows below the first bound are not cut by the interval${slots === null ? "" : `; above it they would fill up to ${groupDigits(slots)} partitions`}.`,
      advice: adviseAnchor(layout),
      evidence: { low: describeBound(low), anchor: describeBound(anchor), isAll }
    }
  ]
}

export const anchorAboveData = defineCheck({
  code: "OP132",
  slug: "anchor-above-data",
  title: "The first bound lies above existing rows",
  severity: "warning",
  rules: ["V03"],
  run: (context) => {
    const layout = layoutOf(context)
    return layout === null || !layout.isAnchorWritten ? [] : reportHistory(tableName(context), layout)
  }
})
