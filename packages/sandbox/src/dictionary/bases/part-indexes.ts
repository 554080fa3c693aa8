// PART_INDEXES, IND_PARTITIONS, IND_SUBPARTITIONS. Parts of LOCAL indexes follow the table's.
import type {
  IndexEntry,
  LocalIndexPart,
  PartitionEntry,
  SubpartitionEntry,
  TableEntry
} from "../../catalog/entries.ts"
import { printHighValue } from "../../partitions/high-value.ts"
import { keyTypes } from "../../partitions/key-types.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import {
  indexPartTablespace,
  overlay,
  ownerTablespace,
  partitionStorage,
  segmentCells,
  subpartitionStorage
} from "../effective-storage.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"
import { indexCompression } from "./indexes.ts"
import { endlessCount } from "./part-tables.ts"

const noPart: LocalIndexPart = { name: null, isUnusable: false, tablespace: null }

/** What is special about a part of a local index. */
export const localPart = (index: IndexEntry, partId: number): LocalIndexPart =>
  index.locality.kind === "local" ? (index.locality.parts[String(partId)] ?? noPart) : noPart

const isPrefixed = (table: TableEntry, index: IndexEntry): boolean => {
  const key = index.locality.kind === "global" ? index.locality.columns : (table.partitioning?.columns ?? [])
  return key.every((id, at) => index.columns[at]?.columnId === id)
}

const shapeCells = (source: DictionarySource, table: TableEntry, index: IndexEntry): CellRow => {
  if (index.locality.kind === "global")
    return {
      PARTITIONING_TYPE: index.locality.type,
      SUBPARTITIONING_TYPE: "NONE",
      PARTITION_COUNT: index.locality.partitions.length,
      DEF_SUBPARTITION_COUNT: 0,
      PARTITIONING_KEY_COUNT: index.locality.columns.length,
      SUBPARTITIONING_KEY_COUNT: 0,
      LOCALITY: "GLOBAL"
    }
  const { partitioning } = table
  const sub = partitioning?.subpartitioning ?? null
  return {
    PARTITIONING_TYPE: partitioning?.method,
    SUBPARTITIONING_TYPE: sub?.method ?? "NONE",
    PARTITION_COUNT:
      (partitioning?.interval ?? null) === null
        ? source.catalog.childrenOf(table.id, "partition").length
        : endlessCount,
    DEF_SUBPARTITION_COUNT: sub === null ? 0 : (sub.template?.length ?? sub.count),
    PARTITIONING_KEY_COUNT: partitioning?.columns.length,
    SUBPARTITIONING_KEY_COUNT: sub?.columns.length ?? 0,
    LOCALITY: "LOCAL",
    INTERVAL: partitioning?.interval?.text
  }
}

const partIndex = (source: DictionarySource, table: TableEntry, index: IndexEntry): CellRow => ({
  OWNER: index.owner,
  INDEX_NAME: index.name,
  TABLE_NAME: table.name,
  ...shapeCells(source, table, index),
  ALIGNMENT: isPrefixed(table, index) ? "PREFIXED" : "NON_PREFIXED",
  DEF_TABLESPACE_NAME:
    index.storage.tablespace ?? (index.locality.kind === "local" ? null : ownerTablespace(source.catalog, index.owner)),
  DEF_PCT_FREE: index.storage.pctFree ?? 10,
  DEF_INI_TRANS: index.storage.iniTrans ?? 2,
  DEF_MAX_TRANS: index.storage.maxTrans ?? 255,
  DEF_INITIAL_EXTENT: "DEFAULT",
  DEF_NEXT_EXTENT: "DEFAULT",
  DEF_MIN_EXTENTS: "DEFAULT",
  DEF_MAX_EXTENTS: "DEFAULT",
  DEF_MAX_SIZE: "DEFAULT",
  DEF_PCT_INCREASE: "DEFAULT",
  DEF_LOGGING: index.storage.isLogging === null ? "NONE" : yesNo(index.storage.isLogging),
  DEF_BUFFER_POOL: "DEFAULT",
  DEF_FLASH_CACHE: "DEFAULT",
  DEF_CELL_FLASH_CACHE: "DEFAULT",
  AUTOLIST: "NO",
  AUTOLIST_SUBPARTITION: "NO"
})

const ofIndexes =
  (
    make: (source: DictionarySource, table: TableEntry, index: IndexEntry) => ReadonlyArray<CellRow>
  ): BaseDefinition["generate"] =>
  (source, root) =>
    root.kind === "table"
      ? source.catalog
          .childrenOf(root.id, "index")
          .filter(({ locality }) => locality.kind !== "whole")
          .flatMap((index) => make(source, root, index).map((cells): BaseRow => ({ owner: index.owner, cells })))
      : []

/** ALL_PART_INDEXES. There is no TABLE_OWNER. */
export const partIndexes: BaseDefinition = {
  name: "PART_INDEXES",
  columns: readColumns(`
    OWNER v128! INDEX_NAME v128! TABLE_NAME v128! PARTITIONING_TYPE v9 SUBPARTITIONING_TYPE v9
    ${same("n!", "PARTITION_COUNT")} ${same("n", "DEF_SUBPARTITION_COUNT")} PARTITIONING_KEY_COUNT n! SUBPARTITIONING_KEY_COUNT n LOCALITY v6 ALIGNMENT v12 DEF_TABLESPACE_NAME v30
    DEF_PCT_FREE n! DEF_INI_TRANS n! DEF_MAX_TRANS n! ${same("v40", "DEF_INITIAL_EXTENT DEF_NEXT_EXTENT DEF_MIN_EXTENTS DEF_MAX_EXTENTS DEF_MAX_SIZE DEF_PCT_INCREASE")}
    DEF_FREELISTS n DEF_FREELIST_GROUPS n DEF_LOGGING v7 DEF_BUFFER_POOL v7 DEF_FLASH_CACHE v7 DEF_CELL_FLASH_CACHE v7 DEF_PARAMETERS v1000 INTERVAL v1000
    AUTOLIST v3@12.2 INTERVAL_SUBPARTITION v1000@12.2 AUTOLIST_SUBPARTITION v3@12.2`),
  rule: "object",
  generate: ofIndexes((source, table, index) => [partIndex(source, table, index)])
}

const physical = `${same("n", "PCT_FREE INI_TRANS MAX_TRANS INITIAL_EXTENT NEXT_EXTENT MIN_EXTENT MAX_EXTENT MAX_SIZE PCT_INCREASE FREELISTS FREELIST_GROUPS")} LOGGING v7 COMPRESSION v13
  ${same("n", "BLEVEL LEAF_BLOCKS DISTINCT_KEYS AVG_LEAF_BLOCKS_PER_KEY AVG_DATA_BLOCKS_PER_KEY CLUSTERING_FACTOR NUM_ROWS SAMPLE_SIZE")} LAST_ANALYZED d
  BUFFER_POOL v7 FLASH_CACHE v7 CELL_FLASH_CACHE v7 USER_STATS v3`

const usable = (isUnusable: boolean): string => (isUnusable ? "UNUSABLE" : "USABLE")

const highValue = (text: string | null): CellRow => ({
  HIGH_VALUE: text,
  HIGH_VALUE_LENGTH: text === null ? 0 : Buffer.byteLength(text, "utf8")
})

const partCells = (index: IndexEntry, tablespace: string | null): CellRow => ({
  ...segmentCells(
    { ...index.storage, tablespace },
    { hasSegment: true, initialBytes: 65_536, suffix: "", iniTrans: 2 }
  ),
  COMPRESSION: indexCompression(index),
  USER_STATS: "NO",
  GLOBAL_STATS: "NO"
})

const localPartition = (
  source: DictionarySource,
  table: TableEntry,
  index: IndexEntry,
  partition: PartitionEntry,
  at: number
): CellRow => {
  const isComposite = partition.subpartitions.length > 0
  const part = localPart(index, partition.id)
  const tablespace = indexPartTablespace(
    index,
    part.tablespace,
    partitionStorage(source.catalog, table, partition).tablespace
  )
  return {
    INDEX_OWNER: index.owner,
    INDEX_NAME: index.name,
    COMPOSITE: yesNo(isComposite),
    PARTITION_NAME: part.name ?? partition.name,
    SUBPARTITION_COUNT: partition.subpartitions.length,
    ...highValue(printHighValue(keyTypes(table, table.partitioning?.columns ?? []), partition.bound)),
    PARTITION_POSITION: at + 1,
    ...partCells(index, isComposite ? (part.tablespace ?? index.storage.tablespace) : tablespace),
    STATUS: isComposite ? "N/A" : usable(part.isUnusable || index.isUnusable),
    INTERVAL: yesNo(partition.isInterval),
    SEGMENT_CREATED: isComposite ? "N/A" : yesNo(partition.hasSegment),
    ORPHANED_ENTRIES: isComposite ? "N/A" : "NO"
  }
}

const globalPartitions = (source: DictionarySource, table: TableEntry, index: IndexEntry): ReadonlyArray<CellRow> => {
  const { locality } = index
  if (locality.kind !== "global") return []
  const types = keyTypes(table, locality.columns)
  return locality.partitions.map(({ name, bound, isUnusable, storage }, at) => ({
    INDEX_OWNER: index.owner,
    INDEX_NAME: index.name,
    COMPOSITE: "NO",
    PARTITION_NAME: name,
    SUBPARTITION_COUNT: 0,
    ...highValue(bound === null ? null : printHighValue(types, bound)),
    PARTITION_POSITION: at + 1,
    ...partCells(index, overlay(storage, index.storage).tablespace ?? ownerTablespace(source.catalog, index.owner)),
    STATUS: usable(isUnusable || index.isUnusable),
    INTERVAL: "NO",
    SEGMENT_CREATED: yesNo(true),
    ORPHANED_ENTRIES: "NO"
  }))
}

/** ALL_IND_PARTITIONS. */
export const indPartitions: BaseDefinition = {
  name: "IND_PARTITIONS",
  columns: readColumns(`
    INDEX_OWNER v128! INDEX_NAME v128! COMPOSITE v3 PARTITION_NAME v128 SUBPARTITION_COUNT n HIGH_VALUE long HIGH_VALUE_LENGTH n PARTITION_POSITION n STATUS v8 TABLESPACE_NAME v30
    ${physical} PCT_DIRECT_ACCESS n GLOBAL_STATS v3 DOMIDX_OPSTATUS v6 PARAMETERS v1000 INTERVAL v3 SEGMENT_CREATED v3 ORPHANED_ENTRIES v3@12.1`),
  rule: "object",
  generate: ofIndexes((source, table, index) =>
    index.locality.kind === "global"
      ? globalPartitions(source, table, index)
      : source.catalog
          .childrenOf(table.id, "partition")
          .map((partition, at) => localPartition(source, table, index, partition, at))
  )
}

interface Place {
  readonly partition: PartitionEntry
  readonly partitionAt: number
  readonly at: number
}

const localSubpartition = (
  source: DictionarySource,
  table: TableEntry,
  index: IndexEntry,
  subpartition: SubpartitionEntry,
  { partition, partitionAt, at }: Place
): CellRow => {
  const part = localPart(index, subpartition.id)
  const ofTable = subpartitionStorage(source.catalog, table, partition, subpartition).tablespace
  const types = keyTypes(table, table.partitioning?.subpartitioning?.columns ?? [])
  return {
    INDEX_OWNER: index.owner,
    INDEX_NAME: index.name,
    PARTITION_NAME: localPart(index, partition.id).name ?? partition.name,
    SUBPARTITION_NAME: part.name ?? subpartition.name,
    ...highValue(printHighValue(types, subpartition.bound)),
    PARTITION_POSITION: partitionAt + 1,
    SUBPARTITION_POSITION: at + 1,
    ...partCells(index, indexPartTablespace(index, part.tablespace, ofTable)),
    STATUS: usable(part.isUnusable || index.isUnusable),
    INTERVAL: yesNo(partition.isInterval),
    SEGMENT_CREATED: yesNo(subpartition.hasSegment),
    ORPHANED_ENTRIES: "NO"
  }
}

/** ALL_IND_SUBPARTITIONS. */
export const indSubpartitions: BaseDefinition = {
  name: "IND_SUBPARTITIONS",
  columns: readColumns(`
    INDEX_OWNER v128! INDEX_NAME v128! PARTITION_NAME v128 SUBPARTITION_NAME v128 HIGH_VALUE long HIGH_VALUE_LENGTH n! PARTITION_POSITION n@12.1 SUBPARTITION_POSITION n STATUS v8 TABLESPACE_NAME v30!
    ${physical} GLOBAL_STATS v3 INTERVAL v3 SEGMENT_CREATED v3 DOMIDX_OPSTATUS v6@12.2 PARAMETERS v1000@12.2 ORPHANED_ENTRIES v3@12.1`),
  rule: "object",
  generate: ofIndexes((source, table, index) =>
    index.locality.kind === "global"
      ? []
      : source.catalog
          .childrenOf(table.id, "partition")
          .flatMap((partition, partitionAt) =>
            partition.subpartitions.map((subpartition, at) =>
              localSubpartition(source, table, index, subpartition, { partition, partitionAt, at })
            )
          )
  )
}
