// A migration action says WHAT a table becomes. It knows Oracle's rules and its own wishes, never how the data moves.
import type * as Effect from "effect/Effect"
import type { CheckContext, ConfigCheck } from "./check.ts"
import type { DatabaseInfo } from "./database-info.ts"
import type { PlanError } from "./errors.ts"
import type { Finding } from "./finding.ts"
import type { JsonSchema } from "./json.ts"
import type { TableConfig } from "./migration-config.ts"
import type { Step } from "./migration-plan.ts"
import type { TableModel } from "./table-model.ts"

/** Errors of a precompiled validator, in ajv's shape. */
export interface SchemaViolation {
  readonly instancePath: string
  readonly keyword: string
  readonly params: { readonly [name: string]: unknown }
  readonly message?: string
  readonly schemaPath?: string
}

/** A validator compiled at build: returns true or leaves its violations on `errors`. */
export interface CompiledValidator {
  (data: unknown): boolean
  errors?: ReadonlyArray<SchemaViolation> | null
}

/** What an action is given to look at. */
export interface ActionInput {
  readonly table: TableConfig
  readonly source: TableModel
  readonly database: DatabaseInfo
}

/** One kind of repartitioning, installable on its own. */
export interface MigrationAction {
  readonly id: string
  readonly title: string
  /** One paragraph for `actions show`. */
  readonly description: string
  readonly contract: number
  /** JSON Schema of this action's target_configuration. */
  readonly targetSchema: JsonSchema
  /** The same schema compiled at build; absent for local .ts actions, whose schema is compiled when loaded. */
  readonly validateTarget?: CompiledValidator
  readonly defaultStrategy: string
  /** No findings of severity error: the action takes this table. Otherwise why not and what would help. */
  readonly applies: (input: ActionInput) => Effect.Effect<ReadonlyArray<Finding>, PlanError>
  /** The table to reach: layout only. Indexes and names are decided by the planner. */
  readonly target: (input: ActionInput) => Effect.Effect<TableModel, PlanError>
  /** Checks of this action alone; run with the core's. */
  readonly checks?: ReadonlyArray<ConfigCheck>
  /** Steps beside the strategy's (numbers between them, for example 25). */
  readonly extraSteps?: (
    input: ActionInput & { readonly target: TableModel }
  ) => Effect.Effect<ReadonlyArray<Step>, PlanError>
}

/** Declares an action: returns it unchanged, typed, with its contract number checked by the compiler. */
export const defineAction = (action: MigrationAction): MigrationAction => action

export type { CheckContext }
