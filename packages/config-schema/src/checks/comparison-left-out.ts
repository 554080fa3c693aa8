// Is the proof left out that no row was lost?
import { defineCheck } from "@orapart/contract"
import { settingPath, tableName } from "../facts/wishes.ts"

export const comparisonLeftOut = defineCheck({
  code: "OP163",
  slug: "comparison-left-out",
  title: "The comparison of old and new rows is left out",
  severity: "warning",
  rules: ["V19"],
  run: (context) => {
    if (context.table.migration_settings?.validate_data !== false) return []
    return [
      {
        at: settingPath("validate_data"),
        what: `validate_data is false: the rows of ${tableName(context)} and of its copy are not compared before the cutover.`,
        why: "A load that a policy, a trigger or an error cut short would be found by its users.",
        advice: "Leave the comparison in: it is one full scan of each side, in parallel."
      }
    ]
  }
})
