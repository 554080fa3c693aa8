// add_interval_partitioning: a heap table becomes an interval table of one level.
import { CONTRACT_VERSION, defineAction, type MigrationAction, type TableConfig } from "@orapart/contract"
import {
  checkIntervalAction,
  reachIntervalTarget,
  readPartialWishes,
  type PartialIntervalWishes
} from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { validateTarget } from "../generated/validate-target.js"
import { targetSchema } from "./target-schema.ts"

const id = "add_interval_partitioning"

/** The wishes of an entry; this action makes no subpartitions, whatever an unchecked entry says. */
const readWishes = (table: TableConfig): PartialIntervalWishes => ({
  ...readPartialWishes(table),
  subpartition_type: "NONE"
})

/** Heap to interval. */
export const addIntervalPartitioning: MigrationAction = defineAction({
  id,
  title: "Partition a heap table by interval",
  description:
    "Turns a table that is not partitioned into an interval-partitioned one: Oracle makes a partition per hour, day, week, month, quarter, year or number range by itself when the first row for it arrives. The first bound is initial_partition_value or, when absent, just below the smallest key of the snapshot.",
  contract: CONTRACT_VERSION,
  targetSchema,
  validateTarget,
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() => checkIntervalAction({ actionId: id, need: "heap", source, wishes: readWishes(table) })),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readWishes(table)))
})

/** The actions this package brings, as the plugin loader reads them. */
export const actions: ReadonlyArray<MigrationAction> = [addIntervalPartitioning]
