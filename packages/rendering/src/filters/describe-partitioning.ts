// {{ partitioning | describe_partitioning }}: the partitioning of a table in a few words.
import { describePartitioning } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

export const describePartitioningFilter = defineFilter({
  name: "describe_partitioning",
  takes: ["object", "null"],
  apply: describePartitioning
})
