// JSON Schema of one table's entry. Knows nothing of what an action wants in target_configuration.
import type { JsonSchema } from "@orapart/contract"
import { migrationSettingsSchema } from "./migration-settings-schema.ts"

const columnListSchema = (description: string): JsonSchema => ({
  type: ["array", "null"],
  description,
  items: {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", description: "Column name as the dictionary has it." },
      type: { type: ["string", "null"], description: "Data type, for example VARCHAR2(50)." },
      nullable: { type: ["string", "null"], description: "Y or N." }
    }
  }
})

const currentStateSchema: JsonSchema = {
  type: "object",
  description:
    "What the table was when the config was written. For the reader only: plans take facts from the snapshot. More keys are allowed.",
  properties: {
    is_partitioned: { type: ["boolean", "null"], description: "Whether the table has partitions." },
    partition_type: { type: ["string", "null"], description: "NONE, RANGE, LIST, HASH, ..." },
    is_interval: { type: ["boolean", "null"], description: "Whether partitions are made by an interval." },
    interval_definition: { type: ["string", "null"], description: "The interval as the dictionary tells it." },
    current_partition_count: { type: ["integer", "null"], description: "Existing partitions." },
    current_partition_key: { type: ["string", "null"], description: "Partition key column." },
    has_subpartitions: { type: ["boolean", "null"], description: "Whether partitions are cut again." },
    size_gb: { type: ["number", "null"], description: "Size in GB." },
    row_count: { type: ["integer", "null"], description: "Rows; null when statistics were never gathered." },
    lob_count: { type: ["integer", "null"], description: "LOB columns." },
    index_count: { type: ["integer", "null"], description: "Indexes." }
  }
}

const availableColumnsSchema: JsonSchema = {
  type: "object",
  description: "Columns to choose from, for the reader only. More keys are allowed.",
  properties: {
    timestamp_columns: columnListSchema("DATE and TIMESTAMP columns: candidates for partition_column."),
    numeric_columns: columnListSchema("NUMBER columns: candidates for subpartition_column."),
    string_columns: columnListSchema("Character columns.")
  }
}

/** One entry of `tables`; target_configuration is any object here, its keys are checked with the action's own schema. */
export const tableSchema: JsonSchema = {
  type: "object",
  description: "One table to repartition.",
  required: ["owner", "table_name", "migration_action", "target_configuration"],
  additionalProperties: false,
  properties: {
    enabled: { type: "boolean", default: true, description: "false leaves the table out. Default true." },
    owner: {
      type: "string",
      minLength: 1,
      description: "Schema that owns the table, exactly as the dictionary has it: usually upper case."
    },
    table_name: {
      type: "string",
      minLength: 1,
      description: "Table name, exactly as the dictionary has it: usually upper case."
    },
    current_state: currentStateSchema,
    available_columns: availableColumnsSchema,
    migration_action: {
      type: "string",
      minLength: 1,
      description: "What the table becomes: the id of a migration action (`orapart actions` lists them)."
    },
    target_configuration: {
      type: "object",
      description: "The wishes for the new layout; its keys belong to the migration action."
    },
    migration_settings: migrationSettingsSchema
  }
}
