// Does a DDL wait so long for its lock that it stalls the application?
import { defineCheck } from "@orapart/contract"
import { settingPath, tableName } from "../facts/wishes.ts"

const LONGEST_WAIT_SECONDS = 30

export const lockTimeout = defineCheck({
  code: "OP171",
  slug: "lock-timeout",
  title: "A DDL waits long for its lock",
  severity: "warning",
  rules: [],
  run: (context) => {
    const seconds = context.table.migration_settings?.ddl_lock_timeout_seconds
    if (seconds === undefined || seconds <= LONGEST_WAIT_SECONDS) return []
    return [
      {
        at: settingPath("ddl_lock_timeout_seconds"),
        what: `ddl_lock_timeout_seconds of ${tableName(context)} is ${seconds}.`,
        why: "While a DDL waits for its exclusive lock, every later DML on the table waits behind it; the scripts try again by themselves.",
        advice: "Use 3 to 5 seconds.",
        evidence: { seconds }
      }
    ]
  }
})
