// Reads the examples as they lie in the repository, config beside snapshot.
import { readFileSync } from "node:fs"
import type { MigrationConfig, SchemaSnapshot, TableConfig, TableModel } from "@orapart/contract"
import { examples } from "../../../../examples/definitions/index.ts"

/** The text of a file below examples/. */
export const readExample = (path: string): string =>
  readFileSync(new URL(`../../../../examples/${path}`, import.meta.url), "utf8")

/** An example as it lies on disk. */
export interface ReadExample {
  readonly folder: string
  readonly config: MigrationConfig
  readonly snapshot: SchemaSnapshot
}

/** Every example as it lies on disk. The files are trusted to have their types: the config-schema package proves that. */
export const readExamples: ReadonlyArray<ReadExample> = examples.map(({ folder }) => ({
  folder,
  config: JSON.parse(readExample(`${folder}/migration_config.json`)) as MigrationConfig,
  snapshot: JSON.parse(readExample(`${folder}/schema_snapshot.json`)) as SchemaSnapshot
}))

/** Every table of every snapshot, with a label for test names. */
export const allTables: ReadonlyArray<{
  readonly label: string
  readonly table: TableModel
  readonly snapshot: SchemaSnapshot
}> = readExamples.flatMap(({ folder, snapshot }) =>
  snapshot.tables.map((table) => ({ label: `${folder}: ${table.owner}.${table.name}`, table, snapshot }))
)

/** Every entry of every config with the table it is about. */
export const allEntries: ReadonlyArray<{
  readonly label: string
  readonly entry: TableConfig
  readonly table: TableModel
}> = readExamples.flatMap(({ folder, config, snapshot }) =>
  config.tables.map((entry) => {
    const table = snapshot.tables.find(({ owner, name }) => owner === entry.owner && name === entry.table_name)
    const label = `${folder}: ${entry.owner}.${entry.table_name}`
    if (table === undefined) throw new Error(`${label} is in the config and not in the snapshot.`)
    return { label, entry, table }
  })
)
