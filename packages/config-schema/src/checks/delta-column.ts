// Is there a last-change column to follow changes by?
import { defineCheck, type CheckContext, type CheckReport, type TableModel } from "@orapart/contract"
import { dataTypeFamily, describeColumn } from "@orapart/oracle-rules"
import { joinSome } from "../facts/words.ts"
import { findColumn, namedColumns, settingPath, tableName } from "../facts/wishes.ts"
import { findNearestName } from "../structure/nearest-name.ts"

const timeFamilies: ReadonlySet<string> = new Set(["date", "timestamp", "timestamp-tz", "timestamp-ltz"])

const listUsable = (source: TableModel | null): string => {
  const usable =
    source === null ? [] : namedColumns(source).filter((column) => timeFamilies.has(dataTypeFamily(column)))
  return usable.length === 0 ? "" : `DATE and TIMESTAMP columns: ${joinSome(usable.map(describeColumn), 8)}.`
}

const judge = (context: CheckContext, name: string | undefined): CheckReport | null => {
  const { source } = context
  if (name === undefined) {
    return {
      what: `delta_sync of ${tableName(context)} is "timestamp", but delta_column is not given.`,
      advice: `Name the last-change column. ${listUsable(source)}`.trim()
    }
  }
  if (source === null) return null
  const column = findColumn(source, name)
  if (column === null) {
    const nearest = findNearestName(
      name,
      namedColumns(source).map((candidate) => candidate.name)
    )
    const meant = nearest === null ? "" : `Did you mean ${nearest}? `
    return {
      what: `delta_column is ${name}, but ${tableName(context)} has no such column.`,
      advice: `${meant}${listUsable(source)}`.trim(),
      evidence: { column: name, nearest }
    }
  }
  if (timeFamilies.has(dataTypeFamily(column))) return null
  return {
    what: `delta_column is ${describeColumn(column)}; it has to be a DATE or TIMESTAMP column.`,
    advice: listUsable(source),
    evidence: { column: name, dataType: column.dataType }
  }
}

export const deltaColumn = defineCheck({
  code: "OP160",
  slug: "delta-column",
  title: "There is no last-change column to follow changes by",
  severity: "error",
  rules: ["V18"],
  run: (context) => {
    const settings = context.table.migration_settings
    if (settings?.delta_sync !== "timestamp") return []
    const report = judge(context, settings.delta_column)
    return report === null ? [] : [{ ...report, at: settingPath("delta_column") }]
  }
})
