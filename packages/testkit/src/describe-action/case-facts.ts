// What becomes of one case: the answers of the action, the plan and its scripts. Each is made once, when a check first asks.
import { hasErrors } from "@orapart/contract"
import type { ActionInput, CheckContext, Finding, MigrationPlan, RenderError, TableConfig } from "@orapart/contract"
import { planTable } from "@orapart/planner"
import { createRenderer, readTemplates, renderScriptSet } from "@orapart/rendering"
import type { Renderer, ScriptFile } from "@orapart/rendering"
import { deriveRollback } from "@orapart/rollback"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { databaseInfo, schemaSnapshot } from "../builders/schema-snapshot.ts"
import type { ActionCase, ActionSetup, ActionSubject } from "./action-case.ts"
import { askAction, findingsOf } from "./ask-action.ts"
import type { ActionAnswers } from "./ask-action.ts"
import { turnKeys, turnSnapshot } from "./input-copies.ts"
import { once } from "./verdict.ts"

/** The plan of a case, or the findings that refused it. */
export interface CaseOutcome {
  readonly plan: MigrationPlan | null
  /** Errors that refused the table; empty with a plan. */
  readonly refusal: ReadonlyArray<Finding>
}

/** The scripts of a plan, or why there are none. */
export type CaseScripts =
  | { readonly files: ReadonlyArray<ScriptFile> }
  | { readonly failure: RenderError["reason"] }
  | { readonly files: null }

/** The texts of a case as they were given, or with every order reversed that means nothing. */
export type InputOrder = "given" | "turned"

/** One case of an action with what becomes of it. */
export interface CaseFacts extends ActionSubject {
  readonly one: ActionCase
  readonly renderer: () => Renderer
  /** A new copy of the input for every caller: an action that changes it harms nobody else. */
  readonly copyInput: (order?: InputOrder) => { readonly input: ActionInput; readonly context: CheckContext }
  readonly answers: () => Promise<ActionAnswers>
  readonly outcome: () => Promise<CaseOutcome>
  readonly scripts: () => Promise<CaseScripts>
  /** The same once more, from a turned input. */
  readonly outcomeAgain: () => Promise<CaseOutcome>
}

const templateTexts = ({ strategyTemplates, templates }: ActionSetup): ReadonlyMap<string, string> =>
  new Map(
    [...strategyTemplates, ...(templates === undefined ? [] : [templates])].flatMap((folder) => [
      ...readTemplates(folder)
    ])
  )

/** A renderer over the strategy's and the action's templates. Throws what node:fs throws when a folder cannot be read. */
export const openRenderer = (setup: ActionSetup): Renderer => createRenderer({ templates: templateTexts(setup) })

const makeTable = ({ action }: ActionSubject, { source, wishes, settings }: ActionCase): TableConfig => ({
  owner: source.owner,
  table_name: source.name,
  migration_action: action.id,
  target_configuration: wishes,
  ...(settings === undefined ? {} : { migration_settings: settings })
})

const makeInput = (subject: ActionSubject, one: ActionCase, order: InputOrder) => {
  const database = one.database ?? databaseInfo()
  const given = structuredClone({
    table: makeTable(subject, one),
    snapshot: one.snapshot ?? schemaSnapshot({ tables: [one.source], database })
  })
  return order === "given" ? given : { table: turnKeys(given.table), snapshot: turnSnapshot(given.snapshot) }
}

const copyInput = (subject: ActionSubject, one: ActionCase, order: InputOrder) => {
  const { table, snapshot } = makeInput(subject, one, order)
  const { database, tables } = snapshot
  const source = tables.find(({ owner, name }) => owner === one.source.owner && name === one.source.name)
  if (source === undefined) throw new TypeError(`the snapshot of "${one.name}" does not hold ${one.source.name}`)
  const context: CheckContext = { config: { tables: [table] }, table, path: "/tables/0", source, database, snapshot }
  return { input: { table, source, database }, context }
}

const planCase = async (subject: ActionSubject, one: ActionCase, order: InputOrder): Promise<CaseOutcome> => {
  const { table, snapshot } = makeInput(subject, one, order)
  const { action, setup } = subject
  const strategies = order === "given" ? setup.strategies : setup.strategies.toReversed()
  // The version stands in every script: it must not be the one of the day.
  const planning = planTable({ table, snapshot, actions: [action], strategies, madeBy: "orapart 0.0.0" })
  const result = await Effect.runPromise(Effect.result(planning))
  if (Result.isSuccess(result)) return { plan: result.success, refusal: [] }
  const { reason } = result.failure
  if (reason._tag === "Refused") return { plan: null, refusal: reason.findings.filter((one) => hasErrors([one])) }
  throw new TypeError(`"${one.name}" cannot be planned: ${JSON.stringify(reason)}`)
}

/** Renders a plan with its rollback. */
export const renderPlan = async (renderer: Renderer, plan: MigrationPlan): Promise<CaseScripts> => {
  const result = await Effect.runPromise(Effect.result(renderScriptSet(renderer, plan, deriveRollback(plan))))
  return Result.isSuccess(result) ? { files: result.success } : { failure: result.failure.reason }
}

/** Opens a case; nothing is asked yet. */
export const openCase = (subject: ActionSubject, renderer: () => Renderer, one: ActionCase): CaseFacts => {
  const outcome = once(() => planCase(subject, one, "given"))
  return {
    ...subject,
    one,
    renderer,
    copyInput: (order = "given") => copyInput(subject, one, order),
    answers: once(() => {
      const { input, context } = copyInput(subject, one, "given")
      return askAction(subject.action, input, context)
    }),
    outcome,
    scripts: once(async () => {
      const { plan } = await outcome()
      return plan === null ? { files: null } : renderPlan(renderer(), plan)
    }),
    outcomeAgain: once(() => planCase(subject, one, "turned"))
  }
}

/** Everything the action itself said about a case, errors and notes, in the order it was said. */
export const saidBy = (answers: ActionAnswers): ReadonlyArray<Finding> => [
  ...findingsOf(answers.applies),
  ...(answers.target?._tag === "Refused" ? answers.target.findings : []),
  ...(answers.extraSteps?._tag === "Refused" ? answers.extraSteps.findings : []),
  ...findingsOf(answers.checks)
]
