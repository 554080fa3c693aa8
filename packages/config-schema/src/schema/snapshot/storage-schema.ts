// Schema of physical properties, statistics and sizes.
import type { SegmentSizes, StatisticsModel, StorageModel } from "@orapart/contract"
import { countOrNull, flag, listOf, oneOfTexts, recordOf, text, textOrNull } from "./schema-parts.ts"

export const storageSchema = recordOf<StorageModel>({
  tablespace: textOrNull,
  pctFree: countOrNull,
  iniTrans: countOrNull,
  isLogging: flag,
  compressFor: textOrNull,
  degree: text,
  isCache: flag,
  hasRowDependencies: flag,
  isRowMovementEnabled: flag,
  isReadOnly: flag,
  isResultCacheForced: flag,
  isInMemory: flag,
  isRowArchival: flag,
  hasClustering: flag,
  defaultCollation: textOrNull
})

export const statisticsSchema = recordOf<StatisticsModel>({
  rowCount: countOrNull,
  averageRowBytes: countOrNull,
  lastAnalyzed: textOrNull,
  isLocked: flag,
  preferences: listOf(recordOf<StatisticsModel["preferences"][number]>({ name: text, value: text })),
  extensions: listOf(recordOf<StatisticsModel["extensions"][number]>({ name: text, expression: text }))
})

export const segmentSizesSchema = recordOf<SegmentSizes>({
  tableBytes: countOrNull,
  lobBytes: countOrNull,
  indexBytes: countOrNull,
  source: oneOfTexts("exact", "estimate")
})
