// The layout wished for in a table's entry, as far as it is one the core understands. Used by checks; never fails.
import type { CheckContext, ColumnModel, TableConfig, TableModel } from "@orapart/contract"
import { readPartialWishes, userColumns, type PartialIntervalWishes } from "@orapart/oracle-rules"
import { rememberFacts } from "./remember-facts.ts"

/** Path of a key of target_configuration below the table's entry. */
export const targetPath = (key: string): string => `/target_configuration/${key}`

/** Path of a key of migration_settings below the table's entry. */
export const settingPath = (key: string): string => `/migration_settings/${key}`

/** `HR.ORDERS`. */
export const tableName = (context: Pick<CheckContext, "table">): string =>
  `${context.table.owner}.${context.table.table_name}`

const readWishes = rememberFacts((table: TableConfig): PartialIntervalWishes | null => {
  const kind = table.target_configuration["partition_type"]
  return kind === undefined || kind === "INTERVAL" ? readPartialWishes(table) : null
})

/** The wishes for an interval layout; null when the entry's action asks for another kind of partitioning, which has its own checks. */
export const wishesOf = ({ table }: Pick<CheckContext, "table">): PartialIntervalWishes | null => readWishes(table)

/** A column that people can name: not one that Oracle made. Exact spelling. */
export const findColumn = (source: TableModel, name: string): ColumnModel | null =>
  source.columns.find((column) => column.name === name && column.isUserGenerated) ?? null

/** The partition key: the wished column, or the one that a kept layout has; null when there is none or the table lacks it. */
export const keyColumnOf = (context: CheckContext): ColumnModel | null => {
  const { source } = context
  if (source === null) return null
  const name = wishesOf(context)?.partition_column ?? keptKeyName(context)
  return name === null ? null : findColumn(source, name)
}

const keptKeyName = (context: CheckContext): string | null => {
  const existing = context.source?.partitioning ?? null
  return existing !== null && existing.interval !== null && wishesOf(context) !== null
    ? (existing.columns[0] ?? null)
    : null
}

/** The hash key as wished; null when none is wished or the table lacks it. */
export const hashColumnOf = (context: CheckContext): ColumnModel | null => {
  const wishes = wishesOf(context)
  const name = wishes?.subpartition_type === "HASH" ? wishes.subpartition_column : undefined
  return context.source === null || name === undefined || name === null ? null : findColumn(context.source, name)
}

/** The columns a person may name, in the table's order. */
export const namedColumns = (source: TableModel): ReadonlyArray<ColumnModel> => userColumns(source)
