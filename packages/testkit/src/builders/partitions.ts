// Builds partitions and partitionings as the dictionary shows them. Sizes and row counts are unknown unless told.
import type { Interval, IntervalUnit, PartitionModel, PartitioningModel, SubpartitioningModel } from "@orapart/contract"
import { addIntervals, bound, interval as makeInterval, intervalText } from "./calendar.ts"
import { listNames } from "./constraints.ts"
import type { Names } from "./constraints.ts"

/** Facts that all partitions of a list share, or that are computed from the index of each. */
export interface PartitionExtras {
  readonly tablespace?: string
  readonly subpartitionCount?: number
  readonly rowCount?: number | null | ((index: number) => number)
  readonly bytes?: number | null | ((index: number) => number)
}

/** One partition in the range section of tablespace USERS, without known size. */
export const partition = (name: string, given: Partial<Omit<PartitionModel, "name">> = {}): PartitionModel => ({
  name,
  bound: null,
  isInterval: false,
  subpartitionCount: 0,
  tablespace: "USERS",
  rowCount: null,
  bytes: null,
  ...given
})

const fact = (value: PartitionExtras["bytes"], position: number): number | null =>
  typeof value === "function" ? value(position) : (value ?? null)

const sharedFacts = (extras: PartitionExtras, position: number): Partial<PartitionModel> => ({
  tablespace: extras.tablespace ?? "USERS",
  subpartitionCount: extras.subpartitionCount ?? 0,
  rowCount: fact(extras.rowCount, position),
  bytes: fact(extras.bytes, position)
})

/** Range partitions from `{ name: bound }`, in the order given: `rangePartitions({ P2024: "2025-01-01", PMAX: "MAXVALUE" })`. */
export const rangePartitions = (
  bounds: { readonly [name: string]: string | number },
  extras: PartitionExtras = {}
): ReadonlyArray<PartitionModel> =>
  Object.entries(bounds).map(([name, value], position) =>
    partition(name, { ...sharedFacts(extras, position), bound: bound(value) })
  )

/**
 * The interval partitions that rows in every slot of [from, to) have born, one per slot, lowest first. Bounds are exclusive
 * upper ends, so the first one is `from` plus one interval. Names are SYS_Pn from `firstNumber` (default 341). `from` has to lie
 * on the grid; throws a RangeError when `to` is not reached exactly.
 */
export const intervalPartitions = (
  from: string | number,
  to: string | number,
  unit: IntervalUnit | Interval,
  extras: PartitionExtras & { readonly firstNumber?: number } = {}
): ReadonlyArray<PartitionModel> => {
  const step = typeof unit === "string" ? makeInterval(unit) : unit
  const last = bound(to)
  const partitions: Array<PartitionModel> = []
  for (let upper = bound(from), count = 0; !isReached(upper, last); count += 1) {
    upper = bound(addIntervals(String(from), count + 1, step))
    const name = `SYS_P${(extras.firstNumber ?? 341) + count}`
    partitions.push(partition(name, { ...sharedFacts(extras, count), bound: upper, isInterval: true }))
    if (isPast(upper, last))
      throw new RangeError(`No whole number of ${intervalText(step)} leads from ${from} to ${to}.`)
  }
  return partitions
}

const isReached = (upper: PartitionModel["bound"], last: PartitionModel["bound"]): boolean =>
  JSON.stringify(upper) === JSON.stringify(last)

const isPast = (upper: PartitionModel["bound"], last: PartitionModel["bound"]): boolean => {
  if (upper?.type === "number" && last?.type === "number") return Number(upper.value) > Number(last.value)
  return upper?.type === "datetime" && last?.type === "datetime" && upper.value > last.value
}

/** Hash subpartitions in the table's own tablespace. */
export const hashSubpartitioning = (
  columns: Names,
  count: number,
  storeIn: ReadonlyArray<string> = []
): SubpartitioningModel => ({
  type: "hash",
  columns: listNames(columns),
  count,
  storeIn
})

/** A partitioning by RANGE of one level without interval, unless told. */
export const partitioning = (
  columns: Names,
  given: Partial<Omit<PartitioningModel, "columns" | "intervalText">> = {}
): PartitioningModel => ({
  type: "range",
  columns: listNames(columns),
  interval: null,
  intervalText: given.interval === undefined || given.interval === null ? null : intervalText(given.interval),
  storeIn: [],
  subpartitioning: null,
  partitions: [],
  isAutolist: false,
  ...given
})

/**
 * A partitioning by INTERVAL with one anchor partition P_ANCHOR below `anchor`, then the partitions given. The anchor is empty
 * when there are others.
 */
export const intervalPartitioning = (
  column: string,
  unit: IntervalUnit | Interval,
  anchor: string | number,
  given: Partial<Omit<PartitioningModel, "columns" | "type" | "interval" | "intervalText">> & {
    readonly anchorName?: string
  } = {}
): PartitioningModel => {
  const { anchorName = "P_ANCHOR", partitions = [], ...rest } = given
  const subpartitionCount = rest.subpartitioning?.count ?? 0
  const isLoaded = partitions.length > 0
  const empty = { rowCount: isLoaded ? 0 : null, bytes: isLoaded ? 0 : null }
  const first = partition(anchorName, { bound: bound(anchor), subpartitionCount, ...empty })
  return partitioning(column, {
    ...rest,
    interval: typeof unit === "string" ? makeInterval(unit) : unit,
    partitions: [first, ...partitions]
  })
}
