// How long a step takes, from bytes and named rates. The rates are assumptions for ordinary disks: measure yours and read the ratio.
import type { TableModel } from "@orapart/contract"
import type { Migration } from "./migration.ts"

/** Assumed rates in bytes per second and degree: direct path load 40 MB, index build 30 MB, comparison 25 MB. */
export const assumedRates = { load: 40e6, index: 30e6, compare: 25e6 } as const

/** Table and LOB bytes; from statistics when segments are unknown; null when neither is known. */
export const sourceBytes = (table: TableModel): number | null => {
  if (table.segments !== null && table.segments.tableBytes !== null)
    return table.segments.tableBytes + (table.segments.lobBytes ?? 0)
  const { rowCount, averageRowBytes } = table.statistics
  return rowCount === null || averageRowBytes === null ? null : Math.round(rowCount * averageRowBytes * 1.2)
}

const secondsFor = (bytes: number | null, rate: number, degree: number): number | null =>
  bytes === null ? null : Math.max(1, Math.round(bytes / (rate * degree)))

/** Seconds of the load, the comparison included; null when the size is unknown. */
export const loadSeconds = (migration: Migration): number | null => {
  const load = secondsFor(sourceBytes(migration.source), assumedRates.load, migration.settings.parallelDegree)
  const compare = migration.settings.validateData ? compareSeconds(migration) : 0
  return load === null || compare === null ? null : load + compare
}

/** Seconds of one exact comparison: both tables are scanned once. */
export const compareSeconds = (migration: Migration): number | null => {
  const bytes = sourceBytes(migration.source)
  return secondsFor(bytes === null ? null : 2 * bytes, assumedRates.compare, migration.settings.parallelDegree)
}

/** Seconds of all index builds. */
export const indexSeconds = (migration: Migration): number | null =>
  secondsFor(migration.source.segments?.indexBytes ?? null, assumedRates.index, migration.settings.parallelDegree)
