// Says what following changes by a timestamp misses.
import { defineCheck } from "@orapart/contract"
import { settingPath, tableName } from "../facts/wishes.ts"

export const deltaTimestamp = defineCheck({
  code: "OP159",
  slug: "delta-timestamp",
  title: "Following changes by a timestamp misses some of them",
  severity: "warning",
  rules: ["V18"],
  run: (context) => {
    const settings = context.table.migration_settings
    if (settings?.delta_sync !== "timestamp") return []
    const column = settings.delta_column ?? "the last-change column"
    return [
      {
        at: settingPath("delta_sync"),
        what: `delta_sync "timestamp" on ${tableName(context)} misses deletes, updates that leave ${column} as it was, and transactions that commit late.`,
        why: "The exact comparison before the cutover finds what was missed and stops it; the work starts again then.",
        advice: 'Use "none" unless the application only inserts and always sets the column.',
        evidence: { column: settings.delta_column ?? null }
      }
    ]
  }
})
