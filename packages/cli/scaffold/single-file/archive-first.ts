// acme_archive_first: one local file that is a migration action. Name it in a config: "plugins": ["./archive-first.ts"].
// It imports from the orapart that loads it; nothing has to be installed beside it.
import { CONTRACT_VERSION, defineAction } from "@orapart/contract"
import type { MigrationAction, TableConfig } from "@orapart/contract"
import { checkIntervalAction, reachIntervalTarget } from "@orapart/oracle-rules"
import type { PartialIntervalWishes } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"

const id = "acme_archive_first"

/** The house rule: one partition per month; a config says only by which column. */
const readWishes = ({ target_configuration: wishes }: TableConfig): PartialIntervalWishes => ({
  partition_type: "INTERVAL",
  partition_column: String(wishes["by"]),
  interval_type: "MONTH",
  interval_value: 1
})

/** Heap to one partition per month. */
export const archiveFirstAction: MigrationAction = defineAction({
  id,
  title: "Partition a heap table by month, as the house rule says",
  description:
    "Turns a heap table into one with a partition per month. The first bound lies just below the smallest key.",
  contract: CONTRACT_VERSION,
  targetSchema: {
    type: "object",
    required: ["by"],
    additionalProperties: false,
    properties: { by: { type: "string", description: "The DATE or TIMESTAMP column to cut by.", minLength: 1 } }
  },
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() => checkIntervalAction({ actionId: id, need: "heap", source, wishes: readWishes(table) })),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readWishes(table)))
})
