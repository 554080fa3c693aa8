// One schema for the user's editor: the core's part plus, per action, what its target_configuration may hold.
import type { JsonSchema, MigrationAction } from "@orapart/contract"
import { configSchema } from "./config-schema.ts"
import { tableSchema } from "./table-schema.ts"
import { when } from "./when.ts"

/** Where the schema for the core actions is published; `$schema` of a written config. */
export const configSchemaUrl = "https://unpkg.com/@orapart/config-schema/schema/migration-config.schema.json"

const byId = (left: MigrationAction, right: MigrationAction): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0

const targetRule = (action: MigrationAction): JsonSchema =>
  when(
    { required: ["migration_action"], properties: { migration_action: { const: action.id } } },
    { properties: { target_configuration: { $ref: `#/$defs/${action.id}` } } }
  )

/**
 * The config's JSON Schema (2020-12) with the targets of the given actions, dispatched by migration_action. Same actions, same
 * schema, whatever their order. The targets stand in `$defs` under the action's id.
 */
export const composeSchema = (actions: ReadonlyArray<MigrationAction>): JsonSchema => {
  const sorted = [...actions].sort(byId)
  const tableProperties = tableSchema["properties"] as { readonly [key: string]: JsonSchema }
  const table: JsonSchema = {
    ...tableSchema,
    properties: {
      ...tableProperties,
      migration_action: { ...tableProperties["migration_action"], enum: sorted.map((action) => action.id) }
    },
    allOf: sorted.map(targetRule)
  }
  const rootProperties = configSchema["properties"] as { readonly [key: string]: JsonSchema }
  return {
    ...configSchema,
    $id: configSchemaUrl,
    properties: { ...rootProperties, tables: { ...rootProperties["tables"], items: { $ref: "#/$defs/table" } } },
    $defs: {
      table,
      ...Object.fromEntries(sorted.map((action) => [action.id, { title: action.title, ...action.targetSchema }]))
    }
  }
}
