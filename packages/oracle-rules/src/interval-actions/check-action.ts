// The questions every core action asks of its table, in the order in which a refusal makes the next one senseless.
import { hasErrors, type Finding, type TableModel } from "@orapart/contract"
import { compareBounds } from "../bounds.ts"
import { describeBound } from "./describe-bound.ts"
import type { PartialIntervalWishes } from "../interval-target.ts"
import { makeActionFinding } from "./action-codes.ts"
import { checkKeys, checkLayout } from "./check-layout.ts"
import { checkShape, type ShapeNeed } from "./check-shape.ts"
import { reachIntervalTarget, transitionPoint } from "./range-section.ts"

/** What a core action is asked about. */
export interface IntervalActionInput {
  readonly actionId: string
  readonly need: ShapeNeed
  readonly source: TableModel
  readonly wishes: PartialIntervalWishes
}

/** Tells that the source's explicit partitions come back in the new table; nothing when a new first partition is made. */
const noteKeptSection = (source: TableModel, target: TableModel): ReadonlyArray<Finding> => {
  const point = target.partitioning === null ? null : transitionPoint(target.partitioning)
  const existing = source.partitioning
  const before = existing === null || existing.interval === null ? null : transitionPoint(existing)
  const kept = target.partitioning?.partitions ?? []
  if (point === null || before === null || compareBounds(point, before) !== 0) return []
  return [
    makeActionFinding("OP213", source, {
      what: `The new table begins with the explicit partitions of ${source.owner}.${source.name} (${kept.map((partition) => partition.name).join(", ")}); its interval section begins at ${describeBound(point)} as today.`,
      why: "The same first bound gives every later partition the bound it has today.",
      advice: "Nothing to do. convert_interval_to_interval_hash with initial_partition_value begins elsewhere.",
      evidence: { partitions: kept.map((partition) => partition.name), transitionPoint: describeBound(point) }
    })
  ]
}

/**
 * Why the action does not take the table (errors), or what it keeps (info). Shape and keys are always asked; the layout only when
 * both are right, because it is built from them.
 */
export const checkIntervalAction = (input: IntervalActionInput): ReadonlyArray<Finding> => {
  const { source, wishes } = input
  const findings = [
    ...checkShape(input.actionId, input.need, source),
    ...checkKeys(
      source,
      wishes.partition_column,
      wishes.subpartition_type === "HASH" ? wishes.subpartition_column : null
    )
  ]
  if (hasErrors(findings)) return findings
  const target = reachIntervalTarget(source, wishes)
  const layout = checkLayout(source, target.partitioning, wishes)
  return hasErrors(layout) ? layout : [...layout, ...noteKeptSection(source, target)]
}
