// {{ bound | bound(keyType) }}: a partition's bound as it stands in VALUES LESS THAN (...).
import type { PartitionBound } from "@orapart/contract"
import { boundLiteral } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** For example `TO_DATE('2015-01-01 00:00:00', ...)` for a DATE key, `TIMESTAMP '...'` for a TIMESTAMP key, a number, MAXVALUE. */
export const boundFilter = defineFilter({
  name: "bound",
  takes: ["object"],
  parameters: ["key_type"],
  required: 1,
  apply: (bound: PartitionBound, keyType: string): string => boundLiteral(bound, keyType)
})
