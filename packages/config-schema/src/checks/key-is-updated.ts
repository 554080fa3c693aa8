// Is the partition key a column that programs change? Every change may move the row into another partition.
import { defineCheck, type ColumnModel, type TableConfig, type TableModel } from "@orapart/contract"
import { keyColumnOf, tableName, targetPath } from "../facts/wishes.ts"

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

const triggerThatSets = (source: TableModel, key: ColumnModel): string | null => {
  const assignment = new RegExp(`:\\s*NEW\\s*\\.\\s*"?${escapePattern(key.name)}"?\\s*:=`, "i")
  return (
    source.triggers.find(
      (trigger) => trigger.isEnabled && /\bUPDATE\b/i.test(trigger.event) && assignment.test(trigger.body)
    )?.name ?? null
  )
}

const changeName = /(^|_)(UPD|UPDATED?|MODIFIED|MODIFY|CHANGED)(_|$)/i

// That a column is never updated cannot be proven from the dictionary; these are the signs that it is.
const findSign = (source: TableModel, key: ColumnModel, table: TableConfig): string | null => {
  const trigger = triggerThatSets(source, key)
  if (trigger !== null) return `trigger ${trigger} sets it at updates`
  const settings = table.migration_settings
  if (settings?.delta_sync === "timestamp" && settings.delta_column === key.name)
    return "delta_column names it as the last-change column"
  const grant = source.grants.find((candidate) => candidate.privilege === "UPDATE" && candidate.column === key.name)
  if (grant !== undefined) return `${grant.grantee} has UPDATE on this very column`
  return changeName.test(key.name) ? "its name says so" : null
}

export const keyIsUpdated = defineCheck({
  code: "OP157",
  slug: "key-is-updated",
  title: "The partition key seems to be a column that programs change",
  severity: "warning",
  rules: ["V17"],
  run: (context) => {
    const key = keyColumnOf(context)
    if (key === null || context.source === null) return []
    const sign = findSign(context.source, key, context.table)
    if (sign === null) return []
    return [
      {
        subject: `${tableName(context)}.${key.name}`,
        at: targetPath("partition_column"),
        what: `The partition key ${key.name} seems to be changed after the insert: ${sign}.`,
        why: "The new table has ROW MOVEMENT, so such an update deletes the row here and inserts it there: slower, with a new ROWID, and old partitions are never finished.",
        advice: "Choose the column that says when a row came into being.",
        evidence: { column: key.name, sign }
      }
    ]
  }
})
