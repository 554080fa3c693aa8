// Runs one refusal on a table built for it.
import type { Finding } from "@orapart/contract"
import type { Refusal } from "../src/refusal.ts"
import { runRefusal } from "../src/refusal.ts"
import { strategyInput } from "./strategy-input.ts"
import type { GivenPlan, TableInput } from "./strategy-input.ts"

/** The findings of the refusal on the table. */
export const runRefusalOn = (refusal: Refusal, table: TableInput = {}, given: GivenPlan = {}): ReadonlyArray<Finding> =>
  runRefusal(refusal, strategyInput(table, given))
