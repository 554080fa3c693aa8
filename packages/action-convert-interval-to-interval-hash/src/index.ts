// convert_interval_to_interval_hash: an interval table gets hash subpartitions; key, interval and first bound may change on the way.
import { CONTRACT_VERSION, defineAction, type MigrationAction } from "@orapart/contract"
import { checkIntervalAction, reachIntervalTarget, readPartialWishes } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { validateTarget } from "../generated/validate-target.js"
import { targetSchema } from "./target-schema.ts"

const id = "convert_interval_to_interval_hash"

/** Interval to interval-hash, with a new layout where wished. */
export const convertIntervalToIntervalHash: MigrationAction = defineAction({
  id,
  title: "Add hash subpartitions to an interval table; key, interval and first bound may change",
  description:
    "Rebuilds an interval table without subpartitions as an interval-hash one. With the same key and without initial_partition_value the table keeps its explicit partitions, as long as the new interval fits behind the last of them; otherwise it begins with one new first partition.",
  contract: CONTRACT_VERSION,
  targetSchema,
  validateTarget,
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() =>
      checkIntervalAction({ actionId: id, need: "interval", source, wishes: readPartialWishes(table) })
    ),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readPartialWishes(table)))
})

/** The actions this package brings, as the plugin loader reads them. */
export const actions: ReadonlyArray<MigrationAction> = [convertIntervalToIntervalHash]
