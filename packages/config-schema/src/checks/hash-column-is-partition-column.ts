// Is the hash key the partition key itself, inside a partition of a day or less? Then there is little left to hash.
import { defineCheck } from "@orapart/contract"
import { intervalSeconds } from "@orapart/oracle-rules"
import { layoutOf, showInterval } from "../facts/layout-facts.ts"
import { hashColumnOf, tableName, targetPath } from "../facts/wishes.ts"

const SECONDS_PER_DAY = 86_400

export const hashColumnIsPartitionColumn = defineCheck({
  code: "OP142",
  slug: "hash-column-is-partition-column",
  title: "The hash column is the partition key, inside a short interval",
  severity: "warning",
  rules: ["V06"],
  run: (context) => {
    const column = hashColumnOf(context)
    const layout = layoutOf(context)
    if (column === null || layout === null || column.name !== layout.key.name) return []
    const seconds = intervalSeconds(layout.interval)
    if (seconds === null || seconds > SECONDS_PER_DAY) return []
    return [
      {
        subject: `${tableName(context)}.${column.name}`,
        at: targetPath("subpartition_column"),
        what: `subpartition_column is the partition key ${column.name}, inside an interval of ${showInterval(layout.interval)}.`,
        why: "Where the key has no time of day, all rows of a partition have one value and go into one subpartition; and a query by range reads all of them anyway.",
        advice: "Choose an id that queries ask for by equality.",
        evidence: { column: column.name, interval: showInterval(layout.interval) }
      }
    ]
  }
})
