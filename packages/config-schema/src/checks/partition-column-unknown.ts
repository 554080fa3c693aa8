// Does the table have the partition key column, spelled exactly so?
import { defineCheck, type TableModel } from "@orapart/contract"
import { canBeIntervalKey, describeColumn } from "@orapart/oracle-rules"
import { joinSome } from "../facts/words.ts"
import { findColumn, namedColumns, tableName, targetPath, wishesOf } from "../facts/wishes.ts"
import { findNearestName } from "../structure/nearest-name.ts"

const listUsable = (source: TableModel): string => {
  const usable = namedColumns(source).filter((column) => canBeIntervalKey(column).ok)
  return usable.length === 0
    ? "The table has no column that can be an interval key."
    : `Columns usable as an interval key: ${joinSome(usable.map(describeColumn), 8)}.`
}

export const partitionColumnUnknown = defineCheck({
  code: "OP126",
  slug: "partition-column-unknown",
  title: "The table has no column of the partition key's name",
  severity: "error",
  rules: ["V01"],
  run: (context) => {
    const { source } = context
    const name = wishesOf(context)?.partition_column
    if (source === null || name === undefined || findColumn(source, name) !== null) return []
    const nearest = findNearestName(
      name,
      namedColumns(source).map((column) => column.name)
    )
    const meant = nearest === null ? null : findColumn(source, nearest)
    return [
      {
        subject: `${tableName(context)}.${name}`,
        at: targetPath("partition_column"),
        what: `partition_column is ${name}, but ${tableName(context)} has no such column.`,
        advice: [meant === null ? "" : `Did you mean ${describeColumn(meant)}?`, listUsable(source)]
          .filter((part) => part !== "")
          .join(" "),
        evidence: { column: name, nearest }
      }
    ]
  }
})
