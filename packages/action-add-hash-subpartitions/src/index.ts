// add_hash_subpartitions: an interval table gets hash subpartitions and keeps everything else of its layout.
import { CONTRACT_VERSION, defineAction, type MigrationAction, type TableConfig } from "@orapart/contract"
import {
  checkIntervalAction,
  reachIntervalTarget,
  readPartialWishes,
  type PartialIntervalWishes
} from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { validateTarget } from "../generated/validate-target.js"
import { findContradictions } from "./contradictions.ts"
import { targetSchema } from "./target-schema.ts"

const id = "add_hash_subpartitions"

/**
 * The wishes without key, interval and first bound: those are the source's. The explicit partitions come back with their bounds, so that
 * the interval section begins where it begins today and every partition to come has the bound it would have had: Oracle counts
 * bounds and positions from the last explicit bound (rule book 1.4, 1.6).
 */
const readKeptWishes = (table: TableConfig): PartialIntervalWishes => {
  const {
    partition_column: _key,
    interval_type: _unit,
    interval_value: _value,
    initial_partition_value: _bound,
    ...kept
  } = readPartialWishes(table)
  return kept
}

/** Interval to interval-hash with the source's key, interval and bounds. */
export const addHashSubpartitions: MigrationAction = defineAction({
  id,
  title: "Add hash subpartitions to an interval table; key, interval and bounds stay",
  description:
    "Rebuilds an interval table without subpartitions as an interval-hash one with the same key, interval and bounds: every partition comes back with its bound and gets hash subpartitions. Wishes that contradict the table's layout are refused; convert_interval_to_interval_hash changes them.",
  contract: CONTRACT_VERSION,
  targetSchema,
  validateTarget,
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() => [
      ...checkIntervalAction({ actionId: id, need: "interval", source, wishes: readKeptWishes(table) }),
      ...findContradictions(source, readPartialWishes(table))
    ]),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readKeptWishes(table)))
})

/** The actions this package brings, as the plugin loader reads them. */
export const actions: ReadonlyArray<MigrationAction> = [addHashSubpartitions]
