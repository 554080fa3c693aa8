// Physical attributes as the dictionary shows them: what was written, then the level above, then Oracle's defaults in an ASSM, AUTOALLOCATE tablespace with 8 KB blocks.
import type { Catalog } from "../catalog/catalog.ts"
import type {
  Compression,
  IndexEntry,
  PartitionEntry,
  SegmentStorage,
  SubpartitionEntry,
  TableEntry
} from "../catalog/entries.ts"
import { findUser } from "../catalog/privileges.ts"
import { yesNo } from "./columns.ts"
import type { CellRow } from "./view.ts"

/** The first that says something. */
const first = <T>(...values: ReadonlyArray<T | null>): T | null => values.find((value) => value !== null) ?? null

/** A schema's default tablespace. */
export const ownerTablespace = (catalog: Catalog, owner: string): string =>
  findUser(catalog, owner)?.defaultTablespace ?? "USERS"

/** Storage with the levels above filled in. */
export const overlay = (...levels: ReadonlyArray<SegmentStorage>): SegmentStorage => ({
  tablespace: first(...levels.map(({ tablespace }) => tablespace)),
  pctFree: first(...levels.map(({ pctFree }) => pctFree)),
  pctUsed: first(...levels.map(({ pctUsed }) => pctUsed)),
  iniTrans: first(...levels.map(({ iniTrans }) => iniTrans)),
  maxTrans: first(...levels.map(({ maxTrans }) => maxTrans)),
  initialBytes: first(...levels.map(({ initialBytes }) => initialBytes)),
  nextBytes: first(...levels.map(({ nextBytes }) => nextBytes)),
  minExtents: first(...levels.map(({ minExtents }) => minExtents)),
  maxExtents: first(...levels.map(({ maxExtents }) => maxExtents)),
  pctIncrease: first(...levels.map(({ pctIncrease }) => pctIncrease)),
  bufferPool: first(...levels.map(({ bufferPool }) => bufferPool)),
  isLogging: first(...levels.map(({ isLogging }) => isLogging)),
  compression: first(...levels.map(({ compression }) => compression)),
  segmentCreation: first(...levels.map(({ segmentCreation }) => segmentCreation))
})

/** COMPRESSION and COMPRESS_FOR. */
export const compressionCells = (compression: Compression | null, release: number): CellRow => {
  if (compression === null || compression === "none") return { COMPRESSION: "DISABLED", COMPRESS_FOR: null }
  const text = compression === "advanced" && release < 12.1 ? "OLTP" : compression.toUpperCase()
  return { COMPRESSION: "ENABLED", COMPRESS_FOR: text }
}

/** Extents of a segment; `suffix` is S where the view says MIN_EXTENTS. */
const extentCells = (storage: SegmentStorage, hasSegment: boolean, initialBytes: number, suffix: "" | "S"): CellRow =>
  hasSegment
    ? {
        INITIAL_EXTENT: storage.initialBytes ?? initialBytes,
        NEXT_EXTENT: storage.nextBytes ?? 1_048_576,
        [`MIN_EXTENT${suffix}`]: storage.minExtents ?? 1,
        [`MAX_EXTENT${suffix}`]: storage.maxExtents ?? 2_147_483_645,
        MAX_SIZE: suffix === "" ? 2_147_483_645 : undefined
      }
    : { INITIAL_EXTENT: storage.initialBytes, NEXT_EXTENT: storage.nextBytes }

/** PCT_FREE to NEXT_EXTENT, LOGGING, BUFFER_POOL of a table or index segment. */
export const segmentCells = (
  storage: SegmentStorage,
  options: {
    readonly hasSegment: boolean
    readonly initialBytes: number
    readonly suffix: "" | "S"
    readonly iniTrans: number
  }
): CellRow => ({
  TABLESPACE_NAME: storage.tablespace,
  PCT_FREE: storage.pctFree ?? 10,
  INI_TRANS: storage.iniTrans ?? options.iniTrans,
  MAX_TRANS: storage.maxTrans ?? 255,
  ...extentCells(storage, options.hasSegment, options.initialBytes, options.suffix),
  LOGGING: yesNo(storage.isLogging ?? true),
  BUFFER_POOL: storage.bufferPool ?? "DEFAULT",
  FLASH_CACHE: "DEFAULT",
  CELL_FLASH_CACHE: "DEFAULT"
})

/** Storage of a partition with the table's defaults and the owner's tablespace. */
export const partitionStorage = (catalog: Catalog, table: TableEntry, partition: PartitionEntry): SegmentStorage => {
  const storage = overlay(partition.storage, table.storage)
  return { ...storage, tablespace: storage.tablespace ?? ownerTablespace(catalog, table.owner) }
}

/** Storage of a subpartition. */
export const subpartitionStorage = (
  catalog: Catalog,
  table: TableEntry,
  partition: PartitionEntry,
  subpartition: SubpartitionEntry
): SegmentStorage => {
  const storage = overlay(subpartition.storage, partition.storage, table.storage)
  return { ...storage, tablespace: storage.tablespace ?? ownerTablespace(catalog, table.owner) }
}

/** Tablespace of an index part: its own, that of the index, or that of the table's part. */
export const indexPartTablespace = (index: IndexEntry, own: string | null, ofTable: string | null): string | null =>
  own ?? index.storage.tablespace ?? ofTable
