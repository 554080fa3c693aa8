// Can a row come without a partition key? Oracle has no partition for it.
import { defineCheck, type CheckContext, type CheckReport, type ColumnModel } from "@orapart/contract"
import { canBeIntervalKey, describeColumn } from "@orapart/oracle-rules"
import { countOf } from "../facts/words.ts"
import { keyColumnOf, tableName, targetPath } from "../facts/wishes.ts"

const why =
  "An interval table refuses a row whose key is NULL (ORA-14300 or ORA-14400, depending on the release); the new table gets the key as NOT NULL."

const adviceFor = (name: string): string =>
  `Fill the NULLs first, choose another column, or add a virtual column such as NVL(${name}, DATE '1970-01-01') and use that one.`

const reportNulls = (context: CheckContext, key: ColumnModel, nulls: number): CheckReport => ({
  severity: "error",
  what: `${countOf(nulls, "row")} of ${tableName(context)} had NULL in ${key.name} when its statistics were gathered (${context.source?.statistics.lastAnalyzed ?? "date unknown"}).`,
  why,
  advice: adviceFor(key.name),
  evidence: { column: key.name, nullCount: nulls }
})

const reportPossible = (key: ColumnModel): CheckReport => {
  const isKnown = key.statistics !== null && key.statistics.nullCount === 0
  const found = isKnown ? "its statistics counted no NULLs" : "whether it holds NULLs is not known"
  return {
    what: `The partition key ${describeColumn(key)} may be NULL; ${found}.`,
    why,
    advice: `Make sure that no program writes NULL into ${key.name}; step 00 counts them again before anything is changed.`,
    evidence: { column: key.name, nullCount: key.statistics?.nullCount ?? null }
  }
}

export const partitionColumnNullable = defineCheck({
  code: "OP128",
  slug: "partition-column-nullable",
  title: "The partition key column may be NULL",
  severity: "warning",
  rules: ["V02"],
  run: (context) => {
    const key = keyColumnOf(context)
    if (key === null || !key.nullable || !canBeIntervalKey(key).ok) return []
    const nulls = key.statistics?.nullCount ?? 0
    const report = nulls > 0 ? reportNulls(context, key, nulls) : reportPossible(key)
    return [{ ...report, subject: `${tableName(context)}.${key.name}`, at: targetPath("partition_column") }]
  }
})
