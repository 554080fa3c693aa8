// The plan of one table: wishes, facts and plugins in, data for scripts and people out. Decides everything, renders nothing.
import {
  closePlanText,
  CONTRACT_VERSION,
  hasErrors,
  PlanError,
  sortFindings,
  writePlanBody,
  type Finding,
  type MigrationPlan,
  type PlanBody,
  type PlanFailure,
  type Step,
  type StrategyPlan,
  type TableConfig
} from "@orapart/contract"
import * as Effect from "effect/Effect"
import { askExtraSteps, askSteps, nameTable } from "./ask-plugins.ts"
import { digestBody } from "./digest-plan.ts"
import { draftPlan, makeStrategyInput, type PlanDraft, type PlanSubject } from "./draft-plan.ts"
import { openContext, type PlanContext, type PlannerInput } from "./plan-context.ts"
import { estimateSeconds, sumStepSeconds } from "./preview/estimate-seconds.ts"
import { estimateSpace } from "./preview/estimate-space.ts"
import { mergeSteps } from "./steps/merge-steps.ts"

const fail = (reason: PlanFailure): Effect.Effect<never, PlanError> => Effect.fail(new PlanError({ reason }))

const refuse = (findings: ReadonlyArray<Finding>): Effect.Effect<never, PlanError> =>
  fail({ _tag: "Refused", findings: sortFindings(findings) })

/** Finds what the entry names: the table's facts, the action, the strategy (the action's own unless the entry chooses). */
const findSubject = Effect.fnUntraced(function* (
  context: PlanContext,
  table: TableConfig
): Effect.fn.Return<PlanSubject, PlanError> {
  const source = context.findSource(table.owner, table.table_name)
  if (source === undefined) return yield* fail({ _tag: "NotInSnapshot", owner: table.owner, table: table.table_name })
  const action = context.actions.get(table.migration_action)
  if (action === undefined) {
    return yield* fail({ _tag: "UnknownAction", id: table.migration_action, known: [...context.actions.keys()] })
  }
  const strategyId = table.migration_settings?.strategy ?? action.defaultStrategy
  const strategy = context.strategies.get(strategyId)
  if (strategy === undefined)
    return yield* fail({ _tag: "UnknownStrategy", id: strategyId, known: [...context.strategies.keys()] })
  return { table, source, action, strategy }
})

/** A plan with the text of its plan.json, which its digest needs anyway. */
export interface WrittenPlan {
  readonly plan: MigrationPlan
  readonly planText: string
}

const assemblePlan = (
  context: PlanContext,
  subject: PlanSubject,
  draft: PlanDraft,
  built: NonNullable<PlanDraft["built"]>,
  route: Pick<StrategyPlan, "outage" | "pointOfNoReturn"> & {
    readonly client: string
    readonly steps: ReadonlyArray<Step>
    readonly notes: ReadonlyArray<Finding>
  }
): WrittenPlan => {
  const { action, source, strategy } = subject
  const { version, compatible, characterSet } = context.database
  const plan: PlanBody = {
    contract: CONTRACT_VERSION,
    owner: source.owner,
    table: source.name,
    action: { id: action.id, title: action.title },
    strategy: { id: strategy.id, title: strategy.title },
    database: { version, compatible, characterSet },
    minimumVersion: strategy.minimumVersion,
    settings: draft.settings,
    names: draft.names,
    source,
    target: built.target,
    indexDecisions: built.decisions,
    preview: built.preview,
    space: estimateSpace(source, built.preview, draft.settings.initialExtentBytes),
    // The strategy knows its steps best; without its numbers the bytes have to do. The README shows both, so they must agree.
    estimatedSeconds: sumStepSeconds(route.steps) ?? estimateSeconds(source, draft.settings),
    outage: route.outage,
    client: route.client,
    notes: route.notes,
    steps: route.steps,
    pointOfNoReturn: route.pointOfNoReturn
  }
  const body = writePlanBody(plan)
  const made = { digest: digestBody(body), madeBy: context.madeBy }
  return { plan: { ...plan, ...made }, planText: closePlanText(body, made) }
}

/** Plans one table of an opened context. Fails with every finding when at least one is an error. */
export const planInContext = Effect.fnUntraced(function* (
  context: PlanContext,
  table: TableConfig
): Effect.fn.Return<WrittenPlan, PlanError> {
  const subject = yield* findSubject(context, table)
  const draft = yield* draftPlan(context, subject)
  if (draft.built === null || hasErrors(draft.findings)) return yield* refuse(draft.findings)
  const strategyInput = makeStrategyInput(context, subject, draft, draft.built)
  const strategyPlan = yield* askSteps(subject.strategy, strategyInput)
  const actionInput = { table, source: subject.source, database: context.database, target: draft.built.target }
  const extraSteps = yield* askExtraSteps(subject.action, actionInput)
  const merged = mergeSteps(nameTable(subject.source), strategyPlan.steps, extraSteps, strategyPlan.pointOfNoReturn)
  const notes = sortFindings([...draft.findings, ...strategyPlan.notes, ...merged.findings])
  if (hasErrors(notes)) return yield* refuse(notes)
  const { client = "", outage, pointOfNoReturn } = strategyPlan
  const route = { client, outage, pointOfNoReturn, steps: merged.steps, notes }
  return assemblePlan(context, subject, draft, draft.built, route)
})

/**
 * Plans one table. Fails with PlanError: the table is not in the snapshot, action or strategy are not loaded, or `Refused` with all
 * findings (errors first) of action, strategy and planner. A plugin that throws is a finding too (OP520), never a defect.
 */
export const planTable = (
  input: PlannerInput & { readonly table: TableConfig }
): Effect.Effect<MigrationPlan, PlanError> =>
  Effect.map(planInContext(openContext(input), input.table), ({ plan }) => plan)
