// convert_to_interval_hash: a table partitioned by range, list, hash or on two levels becomes an interval-hash table.
import { CONTRACT_VERSION, defineAction, type MigrationAction } from "@orapart/contract"
import { checkIntervalAction, reachIntervalTarget, readPartialWishes } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { validateTarget } from "../generated/validate-target.js"
import { noteSameLayout } from "./same-layout.ts"
import { targetSchema } from "./target-schema.ts"

const id = "convert_to_interval_hash"

/** Range, list, hash or composite to interval-hash. */
export const convertToIntervalHash: MigrationAction = defineAction({
  id,
  title: "Rebuild a range, list, hash or composite table as interval-hash",
  description:
    "Rebuilds a table partitioned by range, by list, by hash or on two levels as an interval-hash one. The old partitions do not come back: rows go where the new key puts them. A table that is interval-hash already gets another number of subpartitions, another hash key or another interval this way.",
  contract: CONTRACT_VERSION,
  targetSchema,
  validateTarget,
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() => {
      const wishes = readPartialWishes(table)
      return [
        ...checkIntervalAction({ actionId: id, need: "partitioned", source, wishes }),
        ...noteSameLayout(source, wishes)
      ]
    }),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readPartialWishes(table)))
})

/** The actions this package brings, as the plugin loader reads them. */
export const actions: ReadonlyArray<MigrationAction> = [convertToIntervalHash]
