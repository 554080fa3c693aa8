// A strategy says HOW a table gets from source to target: the steps, their locks, their undo. It never names a wish.
import type * as Effect from "effect/Effect"
import type { DatabaseInfo } from "./database-info.ts"
import type { PlanError } from "./errors.ts"
import type { Finding } from "./finding.ts"
import type { IndexDecision, PlanNames, PlanSettings, Step } from "./migration-plan.ts"
import type { TableModel } from "./table-model.ts"

/** What a strategy is given. Names and index decisions are the planner's. */
export interface StrategyInput {
  readonly source: TableModel
  readonly target: TableModel
  readonly database: DatabaseInfo
  readonly settings: PlanSettings
  readonly names: PlanNames
  readonly indexDecisions: ReadonlyArray<IndexDecision>
}

/** The steps with what the whole move costs and where it can no longer be undone. */
export interface StrategyPlan {
  readonly steps: ReadonlyArray<Step>
  /** Id of the step after which nothing can be undone. */
  readonly pointOfNoReturn: string
  /** The outage in words: what the application cannot do, from which step to which. */
  readonly outage: string
  /** What the client must be set to before it runs a script, in words (NLS_LANG); absent when nothing. */
  readonly client?: string
  readonly notes: ReadonlyArray<Finding>
}

/** One way of moving the data, installable on its own. */
export interface MigrationStrategy {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly contract: number
  /** The oldest release its scripts are valid for, `12.1`. */
  readonly minimumVersion: string
  /** No findings of severity error: it can move this table without losing anything. */
  readonly applies: (input: StrategyInput) => Effect.Effect<ReadonlyArray<Finding>, PlanError>
  readonly plan: (input: StrategyInput) => Effect.Effect<StrategyPlan, PlanError>
}

/** Declares a strategy: returns it unchanged, typed. */
export const defineStrategy = (strategy: MigrationStrategy): MigrationStrategy => strategy
