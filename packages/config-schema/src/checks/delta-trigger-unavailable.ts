// Is a way of following changes asked for that this version does not have?
import { defineCheck } from "@orapart/contract"
import { settingPath, tableName } from "../facts/wishes.ts"

export const deltaTriggerUnavailable = defineCheck({
  code: "OP158",
  slug: "delta-trigger-unavailable",
  title: "Following changes by trigger is not available in this version",
  severity: "error",
  rules: ["V18"],
  run: (context) => {
    if (context.table.migration_settings?.delta_sync !== "trigger") return []
    return [
      {
        at: settingPath("delta_sync"),
        what: `delta_sync of ${tableName(context)} is "trigger", which is not available in this version.`,
        why: "Without the capture, changes made during the copy would be lost.",
        advice:
          'Use "none": the table is READ ONLY from before the load until the cutover. "timestamp" follows inserts and updates that set a column, no deletes.',
        evidence: { available: ["none", "timestamp"] }
      }
    ]
  }
})
