// Does the first bound lie so far below the rows that it eats the positions of an interval table?
import { defineCheck } from "@orapart/contract"
import {
  compareBounds,
  countPartitionsBetween,
  describeBound,
  MAX_POSITIONS,
  recommendAnchor
} from "@orapart/oracle-rules"
import { layoutOf, writeBound } from "../facts/layout-facts.ts"
import { groupDigits } from "../facts/words.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

// Below a tenth nobody notices; the smallest key is known from statistics only.
const NOTICEABLE_SHARE = 0.1

export const anchorFarBelowData = defineCheck({
  code: "OP133",
  slug: "anchor-far-below-data",
  title: "The first bound lies far below the rows and wastes positions",
  severity: "warning",
  rules: ["V03"],
  run: (context) => {
    const layout = layoutOf(context)
    if (
      layout === null ||
      !layout.isAnchorWritten ||
      layout.low === null ||
      compareBounds(layout.low, layout.anchor) <= 0
    )
      return []
    const { anchor, interval, low, subpartitions } = layout
    // The slot of the smallest key itself is used.
    const slots = Number(countPartitionsBetween(anchor, low, anchor, interval) ?? 1n) - 1
    const share = (slots * subpartitions) / MAX_POSITIONS
    if (share < NOTICEABLE_SHARE) return []
    const better = recommendAnchor(low, interval)
    return [
      {
        at: targetPath("initial_partition_value"),
        what: `The first bound ${describeBound(anchor)} lies ${groupDigits(slots)} partitions below the smallest key ${describeBound(low)} of ${tableName(context)}: ${Math.round(share * 100)} % of all ${groupDigits(MAX_POSITIONS)} positions pass by unused.`,
        why: "Oracle counts positions from the first bound, whether partitions exist or not, and multiplies them by the subpartitions.",
        advice:
          better === null
            ? "Choose a first bound near the smallest key."
            : `Use a first bound near it, such as ${writeBound(better)}.`,
        evidence: { anchor: describeBound(anchor), low: describeBound(low), wasted: slots * subpartitions }
      }
    ]
  }
})
