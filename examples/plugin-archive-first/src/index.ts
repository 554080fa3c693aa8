// acme_archive_first: a heap table becomes an interval table, and its old rows are archived before it is moved.
import { CONTRACT_VERSION, defineAction, PlanError } from "@orapart/contract"
import type { Finding, MigrationAction, TableModel } from "@orapart/contract"
import { checkIntervalAction, readPartialWishes, reachIntervalTarget } from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { planArchiveStep } from "./archive-step.ts"
import { archiveColumnUnusable } from "./checks/archive-column-unusable.ts"
import { archiveNameTaken } from "./checks/archive-name-taken.ts"
import { nothingToArchive } from "./checks/nothing-to-archive.ts"
import { targetSchema } from "./target-schema.ts"
import { findArchiveColumn, isDateColumn, readArchiveWishes } from "./wishes.ts"

const id = "acme_archive_first"

/** Who plans without checking the config first gets the same refusal here. */
const refuseColumn = (source: TableModel, column: string): Finding => ({
  code: archiveColumnUnusable.code,
  slug: archiveColumnUnusable.slug,
  severity: "error",
  subject: `${source.owner}.${source.name}`,
  what: `${column || "archive_column"} is no DATE or TIMESTAMP column of ${source.owner}.${source.name}.`,
  why: "The archive step compares it with a day.",
  advice: "Name a DATE or TIMESTAMP column with archive_column.",
  evidence: { column }
})

/** Heap to interval, with an archive of the old rows. */
export const archiveFirst: MigrationAction = defineAction({
  id,
  title: "Archive old rows, then partition a heap table by interval",
  description:
    "Turns a heap table into an interval-partitioned one. Before it is moved, the rows older than archive_before are copied into a new archive table and compared, row by row. The table keeps all of its rows; whether the archived ones may go later is decided by people.",
  contract: CONTRACT_VERSION,
  targetSchema,
  defaultStrategy: "copy_swap",
  applies: ({ source, table }) =>
    Effect.sync(() => checkIntervalAction({ actionId: id, need: "heap", source, wishes: readPartialWishes(table) })),
  target: ({ source, table }) => Effect.sync(() => reachIntervalTarget(source, readPartialWishes(table))),
  checks: [archiveNameTaken, archiveColumnUnusable, nothingToArchive],
  extraSteps: Effect.fnUntraced(function* ({ source, table }) {
    const wishes = readArchiveWishes(table)
    const column = findArchiveColumn(source, wishes)
    if (column === undefined || !isDateColumn(column)) {
      const findings = [refuseColumn(source, wishes.archiveColumn)]
      return yield* Effect.fail(new PlanError({ reason: { _tag: "Refused", findings } }))
    }
    return [planArchiveStep(source, wishes)]
  })
})

/** The actions of this package, as orapart reads them. */
export const actions: ReadonlyArray<MigrationAction> = [archiveFirst]
