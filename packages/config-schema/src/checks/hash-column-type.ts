// Does Oracle take the hash column as a subpartition key?
import { defineCheck } from "@orapart/contract"
import { canBeHashKey, describeColumn } from "@orapart/oracle-rules"
import { joinSome } from "../facts/words.ts"
import { hashColumnOf, namedColumns, tableName, targetPath } from "../facts/wishes.ts"

export const hashColumnType = defineCheck({
  code: "OP139",
  slug: "hash-column-type",
  title: "The hash column cannot be a subpartition key",
  severity: "error",
  rules: ["V06"],
  run: (context) => {
    const column = hashColumnOf(context)
    if (column === null || context.source === null) return []
    const verdict = canBeHashKey(column)
    if (verdict.ok) return []
    const usable = namedColumns(context.source).filter((candidate) => canBeHashKey(candidate).ok)
    return [
      {
        subject: `${tableName(context)}.${column.name}`,
        at: targetPath("subpartition_column"),
        what: `subpartition_column: ${verdict.reason} (${verdict.error}).`,
        why: "A hash key is a character, NUMBER, FLOAT, DATE, TIMESTAMP (without time zone or with the local one) or RAW column.",
        advice:
          usable.length === 0
            ? "Use an action without subpartitions."
            : `Columns usable instead: ${joinSome(usable.map(describeColumn), 8)}.`,
        evidence: { column: column.name, dataType: column.dataType, error: verdict.error }
      }
    ]
  }
})
