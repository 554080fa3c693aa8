// add_interval_hash_partitioning: a heap table becomes an interval table with hash subpartitions.
import { CONTRACT_VERSION, defineAction, type MigrationAction } from "@orapart/contract"
import { checkIntervalAction, reachIntervalTarget, readPartialWishes } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { validateTarget } from "../generated/validate-target.js"
import { targetSchema } from "./target-schema.ts"

const id = "add_interval_hash_partitioning"

/** Heap to interval-hash. */
export const addIntervalHashPartitioning: MigrationAction = defineAction({
  id,
  title: "Partition a heap table by interval and hash",
  description:
    "Turns a table that is not partitioned into an interval-hash one: partitions by time or number that Oracle makes by itself, each spread over a fixed number of hash subpartitions. The first bound is initial_partition_value or, when absent, just below the smallest key of the snapshot.",
  contract: CONTRACT_VERSION,
  targetSchema,
  validateTarget,
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() => checkIntervalAction({ actionId: id, need: "heap", source, wishes: readPartialWishes(table) })),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readPartialWishes(table)))
})

/** The actions this package brings, as the plugin loader reads them. */
export const actions: ReadonlyArray<MigrationAction> = [addIntervalHashPartitioning]
