// Is the estimate a number of hours?
import { defineCheck } from "@orapart/contract"
import { formatYears } from "../facts/words.ts"
import { settingPath, tableName } from "../facts/wishes.ts"

const HOURS_OF_A_MONTH = 720
const HOURS_PER_DAY = 24

export const estimatedHours = defineCheck({
  code: "OP167",
  slug: "estimated-hours",
  title: "The estimate is longer than a month",
  severity: "warning",
  rules: [],
  run: (context) => {
    const hours = context.table.migration_settings?.estimated_hours
    if (hours === undefined || hours <= HOURS_OF_A_MONTH) return []
    return [
      {
        at: settingPath("estimated_hours"),
        what: `estimated_hours of ${tableName(context)} is ${hours}: ${formatYears(hours / HOURS_PER_DAY)} days.`,
        why: "It is printed for the people who plan the change window; minutes or seconds in its place mislead them.",
        advice: `Write hours; for ${hours} minutes that is ${Math.round((hours / 60) * 10) / 10}. \`orapart plan\` makes its own estimate.`,
        evidence: { hours }
      }
    ]
  }
})
