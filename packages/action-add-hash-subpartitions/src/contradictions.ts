// Key, interval and first bound stay with this action. A config may repeat them (the predecessor's files do), not change them.
import type { Finding, PartitioningModel, TableModel } from "@orapart/contract"
import {
  compareBounds,
  describeBound,
  isSameInterval,
  makeActionFinding,
  parseBound,
  renderInterval,
  transitionPoint,
  wishedInterval,
  type PartialIntervalWishes
} from "@orapart/oracle-rules"

interface Contradiction {
  readonly key: string
  readonly wished: string
  readonly kept: string
}

const compareColumn = (existing: PartitioningModel, wishes: PartialIntervalWishes): ReadonlyArray<Contradiction> => {
  const kept = existing.columns.join(", ")
  const wished = wishes.partition_column ?? kept
  return wished === kept ? [] : [{ key: "partition_column", wished, kept }]
}

const compareInterval = (existing: PartitioningModel, wishes: PartialIntervalWishes): ReadonlyArray<Contradiction> => {
  const wished = wishedInterval(wishes)
  if (wished === null || existing.interval === null || isSameInterval(wished, existing.interval)) return []
  return [
    { key: "interval_type and interval_value", wished: renderInterval(wished), kept: renderInterval(existing.interval) }
  ]
}

const compareFirstBound = (
  existing: PartitioningModel,
  wishes: PartialIntervalWishes
): ReadonlyArray<Contradiction> => {
  if (wishes.initial_partition_value === undefined) return []
  const [wished, kept] = [parseBound(wishes.initial_partition_value), transitionPoint(existing)]
  if (wished !== null && kept !== null && compareBounds(wished, kept) === 0) return []
  return [
    {
      key: "initial_partition_value",
      wished: wished === null ? String(wishes.initial_partition_value) : describeBound(wished),
      kept: kept === null ? "unknown" : describeBound(kept)
    }
  ]
}

/** One error with every wish that differs from what the table has; none for a table that is not interval partitioned. */
export const findContradictions = (source: TableModel, wishes: PartialIntervalWishes): ReadonlyArray<Finding> => {
  const existing = source.partitioning
  if (existing === null || existing.interval === null) return []
  const found = [
    ...compareColumn(existing, wishes),
    ...compareInterval(existing, wishes),
    ...compareFirstBound(existing, wishes)
  ]
  if (found.length === 0) return []
  const words = found.map(
    ({ key, kept, wished }) => `${key} is ${wished} where ${source.owner}.${source.name} has ${kept}`
  )
  return [
    makeActionFinding("OP206", source, {
      what: `add_hash_subpartitions keeps key, interval and bounds, but ${words.join("; ")}.`,
      why: "A wish that is read and then ignored would be found out after the cutover.",
      advice: `Leave ${found.map(({ key }) => key).join(", ")} out, or use "migration_action": "convert_interval_to_interval_hash", which changes them.`,
      evidence: { contradictions: found.map(({ key, kept, wished }) => ({ key, kept, wished })) }
    })
  ]
}
