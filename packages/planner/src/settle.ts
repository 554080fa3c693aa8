// Collects findings instead of stopping at the first failure: a reader wants every reason at once.
import type { Finding, PlanError } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { describeFailure } from "./plan-failure.ts"

/** An answer, or the findings of the failure that took its place. */
export interface Settled<A> {
  readonly answer: A | null
  readonly findings: ReadonlyArray<Finding>
}

/** Turns a failure into its findings; never fails. */
export const settle = <A>(effect: Effect.Effect<A, PlanError>, subject: string): Effect.Effect<Settled<A>> =>
  Effect.match(effect, {
    onFailure: (error): Settled<A> => ({ answer: null, findings: describeFailure(error.reason, subject) }),
    onSuccess: (answer): Settled<A> => ({ answer, findings: [] })
  })
