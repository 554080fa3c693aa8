// Two actions as a config sees them: an id, a schema and its validator. What they do to tables is not asked here.
import { CONTRACT_VERSION, defineAction, type MigrationAction, type TableModel } from "@orapart/contract"
import { intervalTargetSchema } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { compileTargetSchema } from "../src/compile.ts"

/** An action of this id whose target has the core's interval keys, with hash subpartitions or without. */
export const testAction = (id: string, subpartitions: "hash" | "none", isIntervalRequired = true): MigrationAction => {
  const targetSchema = intervalTargetSchema({ subpartitions, isIntervalRequired })
  return defineAction({
    id,
    title: id,
    description: id,
    contract: CONTRACT_VERSION,
    targetSchema,
    validateTarget: compileTargetSchema(targetSchema),
    defaultStrategy: "copy_swap",
    applies: () => Effect.succeed([]),
    target: ({ source }) => Effect.succeed<TableModel>(source)
  })
}

export const hashAction = testAction("add_interval_hash_partitioning", "hash")
export const intervalAction = testAction("add_interval_partitioning", "none")
export const testActions = [hashAction, intervalAction]
