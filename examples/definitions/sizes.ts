// Sizes that fit the rows: what segments of such tables take in an autoallocate tablespace of 8 KB blocks. Bytes throughout.
// partitioning.md 1.9: a partition's first extent is 8 MB, that of an index partition 64 KB; a segment without rows does not exist.
import type { ColumnModel, IndexModel, PartitioningModel, TableModel } from "@orapart/testkit/builders"

const kibi = 1024
const mebi = 1024 * kibi
const gibi = 1024 * mebi
const extent = 8 * mebi

/** Bytes of a number of GiB. */
export const gigabytes = (count: number): number => Math.round(count * gibi)

const total = (values: ReadonlyArray<number | null>): number =>
  values.reduce<number>((left, right) => left + (right ?? 0), 0)

const roundUp = (bytes: number, step: number): number => Math.ceil(bytes / step) * step

/** The extents that autoallocate gives a segment: 64 KB up to 1 MB, 1 MB up to 64 MB, 8 MB up to 1 GB, then 64 MB. */
export const allocate = (bytes: number): number => {
  if (bytes <= mebi) return roundUp(bytes, 64 * kibi)
  if (bytes <= 64 * mebi) return roundUp(bytes, mebi)
  return bytes <= gibi ? roundUp(bytes, 8 * mebi) : roundUp(bytes, 64 * mebi)
}

// PCTFREE 10 and the block's own head leave 0.88 of a block; a row has 3 bytes of head.
const rowBytes = (rows: number, averageRowBytes: number): number => (rows * (averageRowBytes + 3)) / 0.88

const partitionBytes = (rows: number, averageRowBytes: number): number =>
  rows === 0 ? 0 : Math.max(extent, allocate(rowBytes(rows, averageRowBytes)))

const keyColumnBytes = (column: ColumnModel | undefined): number => {
  if (column === undefined) return 12
  if (column.dataType === "NUMBER") return 2 + Math.ceil((column.statistics?.high?.length ?? 8) / 2)
  return column.charUsed === null
    ? Math.min(column.lengthBytes, 20) + 1
    : Math.min(21, Math.ceil(column.charLength / 3) + 1)
}

/** A number shared out over `count` places, somewhat unevenly, always in the same way; the sum is exact. */
export const spread = (total: number, count: number): ReadonlyArray<number> => {
  const weights = Array.from({ length: count }, (_, at) => 20 + ((at * 7) % 5))
  const sum = weights.reduce((left, right) => left + right, 0)
  const shares = weights.map((weight) => Math.floor((total * weight) / sum))
  const rest = total - shares.reduce((left, right) => left + right, 0)
  return shares.map((share, at) => (at === 0 ? share + rest : share))
}

const measurePartition = (rows: number, segments: number, averageRowBytes: number): number =>
  segments * partitionBytes(Math.ceil(rows / segments), averageRowBytes)

const measurePartitions = (partitioning: PartitioningModel, averageRowBytes: number): PartitioningModel => ({
  ...partitioning,
  partitions: partitioning.partitions.map((one) => ({
    ...one,
    bytes: measurePartition(one.rowCount ?? 0, Math.max(1, one.subpartitionCount), averageRowBytes)
  }))
})

// Extents of 8 MB, shared by rows; what rounding leaves over goes to the partition with most bytes.
const sharePartitions = (partitioning: PartitioningModel, tableBytes: number): PartitioningModel => {
  const rows = total(partitioning.partitions.map(({ rowCount }) => rowCount))
  const shares = partitioning.partitions.map(
    ({ rowCount }) => Math.floor((tableBytes * (rowCount ?? 0)) / rows / extent) * extent
  )
  const largest = shares.indexOf(Math.max(...shares))
  const rest = tableBytes - total(shares)
  const partitions = partitioning.partitions.map((one, at) => ({
    ...one,
    bytes: (shares[at] ?? 0) + (at === largest ? rest : 0)
  }))
  return { ...partitioning, partitions }
}

const indexBytes = (table: TableModel, index: IndexModel, rows: number): number => {
  const columns = index.keys.map((key) => table.columns.find(({ name }) => name === key.column))
  const key = columns.map(keyColumnBytes).reduce((left, right) => left + right, 0)
  const entry = (index.compression === null ? key : Math.ceil(key * 0.6)) + 12
  // A bitmap holds a bit per row instead of an entry.
  const bytesFor = (count: number): number => allocate(index.type === "bitmap" ? count / 4 : (count * entry) / 0.88)
  const { partitioning } = table
  if (index.partitioning.type !== "local" || partitioning === null) return bytesFor(rows)
  const segments = partitioning.partitions.flatMap(({ rowCount, subpartitionCount }) => {
    const count = Math.max(1, subpartitionCount)
    return Array.from({ length: count }, () => Math.ceil((rowCount ?? 0) / count))
  })
  return segments.map(bytesFor).reduce((left, right) => left + right, 0)
}

/** What `measure` is told. */
export interface Measures {
  readonly rows: number
  readonly averageRowBytes: number
  /** Bytes of the table's own segments where they are known; a multiple of 8 MB for a partitioned table. */
  readonly tableBytes?: number
  /** When statistics were gathered, `YYYY-MM-DD HH24:MI:SS`. */
  readonly lastAnalyzed?: string
}

const partitioningWithSizes = (table: TableModel, measures: Measures): PartitioningModel | null => {
  if (table.partitioning === null) return null
  return measures.tableBytes === undefined
    ? measurePartitions(table.partitioning, measures.averageRowBytes)
    : sharePartitions(table.partitioning, measures.tableBytes)
}

/**
 * The table with statistics gathered for so many rows of so many bytes, and with segments that hold them: partitions by their own
 * row counts, indexes by their keys, LOBs as they say themselves.
 */
export const measure = (table: TableModel, measures: Measures): TableModel => {
  const { rows, averageRowBytes, lastAnalyzed = "2026-01-03 22:04:17" } = measures
  const measured = { ...table, partitioning: partitioningWithSizes(table, measures) }
  const indexes = table.indexes.map((index) => ({ ...index, bytes: indexBytes(measured, index, rows) }))
  const heap = measures.tableBytes ?? allocate(rowBytes(rows, averageRowBytes))
  return {
    ...measured,
    indexes,
    statistics: { ...table.statistics, rowCount: rows, averageRowBytes, lastAnalyzed },
    segments: {
      tableBytes:
        measured.partitioning === null ? heap : total(measured.partitioning.partitions.map(({ bytes }) => bytes)),
      lobBytes: total(table.lobs.map(({ bytes }) => bytes)),
      indexBytes: total(indexes.map(({ bytes }) => bytes)),
      source: "exact"
    }
  }
}
