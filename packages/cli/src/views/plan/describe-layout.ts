// How a table is cut and what the new layout will look like, in sentences.
import type { LayoutPreview, MigrationPlan, PartitioningModel, TableModel } from "@orapart/contract"
import { formatCount, formatNumberOf, formatSize } from "../quantities.ts"

const describeFirstLevel = (layout: PartitioningModel): string => {
  const key = layout.columns.join(", ")
  if (layout.interval !== null) return `interval by ${key}, ${layout.intervalText ?? ""}`.trimEnd()
  return key === "" ? layout.type : `${layout.type} by ${key}`
}

/** `interval by ORDER_DATE, NUMTOYMINTERVAL(1,'MONTH'); 8 hash subpartitions by ORDER_ID`. */
export const describePartitioning = ({ partitioning, kind }: TableModel): string => {
  if (partitioning === null) return kind === "heap" ? "one heap table, not partitioned" : `${kind}, not partitioned`
  const { subpartitioning } = partitioning
  const second =
    subpartitioning === null
      ? "no subpartitions"
      : `${formatNumberOf(subpartitioning.count, `${subpartitioning.type} subpartition`)} by ${subpartitioning.columns.join(", ")}`
  return `${describeFirstLevel(partitioning)}; ${second}`
}

/** How many partitions a table has today, for the line that says what it is. */
export const describeExisting = (table: TableModel): string => {
  const count = table.partitioning?.partitions.length ?? 0
  const text = describePartitioning(table)
  return table.partitioning === null ? text : `${text}; ${formatNumberOf(count, "partition")} today`
}

const describeSpan = ({ from, to }: LayoutPreview): string =>
  from === null || to === null ? "" : from === to ? `, all from ${from}` : `, from ${from} to ${to}`

/** The lines about the layout to come; at least one. */
export const describePreview = (preview: LayoutPreview): ReadonlyArray<string> => {
  const { partitions, rowsPerPartition, subpartitionsPerPartition, positionsUsed, hashMaxOverMean } = preview
  const counted = preview.histogram.length > 0 ? "" : "at most "
  const rows = rowsPerPartition === null ? "" : `, about ${formatNumberOf(rowsPerPartition, "row")} each`
  return [
    partitions === null
      ? "the number of partitions is unknown: the snapshot has no smallest and largest key"
      : `${counted}${formatNumberOf(partitions, "partition")}${describeSpan(preview)}${rows}`,
    ...(positionsUsed === null ? [] : [`${formatCount(positionsUsed)} of 1,048,575 positions used`]),
    ...(hashMaxOverMean === null
      ? []
      : [
          `${formatNumberOf(subpartitionsPerPartition, "subpartition")} per partition; the fullest gets ${hashMaxOverMean.toFixed(2)} times the mean when the hash key is unique`
        ])
  ]
}

/** Rows and sizes of the table today. */
export const describeSize = ({ source }: MigrationPlan): string => {
  const { rowCount } = source.statistics
  const rows = rowCount === null ? "unknown (no statistics)" : formatCount(rowCount)
  if (source.segments === null) return `${rows}; size unknown`
  const { tableBytes, lobBytes, indexBytes, source: basis } = source.segments
  const size = (name: string, bytes: number | null) => (bytes === null ? [] : [`${name} ${formatSize(bytes)}`])
  const lobs = source.lobs.length === 0 ? [] : size("LOBs", lobBytes)
  return [rows, [...size("table", tableBytes), ...lobs, ...size("indexes", indexBytes), `(${basis})`].join(", ")]
    .join("; ")
    .replace(", (", " (")
}
