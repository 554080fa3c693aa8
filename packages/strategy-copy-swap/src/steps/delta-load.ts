// Step 40: what changed meanwhile, statistics, the comparison, the grants: everything that can be ready before the change window.
import type { Step } from "@orapart/contract"
import { compareSeconds } from "../estimates.ts"
import type { Migration } from "../migration.ts"
import { comparisonData } from "../sql/comparison.ts"
import { deltaData } from "../sql/delta.ts"
import { grantRows, grantStatements } from "../sql/grants.ts"
import { methodOpt } from "../sql/statistics.ts"

/** Steps 40.1 to 40.4 of the reference. */
export const planDeltaLoad = (migration: Migration): Step => {
  const { source, target, settings } = migration
  const delta = deltaData(migration)
  const isCompared = settings.validateData && delta === null
  return {
    id: "delta-load",
    number: 40,
    file: "40_delta_load.sql",
    phase: "load",
    title: `Delta, statistics, comparison and grants of ${migration.interim}`,
    why: "what is ready before the cutover does not lengthen it: optimizer statistics, privileges, the proof that the copy is right",
    does: `${delta === null ? "" : "merges rows changed since the load, "}gathers statistics${isCompared ? ", compares every row" : ""}, gives ${target.grants.length} grants`,
    apply: {
      template: "core:40_delta_load.sql",
      data: {
        promptText: `${delta === null ? "no delta" : "delta"}, statistics${isCompared ? ", comparison" : ""}, grants`,
        delta,
        methodOpt: methodOpt(target),
        lockStatistics: source.statistics.isLocked,
        compare: settings.validateData,
        comparison: comparisonData(target),
        grants: grantStatements(target.owner, target.grants),
        grantRows: grantRows(target.grants),
        policyCount: target.policies.length
      }
    },
    revert: {
      kind: "script",
      file: "40_undo_delta_load.sql",
      script: { template: "core:rollback/40_undo_delta_load.sql", data: {} },
      does: `revokes the grants on ${migration.interim} and deletes its statistics`,
      until: "the cutover (step 50); after its undo again",
      loses: "nothing"
    },
    restart: delta === null ? "resume" : "run-again",
    locks: [
      {
        object: migration.interim,
        mode: delta === null ? "library" : "row",
        duration: delta === null ? "an instant per grant" : "per delta round"
      }
    ],
    needs: "owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE",
    estimate: { seconds: isCompared ? compareSeconds(migration) : null, bytes: null },
    master: 1
  }
}
