// Do the hash column's values spread at all? Few values or many NULLs leave subpartitions empty, without any error.
import { defineCheck, type CheckReport, type ColumnModel } from "@orapart/contract"
import { canBeHashKey } from "@orapart/oracle-rules"
import { groupDigits } from "../facts/words.ts"
import { hashColumnOf, tableName, targetPath, wishesOf } from "../facts/wishes.ts"

const VALUES_PER_SUBPARTITION = 10

const reportFew = (column: ColumnModel, distinct: number, count: number): CheckReport => ({
  what: `${column.name} has ${groupDigits(distinct)} distinct ${distinct === 1 ? "value" : "values"} for ${count} hash subpartitions.`,
  why:
    distinct < count
      ? `At least ${count - distinct} of the ${count} subpartitions of every partition stay empty.`
      : `With fewer than ${VALUES_PER_SUBPARTITION} values per subpartition some get several times the rows of others.`,
  advice: "Choose a column with many values that queries ask for by equality, such as an id, or fewer subpartitions.",
  evidence: { column: column.name, distinctCount: distinct, count }
})

const reportNulls = (column: ColumnModel, nulls: number, rows: number, count: number): CheckReport => ({
  what: `${column.name} is NULL in ${groupDigits(nulls)} of ${groupDigits(rows)} rows (${Math.round((nulls / rows) * 100)} %), more than the share of one of ${count} hash subpartitions.`,
  why: "All rows without a hash key go into the same subpartition.",
  advice: "Choose a column that always has a value.",
  evidence: { column: column.name, nullCount: nulls, rowCount: rows, count }
})

export const hashColumnSkew = defineCheck({
  code: "OP141",
  slug: "hash-column-skew",
  title: "The hash column's values do not spread over the subpartitions",
  severity: "warning",
  rules: ["V06"],
  run: (context) => {
    const column = hashColumnOf(context)
    const count = wishesOf(context)?.subpartition_count ?? 0
    if (column === null || count < 2 || !canBeHashKey(column).ok) return []
    const distinct = column.statistics?.distinctCount ?? null
    const nulls = column.statistics?.nullCount ?? 0
    const rows = context.source?.statistics.rowCount ?? 0
    // A small table has few values of everything; its own row count bounds them.
    const isFew = distinct !== null && distinct < Math.min(VALUES_PER_SUBPARTITION * count, Math.max(rows, count))
    const reports = [
      ...(isFew ? [reportFew(column, distinct, count)] : []),
      ...(rows > 0 && nulls * count > rows ? [reportNulls(column, nulls, rows, count)] : [])
    ]
    return reports.map((report) => ({
      ...report,
      subject: `${tableName(context)}.${column.name}`,
      at: targetPath("subpartition_column")
    }))
  }
})
