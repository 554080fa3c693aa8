// JSON Schema of migration_settings: how the move is done, the same for every action.
import type { JsonSchema } from "@orapart/contract"
import { when } from "./when.ts"

const indexOverrideSchema: JsonSchema = {
  type: ["string", "object"],
  description: 'LOCAL, GLOBAL or {"global_hash_partitions": n}.',
  required: ["global_hash_partitions"],
  additionalProperties: false,
  properties: {
    global_hash_partitions: {
      type: "integer",
      minimum: 2,
      maximum: 1024,
      description: "Partitions of a GLOBAL index hashed by its first column; a power of two."
    }
  },
  allOf: [when({ type: "string" }, { enum: ["LOCAL", "GLOBAL"] })]
}

const nameSchema = (what: string): JsonSchema => ({
  type: "string",
  minLength: 1,
  description: `${what}, in exact case and without quotes.`
})

const namesSchema: JsonSchema = {
  type: "object",
  description: "Names to use instead of the planned ones.",
  additionalProperties: false,
  properties: {
    interim: nameSchema("The new table until the cutover"),
    retained: nameSchema("The old table after the cutover"),
    ledger: nameSchema("The small table that keeps the state of the migration")
  }
}

/** `migration_settings` of a table; every key is optional. */
export const migrationSettingsSchema: JsonSchema = {
  type: "object",
  description: "How the migration is done. Every key is optional.",
  additionalProperties: false,
  properties: {
    estimated_hours: { type: "number", minimum: 0, description: "Expected duration in hours, for the reader." },
    priority: {
      type: "string",
      enum: ["HIGH", "MEDIUM", "LOW"],
      default: "MEDIUM",
      description: "Order among tables that do not depend on each other."
    },
    validate_data: {
      type: "boolean",
      default: true,
      description: "false leaves the comparison of old and new rows out."
    },
    backup_old_table: {
      type: "boolean",
      default: true,
      description: "false shortens the retention of the old table to 0 days; it is still kept until cleanup."
    },
    drop_old_after_days: {
      type: "integer",
      minimum: 0,
      maximum: 36500,
      default: 7,
      description: "Days after the cutover before the old table may be dropped."
    },
    strategy: {
      type: "string",
      minLength: 1,
      default: "copy_swap",
      description: "How the data moves: the id of a strategy."
    },
    delta_sync: {
      type: "string",
      enum: ["none", "timestamp", "trigger"],
      default: "none",
      description:
        "How changes made during the copy reach the new table. none: the table is READ ONLY from before the load until the cutover."
    },
    delta_column: {
      type: "string",
      minLength: 1,
      description: "The last-change column that delta_sync timestamp reads."
    },
    index_overrides: {
      type: "object",
      description: "LOCAL or GLOBAL per index name, where the planned choice is not wanted.",
      additionalProperties: indexOverrideSchema
    },
    names: namesSchema,
    ddl_lock_timeout_seconds: {
      type: "integer",
      minimum: 0,
      maximum: 1000000,
      default: 5,
      description: "Seconds that one DDL waits for its lock before it tries again (DDL_LOCK_TIMEOUT)."
    },
    chunk_rows: {
      type: "integer",
      minimum: 1,
      description: "Rows per load chunk of a heap table; absent loads it in one piece."
    },
    nologging: {
      type: "boolean",
      default: false,
      description: "true loads without redo: a backup is needed afterwards."
    }
  }
}
