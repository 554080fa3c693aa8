// Example refused: a table for every type and feature that is not carried. Its golden file is what people read: the exact findings.
import { databaseInfo, schemaSnapshot } from "@orapart/testkit/builders"
import type { Example } from "../example.ts"
import { exampleConfig, schemaFolder } from "../example.ts"
import { refusedFeatures } from "./features.ts"
import { refusedKeys } from "./keys.ts"
import { refusedKinds } from "./kinds.ts"
import type { RefusedTable } from "./refused-table.ts"
import { refusedTypes } from "./types.ts"

export type { RefusedTable } from "./refused-table.ts"

/** Every refused table: types, keys, kinds, features. */
export const refusedTables: ReadonlyArray<RefusedTable> = [
  ...refusedTypes,
  ...refusedKeys,
  ...refusedKinds,
  ...refusedFeatures
]

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo(),
  tables: refusedTables.map(({ table }) => table)
})

/** One snapshot and one config with all of them. */
export const refused: Example = {
  folder: "refused",
  snapshot,
  config: exampleConfig(
    snapshot,
    refusedTables.map(({ entry }) => entry)
  )
}
