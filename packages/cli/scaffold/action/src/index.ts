// acme_archive_first: a heap table becomes an interval table, and its old rows are archived before it is moved.
import { CONTRACT_VERSION, defineAction } from "@orapart/contract"
import type { ActionInput, Finding, MigrationAction } from "@orapart/contract"
import { checkIntervalAction, readPartialWishes, reachIntervalTarget } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { planArchiveSteps } from "./archive-steps.ts"
import { targetSchema } from "./target-schema.ts"
import { readArchiveWishes } from "./wishes.ts"

const id = "acme_archive_first"

/** A code of your own has letters of your own, three digits, and a page in pages/. */
const refuseDelta = ({ source, table }: ActionInput): ReadonlyArray<Finding> => {
  const deltaSync = table.migration_settings?.delta_sync ?? "none"
  if (deltaSync === "none") return []
  return [
    {
      code: "ACME101",
      slug: "archive-needs-freeze",
      severity: "error",
      subject: `${source.owner}.${source.name}`,
      what: `delta_sync is ${deltaSync}: rows of ${source.owner}.${source.name} may change while they are archived.`,
      why: "The archive is counted against the table, which proves something only while nobody writes.",
      advice: 'Leave delta_sync out or set it to "none".',
      evidence: { deltaSync }
    }
  ]
}

/** Heap to interval, with an archive of the old rows. */
export const archiveFirstAction: MigrationAction = defineAction({
  id,
  title: "Archive old rows, then partition a heap table by interval",
  description:
    "Turns a heap table into an interval-partitioned one. Before it is moved, the rows older than archive_before are copied into a new archive table and counted. The table keeps all of its rows.",
  contract: CONTRACT_VERSION,
  targetSchema,
  defaultStrategy: "copy_swap",
  // Which tables it takes: no error means yes.
  applies: (input) =>
    Effect.sync(() => [
      ...checkIntervalAction({
        actionId: id,
        need: "heap",
        source: input.source,
        wishes: readPartialWishes(input.table)
      }),
      ...refuseDelta(input)
    ]),
  // What the table becomes: the layout alone. Indexes, constraints and names are the planner's.
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readPartialWishes(table))),
  extraSteps: ({ source, table }) => Effect.sync(() => planArchiveSteps(source, readArchiveWishes(table)))
})

/** The actions of this package, as orapart reads them. */
export const actions: ReadonlyArray<MigrationAction> = [archiveFirstAction]
