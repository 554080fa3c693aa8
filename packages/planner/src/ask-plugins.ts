// What the planner asks actions and strategies, each behind the fence of call-plugin.
import type {
  ActionInput,
  Finding,
  MigrationAction,
  MigrationStrategy,
  PlanError,
  Step,
  StrategyInput,
  StrategyPlan,
  TableModel
} from "@orapart/contract"
import { hasErrors } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { callPlugin } from "./call-plugin.ts"
import { settle, type Settled } from "./settle.ts"

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null

const isTable = (value: unknown): boolean =>
  isObject(value) && Array.isArray(value["columns"]) && "partitioning" in value

const isStrategyPlan = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value["steps"]) &&
  Array.isArray(value["notes"]) &&
  typeof value["pointOfNoReturn"] === "string"

/** `HR.ORDERS`: how findings call the table. */
export const nameTable = (table: Pick<TableModel, "owner" | "name">): string => `${table.owner}.${table.name}`

/** The layout an action wants (null when it has none) and everything it says about the table. */
export const askAction = Effect.fnUntraced(function* (
  action: MigrationAction,
  input: ActionInput
): Effect.fn.Return<Settled<TableModel>> {
  const subject = nameTable(input.source)
  const plugin = `action ${action.id}`
  const applied = yield* settle(
    callPlugin({ plugin, operation: "applies", subject }, () => action.applies(input), Array.isArray),
    subject
  )
  const said = [...(applied.answer ?? []), ...applied.findings]
  const laid = yield* settle(
    callPlugin({ plugin, operation: "target", subject }, () => action.target(input), isTable),
    subject
  )
  // After its own refusal an action need not have a target: a second complaint would only repeat the first.
  return { answer: laid.answer, findings: hasErrors(said) ? said : [...said, ...laid.findings] }
})

/** What the strategy says about the table: errors refuse it. */
export const askStrategy = (
  strategy: MigrationStrategy,
  input: StrategyInput
): Effect.Effect<ReadonlyArray<Finding>> => {
  const subject = nameTable(input.source)
  const call = { plugin: `strategy ${strategy.id}`, operation: "applies", subject }
  return Effect.map(
    settle(
      callPlugin(call, () => strategy.applies(input), Array.isArray),
      subject
    ),
    (settled) => [...(settled.answer ?? []), ...settled.findings]
  )
}

/** The strategy's steps. */
export const askSteps = (strategy: MigrationStrategy, input: StrategyInput): Effect.Effect<StrategyPlan, PlanError> =>
  callPlugin(
    { plugin: `strategy ${strategy.id}`, operation: "plan", subject: nameTable(input.source) },
    () => strategy.plan(input),
    isStrategyPlan
  )

/** The action's own steps; none when it brings none. */
export const askExtraSteps = (
  action: MigrationAction,
  input: ActionInput & { readonly target: TableModel }
): Effect.Effect<ReadonlyArray<Step>, PlanError> => {
  const { extraSteps } = action
  if (extraSteps === undefined) return Effect.succeed([])
  const call = { plugin: `action ${action.id}`, operation: "extraSteps", subject: nameTable(input.source) }
  return callPlugin(call, () => extraSteps(input), Array.isArray)
}
