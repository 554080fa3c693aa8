// TABLES, ALL_TABLES' relatives by name, TAB_COMMENTS: one row per table.
import type { Entry, TableEntry } from "../../catalog/entries.ts"
import { padLeft, readColumns, same, yesNo } from "../columns.ts"
import { compressionCells, ownerTablespace, segmentCells } from "../effective-storage.ts"
import type { BaseDefinition, CellRow, DictionarySource } from "../view.ts"

const columns = readColumns(`
  OWNER v128! TABLE_NAME v128! TABLESPACE_NAME v30 CLUSTER_NAME v128 IOT_NAME v128 STATUS v8
  ${same("n", "PCT_FREE PCT_USED INI_TRANS MAX_TRANS INITIAL_EXTENT NEXT_EXTENT MIN_EXTENTS MAX_EXTENTS PCT_INCREASE FREELISTS FREELIST_GROUPS")}
  LOGGING v3 BACKED_UP v1
  ${same("n", "NUM_ROWS BLOCKS EMPTY_BLOCKS AVG_SPACE CHAIN_CNT AVG_ROW_LEN AVG_SPACE_FREELIST_BLOCKS NUM_FREELIST_BLOCKS")}
  DEGREE v10 INSTANCES v10 CACHE v5 TABLE_LOCK v8 SAMPLE_SIZE n LAST_ANALYZED d PARTITIONED v3 IOT_TYPE v12 TEMPORARY v1 SECONDARY v1 NESTED v3
  BUFFER_POOL v7 FLASH_CACHE v7 CELL_FLASH_CACHE v7 ROW_MOVEMENT v8 GLOBAL_STATS v3 USER_STATS v3 DURATION v15 SKIP_CORRUPT v8 MONITORING v3
  CLUSTER_OWNER v128 DEPENDENCIES v8 COMPRESSION v8 COMPRESS_FOR v30 DROPPED v3 READ_ONLY v3 SEGMENT_CREATED v3 RESULT_CACHE v7
  CLUSTERING v3@12.1 ACTIVITY_TRACKING v23@12.1 DML_TIMESTAMP v25@12.1 HAS_IDENTITY v3@12.1 CONTAINER_DATA v3@12.1 INMEMORY v8@12.1 INMEMORY_PRIORITY v8@12.1
  INMEMORY_DISTRIBUTE v15@12.1 INMEMORY_COMPRESSION v17@12.1 INMEMORY_DUPLICATE v13@12.1 DEFAULT_COLLATION v100@12.2 DUPLICATED v1@12.2 SHARDED v1@12.2 EXTERNAL v3@12.2
  CELLMEMORY v24@12.2 CONTAINERS_DEFAULT v3@12.2 CONTAINER_MAP v3@12.2 EXTENDED_DATA_LINK v3@12.2 EXTENDED_DATA_LINK_MAP v3@12.2 INMEMORY_SERVICE v12@12.2
  INMEMORY_SERVICE_NAME v1000@12.2 CONTAINER_MAP_OBJECT v3@12.2 MEMOPTIMIZE_READ v8@18 MEMOPTIMIZE_WRITE v8@18 HAS_SENSITIVE_COLUMN v3@18
  EXTERNALLY_SHARDED v3@19 EXTERNALLY_DUPLICATED v3@19 HYBRID v3@19 ADMIT_NULL v3@19 DATA_LINK_DML_ENABLED v3@19 LOGICAL_REPLICATION v8@19
`)

const statisticsCells = ({ statistics }: TableEntry): CellRow =>
  statistics === null
    ? { GLOBAL_STATS: "NO", USER_STATS: "NO" }
    : {
        NUM_ROWS: statistics.numRows,
        BLOCKS: statistics.blocks,
        EMPTY_BLOCKS: 0,
        AVG_SPACE: 0,
        CHAIN_CNT: 0,
        AVG_ROW_LEN: statistics.avgRowLength,
        AVG_SPACE_FREELIST_BLOCKS: 0,
        NUM_FREELIST_BLOCKS: 0,
        SAMPLE_SIZE: statistics.sampleSize,
        LAST_ANALYZED: statistics.lastAnalyzedAt,
        GLOBAL_STATS: yesNo(statistics.isGlobal),
        USER_STATS: yesNo(statistics.isUserSet)
      }

/** What a heap table has and a partitioned or temporary one leaves to its parts. */
const physicalCells = (source: DictionarySource, table: TableEntry): CellRow => {
  const pools = {
    BUFFER_POOL: table.storage.bufferPool ?? "DEFAULT",
    FLASH_CACHE: "DEFAULT",
    CELL_FLASH_CACHE: "DEFAULT"
  }
  if (table.partitioning !== null)
    return { ...pools, READ_ONLY: source.release >= 12.2 ? "N/A" : yesNo(table.isReadOnly), SEGMENT_CREATED: "N/A" }
  const readOnly = {
    READ_ONLY: yesNo(table.isReadOnly),
    ...compressionCells(table.storage.compression, source.release)
  }
  if (table.temporary !== null)
    return {
      ...pools,
      ...readOnly,
      PCT_FREE: 10,
      PCT_USED: 40,
      INI_TRANS: 1,
      MAX_TRANS: 255,
      LOGGING: "NO",
      SEGMENT_CREATED: "NO"
    }
  const storage = {
    ...table.storage,
    tablespace: table.storage.tablespace ?? ownerTablespace(source.catalog, table.owner)
  }
  const options = { hasSegment: table.hasSegment, initialBytes: 65_536, suffix: "S", iniTrans: 1 } as const
  return { ...segmentCells(storage, options), ...readOnly, SEGMENT_CREATED: yesNo(table.hasSegment) }
}

const inMemoryCells = (table: TableEntry): CellRow =>
  table.partitioning === null ? { INMEMORY: "DISABLED", CELLMEMORY: null } : {}

const tableCells = (source: DictionarySource, table: TableEntry): CellRow => ({
  OWNER: table.owner,
  TABLE_NAME: table.name,
  STATUS: "VALID",
  BACKED_UP: "N",
  ...physicalCells(source, table),
  ...statisticsCells(table),
  DEGREE: padLeft(table.degree, 10),
  INSTANCES: padLeft(table.degree === "DEFAULT" ? "DEFAULT" : 1, 10),
  CACHE: padLeft(table.isCached ? "Y" : "N", 5),
  TABLE_LOCK: table.isTableLock ? "ENABLED" : "DISABLED",
  PARTITIONED: yesNo(table.partitioning !== null),
  TEMPORARY: table.temporary === null ? "N" : "Y",
  SECONDARY: "N",
  NESTED: "NO",
  ROW_MOVEMENT: table.isRowMovement ? "ENABLED" : "DISABLED",
  DURATION: table.temporary === null ? null : table.temporary === "delete" ? "SYS$TRANSACTION" : "SYS$SESSION",
  SKIP_CORRUPT: "DISABLED",
  MONITORING: yesNo(table.temporary === null && table.isMonitoring),
  DEPENDENCIES: table.isRowDependencies ? "ENABLED" : "DISABLED",
  DROPPED: "NO",
  RESULT_CACHE: table.isResultCacheForced ? "FORCE" : "DEFAULT",
  ...inMemoryCells(table),
  ...same12(table)
})

const same12 = (table: TableEntry): CellRow => ({
  CLUSTERING: "NO",
  HAS_IDENTITY: yesNo(table.columns.some(({ identity }) => identity !== null)),
  CONTAINER_DATA: "NO",
  DEFAULT_COLLATION: table.defaultCollation,
  DUPLICATED: "N",
  SHARDED: "N",
  EXTERNAL: "NO",
  CONTAINERS_DEFAULT: "NO",
  CONTAINER_MAP: "NO",
  EXTENDED_DATA_LINK: "NO",
  EXTENDED_DATA_LINK_MAP: "NO",
  CONTAINER_MAP_OBJECT: "NO",
  MEMOPTIMIZE_READ: "DISABLED",
  MEMOPTIMIZE_WRITE: "DISABLED",
  HAS_SENSITIVE_COLUMN: "NO",
  EXTERNALLY_SHARDED: "NO",
  EXTERNALLY_DUPLICATED: "NO",
  HYBRID: "NO",
  ADMIT_NULL: "NO",
  DATA_LINK_DML_ENABLED: "NO",
  LOGICAL_REPLICATION: "ENABLED"
})

/** ALL_TABLES. Tables in the recycle bin are not shown. */
export const tables: BaseDefinition = {
  name: "TABLES",
  columns,
  rule: "object",
  generate: (source, root) =>
    root.kind === "table" && root.dropped === null ? [{ owner: root.owner, cells: tableCells(source, root) }] : []
}

const commentOf = (root: Entry): string | null => (root.kind === "table" || root.kind === "view" ? root.comment : null)

/** ALL_TAB_COMMENTS: a row for every table and view, the recycle bin included. */
export const tabComments: BaseDefinition = {
  name: "TAB_COMMENTS",
  columns: readColumns("OWNER v128! TABLE_NAME v128! TABLE_TYPE v11 COMMENTS v4000 ORIGIN_CON_ID n@12.1"),
  rule: "object",
  generate: (_source, root) =>
    root.kind === "table" || root.kind === "view"
      ? [
          {
            owner: root.owner,
            cells: {
              OWNER: root.owner,
              TABLE_NAME: root.name,
              TABLE_TYPE: root.kind.toUpperCase(),
              COMMENTS: commentOf(root),
              ORIGIN_CON_ID: 0
            }
          }
        ]
      : []
}
