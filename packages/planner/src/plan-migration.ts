// The plans of a whole config in running order. One refused table does not stop the others.
import type { Finding, MigrationConfig, MigrationPlan, PlanError, TableConfig } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { openNewNames } from "./names/repeated-names.ts"
import { makeFinding } from "./plan-codes.ts"
import { openContext, type PlannerInput } from "./plan-context.ts"
import { describeFailure } from "./plan-failure.ts"
import { planInContext, type WrittenPlan } from "./plan-table.ts"
import { orderTables, tableKey } from "./tables/order-tables.ts"

/** A table without a plan, with every reason. */
export interface Refusal {
  readonly owner: string
  readonly table: string
  readonly findings: ReadonlyArray<Finding>
}

/** One table after planning: a plan or a refusal. */
export type PlannedTable =
  | (WrittenPlan & { readonly refusal: null })
  | { readonly plan: null; readonly planText: null; readonly refusal: Refusal }

/** Plans a config table by table, so that a plan can be used and forgotten before the next one is made. */
export interface MigrationPlanner {
  /** Enabled tables in running order: referenced tables first, then priority, then name. */
  readonly tables: ReadonlyArray<TableConfig>
  /** What concerns several tables: circles of foreign keys. Kept out of the plans, whose digests must not depend on other tables. */
  readonly notes: ReadonlyArray<Finding>
  /**
   * Plans one of `tables`; never fails. To be called for each of them in order: a table whose plan gives a name that an earlier
   * plan gives is refused.
   */
  readonly planNext: (table: TableConfig) => Effect.Effect<PlannedTable>
}

/** What a config becomes. */
export interface PlannedMigration {
  /** In running order. */
  readonly plans: ReadonlyArray<MigrationPlan>
  /** In the same order. */
  readonly refusals: ReadonlyArray<Refusal>
  readonly notes: MigrationPlanner["notes"]
}

const noteCycle = (cycle: ReadonlyArray<string>): Finding =>
  makeFinding("OP233", {
    subject: cycle[0] ?? "",
    what: `${cycle.join(", ")} reference each other by foreign keys, so no order has every referenced table first. They run in this order.`,
    why: "The order is chosen by priority and name; the plan of each table carries the foreign keys of both directions.",
    advice: "Migrate one of them, run discover again, then the next: the later plans then know the new tables.",
    evidence: { tables: cycle }
  })

const refuse = (table: TableConfig, findings: ReadonlyArray<Finding>): PlannedTable => ({
  plan: null,
  planText: null,
  refusal: { owner: table.owner, table: table.table_name, findings }
})

/** Orders the enabled tables of a config and gets ready to plan them one by one. */
export const openPlanner = (input: PlannerInput & { readonly config: MigrationConfig }): MigrationPlanner => {
  const context = openContext(input)
  const enabled = input.config.tables.filter((table) => table.enabled !== false)
  const order = orderTables(enabled, context.findSource)
  const newNames = openNewNames()
  const accept = (table: TableConfig, written: WrittenPlan): PlannedTable => {
    const repeated = newNames.take(written.plan)
    return repeated.length === 0 ? { ...written, refusal: null } : refuse(table, repeated)
  }
  return {
    tables: order.tables,
    notes: order.cycles.map(noteCycle),
    planNext: (table) =>
      Effect.match(planInContext(context, table), {
        onFailure: ({ reason }: PlanError) => refuse(table, describeFailure(reason, tableKey(table))),
        onSuccess: (written) => accept(table, written)
      })
  }
}

/** Plans every enabled table of a config; never fails. Tables that plan the same new name twice are refused from the second one on. */
export const planMigration = Effect.fnUntraced(function* (
  input: PlannerInput & { readonly config: MigrationConfig }
): Effect.fn.Return<PlannedMigration> {
  const planner = openPlanner(input)
  const planned = yield* Effect.forEach(planner.tables, planner.planNext)
  return {
    plans: planned.flatMap(({ plan }) => plan ?? []),
    refusals: planned.flatMap(({ refusal }) => refusal ?? []),
    notes: planner.notes
  }
})
