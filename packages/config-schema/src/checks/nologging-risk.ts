// What does loading without redo do to this database's backups and standbys?
import { defineCheck, type CheckReport, type DatabaseInfo } from "@orapart/contract"
import { settingPath, tableName } from "../facts/wishes.ts"

const judge = (database: DatabaseInfo | null, table: string): CheckReport => {
  if (database?.forceLogging === true) {
    return {
      what: `nologging has no effect on ${table}: the database is in FORCE LOGGING.`,
      why: "Redo is written all the same, and the load takes as long as with it.",
      advice: `Take "nologging": true away.`,
      evidence: { forceLogging: true }
    }
  }
  if (database?.standby === true) {
    return {
      severity: "error",
      what: `nologging on ${table}: the database feeds a standby or a replication, which would get none of the copied rows.`,
      why: "On the standby the blocks are marked corrupt (ORA-01578, ORA-26040) and found after a failover.",
      advice: `Take "nologging": true away.`,
      evidence: { standby: true, forceLogging: database.forceLogging }
    }
  }
  const unseen = database === null || database.standby === null || database.forceLogging === null
  return {
    what: `nologging on ${table}: the copied rows cannot be recovered from redo until a backup is taken${unseen ? "; whether there is a standby or FORCE LOGGING is not known" : ""}.`,
    why: "After a restore the blocks are unreadable (ORA-01578, ORA-26040).",
    advice: "Back up the tablespace between step 40 and step 50; the old table is still the one in use then.",
    evidence: { standby: database?.standby ?? null, forceLogging: database?.forceLogging ?? null }
  }
}

export const nologgingRisk = defineCheck({
  code: "OP156",
  slug: "nologging-risk",
  title: "Loading without redo leaves rows that cannot be recovered",
  severity: "warning",
  rules: ["V16"],
  run: (context) => {
    if (context.table.migration_settings?.nologging !== true) return []
    return [{ ...judge(context.database, tableName(context)), at: settingPath("nologging") }]
  }
})
