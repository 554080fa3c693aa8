// The table to reach: nothing is lost, only the layout changes, its keys are columns, and once there the action has no work left.
import type { ColumnModel, PartitioningModel, TableModel } from "@orapart/contract"
import { withoutPlan } from "./answer-checks.ts"
import { askAction, findingsOf } from "./ask-action.ts"
import type { CaseFacts } from "./case-facts.ts"
import { writeSorted } from "./input-copies.ts"
import { demand } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

/** What an action decides. Indexes, constraints and names are the planner's; everything else is carried over. */
const layoutParts: ReadonlyArray<string> = ["columns", "partitioning", "storage", "lobs"]

// NOT NULL on the partition key is the one change of a column that a layout brings.
const describeColumn = ({ nullable: _nullable, ...rest }: ColumnModel): string => writeSorted(rest)

const compareColumns = (source: TableModel, target: TableModel): ReadonlyArray<string> => {
  const reached = new Map(target.columns.map((column) => [column.name, column]))
  const known = new Set(source.columns.map(({ name }) => name))
  return [
    ...source.columns.flatMap((column) => {
      const found = reached.get(column.name)
      if (found === undefined) return [`column ${column.name} is lost`]
      return demand(describeColumn(found) === describeColumn(column), `column ${column.name} is changed`)
    }),
    ...target.columns.flatMap(({ name }) => demand(known.has(name), `column ${name} is new: no row has a value for it`))
  ]
}

const comparePart = (source: TableModel, target: TableModel): ReadonlyArray<string> =>
  (Object.keys(source) as ReadonlyArray<keyof TableModel>)
    .filter((part) => !layoutParts.includes(part))
    .flatMap((part) =>
      demand(
        writeSorted(source[part]) === writeSorted(target[part]),
        `${part} differs: an action changes the layout only`
      )
    )

const checkKeys = (target: TableModel, layout: PartitioningModel): ReadonlyArray<string> => {
  const columns = new Set(target.columns.map(({ name }) => name))
  const { subpartitioning } = layout
  return [...layout.columns, ...(subpartitioning?.columns ?? [])]
    .filter((name) => !columns.has(name))
    .map((name) => `the table is cut by ${name}, which is no column of it`)
}

const checkLayout = (target: TableModel): ReadonlyArray<string> => {
  const layout = target.partitioning
  if (layout === null) return ["the table is not partitioned in the end"]
  const isInterval = layout.interval !== null
  return [
    ...checkKeys(target, layout),
    ...demand(layout.columns.length > 0 || layout.type === "system", "the table is cut by no column"),
    ...demand(isInterval === (layout.intervalText !== null), "interval and intervalText do not go together"),
    ...demand(!isInterval || layout.partitions.length > 0, "an interval table begins with one explicit partition"),
    ...demand(!isInterval || layout.partitions.every(({ bound }) => bound !== null), "a partition has no bound"),
    ...demand((layout.subpartitioning?.count ?? 1) > 0, "there are subpartitions, and their number is not positive")
  ]
}

const checkTarget = async ({ one, answers }: CaseFacts): Promise<Verdict> => {
  const { target } = await answers()
  if (target?._tag !== "Answered") return withoutPlan
  const { value } = target
  return {
    problems: [...compareColumns(one.source, value), ...comparePart(one.source, value), ...checkLayout(value)]
  }
}

const checkReached = async ({ action, copyInput, outcome }: CaseFacts): Promise<Verdict> => {
  const { plan } = await outcome()
  if (plan === null) return withoutPlan
  const { input, context } = copyInput()
  const source = structuredClone(plan.target)
  const { applies } = await askAction(action, { ...input, source }, { ...context, source })
  const isSaid = findingsOf(applies).some(({ severity }) => severity !== "info")
  return {
    problems: demand(
      isSaid,
      "applies takes the table it has just made, without an error or a warning that there is nothing left to do"
    )
  }
}

/** The checks of an accepted case's target. */
export const targetChecks = (facts: CaseFacts): ReadonlyArray<NamedCheck> => [
  { sentence: "keeps all that is not layout, and is cut by columns it has", run: () => checkTarget(facts) },
  { sentence: "is not taken again once it is as wished", run: () => checkReached(facts) }
]
