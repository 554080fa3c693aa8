// The config's settings with every default filled in, so that nothing later asks what an absent key means.
import type { Finding, PlanSettings, TableConfig, TableModel } from "@orapart/contract"
import { makeFinding } from "./plan-codes.ts"

/** Days the retained table is kept when the config does not say. */
export const DEFAULT_RETENTION_DAYS = 7

/** Seconds one DDL waits for its lock: short, because a waiting exclusive request stalls every later session. */
export const DEFAULT_LOCK_TIMEOUT_SECONDS = 5

const readParallelDegree = (table: TableConfig): number => {
  const wish = table.target_configuration["parallel_degree"]
  return typeof wish === "number" && Number.isInteger(wish) && wish >= 1 ? wish : 1
}

/**
 * The settings of a table with their defaults. `backup_old_table: false` shortens the retention to 0 days and does nothing
 * else. A delta_sync that is not available is read as `none`; `checkSettings` refuses it.
 */
export const resolveSettings = (table: TableConfig): PlanSettings => {
  const settings = table.migration_settings ?? {}
  return {
    priority: settings.priority ?? "MEDIUM",
    estimatedHours: settings.estimated_hours ?? null,
    validateData: settings.validate_data ?? true,
    dropOldAfterDays:
      settings.backup_old_table === false ? 0 : (settings.drop_old_after_days ?? DEFAULT_RETENTION_DAYS),
    deltaSync: settings.delta_sync === "timestamp" ? "timestamp" : "none",
    deltaColumn: settings.delta_column ?? null,
    ddlLockTimeoutSeconds: settings.ddl_lock_timeout_seconds ?? DEFAULT_LOCK_TIMEOUT_SECONDS,
    chunkRows: settings.chunk_rows ?? null,
    nologging: settings.nologging ?? false,
    parallelDegree: readParallelDegree(table),
    initialExtentBytes: null
  }
}

/** What the settings ask for and this version cannot do. */
export const checkSettings = (table: TableConfig, source: TableModel): ReadonlyArray<Finding> => {
  if (table.migration_settings?.delta_sync !== "trigger") return []
  return [
    makeFinding("OP223", {
      subject: `${source.owner}.${source.name}`,
      what: `delta_sync "trigger" is not available in this version.`,
      why: "Capturing inserts, updates and deletes by trigger is not written yet, and a copy without it would lose changes.",
      advice: `Use "delta_sync": "none": the table is READ ONLY from before the load until the cutover.`,
      evidence: { deltaSync: "trigger", available: ["none", "timestamp"] }
    })
  ]
}
