// @orapart/strategy-copy-swap: copies the rows into an interim table and swaps the names. The order of statements, locks and undo
// is that of docs/strategies/copy_swap.md; scripts are valid from Oracle 12.1.
import * as Effect from "effect/Effect"
import { CONTRACT_VERSION, defineStrategy } from "@orapart/contract"
import type { Finding, StrategyInput, StrategyPlan } from "@orapart/contract"
import { clientNeeds, describeMigration } from "./migration.ts"
import { runRefusal } from "./refusal.ts"
import { refusals } from "./refusals.ts"
import { planCreateIndexes } from "./steps/create-indexes.ts"
import { planCreateTable } from "./steps/create-table.ts"
import { planDataLoad } from "./steps/data-load.ts"
import { planDeltaLoad } from "./steps/delta-load.ts"
import { planDropOldTable } from "./steps/drop-old-table.ts"
import { planPreflight } from "./steps/preflight.ts"
import { planRestoreGrants } from "./steps/restore-grants.ts"
import { planSwapTables } from "./steps/swap-tables.ts"
import { planVerify } from "./steps/verify.ts"

export { refusalCodes } from "./refusals.ts"
export { dataTypes } from "./refusals/column-type-not-carried.ts"
export { scriptCodes } from "./script-codes.ts"
export { assumedRates } from "./estimates.ts"

const findAll = (input: StrategyInput): ReadonlyArray<Finding> =>
  refusals.flatMap((refusal) => runRefusal(refusal, input))

const describeOutage = (input: StrategyInput): string => {
  if (input.source.storage.isReadOnly) return "none: the table is READ ONLY anyway"
  return input.settings.deltaSync === "none"
    ? "READ ONLY from step 10 to the end of step 50: writers get ORA-12081, readers go on; seconds without the name during the swap (ORA-00942)"
    : "READ ONLY during step 50 only, for the last delta and one comparison of all rows; seconds without the name during the swap (ORA-00942)"
}

const planSteps = (input: StrategyInput): StrategyPlan => {
  const migration = describeMigration(input)
  return {
    steps: [
      planPreflight(migration),
      planCreateTable(migration),
      planDataLoad(migration),
      planCreateIndexes(migration),
      planDeltaLoad(migration),
      planSwapTables(migration),
      planRestoreGrants(migration),
      planVerify(migration),
      planDropOldTable(migration)
    ],
    pointOfNoReturn: "drop-old-table",
    outage: describeOutage(input),
    client: clientNeeds(migration),
    notes: []
  }
}

/** The strategy copy_swap. */
export const copySwap = defineStrategy({
  id: "copy_swap",
  title: "Copy and swap",
  description:
    "Builds the partitioned table beside the old one, copies all rows in direct path at one SCN, builds indexes and keys, compares every row, then swaps the names and keeps the old table until it is dropped by hand. Scripts run with plain sqlplus.",
  contract: CONTRACT_VERSION,
  minimumVersion: "12.1",
  applies: (input) => Effect.sync(() => findAll(input)),
  plan: (input) => Effect.sync(() => planSteps(input))
})

/** What the host reads: the strategies of this package. */
export const strategies = [copySwap]
