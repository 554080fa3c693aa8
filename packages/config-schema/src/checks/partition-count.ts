// How many partitions will really exist? Long before Oracle's limit the dictionary becomes the slow part.
import { defineCheck } from "@orapart/contract"
import { MANY_FRAGMENTS, TOO_MANY_FRAGMENTS } from "@orapart/oracle-rules"
import { countRealPartitions, layoutOf, showInterval } from "../facts/layout-facts.ts"
import { groupDigits } from "../facts/words.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

export const partitionCount = defineCheck({
  code: "OP137",
  slug: "partition-count",
  title: "The rows make very many partitions and subpartitions",
  severity: "warning",
  rules: ["V05"],
  run: (context) => {
    const layout = layoutOf(context)
    const partitions = layout === null ? null : countRealPartitions(context, layout)
    if (layout === null || partitions === null) return []
    const fragments = partitions * layout.subpartitions
    if (fragments <= MANY_FRAGMENTS) return []
    const isMuch = fragments > TOO_MANY_FRAGMENTS
    const each = layout.subpartitions === 1 ? "" : ` of ${layout.subpartitions} subpartitions`
    return [
      {
        at: targetPath("interval_type"),
        what: `The rows of ${tableName(context)} make about ${groupDigits(partitions)} partitions${each} by ${showInterval(layout.interval)}: ${groupDigits(fragments)} pieces on the first day.`,
        why: isMuch
          ? `Above ${groupDigits(TOO_MANY_FRAGMENTS)} pieces every parse, statistics run, DDL and export slows down, and LOCAL indexes multiply them.`
          : `Above ${groupDigits(MANY_FRAGMENTS)} pieces statistics, DDL and the shared pool feel it, and LOCAL indexes multiply them.`,
        advice: isMuch
          ? "Choose a longer interval or fewer subpartitions before going on."
          : "Consider a longer interval or fewer subpartitions.",
        evidence: {
          partitions,
          subpartitions: layout.subpartitions,
          fragments,
          limit: isMuch ? TOO_MANY_FRAGMENTS : MANY_FRAGMENTS
        }
      }
    ]
  }
})
