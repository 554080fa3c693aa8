// Where the file names no first bound: is the smallest key known, so that one can be chosen?
import { defineCheck } from "@orapart/contract"
import { buildIntervalTarget, canBeIntervalKey } from "@orapart/oracle-rules"
import { keyColumnOf, tableName, targetPath, wishesOf } from "../facts/wishes.ts"

export const anchorUndecided = defineCheck({
  code: "OP134",
  slug: "anchor-undecided",
  title: "There is no first bound and nothing to choose one by",
  severity: "error",
  rules: ["V03"],
  run: (context) => {
    const { source } = context
    const wishes = wishesOf(context)
    const key = keyColumnOf(context)
    if (source === null || wishes === null || key === null || wishes.partition_column === undefined) return []
    if (wishes.initial_partition_value !== undefined || !canBeIntervalKey(key).ok) return []
    const partitions = buildIntervalTarget(source, wishes).partitioning?.partitions ?? []
    if (!partitions.some((partition) => !partition.isInterval && partition.bound === null)) return []
    return [
      {
        at: targetPath("initial_partition_value"),
        what: `${tableName(context)} has no initial_partition_value, and the smallest ${key.name} is not known.`,
        why: "An interval table begins with one written bound; chosen blindly it puts all rows into one partition or wastes positions.",
        advice: `Write initial_partition_value, or gather statistics (DBMS_STATS.GATHER_TABLE_STATS) and make the snapshot again.`,
        evidence: { column: key.name }
      }
    ]
  }
})
