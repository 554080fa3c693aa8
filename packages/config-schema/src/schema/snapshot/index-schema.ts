// Schema of indexes and LOB storage.
import type { IndexKeyPart, IndexModel, JsonSchema, LobModel } from "@orapart/contract"
import {
  count,
  countOrNull,
  flag,
  listOf,
  oneOfTexts,
  recordOf,
  taggedBy,
  text,
  textOrNull,
  texts
} from "./schema-parts.ts"

const keyPartSchema = recordOf<IndexKeyPart>({ column: textOrNull, expression: textOrNull, isDescending: flag })

const indexPartitioningSchema = taggedBy("type", {
  none: {},
  local: {},
  "global-hash": { columns: texts, partitions: count },
  "global-range": { columns: texts }
})

const compressionSchema: JsonSchema = {
  type: ["object", "null"],
  required: ["type"],
  properties: { type: oneOfTexts("prefix", "advanced-low", "advanced-high"), length: count }
}

export const indexSchema = recordOf<IndexModel>({
  owner: text,
  name: text,
  isGeneratedName: flag,
  isUnique: flag,
  type: oneOfTexts("normal", "bitmap", "domain", "bitmap-join", "other"),
  isReverse: flag,
  keys: listOf(keyPartSchema),
  partitioning: indexPartitioningSchema,
  compression: compressionSchema,
  isVisible: flag,
  isUsable: flag,
  isPartial: flag,
  tablespace: textOrNull,
  isLogging: flag,
  degree: text,
  pctFree: countOrNull,
  iniTrans: countOrNull,
  bytes: countOrNull
})

export const lobSchema = recordOf<LobModel>({
  column: text,
  isSecureFile: flag,
  tablespace: textOrNull,
  chunkBytes: countOrNull,
  isInRow: flag,
  cache: oneOfTexts("YES", "NO", "CACHEREADS"),
  isLogging: flag,
  retention: textOrNull,
  pctVersion: countOrNull,
  compression: oneOfTexts("NO", "LOW", "MEDIUM", "HIGH"),
  isDeduplicated: flag,
  isEncrypted: flag,
  bytes: countOrNull
})
