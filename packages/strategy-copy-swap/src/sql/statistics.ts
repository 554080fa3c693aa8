// Statistics of the new table. A new table has no column usage, so SIZE AUTO would lose the histograms: they are asked for by name.
import type { TableModel } from "@orapart/contract"
import { quoteIdentifier, userColumns } from "@orapart/oracle-rules"

/** METHOD_OPT for DBMS_STATS: no histograms except on the columns that have one now. */
export const methodOpt = (table: TableModel): string => {
  const withHistogram = userColumns(table).filter(
    (column) => column.statistics !== null && column.statistics.histogram !== "NONE" && !column.isVirtual
  )
  if (withHistogram.length === 0) return "FOR ALL COLUMNS SIZE 1"
  const columns = withHistogram.map((column) => {
    const buckets = Math.min(Math.max(column.statistics?.histogramBuckets ?? 254, 254), 2048)
    return `${quoteIdentifier(column.name)} SIZE ${buckets}`
  })
  return `FOR ALL COLUMNS SIZE 1 FOR COLUMNS ${columns.join(", ")}`
}
