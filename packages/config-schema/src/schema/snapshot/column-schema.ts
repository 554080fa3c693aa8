// Schema of a column and of the identity column's sequence.
import type { ColumnModel, ColumnStatistics, IdentityModel } from "@orapart/contract"
import {
  count,
  countOrNull,
  flag,
  oneOfTexts,
  orNull,
  recordOf,
  text,
  textOrNull,
  wholeOrNull
} from "./schema-parts.ts"

const columnStatisticsSchema = recordOf<ColumnStatistics>({
  distinctCount: countOrNull,
  nullCount: countOrNull,
  low: textOrNull,
  high: textOrNull,
  histogram: text,
  histogramBuckets: countOrNull
})

const encryptionSchema = recordOf<NonNullable<ColumnModel["encryption"]>>({
  algorithm: text,
  salt: flag,
  integrity: text
})

export const columnSchema = recordOf<ColumnModel>({
  name: text,
  dataType: text,
  dataTypeOwner: textOrNull,
  lengthBytes: count,
  precision: countOrNull,
  scale: wholeOrNull,
  charLength: count,
  charUsed: { type: ["string", "null"], enum: ["B", "C", null] },
  nullable: flag,
  dataDefault: textOrNull,
  isDefaultOnNull: flag,
  isVirtual: flag,
  isHidden: flag,
  isUserGenerated: flag,
  isIdentity: flag,
  position: countOrNull,
  internalPosition: count,
  collation: textOrNull,
  encryption: orNull(encryptionSchema),
  comment: textOrNull,
  statistics: orNull(columnStatisticsSchema)
})

export const identitySchema = recordOf<IdentityModel>({
  column: text,
  generation: oneOfTexts("ALWAYS", "BY DEFAULT"),
  isOnNull: flag,
  sequenceName: text,
  lastNumber: textOrNull,
  incrementBy: text,
  minValue: text,
  maxValue: text,
  cacheSize: count,
  isCycle: flag,
  isOrdered: flag
})
