// Example minimal: the least that a config and a snapshot can say.
import { column, primaryKey, schemaSnapshot, tableModel } from "@orapart/testkit/builders"
import { dates, ids } from "./column-facts.ts"
import type { Example } from "./example.ts"
import { schemaFolder } from "./example.ts"
import { measure } from "./sizes.ts"

const readings = measure(
  tableModel({
    owner: "APP",
    name: "READINGS",
    columns: [
      column("READING_ID NUMBER(12) NOT NULL", { statistics: ids(250_000) }),
      column("TAKEN_AT DATE NOT NULL", { statistics: dates("2025-03-01 00:00:03", "2025-12-31 23:59:58", 240_000) })
    ],
    constraints: [primaryKey("READINGS_PK", "READING_ID")]
  }),
  { rows: 250_000, averageRowBytes: 14 }
)

/** One table with the required keys only; its config is written by hand. */
export const minimal: Example = {
  folder: "minimal",
  config: null,
  snapshot: schemaSnapshot({
    $schema: `${schemaFolder}/schema-snapshot.schema.json`,
    takenAt: "2026-01-05T07:00:00Z",
    tables: [readings]
  })
}
