// Column statistics in a few words, as DBMS_STATS leaves them without histograms.
import type { ColumnStatistics } from "@orapart/testkit/builders"

/** Numbers 1 to `count`, each once: a key filled from a sequence. */
export const ids = (count: number): Partial<ColumnStatistics> => range(1, count)

/** Whole numbers from low to high; as many distinct ones as fit unless told. */
export const range = (low: number, high: number, distinctCount = high - low + 1): Partial<ColumnStatistics> => ({
  distinctCount,
  low: String(low),
  high: String(high)
})

/** Dates from low to high, both `YYYY-MM-DD` or with a time. */
export const dates = (low: string, high: string, distinctCount: number): Partial<ColumnStatistics> => ({
  distinctCount,
  low: low.length === 10 ? `${low} 00:00:00` : low,
  high: high.length === 10 ? `${high} 00:00:00` : high
})

/** Values of which only the number is of interest. */
export const values = (distinctCount: number, nullCount = 0): Partial<ColumnStatistics> => ({
  distinctCount,
  nullCount
})

/** The statistics with so many nulls. */
export const withNulls = (statistics: Partial<ColumnStatistics>, nullCount: number): Partial<ColumnStatistics> => ({
  ...statistics,
  nullCount
})
