// The fence around actions and strategies: what they fail with is passed on, what they throw becomes a finding about the plugin.
import { PlanError, type ActionCrashed, type Finding, type PlanFailure } from "@orapart/contract"
import type * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import { makeFinding } from "./plan-codes.ts"

/** Which plugin was asked what: `action add_interval_partitioning`, `target`. */
export interface PluginCall {
  readonly plugin: string
  readonly operation: string
  /** The table it was asked about. */
  readonly subject: string
}

const describeCause = (cause: unknown): string => {
  if (cause instanceof Error) return `${cause.name}: ${cause.message}`
  return typeof cause === "string" ? cause : (JSON.stringify(cause) ?? String(cause))
}

/** The finding that a crash becomes: the table is refused, the others go on. */
export const reportCrash = (call: PluginCall, cause: unknown): Finding =>
  makeFinding("OP520", {
    subject: call.subject,
    what: `The plugin's ${call.plugin} failed in ${call.operation}: ${describeCause(cause)}`,
    why: "A plugin answers with findings or a PlanError. Anything else is a fault in the plugin, so its answer cannot be trusted.",
    advice: "Nothing was planned for this table. Report it to the plugin's author with the config and the snapshot.",
    evidence: { plugin: call.plugin, operation: call.operation }
  })

const isPlanError = (error: unknown): error is { readonly reason: PlanFailure } =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "PlanError" && "reason" in error

/** A typed failure of a plugin, whichever copy of effect made it; null for a crash. */
const readPlanError = (
  reasons: ReadonlyArray<{ readonly _tag: string; readonly error?: unknown }>
): PlanError | null => {
  for (const reason of reasons) {
    if (reason._tag === "Fail" && isPlanError(reason.error)) return new PlanError({ reason: reason.error.reason })
  }
  return null
}

const crash = (call: PluginCall, cause: unknown): Effect.Effect<never, PlanError> =>
  Effect.fail(new PlanError({ reason: { _tag: "Refused", findings: [reportCrash(call, cause)] } }))

const readCause = (cause: Cause.Cause<unknown>): unknown => {
  const [first] = cause.reasons
  return first?._tag === "Die" ? first.defect : first?._tag === "Fail" ? first.error : "it was interrupted"
}

/** The function's Effect; anything else that came back is a crash, a Promise for example. */
const start = <A>(
  run: () => Effect.Effect<A, PlanError | ActionCrashed>
): Effect.Effect<A, PlanError | ActionCrashed> => {
  const effect = run()
  return Effect.isEffect(effect) ? effect : Effect.die(new TypeError("it answered with something that is no Effect"))
}

/**
 * Runs one function of a plugin. Its PlanError passes; a throw, a defect, another failure or an answer of the wrong shape
 * becomes a PlanError `Refused` with OP520. It runs in a fiber of its own: a value that is no Effect in the middle of a chain ends
 * the fiber it runs in, past every handler.
 */
export const callPlugin = Effect.fnUntraced(function* <A>(
  call: PluginCall,
  run: () => Effect.Effect<A, PlanError | ActionCrashed>,
  isAnswer: (answer: unknown) => boolean
): Effect.fn.Return<A, PlanError> {
  const fiber = yield* Effect.forkChild(
    Effect.suspend(() => start(run)),
    { startImmediately: true }
  )
  const exit = yield* Fiber.await(fiber)
  if (Exit.isFailure(exit)) {
    return yield* readPlanError(exit.cause.reasons) ?? crash(call, readCause(exit.cause))
  }
  return isAnswer(exit.value)
    ? exit.value
    : yield* crash(call, "its answer does not have the shape the contract asks for")
})
