// TAB_PARTITIONS and TAB_SUBPARTITIONS. Simple partitions show their segment, composite ones the defaults of their subpartitions.
import type { PartitionEntry, SubpartitionEntry, TableEntry, TableStatistics } from "../../catalog/entries.ts"
import { printHighValue } from "../../partitions/high-value.ts"
import { keyTypes } from "../../partitions/key-types.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import { compressionCells, partitionStorage, segmentCells, subpartitionStorage } from "../effective-storage.ts"
import type { BaseDefinition, CellRow, DictionarySource } from "../view.ts"

/** Initial extent of a (sub)partition in an AUTOALLOCATE tablespace since 11.2.0.2. */
const partitionInitialBytes = 8_388_608

const physical = `${same("n", "PCT_FREE PCT_USED INI_TRANS MAX_TRANS INITIAL_EXTENT NEXT_EXTENT MIN_EXTENT MAX_EXTENT MAX_SIZE PCT_INCREASE FREELISTS FREELIST_GROUPS")}
  LOGGING v7 COMPRESSION v8 COMPRESS_FOR v30 ${same("n", "NUM_ROWS BLOCKS EMPTY_BLOCKS AVG_SPACE CHAIN_CNT AVG_ROW_LEN SAMPLE_SIZE")} LAST_ANALYZED d
  BUFFER_POOL v7 FLASH_CACHE v7 CELL_FLASH_CACHE v7 GLOBAL_STATS v3 USER_STATS v3`
const inMemory =
  "INMEMORY v8@12.1 INMEMORY_PRIORITY v8@12.1 INMEMORY_DISTRIBUTE v15@12.1 INMEMORY_COMPRESSION v17@12.1 INMEMORY_DUPLICATE v13@12.1"
const services = "INMEMORY_SERVICE v12@12.2 INMEMORY_SERVICE_NAME v1000@12.2"
const memoptimize = "MEMOPTIMIZE_READ v8@18 MEMOPTIMIZE_WRITE v8@18"

const statisticsCells = (statistics: TableStatistics | null): CellRow =>
  statistics === null
    ? { GLOBAL_STATS: "NO", USER_STATS: "NO" }
    : {
        NUM_ROWS: statistics.numRows,
        BLOCKS: statistics.blocks,
        EMPTY_BLOCKS: 0,
        AVG_SPACE: 0,
        CHAIN_CNT: 0,
        AVG_ROW_LEN: statistics.avgRowLength,
        SAMPLE_SIZE: statistics.sampleSize,
        LAST_ANALYZED: statistics.lastAnalyzedAt,
        GLOBAL_STATS: yesNo(statistics.isGlobal),
        USER_STATS: yesNo(statistics.isUserSet)
      }

const highValueCells = (text: string | null): CellRow => ({
  HIGH_VALUE: text,
  HIGH_VALUE_LENGTH: text === null ? 0 : Buffer.byteLength(text, "utf8")
})

const compositeCells = (source: DictionarySource, table: TableEntry, partition: PartitionEntry): CellRow => {
  const storage = partitionStorage(source.catalog, table, partition)
  const compression =
    storage.compression === null
      ? { COMPRESSION: "NONE", COMPRESS_FOR: null }
      : compressionCells(storage.compression, source.release)
  return {
    TABLESPACE_NAME: storage.tablespace,
    PCT_FREE: storage.pctFree ?? 10,
    INI_TRANS: storage.iniTrans ?? 1,
    MAX_TRANS: storage.maxTrans ?? 255,
    INITIAL_EXTENT: storage.initialBytes,
    NEXT_EXTENT: storage.nextBytes,
    LOGGING: storage.isLogging === null ? "NONE" : yesNo(storage.isLogging),
    ...compression,
    BUFFER_POOL: storage.bufferPool ?? "DEFAULT",
    FLASH_CACHE: "DEFAULT",
    CELL_FLASH_CACHE: "DEFAULT",
    IS_NESTED: "N/A",
    PARENT_TABLE_PARTITION: "N/A",
    SEGMENT_CREATED: storage.segmentCreation === null ? "NONE" : yesNo(storage.segmentCreation === "immediate"),
    INDEXING: partition.isIndexingOff ? "OFF" : "NONE",
    READ_ONLY: partition.isReadOnly ? "YES" : "NONE",
    INMEMORY: "NONE",
    MEMOPTIMIZE_READ: "N/A",
    MEMOPTIMIZE_WRITE: "N/A"
  }
}

const simpleCells = (source: DictionarySource, table: TableEntry, partition: PartitionEntry): CellRow => {
  const storage = partitionStorage(source.catalog, table, partition)
  const options = { hasSegment: true, initialBytes: partitionInitialBytes, suffix: "", iniTrans: 1 } as const
  return {
    ...segmentCells(storage, options),
    ...compressionCells(storage.compression, source.release),
    IS_NESTED: "NO",
    SEGMENT_CREATED: yesNo(partition.hasSegment),
    INDEXING: partition.isIndexingOff ? "OFF" : "ON",
    READ_ONLY: yesNo(partition.isReadOnly),
    INMEMORY: "DISABLED",
    MEMOPTIMIZE_READ: "DISABLED",
    MEMOPTIMIZE_WRITE: "DISABLED"
  }
}

const partitionCells = (
  source: DictionarySource,
  table: TableEntry,
  partition: PartitionEntry,
  at: number
): CellRow => {
  const isComposite = partition.subpartitions.length > 0
  const text = printHighValue(keyTypes(table, table.partitioning?.columns ?? []), partition.bound)
  return {
    TABLE_OWNER: table.owner,
    TABLE_NAME: table.name,
    COMPOSITE: yesNo(isComposite),
    PARTITION_NAME: partition.name,
    SUBPARTITION_COUNT: partition.subpartitions.length,
    ...highValueCells(text),
    PARTITION_POSITION: at + 1,
    ...(isComposite ? compositeCells(source, table, partition) : simpleCells(source, table, partition)),
    ...statisticsCells(partition.statistics),
    INTERVAL: yesNo(partition.isInterval)
  }
}

/** ALL_TAB_PARTITIONS. */
export const tabPartitions: BaseDefinition = {
  name: "TAB_PARTITIONS",
  columns: readColumns(`
    TABLE_OWNER v128! TABLE_NAME v128! COMPOSITE v3 PARTITION_NAME v128 SUBPARTITION_COUNT n HIGH_VALUE long HIGH_VALUE_LENGTH n PARTITION_POSITION n TABLESPACE_NAME v30
    ${physical} IS_NESTED v3 PARENT_TABLE_PARTITION v128 INTERVAL v3 SEGMENT_CREATED v4 INDEXING v4@12.1 READ_ONLY v4@12.2 ${inMemory} CELLMEMORY v24@12.2 ${services} ${memoptimize}`),
  rule: "object",
  generate: (source, root) =>
    root.kind === "table"
      ? source.catalog
          .childrenOf(root.id, "partition")
          .map((partition, at) => ({ owner: root.owner, cells: partitionCells(source, root, partition, at) }))
      : []
}

interface SubpartitionPlace {
  readonly partition: PartitionEntry
  readonly partitionAt: number
  readonly at: number
}

const subpartitionCells = (
  source: DictionarySource,
  table: TableEntry,
  subpartition: SubpartitionEntry,
  { partition, partitionAt, at }: SubpartitionPlace
): CellRow => {
  const storage = subpartitionStorage(source.catalog, table, partition, subpartition)
  const text = printHighValue(keyTypes(table, table.partitioning?.subpartitioning?.columns ?? []), subpartition.bound)
  return {
    TABLE_OWNER: table.owner,
    TABLE_NAME: table.name,
    PARTITION_NAME: partition.name,
    SUBPARTITION_NAME: subpartition.name,
    ...highValueCells(text),
    PARTITION_POSITION: partitionAt + 1,
    SUBPARTITION_POSITION: at + 1,
    ...segmentCells(storage, { hasSegment: true, initialBytes: partitionInitialBytes, suffix: "", iniTrans: 1 }),
    ...compressionCells(storage.compression, source.release),
    ...statisticsCells(subpartition.statistics),
    INTERVAL: yesNo(partition.isInterval),
    SEGMENT_CREATED: yesNo(subpartition.hasSegment),
    INDEXING: partition.isIndexingOff ? "OFF" : "ON",
    READ_ONLY: yesNo(subpartition.isReadOnly),
    INMEMORY: "DISABLED",
    MEMOPTIMIZE_READ: "DISABLED",
    MEMOPTIMIZE_WRITE: "DISABLED"
  }
}

/** ALL_TAB_SUBPARTITIONS. */
export const tabSubpartitions: BaseDefinition = {
  name: "TAB_SUBPARTITIONS",
  columns: readColumns(`
    TABLE_OWNER v128! TABLE_NAME v128! PARTITION_NAME v128 SUBPARTITION_NAME v128 HIGH_VALUE long HIGH_VALUE_LENGTH n PARTITION_POSITION n@12.1 SUBPARTITION_POSITION n
    TABLESPACE_NAME v30! ${physical} INTERVAL v3 SEGMENT_CREATED v3 INDEXING v3@12.1 READ_ONLY v3@12.2 ${inMemory} ${services} CELLMEMORY v24@12.2 ${memoptimize}`),
  rule: "object",
  generate: (source, root) =>
    root.kind === "table"
      ? source.catalog.childrenOf(root.id, "partition").flatMap((partition, partitionAt) =>
          partition.subpartitions.map((subpartition, at) => ({
            owner: root.owner,
            cells: subpartitionCells(source, root, subpartition, { partition, partitionAt, at })
          }))
        )
      : []
}
