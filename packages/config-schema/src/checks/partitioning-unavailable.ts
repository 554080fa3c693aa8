// Can this database make such tables at all: release and option?
import { defineCheck, type CheckReport, type DatabaseInfo } from "@orapart/contract"
import { compareVersions, formatVersion, OLDEST_VERSION } from "@orapart/oracle-rules"
import { isFirstEnabled } from "../facts/once-per-file.ts"

const reportVersion = (database: DatabaseInfo): ReadonlyArray<CheckReport> => {
  const { version } = database
  if (version === null || compareVersions(version, OLDEST_VERSION) >= 0) return []
  return [
    {
      what: `The database is Oracle ${formatVersion(version)}; the scripts need ${formatVersion(OLDEST_VERSION)} or later.`,
      why: "Identity columns, STANDARD_HASH for the comparison and invisible columns came with 12.1.",
      advice: "Upgrade the database first.",
      evidence: { version: formatVersion(version), needed: formatVersion(OLDEST_VERSION) }
    }
  ]
}

const reportOption = (database: DatabaseInfo): ReadonlyArray<CheckReport> => {
  if (database.partitioningOption === true) return []
  if (database.partitioningOption === false) {
    return [
      {
        what: "The database has no Partitioning option: CREATE TABLE ... PARTITION BY raises ORA-00439.",
        why: "Partitioning is an option of Enterprise Edition, and part of XE and Free.",
        advice: "License and enable the option, or use another database.",
        evidence: { partitioningOption: false }
      }
    ]
  }
  return [
    {
      severity: "info",
      what: "Not checked: whether the database has the Partitioning option (V$OPTION was not visible).",
      advice: "Step 00 of the script set asks the database.",
      evidence: { partitioningOption: null }
    }
  ]
}

export const partitioningUnavailable = defineCheck({
  code: "OP148",
  slug: "partitioning-unavailable",
  title: "The database cannot make partitioned tables",
  severity: "error",
  rules: ["V11"],
  run: (context) => {
    const { database } = context
    if (database === null || !isFirstEnabled(context)) return []
    return [...reportVersion(database), ...reportOption(database)].map((report) => ({
      ...report,
      subject: "the database",
      isAboutFile: true
    }))
  }
})
