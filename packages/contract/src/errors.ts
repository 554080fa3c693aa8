// The contract's tagged errors. Matched on `_tag` and `reason._tag`, never with instanceof: a plugin may bring its own copy of effect.
import * as Data from "effect/Data"
import type { Finding } from "./finding.ts"

/** Why a table cannot be planned. */
export type PlanFailure =
  /** The action or the strategy does not take this table; the findings say why and what would help. */
  | { readonly _tag: "Refused"; readonly findings: ReadonlyArray<Finding> }
  /** The config names an action that no loaded plugin brings. */
  | { readonly _tag: "UnknownAction"; readonly id: string; readonly known: ReadonlyArray<string> }
  /** The config names a strategy that no loaded plugin brings. */
  | { readonly _tag: "UnknownStrategy"; readonly id: string; readonly known: ReadonlyArray<string> }
  /** The snapshot does not hold the table. */
  | { readonly _tag: "NotInSnapshot"; readonly owner: string; readonly table: string }

/** A table that cannot be planned. `retryable` is false: the input has to change. */
export class PlanError extends Data.TaggedError("PlanError")<{ readonly reason: PlanFailure }> {
  get isRetryable(): boolean {
    return false
  }
}

/** A plugin that threw where it had to return. Our host turns the throw into this; the rest goes on. */
export class ActionCrashed extends Data.TaggedError("ActionCrashed")<{
  readonly plugin: string
  readonly operation: string
  readonly cause: unknown
}> {}

/** Why a script cannot be rendered. */
export type RenderFailure =
  | { readonly _tag: "UnknownTemplate"; readonly template: string; readonly known: ReadonlyArray<string> }
  | {
      readonly _tag: "TemplateFault"
      readonly template: string
      readonly line: number | null
      readonly message: string
    }
  /** The template reads a field that its step does not bring. `line` counts from 1; absent or null when unknown. */
  | { readonly _tag: "MissingField"; readonly template: string; readonly field: string; readonly line?: number | null }

/** A script that cannot be rendered. */
export class RenderError extends Data.TaggedError("RenderError")<{ readonly reason: RenderFailure }> {
  get isRetryable(): boolean {
    return false
  }
}
