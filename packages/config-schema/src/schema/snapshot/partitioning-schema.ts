// Schema of a table's partitioning.
import type { Interval, PartitioningModel, PartitionModel, SubpartitioningModel } from "@orapart/contract"
import {
  count,
  countOrNull,
  flag,
  listOf,
  oneOfTexts,
  orNull,
  recordOf,
  taggedBy,
  text,
  textOrNull,
  texts
} from "./schema-parts.ts"

const boundSchema = taggedBy("type", {
  datetime: { value: text },
  number: { value: text },
  maxvalue: {},
  other: { text }
})

const intervalSchema = recordOf<Interval>({
  unit: oneOfTexts("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "NUMBER"),
  value: text
})

const partitionSchema = recordOf<PartitionModel>(
  {
    name: text,
    bound: orNull(boundSchema),
    isInterval: flag,
    subpartitionCount: count,
    isReadOnly: flag,
    tablespace: textOrNull,
    rowCount: countOrNull,
    bytes: countOrNull
  },
  ["isReadOnly"]
)

const subpartitioningSchema = recordOf<SubpartitioningModel>({
  type: oneOfTexts("hash", "list", "range"),
  columns: texts,
  count,
  storeIn: texts
})

export const partitioningSchema = recordOf<PartitioningModel>({
  type: oneOfTexts("range", "list", "hash", "system", "reference"),
  columns: texts,
  interval: orNull(intervalSchema),
  intervalText: textOrNull,
  storeIn: texts,
  subpartitioning: orNull(subpartitioningSchema),
  partitions: listOf(partitionSchema),
  isAutolist: flag
})
