// The keys of target_configuration that most examples wish for, in a few words.

/** One unit per partition (or `value` of them), first bound at `first`: SQL text or a number. */
export const every = (interval_type: string, partition_column: string, first: string | number, interval_value = 1) => ({
  partition_column,
  interval_type,
  interval_value,
  initial_partition_value: first
})

/** A first bound on a DATE key. */
export const onDate = (day: string): string => `TO_DATE('${day}', 'YYYY-MM-DD')`

/** A first bound on a TIMESTAMP key. */
export const onTimestamp = (day: string): string => `TIMESTAMP '${day} 00:00:00'`

/** Hash subpartitions. */
export const hash = (subpartition_column: string, subpartition_count: number) => ({
  subpartition_type: "HASH",
  subpartition_column,
  subpartition_count
})

/** Where the new table lies and how many parallel servers build it. */
export const placed = (parallel_degree: number, tablespace = "USERS") => ({ tablespace, parallel_degree })
