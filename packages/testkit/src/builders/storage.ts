// Builds storage, statistics and sizes as a plain CREATE TABLE in tablespace USERS leaves them.
import type { SegmentSizes, StatisticsModel, StorageModel } from "@orapart/contract"

/** Physical attributes: tablespace USERS, PCTFREE 10, LOGGING, no compression, row movement off, unless told. */
export const storage = (given: Partial<StorageModel> = {}): StorageModel => ({
  tablespace: "USERS",
  pctFree: 10,
  iniTrans: 1,
  isLogging: true,
  compressFor: null,
  degree: "1",
  isCache: false,
  hasRowDependencies: false,
  isRowMovementEnabled: false,
  isReadOnly: false,
  isResultCacheForced: false,
  isInMemory: false,
  isRowArchival: false,
  hasClustering: false,
  defaultCollation: null,
  ...given
})

/** Never gathered unless a row count is told; then on 2026-01-31 at 22:00:05, when Oracle's nightly job would have run. */
export const statistics = (given: Partial<StatisticsModel> = {}): StatisticsModel => ({
  rowCount: null,
  averageRowBytes: null,
  lastAnalyzed: given.rowCount === undefined || given.rowCount === null ? null : "2026-01-31 22:00:05",
  isLocked: false,
  preferences: [],
  extensions: [],
  ...given
})

/** Exact sizes in bytes from the segment views; parts that are not told are 0. */
export const segments = (given: Partial<SegmentSizes> = {}): SegmentSizes => ({
  tableBytes: 0,
  lobBytes: 0,
  indexBytes: 0,
  source: "exact",
  ...given
})
