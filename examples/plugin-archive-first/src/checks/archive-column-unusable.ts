// Can the archive column say how old a row is?
import { defineCheck } from "@orapart/contract"
import { findArchiveColumn, isDateColumn, readArchiveWishes } from "../wishes.ts"

export const archiveColumnUnusable = defineCheck({
  code: "ACME102",
  slug: "archive-column-unusable",
  title: "The archive column cannot say how old a row is",
  severity: "error",
  rules: [],
  run: ({ source, table }) => {
    if (source === null) return []
    const wishes = readArchiveWishes(table)
    const column = findArchiveColumn(source, wishes)
    if (column !== undefined && isDateColumn(column)) return []
    const found = column === undefined ? "is no column of the table" : `is a ${column.dataType}`
    return [
      {
        subject: `${table.owner}.${table.table_name}.${wishes.archiveColumn}`,
        at: "/target_configuration",
        what: `${wishes.archiveColumn} ${found}, and archive_before is a day: a DATE or TIMESTAMP column is needed.`,
        why: "A column with a time zone means another moment for every session.",
        advice: "Name a DATE or TIMESTAMP column with archive_column.",
        evidence: { column: wishes.archiveColumn, dataType: column?.dataType ?? null }
      }
    ]
  }
})
