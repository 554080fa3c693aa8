// JSON Schema of migration_config.json without the actions' part: compiled at build to generated/validate-config.js.
import type { JsonSchema } from "@orapart/contract"
import { tableSchema } from "./table-schema.ts"

const metadataSchema: JsonSchema = {
  type: "object",
  description: "Where the config came from. More keys are allowed.",
  properties: {
    generated_date: { type: ["string", "null"], description: "When it was written." },
    schema: { type: ["string", "null"], description: "The schema that was discovered." },
    discovery_criteria: { type: ["string", "null"], description: "What was looked for." },
    total_tables_found: { type: ["integer", "null"], minimum: 0, description: "Tables seen." },
    tables_selected_for_migration: {
      type: ["integer", "null"],
      minimum: 0,
      description: "Tables written with enabled true."
    },
    snapshot: {
      type: "string",
      minLength: 1,
      description: "Path of the snapshot, relative to this file. Default schema_snapshot.json."
    }
  }
}

/** The config's schema; `target_configuration` is left to the actions (see composeSchema). */
export const configSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "orapart migration config",
  description: "The wishes for repartitioning Oracle tables, read by orapart.",
  type: "object",
  required: ["tables"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", description: "Address of this schema, for editors." },
    plugins: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description: "Packages or local files that bring further actions and strategies."
    },
    templates: {
      type: "object",
      description: "Template overrides: template id to a file, relative to this one.",
      additionalProperties: { type: "string", minLength: 1 }
    },
    metadata: metadataSchema,
    tables: { type: "array", items: tableSchema, description: "The tables to repartition." }
  }
}
