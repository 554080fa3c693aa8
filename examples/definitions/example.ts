// What an example is made of, and the part of its config that repeats facts for the reader. The wishes stand in the definitions.
import type {
  ColumnModel,
  MigrationConfig,
  MigrationSettings,
  SchemaSnapshot,
  TableConfig,
  TableModel
} from "@orapart/testkit/builders"
import { gigabytes } from "./sizes.ts"

/** One folder of examples. */
export interface Example {
  readonly folder: string
  readonly snapshot: SchemaSnapshot
  /** null where the config is written by hand. */
  readonly config: MigrationConfig | null
}

/** The schema files that editors read, relative to an example's folder. */
export const schemaFolder = "../../packages/config-schema/schema"

/** What a person decides about one table. */
export interface Wishes {
  readonly enabled?: boolean
  readonly action: string
  readonly target: { readonly [key: string]: string | number | ReadonlyArray<string> }
  readonly settings?: MigrationSettings
}

const typeText = (column: ColumnModel): string => {
  const { dataType, precision, scale, charLength, charUsed } = column
  if (charUsed !== null)
    return `${dataType}(${charLength}${charUsed === "C" && !dataType.startsWith("N") ? " CHAR" : ""})`
  if (dataType !== "NUMBER" || precision === null) return dataType
  return scale === null || scale === 0 ? `NUMBER(${precision})` : `NUMBER(${precision},${scale})`
}

const listColumns = (table: TableModel, dataType: RegExp) =>
  table.columns
    .filter((column) => column.isUserGenerated && !column.isVirtual && dataType.test(column.dataType))
    .map((column) => ({ name: column.name, type: typeText(column), nullable: column.nullable ? "Y" : "N" }))

const availableColumns = (table: TableModel) => ({
  timestamp_columns: listColumns(table, /^(DATE|TIMESTAMP\(\d\))$/),
  numeric_columns: listColumns(table, /^NUMBER$/),
  string_columns: listColumns(table, /^(VARCHAR2|CHAR)$/)
})

const partitionState = ({ partitioning }: TableModel) =>
  partitioning === null
    ? { is_partitioned: false, partition_type: "NONE" }
    : {
        is_partitioned: true,
        partition_type: partitioning.type.toUpperCase(),
        is_interval: partitioning.interval !== null,
        ...(partitioning.intervalText === null
          ? {}
          : { interval_definition: `INTERVAL(${partitioning.intervalText})` }),
        current_partition_count: partitioning.partitions.length,
        current_partition_key: partitioning.columns.join(", "),
        has_subpartitions: partitioning.subpartitioning !== null
      }

const currentState = (table: TableModel) => ({
  ...partitionState(table),
  size_gb: Math.round(((table.segments?.tableBytes ?? 0) / gigabytes(1)) * 100) / 100,
  row_count: table.statistics.rowCount,
  lob_count: table.lobs.length,
  index_count: table.indexes.length
})

/** The settings that discovery proposes, with those of the example laid over them. */
const settings = (given: MigrationSettings = {}): MigrationSettings => ({
  estimated_hours: 0.1,
  priority: "MEDIUM",
  validate_data: true,
  backup_old_table: true,
  drop_old_after_days: 7,
  ...given
})

/** A table's entry as discovery writes it and a person completes it. */
export const entry = (table: TableModel, wishes: Wishes): TableConfig => ({
  enabled: wishes.enabled ?? true,
  owner: table.owner,
  table_name: table.name,
  current_state: currentState(table),
  available_columns: availableColumns(table),
  migration_action: wishes.action,
  target_configuration: { partition_type: "INTERVAL", ...wishes.target },
  migration_settings: settings(wishes.settings)
})

/** The whole config of entries, with the metadata that discovery writes. */
export const exampleConfig = (snapshot: SchemaSnapshot, tables: ReadonlyArray<TableConfig>): MigrationConfig => ({
  $schema: `${schemaFolder}/migration-config.schema.json`,
  metadata: {
    generated_date: "2026-01-05 07:00:00",
    schema: [...new Set(snapshot.tables.map(({ owner }) => owner))].join(", "),
    discovery_criteria: "ALL tables in schema",
    total_tables_found: snapshot.tables.length,
    tables_selected_for_migration: tables.filter(({ enabled }) => enabled !== false).length,
    snapshot: "schema_snapshot.json"
  },
  tables
})
