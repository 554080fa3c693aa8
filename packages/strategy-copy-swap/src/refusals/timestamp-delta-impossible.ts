import { dataTypeFamily, describeColumn, userColumns } from "@orapart/oracle-rules"
import { deltaKey } from "../delta-key.ts"
import { defineRefusal } from "../refusal.ts"

/** A timestamp delta needs a key to match rows by and a column that says when a row last changed. */
export const timestampDeltaImpossible = defineRefusal({
  code: "OP249",
  slug: "timestamp-delta-impossible",
  title: "delta_sync timestamp lacks a key or a last-change column",
  severity: "error",
  find: ({ source, settings }) => {
    if (settings.deltaSync !== "timestamp") return []
    const datetimes = userColumns(source).filter((column) => ["date", "timestamp"].includes(dataTypeFamily(column)))
    const candidates = datetimes.map(describeColumn).join(", ") || "none"
    const chosen = datetimes.find((column) => column.name === settings.deltaColumn)
    return [
      ...(deltaKey(source) === null
        ? [
            {
              what: `delta_sync is "timestamp", but ${source.owner}.${source.name} has no primary or unique key whose columns are all NOT NULL to match changed rows by.`,
              advice: `Use "delta_sync": "none".`,
              evidence: {}
            }
          ]
        : []),
      ...(chosen === undefined
        ? [
            {
              what: `delta_sync is "timestamp", but delta_column is ${settings.deltaColumn ?? "not given"}; it must be the DATE or TIMESTAMP column that every insert and update sets. Such columns: ${candidates}.`,
              advice: `Name it in migration_settings.delta_column, or use "delta_sync": "none".`,
              evidence: { found: settings.deltaColumn, candidates: datetimes.map((column) => column.name) }
            }
          ]
        : [])
    ]
  }
})
