// Does the table have the hash column, spelled exactly so?
import { defineCheck, type TableModel } from "@orapart/contract"
import { canBeHashKey, describeColumn } from "@orapart/oracle-rules"
import { joinSome } from "../facts/words.ts"
import { findColumn, namedColumns, tableName, targetPath, wishesOf } from "../facts/wishes.ts"
import { findNearestName } from "../structure/nearest-name.ts"

const listUsable = (source: TableModel): string => {
  const usable = namedColumns(source).filter((column) => canBeHashKey(column).ok)
  return usable.length === 0
    ? "The table has no column that can be a hash key."
    : `Columns usable as a hash key: ${joinSome(usable.map(describeColumn), 8)}.`
}

export const hashColumnUnknown = defineCheck({
  code: "OP138",
  slug: "hash-column-unknown",
  title: "The table has no column of the hash key's name",
  severity: "error",
  rules: ["V06"],
  run: (context) => {
    const { source } = context
    const wishes = wishesOf(context)
    const name = wishes?.subpartition_type === "HASH" ? wishes.subpartition_column : undefined
    if (source === null || name === undefined || name === null || findColumn(source, name) !== null) return []
    const nearest = findNearestName(
      name,
      namedColumns(source).map((column) => column.name)
    )
    const meant = nearest === null ? null : findColumn(source, nearest)
    return [
      {
        subject: `${tableName(context)}.${name}`,
        at: targetPath("subpartition_column"),
        what: `subpartition_column is ${name}, but ${tableName(context)} has no such column.`,
        advice: [meant === null ? "" : `Did you mean ${describeColumn(meant)}?`, listUsable(source)]
          .filter((part) => part !== "")
          .join(" "),
        evidence: { column: name, nearest }
      }
    ]
  }
})
