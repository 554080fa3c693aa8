// The wishes, as people write them: the predecessor's format key for key plus additive keys. Facts never live here:
// current_state and available_columns are for the reader, the planner takes facts from the snapshot.

/** The content of migration_config.json after validation. Keys keep the file's own snake case. */
export interface MigrationConfig {
  readonly $schema?: string
  readonly plugins?: ReadonlyArray<string>
  /** Template overrides: template id to the path of a file, relative to the config. */
  readonly templates?: { readonly [templateId: string]: string }
  readonly metadata?: ConfigMetadata
  readonly tables: ReadonlyArray<TableConfig>
}

/** Where the config came from. */
export interface ConfigMetadata {
  readonly generated_date?: string
  readonly schema?: string
  readonly discovery_criteria?: string
  readonly total_tables_found?: number
  readonly tables_selected_for_migration?: number
  readonly snapshot?: string
  readonly [other: string]: unknown
}

/** One table of the config. */
export interface TableConfig {
  /** Default true. */
  readonly enabled?: boolean
  readonly owner: string
  readonly table_name: string
  readonly current_state?: { readonly [key: string]: unknown }
  readonly available_columns?: { readonly [key: string]: unknown }
  readonly migration_action: string
  /** Its shape belongs to the action: see the action's target schema. */
  readonly target_configuration: TargetConfiguration
  readonly migration_settings?: MigrationSettings
}

/** The wishes for the new layout. The core actions read the keys of IntervalTargetConfiguration; others may bring their own. */
export interface TargetConfiguration {
  readonly [key: string]: unknown
}

/** How the migration is done. */
export interface MigrationSettings {
  readonly estimated_hours?: number
  readonly priority?: "HIGH" | "MEDIUM" | "LOW"
  /** Default true; false leaves the comparison out, and README and plan say so. */
  readonly validate_data?: boolean
  /** Default true; false shortens the retention of the old table to 0 days, nothing more. */
  readonly backup_old_table?: boolean
  /** Days after the cutover before 70 may drop the retained table; default 7. */
  readonly drop_old_after_days?: number
  /** Default copy_swap. */
  readonly strategy?: string
  /** Default none: the table is READ ONLY from before the load until the cutover. */
  readonly delta_sync?: "none" | "timestamp" | "trigger"
  /** The last-change column that delta_sync timestamp reads. */
  readonly delta_column?: string
  readonly index_overrides?: {
    readonly [indexName: string]: "LOCAL" | "GLOBAL" | { readonly global_hash_partitions: number }
  }
  /** Chosen names for the interim table, the retained table and the ledger. */
  readonly names?: { readonly interim?: string; readonly retained?: string; readonly ledger?: string }
  /** Seconds one DDL waits for its lock before it tries again; default 5. */
  readonly ddl_lock_timeout_seconds?: number
  /** Rows per load chunk for a heap table; absent loads it in one piece. */
  readonly chunk_rows?: number
  /** Default false: redo is written. */
  readonly nologging?: boolean
}
