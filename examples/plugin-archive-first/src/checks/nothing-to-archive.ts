// Does the snapshot know of any row that is old enough?
import { defineCheck } from "@orapart/contract"
import { findArchiveColumn, readArchiveWishes } from "../wishes.ts"

export const nothingToArchive = defineCheck({
  code: "ACME103",
  slug: "nothing-to-archive",
  title: "No row is old enough to be archived",
  severity: "warning",
  rules: [],
  run: ({ source, table }) => {
    const wishes = readArchiveWishes(table)
    const low = source === null ? null : (findArchiveColumn(source, wishes)?.statistics?.low ?? null)
    // Both are ISO texts, so their order is that of the days.
    if (low === null || low.slice(0, 10) < wishes.archiveBefore) return []
    return [
      {
        at: "/target_configuration/archive_before",
        what: `The oldest ${wishes.archiveColumn} that the snapshot knows is ${low}, and archive_before is ${wishes.archiveBefore}: the archive stays empty.`,
        why: "The statistics may be old; the step counts for itself.",
        advice: "Correct archive_before, or use add_interval_partitioning, which archives nothing.",
        evidence: { low, before: wishes.archiveBefore }
      }
    ]
  }
})
