// Which partition a row belongs to. Existing partitions are found; for an interval table the partition that has to be made is named.
import type { OracleType, PartitionBound, PartitionEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { KeyText } from "./compare-bounds.ts"
import { isBelow, isListed, compareBounds } from "./compare-bounds.ts"
import { placeKey } from "./hash-key.ts"
import { makeGrid } from "./interval-grid.ts"
import type { IntervalGrid } from "./interval-grid.ts"
import { keyTypes } from "./key-types.ts"

/** Most partitions, or partitions times subpartitions, that a table can have, counted with those that do not exist yet. */
export const maxPositions = 1_048_575n

/** Where a row goes. */
export type Placement =
  | { readonly kind: "existing"; readonly partition: PartitionEntry }
  /** The interval partition with this upper bound has to be made first. */
  | { readonly kind: "missing"; readonly slot: bigint; readonly bound: PartitionBound }

/** The place of rows of one table, for one version of its partitions. */
export interface RowPlacer {
  /**
   * The partition of a key. Fails with ORA-14400 (no partition), ORA-14300 (beyond the last possible position, and NULL in an interval key: MC19),
   * ORA-01841 (the bound would lie after 9999-12-31; assumed).
   */
  readonly place: (key: ReadonlyArray<KeyText>) => Placement
}

/** The first of range partitions in order whose bound is above the key, by halving; null when the key is above all. */
export const findAbove = (
  types: ReadonlyArray<OracleType>,
  partitions: ReadonlyArray<PartitionEntry>,
  key: ReadonlyArray<KeyText>
): PartitionEntry | null => {
  let [low, high] = [0, partitions.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = partitions[middle]
    if (candidate !== undefined && isBelow(types, key, candidate.bound)) high = middle
    else low = middle + 1
  }
  return partitions[low] ?? null
}

const subpartitionsPerPartition = (table: TableEntry): bigint => {
  const sub = table.partitioning?.subpartitioning ?? null
  return sub === null ? 1n : BigInt(sub.template?.length ?? sub.count)
}

interface IntervalSection {
  readonly grid: IntervalGrid
  /** Number of partitions of the range section. */
  readonly rangeCount: number
  readonly subpartitions: bigint
}

const placeInterval = (
  section: IntervalSection,
  types: ReadonlyArray<OracleType>,
  partitions: ReadonlyArray<PartitionEntry>,
  key: ReadonlyArray<KeyText>
): Placement => {
  const [text = null] = key
  const slot = text === null ? null : section.grid.slotOf(text)
  if (slot === null) throw ora(14300)
  if ((BigInt(section.rangeCount) + slot + 1n) * section.subpartitions > maxPositions) throw ora(14300)
  const boundText = section.grid.boundOf(slot)
  if (boundText === null) throw ora(1841)
  const bound: PartitionBound = { kind: "less-than", values: [{ kind: "value", text: boundText }] }
  const found = findAbove(types, partitions, key)
  if (found !== null && compareBounds(types, found.bound, bound) === 0) return { kind: "existing", partition: found }
  return { kind: "missing", slot, bound }
}

const intervalSection = (table: TableEntry, partitions: ReadonlyArray<PartitionEntry>): IntervalSection | null => {
  const interval = table.partitioning?.interval ?? null
  const range = partitions.filter(({ isInterval }) => !isInterval)
  const last = range.at(-1)
  if (interval === null || last === undefined) return null
  const grid = makeGrid(interval.step, last.bound)
  return grid === null ? null : { grid, rangeCount: range.length, subpartitions: subpartitionsPerPartition(table) }
}

const existing = (partition: PartitionEntry | null | undefined): Placement => {
  if (partition === null || partition === undefined) throw ora(14400)
  return { kind: "existing", partition }
}

const rangePlacer = (
  table: TableEntry,
  types: ReadonlyArray<OracleType>,
  partitions: ReadonlyArray<PartitionEntry>
): RowPlacer => {
  const section = intervalSection(table, partitions)
  const lastOfRange = section === null ? undefined : partitions[section.rangeCount - 1]
  return {
    place: (key) => {
      if (section === null || lastOfRange === undefined) return existing(findAbove(types, partitions, key))
      return isBelow(types, key, lastOfRange.bound)
        ? existing(findAbove(types, partitions, key))
        : placeInterval(section, types, partitions, key)
    }
  }
}

/** The placer of a partitioned table. `partitions` are all of it, in order. */
export const makePlacer = (table: TableEntry, partitions: ReadonlyArray<PartitionEntry>): RowPlacer => {
  const { partitioning } = table
  if (partitioning === null) throw ora(14501)
  const types = keyTypes(table, partitioning.columns)
  if (partitioning.method === "RANGE") return rangePlacer(table, types, partitions)
  if (partitioning.method === "HASH")
    return { place: (key) => existing(partitions[placeKey(types, key, partitions.length)]) }
  return {
    place: (key) =>
      existing(
        partitions.find(({ bound }) => isListed(types, key, bound)) ??
          partitions.find(({ bound }) => bound.kind === "default")
      )
  }
}
