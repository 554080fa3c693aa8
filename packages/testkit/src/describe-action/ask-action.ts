// Calls an action's functions one by one and says how each answered. The planner does the same behind a fence; here it is seen apart.
import { runCheck } from "@orapart/contract"
import type { ActionInput, CheckContext, Finding, MigrationAction, Step, TableModel } from "@orapart/contract"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

/** How a function answered. `error` and `cause` are in words. */
export type Answer<A> =
  | { readonly _tag: "Answered"; readonly value: A }
  /** It failed with a PlanError that carries these findings. */
  | { readonly _tag: "Refused"; readonly findings: ReadonlyArray<Finding> }
  /** It failed with an error that is none of the contract's. */
  | { readonly _tag: "Foreign"; readonly error: string }
  /** It threw, died, or gave back something that is no Effect. */
  | { readonly _tag: "Threw"; readonly cause: string }

/** What the functions of an action answered; null for one that was not asked. */
export interface ActionAnswers {
  readonly applies: Answer<ReadonlyArray<Finding>>
  /** Not asked after a refusal: an action need not have a target then. */
  readonly target: Answer<TableModel> | null
  /** Not asked without a target, or when the action brings no steps. */
  readonly extraSteps: Answer<ReadonlyArray<Step>> | null
  readonly checks: Answer<ReadonlyArray<Finding>> | null
}

const describeCause = (cause: unknown): string => {
  if (cause instanceof Error) return `${cause.name}: ${cause.message}`
  return typeof cause === "string" ? cause : (JSON.stringify(cause) ?? String(cause))
}

const planFailures: ReadonlyArray<string> = ["Refused", "UnknownAction", "UnknownStrategy", "NotInSnapshot"]

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

const readFailure = (error: unknown): Answer<never> => {
  const reason = fieldOf(error, "reason")
  if (fieldOf(error, "_tag") === "PlanError" && planFailures.includes(String(fieldOf(reason, "_tag")))) {
    // PlanError is known by its tags alone: the action may bring its own copy of effect and of the contract.
    return { _tag: "Refused", findings: (fieldOf(reason, "findings") ?? []) as ReadonlyArray<Finding> }
  }
  return { _tag: "Foreign", error: describeCause(error) }
}

const ask = async <A, E>(run: () => Effect.Effect<A, E>): Promise<Answer<A>> => {
  try {
    const effect = run()
    if (!Effect.isEffect(effect)) return { _tag: "Threw", cause: "it answered with something that is no Effect" }
    const exit = await Effect.runPromiseExit(effect)
    if (Exit.isSuccess(exit)) return { _tag: "Answered", value: exit.value }
    const [reason] = exit.cause.reasons
    if (reason?._tag === "Fail") return readFailure(reason.error)
    return { _tag: "Threw", cause: reason?._tag === "Die" ? describeCause(reason.defect) : "it was interrupted" }
  } catch (cause) {
    return { _tag: "Threw", cause: describeCause(cause) }
  }
}

/** What a function had to say, whichever way it said it. */
export const findingsOf = (answer: Answer<unknown> | null): ReadonlyArray<Finding> => {
  if (answer?._tag === "Refused") return answer.findings
  return answer?._tag === "Answered" && Array.isArray(answer.value) ? (answer.value as ReadonlyArray<Finding>) : []
}

const isRefusal = (answer: Answer<unknown>): boolean =>
  answer._tag !== "Answered" || findingsOf(answer).some(({ severity }) => severity === "error")

/** Asks everything that the planner would ask, and the action's checks when it has any. */
export const askAction = async (
  action: MigrationAction,
  input: ActionInput,
  context: CheckContext
): Promise<ActionAnswers> => {
  const { checks, extraSteps } = action
  const applies = await ask(() => action.applies(input))
  const target = isRefusal(applies) ? null : await ask(() => action.target(input))
  const layout = target?._tag === "Answered" ? target.value : null
  return {
    applies,
    target,
    extraSteps:
      extraSteps === undefined || layout === null ? null : await ask(() => extraSteps({ ...input, target: layout })),
    checks:
      checks === undefined
        ? null
        : await ask(() => Effect.sync(() => checks.flatMap((check) => runCheck(check, context))))
  }
}

/** The answers that were given, by the name of the function. */
export const listAnswers = (answers: ActionAnswers): ReadonlyArray<readonly [string, Answer<unknown>]> =>
  (["applies", "target", "extraSteps", "checks"] as const).flatMap((name) => {
    const answer = answers[name]
    return answer === null ? [] : [[name, answer] as const]
  })
