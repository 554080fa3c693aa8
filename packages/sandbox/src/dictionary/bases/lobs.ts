// LOBS, PART_LOBS, LOB_PARTITIONS, LOB_SUBPARTITIONS. The (sub)partitions of a LOB follow the table's; their names are made of object ids.
import type { LobEntry, TableEntry } from "../../catalog/entries.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import { ownerTablespace, partitionStorage, subpartitionStorage } from "../effective-storage.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const columnName = (table: TableEntry, lob: LobEntry): string | undefined =>
  table.columns.find(({ id }) => id === lob.columnId)?.name

const featureCells = (lob: LobEntry, prefix: string): CellRow => ({
  [`${prefix}CHUNK`]: lob.chunkBytes,
  [`${prefix}PCTVERSION`]: lob.pctVersion,
  [`${prefix}CACHE`]: lob.cache,
  [`${prefix}IN_ROW`]: yesNo(lob.isInRow)
})

const secure = (lob: LobEntry, value: string): string => (lob.isSecureFile ? value : "NONE")

const lobCells = (source: DictionarySource, table: TableEntry, lob: LobEntry): CellRow => ({
  OWNER: table.owner,
  TABLE_NAME: table.name,
  COLUMN_NAME: columnName(table, lob),
  SEGMENT_NAME: lob.name,
  TABLESPACE_NAME: lob.storage.tablespace ?? table.storage.tablespace ?? ownerTablespace(source.catalog, table.owner),
  INDEX_NAME: lob.indexName,
  ...featureCells(lob, ""),
  RETENTION: lob.isSecureFile ? null : 900,
  LOGGING: table.partitioning === null ? yesNo(lob.storage.isLogging ?? table.storage.isLogging ?? true) : "NONE",
  ENCRYPT: secure(lob, "NO"),
  COMPRESSION: secure(lob, lob.compression),
  DEDUPLICATION: secure(lob, lob.isDeduplicated ? "LOB" : "NO"),
  FORMAT: columnIsBlob(table, lob) ? "NOT APPLICABLE " : "ENDIAN NEUTRAL ",
  PARTITIONED: yesNo(table.partitioning !== null),
  SECUREFILE: yesNo(lob.isSecureFile),
  SEGMENT_CREATED: table.partitioning === null ? yesNo(table.hasSegment) : "N/A",
  RETENTION_TYPE: lob.isSecureFile ? lob.retention.kind : "YES",
  RETENTION_VALUE: lob.retention.seconds
})

const columnIsBlob = (table: TableEntry, lob: LobEntry): boolean =>
  table.columns.find(({ id }) => id === lob.columnId)?.type.name === "BLOB"

const ofLobs =
  (
    make: (source: DictionarySource, table: TableEntry, lob: LobEntry) => ReadonlyArray<CellRow>,
    partitionedOnly: boolean
  ): BaseDefinition["generate"] =>
  (source, root) =>
    root.kind !== "table" || (partitionedOnly ? root.partitioning === null : root.dropped !== null)
      ? []
      : source.catalog
          .childrenOf(root.id, "lob")
          .flatMap((lob) => make(source, root, lob).map((cells): BaseRow => ({ owner: root.owner, cells })))

/** ALL_LOBS. */
export const lobs: BaseDefinition = {
  name: "LOBS",
  columns: readColumns(`
    OWNER v128 TABLE_NAME v128 COLUMN_NAME v4000 SEGMENT_NAME v128 TABLESPACE_NAME v30 INDEX_NAME v128 CHUNK n PCTVERSION n RETENTION n FREEPOOLS n CACHE v10 LOGGING v7 ENCRYPT v4
    COMPRESSION v6 DEDUPLICATION v15 IN_ROW v3 FORMAT v15 PARTITIONED v3 SECUREFILE v3 SEGMENT_CREATED v3 RETENTION_TYPE v7 RETENTION_VALUE n`),
  rule: "object",
  generate: ofLobs((source, table, lob) => [lobCells(source, table, lob)], false)
}

/** ALL_PART_LOBS. */
export const partLobs: BaseDefinition = {
  name: "PART_LOBS",
  columns: readColumns(`
    TABLE_OWNER v128 TABLE_NAME v128 COLUMN_NAME v4000 LOB_NAME v128 LOB_INDEX_NAME v128 DEF_CHUNK n DEF_PCTVERSION n DEF_CACHE v10 DEF_IN_ROW v3 DEF_TABLESPACE_NAME v30
    ${same("v40", "DEF_INITIAL_EXTENT DEF_NEXT_EXTENT DEF_MIN_EXTENTS DEF_MAX_EXTENTS DEF_MAX_SIZE DEF_RETENTION DEF_MINRET DEF_PCT_INCREASE DEF_FREELISTS DEF_FREELIST_GROUPS")}
    DEF_LOGGING v7 DEF_BUFFER_POOL v7 DEF_FLASH_CACHE v7 DEF_CELL_FLASH_CACHE v7 DEF_ENCRYPT v4 DEF_COMPRESS v6 DEF_DEDUPLICATE v15 DEF_SECUREFILE v3`),
  rule: "object",
  generate: ofLobs(
    (_source, table, lob) => [
      {
        TABLE_OWNER: table.owner,
        TABLE_NAME: table.name,
        COLUMN_NAME: columnName(table, lob),
        LOB_NAME: lob.name,
        LOB_INDEX_NAME: lob.indexName,
        ...featureCells(lob, "DEF_"),
        DEF_TABLESPACE_NAME: lob.storage.tablespace,
        DEF_INITIAL_EXTENT: "DEFAULT",
        DEF_NEXT_EXTENT: "DEFAULT",
        DEF_MIN_EXTENTS: "DEFAULT",
        DEF_MAX_EXTENTS: "DEFAULT",
        DEF_MAX_SIZE: "DEFAULT",
        DEF_RETENTION: lob.retention.kind,
        DEF_MINRET: lob.retention.seconds ?? "DEFAULT",
        DEF_PCT_INCREASE: "DEFAULT",
        DEF_LOGGING: lob.storage.isLogging === null ? "NONE" : yesNo(lob.storage.isLogging),
        DEF_BUFFER_POOL: "DEFAULT",
        DEF_FLASH_CACHE: "DEFAULT",
        DEF_CELL_FLASH_CACHE: "DEFAULT",
        DEF_ENCRYPT: secure(lob, "NO"),
        DEF_COMPRESS: secure(lob, lob.compression),
        DEF_DEDUPLICATE: secure(lob, lob.isDeduplicated ? "LOB" : "NO"),
        DEF_SECUREFILE: yesNo(lob.isSecureFile)
      }
    ],
    true
  )
}

const segmentCells = (lob: LobEntry, tablespace: string | null, hasSegment: boolean): CellRow => ({
  ...featureCells(lob, ""),
  TABLESPACE_NAME: tablespace,
  LOGGING: yesNo(lob.storage.isLogging ?? true),
  BUFFER_POOL: "DEFAULT",
  FLASH_CACHE: "DEFAULT",
  CELL_FLASH_CACHE: "DEFAULT",
  ENCRYPT: secure(lob, "NO"),
  COMPRESSION: secure(lob, lob.compression),
  DEDUPLICATION: secure(lob, lob.isDeduplicated ? "LOB" : "NO"),
  SECUREFILE: yesNo(lob.isSecureFile),
  SEGMENT_CREATED: yesNo(hasSegment)
})

const physical = `CHUNK n PCTVERSION n CACHE v10 IN_ROW v3 TABLESPACE_NAME v30 ${same("v40", "INITIAL_EXTENT NEXT_EXTENT MIN_EXTENTS MAX_EXTENTS MAX_SIZE RETENTION MINRETENTION PCT_INCREASE FREELISTS FREELIST_GROUPS")}
  LOGGING v7 BUFFER_POOL v7 FLASH_CACHE v7 CELL_FLASH_CACHE v7 ENCRYPT v4 COMPRESSION v6 DEDUPLICATION v15 SECUREFILE v3 SEGMENT_CREATED v3`

/** ALL_LOB_PARTITIONS. */
export const lobPartitions: BaseDefinition = {
  name: "LOB_PARTITIONS",
  columns: readColumns(`
    TABLE_OWNER v128 TABLE_NAME v128 COLUMN_NAME v4000 LOB_NAME v128 PARTITION_NAME v128 LOB_PARTITION_NAME v128 LOB_INDPART_NAME v128 PARTITION_POSITION n COMPOSITE v3 ${physical}`),
  rule: "object",
  generate: ofLobs(
    (source, table, lob) =>
      source.catalog.childrenOf(table.id, "partition").map((partition, at) => ({
        TABLE_OWNER: table.owner,
        TABLE_NAME: table.name,
        COLUMN_NAME: columnName(table, lob),
        LOB_NAME: lob.name,
        PARTITION_NAME: partition.name,
        LOB_PARTITION_NAME: `SYS_LOB_P${String(partition.id)}`,
        LOB_INDPART_NAME: `SYS_IL_P${String(partition.id)}`,
        PARTITION_POSITION: at + 1,
        COMPOSITE: yesNo(partition.subpartitions.length > 0),
        ...segmentCells(
          lob,
          lob.storage.tablespace ?? partitionStorage(source.catalog, table, partition).tablespace,
          partition.hasSegment
        )
      })),
    true
  )
}

/** ALL_LOB_SUBPARTITIONS. */
export const lobSubpartitions: BaseDefinition = {
  name: "LOB_SUBPARTITIONS",
  columns: readColumns(`
    TABLE_OWNER v128 TABLE_NAME v128 COLUMN_NAME v4000 LOB_NAME v128 LOB_PARTITION_NAME v128 SUBPARTITION_NAME v128 LOB_SUBPARTITION_NAME v128 LOB_INDSUBPART_NAME v128
    SUBPARTITION_POSITION n ${physical}`),
  rule: "object",
  generate: ofLobs(
    (source, table, lob) =>
      source.catalog.childrenOf(table.id, "partition").flatMap((partition) =>
        partition.subpartitions.map((part, at) => ({
          TABLE_OWNER: table.owner,
          TABLE_NAME: table.name,
          COLUMN_NAME: columnName(table, lob),
          LOB_NAME: lob.name,
          LOB_PARTITION_NAME: `SYS_LOB_P${String(partition.id)}`,
          SUBPARTITION_NAME: part.name,
          LOB_SUBPARTITION_NAME: `SYS_LOB_SUBP${String(part.id)}`,
          LOB_INDSUBPART_NAME: `SYS_IL_SUBP${String(part.id)}`,
          SUBPARTITION_POSITION: at + 1,
          ...segmentCells(
            lob,
            lob.storage.tablespace ?? subpartitionStorage(source.catalog, table, partition, part).tablespace,
            part.hasSegment
          )
        }))
      ),
    true
  )
}
