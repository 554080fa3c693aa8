// How much space the new table needs beside the old one. Rules: rule book 6.3, 7.4 and the 8 MB rule of 1.9.
import type { LayoutPreview, MigrationPlan, TableModel } from "@orapart/contract"
import { MIN_PARTITION_SEGMENT_BYTES } from "@orapart/oracle-rules"
import { formatBytes } from "./format-bytes.ts"

/** A freshly built index takes about this part of one that has grown (rule book 6.3). */
export const FRESH_INDEX_RATIO = 0.7

/** Block overhead in percent when a size is computed from rows and their mean length (rule book 7.4). */
const BLOCK_OVERHEAD_PERCENT = 110

/** Sizes in bytes that the estimates start from; null where the snapshot does not know. */
export interface KnownSizes {
  readonly dataBytes: number | null
  readonly lobBytes: number | null
  readonly indexBytes: number | null
  /** Where dataBytes comes from, in words. */
  readonly dataSource: string
}

const sum = (values: ReadonlyArray<number | null>): number | null =>
  values.some((value) => value === null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0)

const readData = (source: TableModel): Pick<KnownSizes, "dataBytes" | "dataSource"> => {
  const measured = source.segments?.tableBytes ?? null
  if (measured !== null) {
    return {
      dataBytes: measured,
      dataSource: source.segments?.source === "exact" ? "segments today" : "estimated from statistics"
    }
  }
  const { averageRowBytes, rowCount } = source.statistics
  if (rowCount === null || averageRowBytes === null) return { dataBytes: null, dataSource: "unknown" }
  const usedPercent = 100 - (source.storage.pctFree ?? 10)
  const dataBytes = Math.ceil((rowCount * averageRowBytes * BLOCK_OVERHEAD_PERCENT) / usedPercent)
  return { dataBytes, dataSource: "rows times mean row length" }
}

/** What the snapshot knows of the sizes. No LOB columns and no indexes count as 0, unmeasured ones as unknown. */
export const readSizes = (source: TableModel): KnownSizes => ({
  ...readData(source),
  lobBytes: source.lobs.length === 0 ? 0 : (source.segments?.lobBytes ?? sum(source.lobs.map((lob) => lob.bytes))),
  indexBytes:
    source.indexes.length === 0 ? 0 : (source.segments?.indexBytes ?? sum(source.indexes.map((index) => index.bytes)))
})

const describeFloor = (
  preview: LayoutPreview,
  floorBytes: number,
  subpartitions: number,
  extentBytes: number
): string =>
  preview.partitions === null
    ? "number of partitions unknown"
    : `at least ${formatBytes(floorBytes)} for ${preview.partitions} partitions x ${subpartitions} segments of ${formatBytes(extentBytes)}`

const describePart = (name: string, bytes: number | null, ratio = 1): string =>
  bytes === null
    ? `${name} not counted: size unknown`
    : `${name} ${formatBytes(bytes)}${ratio === 1 ? "" : ` x ${ratio}`}`

/**
 * The space the new table takes until the old one is dropped, in bytes: the greater of the data's size and one first extent (8 MB
 * unless the plan asks for a smaller one) for each touched (sub)partition, plus LOBs, plus 0.7 of today's indexes. null when the data's size is unknown; the basis says what was counted.
 */
export const estimateSpace = (
  source: TableModel,
  preview: LayoutPreview,
  initialExtentBytes: number | null = null
): MigrationPlan["space"] => {
  const extentBytes = initialExtentBytes ?? MIN_PARTITION_SEGMENT_BYTES
  const sizes = readSizes(source)
  const subpartitions = Math.max(1, preview.subpartitionsPerPartition)
  const floorBytes = (preview.partitions ?? 0) * subpartitions * extentBytes
  const basis = [
    `data ${sizes.dataBytes === null ? "size unknown" : `${formatBytes(sizes.dataBytes)} (${sizes.dataSource})`}, ${describeFloor(preview, floorBytes, subpartitions, extentBytes)}`,
    describePart("LOBs", sizes.lobBytes),
    describePart("indexes", sizes.indexBytes, FRESH_INDEX_RATIO)
  ].join("; ")
  if (sizes.dataBytes === null) return { neededBytes: null, basis }
  const indexes = Math.ceil((sizes.indexBytes ?? 0) * FRESH_INDEX_RATIO)
  return { neededBytes: Math.max(floorBytes, sizes.dataBytes) + (sizes.lobBytes ?? 0) + indexes, basis }
}
