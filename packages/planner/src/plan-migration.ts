// The plans of a whole config in running order. One refused table does not stop the others.
import type { Finding, MigrationConfig, MigrationPlan, TableConfig } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { describeFailure } from "./plan-failure.ts"
import { findRepeatedNames } from "./names/repeated-names.ts"
import { makeFinding } from "./plan-codes.ts"
import { openContext, type PlannerInput } from "./plan-context.ts"
import { planInContext } from "./plan-table.ts"
import { orderTables, tableKey } from "./tables/order-tables.ts"

/** A table without a plan, with every reason. */
export interface Refusal {
  readonly owner: string
  readonly table: string
  readonly findings: ReadonlyArray<Finding>
}

/** What a config becomes. */
export interface PlannedMigration {
  /** In running order: referenced tables first, then priority, then name. */
  readonly plans: ReadonlyArray<MigrationPlan>
  /** In the same order. */
  readonly refusals: ReadonlyArray<Refusal>
  /** What concerns several tables: circles of foreign keys. Kept out of the plans, whose digests must not depend on other tables. */
  readonly notes: ReadonlyArray<Finding>
}

const noteCycle = (cycle: ReadonlyArray<string>): Finding =>
  makeFinding("OP233", {
    subject: cycle[0] ?? "",
    what: `${cycle.join(", ")} reference each other by foreign keys, so no order has every referenced table first. They run in this order.`,
    why: "The order is chosen by priority and name; the plan of each table carries the foreign keys of both directions.",
    advice: "Migrate one of them, run discover again, then the next: the later plans then know the new tables.",
    evidence: { tables: cycle }
  })

const planOne = (context: ReturnType<typeof openContext>, table: TableConfig) =>
  Effect.match(planInContext(context, table), {
    onFailure: (error) => ({
      plan: null,
      refusal: { owner: table.owner, table: table.table_name, findings: describeFailure(error.reason, tableKey(table)) }
    }),
    onSuccess: (plan) => ({ plan, refusal: null })
  })

/** Plans every enabled table of a config; never fails. Tables that plan the same new name twice are refused from the second one on. */
export const planMigration = Effect.fnUntraced(function* (
  input: PlannerInput & { readonly config: MigrationConfig }
): Effect.fn.Return<PlannedMigration> {
  const context = openContext(input)
  const enabled = input.config.tables.filter((table) => table.enabled !== false)
  const order = orderTables(enabled, context.findSource)
  const planned = yield* Effect.forEach(order.tables, (table) => planOne(context, table))
  const repeated = findRepeatedNames(planned.flatMap(({ plan }) => plan ?? []))
  return {
    plans: planned.flatMap(({ plan }) => (plan === null || repeated.has(plan) ? [] : [plan])),
    refusals: planned.flatMap(({ plan, refusal }) => {
      if (plan === null) return refusal
      const findings = repeated.get(plan)
      return findings === undefined ? [] : [{ owner: plan.owner, table: plan.table, findings }]
    }),
    notes: order.cycles.map(noteCycle)
  }
})
