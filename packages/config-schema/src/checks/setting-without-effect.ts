// Are there settings that nobody will read, given the others?
import { defineCheck, type CheckContext, type CheckReport } from "@orapart/contract"
import { settingPath, tableName, targetPath } from "../facts/wishes.ts"

const checkDelta = ({ table }: CheckContext): ReadonlyArray<CheckReport> => {
  const settings = table.migration_settings
  if (settings?.delta_column === undefined || settings.delta_sync === "timestamp") return []
  return [
    {
      at: settingPath("delta_column"),
      what: `delta_column ${settings.delta_column} is not read: delta_sync is ${settings.delta_sync === undefined ? "not given, which means none" : `"${settings.delta_sync}"`}.`,
      advice: 'Take it away, or write "delta_sync": "timestamp".'
    }
  ]
}

const checkChunks = ({ source, table }: CheckContext): ReadonlyArray<CheckReport> => {
  if (table.migration_settings?.chunk_rows === undefined || source === null || source.partitioning === null) return []
  return [
    {
      at: settingPath("chunk_rows"),
      what: `chunk_rows is not read: ${table.owner}.${table.table_name} is partitioned, and its load goes partition by partition.`,
      advice: "Take it away."
    }
  ]
}

// Only an action that allows both kinds lets these keys stand beside "NONE"; the others refuse them by their schema.
const checkSubpartitions = (context: CheckContext): ReadonlyArray<CheckReport> => {
  const {
    subpartition_column: column,
    subpartition_count: count,
    subpartition_type: type
  } = context.table.target_configuration
  if (type === "HASH" || (column ?? count ?? null) === null) return []
  return [
    {
      at: targetPath((column ?? null) === null ? "subpartition_count" : "subpartition_column"),
      what: `subpartition_column and subpartition_count of ${tableName(context)} are not read: subpartition_type is ${type === undefined || type === null ? "not given" : JSON.stringify(type)}.`,
      advice: 'Take them away, or write "subpartition_type": "HASH" with an action that makes subpartitions.'
    }
  ]
}

export const settingWithoutEffect = defineCheck({
  code: "OP168",
  slug: "setting-without-effect",
  title: "A setting is not read, given the others",
  severity: "warning",
  rules: [],
  run: (context) =>
    [...checkDelta(context), ...checkChunks(context), ...checkSubpartitions(context)].map((report) => ({
      ...report,
      why: "What is written and not done misleads the next reader."
    }))
})
