// Does the core action take a table that is cut as this one is? Names the action that does. Actions of plugins answer for themselves.
import { defineCheck, type CheckContext, type CheckReport } from "@orapart/contract"
import { describeTableShape, listFittingActions, readTableShape, type TableShape } from "@orapart/oracle-rules"
import { tableName, wishesOf } from "../facts/wishes.ts"

const shapes: ReadonlyArray<TableShape> = [
  "unpartitioned",
  "interval",
  "range",
  "list",
  "hash",
  "composite",
  "reference",
  "system"
]

const coreActions: ReadonlySet<string> = new Set(shapes.flatMap(listFittingActions))

const reasons: { readonly [shape in TableShape]?: string } = {
  reference: "It takes its partitions from its parent table: the two would have to be changed in one plan.",
  system: "The application names the partition in every INSERT and would fail afterwards."
}

// Of the two actions that a shape may have, the one that makes what the wishes ask for comes first.
const fittingFor = (context: CheckContext, shape: TableShape): ReadonlyArray<string> => {
  const wantsHash = wishesOf(context)?.subpartition_type === "HASH"
  const makesHash = (id: string): boolean => id.includes("hash")
  return [...listFittingActions(shape)].sort(
    (left, right) => Number(makesHash(right) === wantsHash) - Number(makesHash(left) === wantsHash)
  )
}

const adviseActions = (fitting: ReadonlyArray<string>): string =>
  fitting.length === 0
    ? 'No core action takes it: set "enabled": false for it.'
    : `Use "migration_action": ${fitting.map((id) => `"${id}"`).join(" or ")}.`

const run = (context: CheckContext): ReadonlyArray<CheckReport> => {
  const { source, table } = context
  if (source === null || source.kind !== "heap" || !coreActions.has(table.migration_action)) return []
  const shape = readTableShape(source)
  const fitting = fittingFor(context, shape)
  if (fitting.includes(table.migration_action)) return []
  const accepts = shapes.filter((candidate) => listFittingActions(candidate).includes(table.migration_action))
  return [
    {
      at: "/migration_action",
      what: `${tableName(context)} ${describeTableShape(source)}; ${table.migration_action} takes ${accepts.join(", ")} tables.`,
      why: reasons[shape] ?? "",
      advice: adviseActions(fitting),
      evidence: { shape, accepts, fitting }
    }
  ]
}

export const actionDoesNotFit = defineCheck({
  code: "OP124",
  slug: "action-does-not-fit",
  title: "The action does not take what the table is now",
  severity: "error",
  rules: [],
  run
})
