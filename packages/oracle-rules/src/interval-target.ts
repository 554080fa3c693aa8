// The layout wish that the core actions share: its keys in target_configuration, and the table that follows from it.
import type {
  ColumnModel,
  Interval,
  IntervalUnit,
  PartitionBound,
  PartitioningModel,
  PartitionModel,
  SubpartitioningModel,
  TableConfig,
  TableModel
} from "@orapart/contract"
import { boundFromStatistic, parseBound } from "./bounds.ts"
import { formatNumber } from "./decimal.ts"
import { describeIntervalProblem, intervalUnits, renderInterval } from "./intervals.ts"
import { recommendAnchor } from "./layout.ts"

/** target_configuration of the core actions, in the file's own snake case. */
export interface IntervalTargetConfiguration {
  readonly partition_type: "INTERVAL"
  readonly partition_column: string
  readonly interval_type: IntervalUnit
  /** Units per partition; a fraction only with NUMBER. */
  readonly interval_value: number
  /** The upper bound of the first partition: `TO_DATE('2020-01-01', 'YYYY-MM-DD')`, a number; absent to have it recommended. */
  readonly initial_partition_value?: string | number
  readonly subpartition_type?: "HASH" | "NONE" | null
  readonly subpartition_column?: string | null
  readonly subpartition_count?: number | null
  readonly tablespace?: string | null
  /** Tablespaces that partitions to come take in turn. */
  readonly store_in?: ReadonlyArray<string>
  readonly parallel_degree?: number
}

/** The wishes as far as they are given: add_hash_subpartitions leaves out what it keeps. */
export type PartialIntervalWishes = {
  readonly [key in keyof IntervalTargetConfiguration]?: IntervalTargetConfiguration[key]
}

/** Name of the one explicit partition of a new interval table. */
export const ANCHOR_PARTITION = "P_ANCHOR"

const isText = (value: unknown): value is string => typeof value === "string" && value !== ""

const isUnit = (value: unknown): value is IntervalUnit => intervalUnits.some((unit) => unit === value)

/** The wishes of a table's entry; keys of another type than the schema asks for are left out, so it can be used before validation. */
export const readPartialWishes = (table: TableConfig): PartialIntervalWishes => {
  const wishes = table.target_configuration
  const { partition_column, interval_type, interval_value, initial_partition_value, store_in } = wishes
  const { subpartition_type, subpartition_column, subpartition_count, tablespace, parallel_degree } = wishes
  return {
    partition_type: "INTERVAL",
    ...(isText(partition_column) ? { partition_column } : {}),
    ...(isUnit(interval_type) ? { interval_type } : {}),
    ...(typeof interval_value === "number" ? { interval_value } : {}),
    ...(isText(initial_partition_value) || typeof initial_partition_value === "number"
      ? { initial_partition_value }
      : {}),
    ...(subpartition_type === "HASH" || subpartition_type === "NONE" ? { subpartition_type } : {}),
    ...(isText(subpartition_column) ? { subpartition_column } : {}),
    ...(typeof subpartition_count === "number" ? { subpartition_count } : {}),
    ...(isText(tablespace) ? { tablespace } : {}),
    ...(Array.isArray(store_in) ? { store_in: store_in.filter(isText) } : {}),
    ...(typeof parallel_degree === "number" ? { parallel_degree } : {})
  }
}

/**
 * The wishes of a validated entry. Where the action's schema does not require key and interval (add_hash_subpartitions), a missing
 * column reads as empty text and a missing interval as value 0: buildIntervalTarget and targetPartitioning then keep the source's.
 */
export const readIntervalWishes = (table: TableConfig): IntervalTargetConfiguration => ({
  partition_column: "",
  interval_type: "DAY",
  interval_value: 0,
  ...readPartialWishes(table),
  partition_type: "INTERVAL"
})

/** The interval wished for; null when none is given or it is impossible. */
export const wishedInterval = (wishes: PartialIntervalWishes): Interval | null => {
  const { interval_type, interval_value } = wishes
  const value = interval_value === undefined ? null : formatNumber(interval_value)
  if (interval_type === undefined || value === null) return null
  const interval: Interval = { unit: interval_type, value }
  return describeIntervalProblem(interval) === null ? interval : null
}

const isGiven = (wishes: PartialIntervalWishes): boolean =>
  (wishes.partition_column ?? "") !== "" ||
  (wishes.interval_value ?? 0) !== 0 ||
  wishes.initial_partition_value !== undefined

const findColumn = (source: TableModel, name: string): ColumnModel | undefined =>
  source.columns.find((column) => column.name === name)

/** A first bound that is surely at or below the rows: the source's own first bound where it has the same key, else the key's low value. */
const lowestKnownValue = (source: TableModel, column: string): PartitionBound | null => {
  const low = boundFromStatistic(findColumn(source, column)?.statistics?.low ?? null)
  if (low !== null) return low
  const existing = source.partitioning
  return existing?.type === "range" && existing.columns.length === 1 && existing.columns[0] === column
    ? (existing.partitions[0]?.bound ?? null)
    : null
}

const anchorBound = (
  source: TableModel,
  wishes: PartialIntervalWishes,
  column: string,
  interval: Interval
): PartitionBound | null => {
  if (wishes.initial_partition_value !== undefined) return parseBound(wishes.initial_partition_value)
  const low = lowestKnownValue(source, column)
  return low === null ? null : recommendAnchor(low, interval)
}

/** The tablespaces that the source's hash subpartitions take in turn, unless the wishes place the table elsewhere. */
const keptStoreIn = (source: TableModel, wishes: PartialIntervalWishes): ReadonlyArray<string> => {
  const existing = source.partitioning?.subpartitioning ?? null
  const isPlaced = isText(wishes.tablespace) || wishes.store_in !== undefined
  return existing?.type === "hash" && !isPlaced ? existing.storeIn : []
}

const readSubpartitioning = (source: TableModel, wishes: PartialIntervalWishes): SubpartitioningModel | null => {
  const { subpartition_type, subpartition_column, subpartition_count } = wishes
  if (subpartition_type !== "HASH" || !isText(subpartition_column) || typeof subpartition_count !== "number")
    return null
  return {
    type: "hash",
    columns: [subpartition_column],
    count: subpartition_count,
    storeIn: keptStoreIn(source, wishes)
  }
}

const anchorPartition = (
  bound: PartitionBound | null,
  subpartitionCount: number,
  tablespace: string | null
): PartitionModel => ({
  name: ANCHOR_PARTITION,
  bound,
  isInterval: false,
  subpartitionCount,
  tablespace,
  rowCount: null,
  bytes: null
})

/** Key, interval and bounds of the source with new subpartitions: the interval section is born again, the range section is listed. */
const keepLayout = (
  source: TableModel,
  existing: PartitioningModel,
  wishes: PartialIntervalWishes
): PartitioningModel => {
  const subpartitioning = readSubpartitioning(source, wishes)
  const wishedTablespace = wishes.tablespace ?? null
  return {
    ...existing,
    storeIn: wishes.store_in ?? existing.storeIn,
    subpartitioning,
    partitions: existing.partitions
      .filter((partition) => !partition.isInterval)
      .map((partition) => ({
        ...partition,
        subpartitionCount: subpartitioning?.count ?? 0,
        tablespace: wishedTablespace ?? partition.tablespace,
        rowCount: null,
        bytes: null
      }))
  }
}

const newLayout = (source: TableModel, wishes: PartialIntervalWishes): PartitioningModel | null => {
  const existing = source.partitioning?.interval ? source.partitioning : null
  const column = isText(wishes.partition_column) ? wishes.partition_column : (existing?.columns[0] ?? "")
  const interval = (wishes.interval_value ?? 0) === 0 ? (existing?.interval ?? null) : wishedInterval(wishes)
  if (column === "" || interval === null) return null
  const subpartitioning = readSubpartitioning(source, wishes)
  const bound = anchorBound(source, wishes, column, interval)
  return {
    type: "range",
    columns: [column],
    interval,
    intervalText: renderInterval(interval),
    storeIn: wishes.store_in ?? [],
    subpartitioning,
    partitions: [anchorPartition(bound, subpartitioning?.count ?? 0, wishes.tablespace ?? null)],
    isAutolist: false
  }
}

const layoutOf = (source: TableModel, wishes: PartialIntervalWishes): PartitioningModel | null => {
  if (isGiven(wishes)) return newLayout(source, wishes)
  const existing = source.partitioning
  return existing === null || existing.interval === null ? null : keepLayout(source, existing, wishes)
}

/**
 * The source with the partitioning wished for: one explicit partition P_ANCHOR at initial_partition_value or at the recommended anchor
 * (its bound is null when neither is known), row movement enabled, the wished tablespace, a partition key that is NOT NULL.
 * Wishes without column, interval and first value keep key, interval and range section of an interval-partitioned source.
 * Pure layout: indexes, names and constraints stay the source's. Wishes that are too incomplete leave the partitioning as it is.
 */
export const buildIntervalTarget = (source: TableModel, wishes: PartialIntervalWishes): TableModel => {
  const partitioning = layoutOf(source, wishes) ?? source.partitioning
  const keys = new Set(partitioning?.columns ?? [])
  return {
    ...source,
    columns: source.columns.map((column) => (keys.has(column.name) ? { ...column, nullable: false } : column)),
    partitioning,
    storage: {
      ...source.storage,
      tablespace: wishes.tablespace ?? source.storage.tablespace,
      isRowMovementEnabled: true
    }
  }
}

/**
 * The partitioning that a table's entry leads to; null when the wishes do not say enough: no key that the table has, no interval, a
 * first value that is no bound (or none and no statistics), HASH without column or count.
 */
export const targetPartitioning = (table: TableConfig, source: TableModel): PartitioningModel | null => {
  const wishes = readPartialWishes(table)
  const partitioning = layoutOf(source, wishes)
  if (partitioning === null || (wishes.subpartition_type === "HASH" && partitioning.subpartitioning === null))
    return null
  if (partitioning.columns.some((column) => findColumn(source, column) === undefined)) return null
  return partitioning.partitions.length === 0 || partitioning.partitions.some((partition) => partition.bound === null)
    ? null
    : partitioning
}
