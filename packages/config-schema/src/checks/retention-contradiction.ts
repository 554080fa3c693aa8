// Do the two settings about keeping the old table say the same?
import { defineCheck } from "@orapart/contract"
import { countOf } from "../facts/words.ts"
import { settingPath, tableName } from "../facts/wishes.ts"

export const retentionContradiction = defineCheck({
  code: "OP162",
  slug: "retention-contradiction",
  title: "backup_old_table and drop_old_after_days contradict each other",
  severity: "warning",
  rules: ["V18"],
  run: (context) => {
    const settings = context.table.migration_settings
    const days = settings?.drop_old_after_days
    const at = settingPath("drop_old_after_days")
    if (days === undefined) return []
    if (settings?.backup_old_table === false && days > 0) {
      return [
        {
          at,
          what: `drop_old_after_days is ${days} for ${tableName(context)}, but backup_old_table is false, which means 0 days.`,
          why: "The old table may be dropped on the day of the cutover; after that there is no way back.",
          advice: `Take "backup_old_table": false away to keep the old table for ${countOf(days, "day")}, or write 0.`,
          evidence: { days, backupOldTable: false }
        }
      ]
    }
    if (settings?.backup_old_table === true && days === 0) {
      return [
        {
          at,
          what: `backup_old_table is true for ${tableName(context)}, but drop_old_after_days is 0: step 70 may drop the old table on the day of the cutover.`,
          why: "The old table is the way back; errors show themselves after a business cycle.",
          advice: "Write the days it has to be kept, 7 for example.",
          evidence: { days, backupOldTable: true }
        }
      ]
    }
    return []
  }
})
