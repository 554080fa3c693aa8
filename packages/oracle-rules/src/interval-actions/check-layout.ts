// Would Oracle create the new table? Asked before the plan, so that an action never hands on a layout that CREATE TABLE refuses.
import type { ColumnModel, Finding, Interval, PartitioningModel, TableModel } from "@orapart/contract"
import { dataTypeFamily, describeColumn, userColumns } from "../data-types.ts"
import type { PartialIntervalWishes } from "../interval-target.ts"
import { canBeHashKey, canBeIntervalKey, type KeyVerdict } from "../key-types.ts"
import { explainAnchorProblem } from "../layout.ts"
import { MAX_NEW_FRAGMENTS } from "../limits.ts"
import { makeActionFinding } from "./action-codes.ts"
import { transitionPoint } from "./range-section.ts"

const checkKey = (
  source: TableModel,
  name: string,
  use: { readonly code: "OP208" | "OP209"; readonly word: string; readonly judge: (column: ColumnModel) => KeyVerdict }
): ReadonlyArray<Finding> => {
  const column = source.columns.find((candidate) => candidate.name === name)
  const usable = userColumns(source).filter((candidate) => use.judge(candidate).ok)
  const advice =
    usable.length === 0
      ? "The table has no column that can be one."
      : `Columns that can be one: ${usable.map(describeColumn).join(", ")}.`
  if (column === undefined) {
    const what = `${source.owner}.${source.name} has no column ${name} to use as ${use.word} key.`
    return [makeActionFinding("OP207", source, { part: name, what, advice, evidence: { column: name, use: use.word } })]
  }
  const verdict = use.judge(column)
  if (verdict.ok) return []
  return [
    makeActionFinding(use.code, source, {
      part: name,
      what: `${verdict.reason} (${verdict.error}).`,
      advice,
      evidence: { column: name, dataType: column.dataType, error: verdict.error }
    })
  ]
}

/** Refuses key columns that the table lacks or that Oracle does not take, whatever else is wished. */
export const checkKeys = (
  source: TableModel,
  intervalKey: string | undefined,
  hashKey: string | null | undefined
): ReadonlyArray<Finding> => [
  ...(intervalKey === undefined || intervalKey === ""
    ? []
    : checkKey(source, intervalKey, { code: "OP208", word: "interval", judge: canBeIntervalKey })),
  ...(hashKey === null || hashKey === undefined
    ? []
    : checkKey(source, hashKey, { code: "OP209", word: "hash", judge: canBeHashKey }))
]

const reportIncomplete = (source: TableModel, layout: PartitioningModel | null): Finding => {
  const lacksBound = layout?.partitions.some((partition) => partition.bound === null) === true
  return makeActionFinding("OP210", source, {
    what: lacksBound
      ? `The first bound of ${source.owner}.${source.name} cannot be chosen: initial_partition_value is absent or no bound, and the snapshot knows no smallest value of ${layout?.columns.join(", ") ?? "the key"}.`
      : `The wishes for ${source.owner}.${source.name} do not say key, interval and subpartitions.`,
    why: "Without a first bound CREATE TABLE has no partition to begin with; a bound far off wastes positions.",
    advice: lacksBound
      ? "Set target_configuration.initial_partition_value, or gather statistics (DBMS_STATS.GATHER_TABLE_STATS) and run discover again."
      : "Set partition_column, interval_type and interval_value, and for hash subpartitions subpartition_type, subpartition_column and subpartition_count.",
    evidence: { hasFirstBound: !lacksBound }
  })
}

/** ORA-14752: a numeric key takes a number as interval, a datetime key a time unit. */
const explainUnit = (source: TableModel, layout: PartitioningModel, interval: Interval): string | null => {
  const key = source.columns.find((column) => column.name === layout.columns[0])
  if (key === undefined) return null
  const isNumeric = ["number", "float"].includes(dataTypeFamily(key))
  if (isNumeric === (interval.unit === "NUMBER")) return null
  return `ORA-14752: ${describeColumn(key)} takes ${isNumeric ? "a NUMBER interval" : "an interval of time"}, not ${interval.unit}`
}

const checkInterval = (source: TableModel, layout: PartitioningModel): ReadonlyArray<Finding> => {
  const point = transitionPoint(layout)
  if (layout.interval === null || point === null) return []
  const problem = explainUnit(source, layout, layout.interval) ?? explainAnchorProblem(point, layout.interval)
  if (problem === null) return []
  return [
    makeActionFinding("OP212", source, {
      what: `The interval section of ${source.owner}.${source.name} cannot begin there: ${problem}.`,
      why: "Every later bound is counted from the first one in steps of the interval.",
      advice:
        "Choose interval_type for the key's type, and initial_partition_value on the first day of a month for months, quarters and years.",
      evidence: { problem }
    })
  ]
}

const checkFragments = (source: TableModel, layout: PartitioningModel): ReadonlyArray<Finding> => {
  const perPartition = Math.max(1, layout.subpartitioning?.count ?? 0)
  const fragments = layout.partitions.length * perPartition
  if (fragments <= MAX_NEW_FRAGMENTS) return []
  return [
    makeActionFinding("OP211", source, {
      what: `CREATE TABLE would make ${fragments} subpartitions at once (${layout.partitions.length} explicit partitions of ${perPartition}); Oracle makes at most ${MAX_NEW_FRAGMENTS} (ORA-14335).`,
      advice:
        "Choose fewer subpartitions, or merge old partitions first. convert_interval_to_interval_hash with initial_partition_value begins with one partition.",
      evidence: {
        fragments,
        partitions: layout.partitions.length,
        subpartitions: perPartition,
        limit: MAX_NEW_FRAGMENTS
      }
    })
  ]
}

/** True when the layout names key, interval, subpartitions where wished, and a bound for each explicit partition. */
const isComplete = (layout: PartitioningModel | null, wishes: PartialIntervalWishes): layout is PartitioningModel =>
  layout !== null &&
  layout.interval !== null &&
  layout.partitions.length > 0 &&
  layout.partitions.every((partition) => partition.bound !== null) &&
  (wishes.subpartition_type !== "HASH" || layout.subpartitioning !== null)

/** Refuses a layout that says too little or that CREATE TABLE refuses: first bound, number of fragments. */
export const checkLayout = (
  source: TableModel,
  layout: PartitioningModel | null,
  wishes: PartialIntervalWishes
): ReadonlyArray<Finding> =>
  isComplete(layout, wishes)
    ? [...checkInterval(source, layout), ...checkFragments(source, layout)]
    : [reportIncomplete(source, layout)]
