// Where the config's keys belong, for a key that stands in the wrong place.
import type { JsonSchema } from "@orapart/contract"
import { configSchema } from "../schema/config-schema.ts"
import { migrationSettingsSchema } from "../schema/migration-settings-schema.ts"
import { tableSchema } from "../schema/table-schema.ts"

/** The keys a schema's `properties` names; empty when it names none. */
export const keysOf = (schema: unknown): ReadonlyArray<string> => {
  const properties = typeof schema === "object" && schema !== null ? (schema as JsonSchema)["properties"] : undefined
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : []
}

const places: ReadonlyArray<{ readonly place: string; readonly schema: JsonSchema }> = [
  { place: "the file's object", schema: configSchema },
  { place: "the table's entry", schema: tableSchema },
  { place: "migration_settings", schema: migrationSettingsSchema }
]

/** The place a key belongs to, in words; null when no place knows it. `target` is the schema of the table's action, where known. */
export const findPlaceOfKey = (key: string, target: JsonSchema | null): string | null => {
  if (target !== null && keysOf(target).includes(key)) return "target_configuration"
  return places.find(({ schema }) => keysOf(schema).includes(key))?.place ?? null
}
