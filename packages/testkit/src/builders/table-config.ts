// Builds configs that fit tableModel's defaults: HR.ORDERS by day on ORDER_DATE with 8 hash subpartitions on ORDER_ID.
import type { MigrationConfig, TableConfig } from "@orapart/contract"

/** Complete wishes for interval-hash partitioning; keys given as undefined are left out. */
export const intervalTarget = (
  given: { readonly [key: string]: unknown } = {}
): { readonly [key: string]: unknown } => {
  const wishes = {
    partition_type: "INTERVAL",
    partition_column: "ORDER_DATE",
    interval_type: "DAY",
    interval_value: 1,
    initial_partition_value: "TO_DATE('2024-01-01', 'YYYY-MM-DD')",
    subpartition_type: "HASH",
    subpartition_column: "ORDER_ID",
    subpartition_count: 8,
    ...given
  }
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined))
}

/** One table's entry. `target_configuration` is laid over `intervalTarget()`; a key set to undefined is left out. */
export const tableConfig = (given: Partial<TableConfig> = {}): TableConfig => ({
  owner: "HR",
  table_name: "ORDERS",
  migration_action: "add_interval_hash_partitioning",
  ...given,
  target_configuration: intervalTarget(given.target_configuration)
})

/** A config of the entries given, or of one default entry. */
export const migrationConfig = (given: Partial<MigrationConfig> = {}): MigrationConfig => ({
  tables: [tableConfig()],
  ...given
})
