// @orapart/testkit/builders: Oracle tables in a few words. Imports the contract and nothing else.
export * from "./attachments.ts"
export * from "./calendar.ts"
export { column, columnStatistics } from "./column.ts"
export type { ColumnExtras } from "./column.ts"
export * from "./constraints.ts"
export * from "./dated-orders.ts"
export { defaultOwner } from "./default-owner.ts"
export * from "./indexes.ts"
export * from "./partitions.ts"
export * from "./schema-snapshot.ts"
export * from "./storage.ts"
export * from "./table-config.ts"
export * from "./table-model.ts"
/** The models that the builders build, so that a test needs one import. */
export type {
  ColumnModel,
  ColumnStatistics,
  IndexModel,
  MigrationConfig,
  MigrationSettings,
  PartitioningModel,
  SchemaSnapshot,
  TableConfig,
  TableModel
} from "@orapart/contract"
