// Does the table fit the action? When not, the finding says what the table is and which action takes it.
import type { Finding, TableKind, TableModel } from "@orapart/contract"
import { makeActionFinding } from "./action-codes.ts"
import { describeTableShape, listFittingActions, readTableShape, type TableShape } from "./table-shape.ts"

/** What an action takes: the code it refuses with, in words after "takes", and the shapes. */
const needs = {
  heap: { code: "OP201", takes: "tables that are not partitioned", shapes: ["unpartitioned"] },
  interval: { code: "OP202", takes: "interval tables without subpartitions", shapes: ["interval"] },
  partitioned: {
    code: "OP203",
    takes: "tables partitioned by range, list or hash, with or without subpartitions",
    shapes: ["range", "list", "hash", "composite"]
  }
} as const satisfies { readonly [need: string]: { code: string; takes: string; shapes: ReadonlyArray<TableShape> } }

/** What an action needs the table to be. */
export type ShapeNeed = keyof typeof needs

const kindReasons: { readonly [kind in Exclude<TableKind, "heap">]: string } = {
  "index-organized": "an index-organized table takes no interval and no composite partitioning (CREATE TABLE)",
  clustered: "a table in a cluster cannot be partitioned (CREATE TABLE)",
  "global-temporary": "a temporary table cannot be partitioned (ORA-14451)",
  external: "the rows of an external table lie outside the database",
  "hybrid-partitioned": "a hybrid partitioned table has external partitions and a single level only (CREATE TABLE)",
  "nested-table-storage": "it stores a nested table and belongs to the table with that column",
  "materialized-view-container": "it belongs to a materialized view, which has to be rebuilt instead",
  "object-table": "the rows of an object table have object identifiers that a copy does not keep",
  "queue-table": "it belongs to Advanced Queuing, which creates and drops it",
  blockchain: "rows of a blockchain or immutable table may not be moved or dropped"
}

const stuckReasons = {
  reference: "it takes its partitions from its parent, so parent and child would have to change in one plan",
  system: "its rows are placed by the application, which names the partition in every INSERT and would fail afterwards"
} as const

const adviseActions = (shape: TableShape): string => {
  const fitting = listFittingActions(shape)
  return fitting.length === 0
    ? `Set "enabled": false for this table.`
    : `Use "migration_action": ${fitting.map((id) => `"${id}"`).join(" or ")}.`
}

const checkKind = (source: TableModel): ReadonlyArray<Finding> =>
  source.kind === "heap"
    ? []
    : [
        makeActionFinding("OP200", source, {
          what: `${source.owner}.${source.name} is of kind ${source.kind}: ${kindReasons[source.kind]}.`,
          advice: `Set "enabled": false for this table.`,
          evidence: { kind: source.kind }
        })
      ]

/** One error finding when the table is not what the action needs; none when it fits. */
export const checkShape = (actionId: string, need: ShapeNeed, source: TableModel): ReadonlyArray<Finding> => {
  const kind = checkKind(source)
  if (kind.length > 0) return kind
  const shape = readTableShape(source)
  const { code, shapes, takes } = needs[need]
  if (shapes.some((accepted) => accepted === shape)) return []
  const found = `${source.owner}.${source.name} ${describeTableShape(source)}`
  if (shape === "reference" || shape === "system") {
    return [
      makeActionFinding("OP205", source, {
        what: `${found}; no core action takes it.`,
        why: `A ${shape}-partitioned table cannot be converted alone: ${stuckReasons[shape]}.`,
        advice: adviseActions(shape),
        evidence: { shape }
      })
    ]
  }
  return [
    makeActionFinding(code, source, {
      what: `${found}; ${actionId} takes ${takes}.`,
      advice: adviseActions(shape),
      evidence: { shape, action: actionId, fitting: listFittingActions(shape) }
    })
  ]
}
