// Does Oracle take the partition key column as the key of an interval table?
import { defineCheck, type TableModel } from "@orapart/contract"
import { canBeIntervalKey, dataTypeFamily, describeColumn } from "@orapart/oracle-rules"
import { joinSome } from "../facts/words.ts"
import { keyColumnOf, namedColumns, tableName, targetPath } from "../facts/wishes.ts"

const adviseOn = (source: TableModel, family: string, name: string): string => {
  const usable = namedColumns(source).filter((column) => canBeIntervalKey(column).ok)
  const others = usable.length === 0 ? "" : `Columns usable instead: ${joinSome(usable.map(describeColumn), 8)}.`
  const virtual =
    family === "timestamp-tz" ? `Add a virtual column CAST(SYS_EXTRACT_UTC(${name}) AS DATE) and use that one.` : ""
  return [virtual, others].filter((part) => part !== "").join(" ") || "Choose another column."
}

export const partitionColumnType = defineCheck({
  code: "OP127",
  slug: "partition-column-type",
  title: "The partition key column cannot be an interval key",
  severity: "error",
  rules: ["V01"],
  run: (context) => {
    const key = keyColumnOf(context)
    if (key === null || context.source === null) return []
    const verdict = canBeIntervalKey(key)
    if (verdict.ok) return []
    return [
      {
        subject: `${tableName(context)}.${key.name}`,
        at: targetPath("partition_column"),
        what: `partition_column: ${verdict.reason} (${verdict.error}).`,
        why: "The key of an interval table is one NUMBER, FLOAT, DATE or TIMESTAMP column without a time zone and without encryption.",
        advice: adviseOn(context.source, dataTypeFamily(key), key.name),
        evidence: { column: key.name, dataType: key.dataType, error: verdict.error }
      }
    ]
  }
})
