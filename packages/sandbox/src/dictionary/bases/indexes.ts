// INDEXES, IND_COLUMNS, IND_EXPRESSIONS.
import type { ColumnEntry, IndexColumnEntry, IndexEntry, LobEntry, TableEntry } from "../../catalog/entries.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import { ownerTablespace, segmentCells } from "../effective-storage.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const columns = readColumns(`
  OWNER v128! INDEX_NAME v128! INDEX_TYPE v27 TABLE_OWNER v128! TABLE_NAME v128! TABLE_TYPE c11 UNIQUENESS v9 COMPRESSION v13 PREFIX_LENGTH n TABLESPACE_NAME v30
  ${same("n", "INI_TRANS MAX_TRANS INITIAL_EXTENT NEXT_EXTENT MIN_EXTENTS MAX_EXTENTS PCT_INCREASE PCT_THRESHOLD INCLUDE_COLUMN FREELISTS FREELIST_GROUPS PCT_FREE")}
  LOGGING v3 ${same("n", "BLEVEL LEAF_BLOCKS DISTINCT_KEYS AVG_LEAF_BLOCKS_PER_KEY AVG_DATA_BLOCKS_PER_KEY CLUSTERING_FACTOR")} STATUS v8 NUM_ROWS n SAMPLE_SIZE n LAST_ANALYZED d
  DEGREE v40 INSTANCES v40 PARTITIONED v3 TEMPORARY v1 GENERATED v1 SECONDARY v1 BUFFER_POOL v7 FLASH_CACHE v7 CELL_FLASH_CACHE v7 USER_STATS v3 DURATION v15
  PCT_DIRECT_ACCESS n ITYP_OWNER v128 ITYP_NAME v128 PARAMETERS v1000 GLOBAL_STATS v3 DOMIDX_STATUS v12 DOMIDX_OPSTATUS v6 FUNCIDX_STATUS v8 JOIN_INDEX v3 IOT_REDUNDANT_PKEY_ELIM v3
  DROPPED v3 VISIBILITY v9 DOMIDX_MANAGEMENT v14 SEGMENT_CREATED v3 ORPHANED_ENTRIES v3@12.1 INDEXING v7@12.1 AUTO v3@19 CONSTRAINT_INDEX v3@19`)

const byId = (table: TableEntry, id: number): ColumnEntry | undefined =>
  table.columns.find((column) => column.id === id)

/** True when a column of the index is an expression or descending. */
export const hasExpression = (table: TableEntry, list: ReadonlyArray<IndexColumnEntry>): boolean =>
  list.some(({ columnId }) => byId(table, columnId)?.visibility === "system")

const typeText = (table: TableEntry, index: IndexEntry): string => {
  const base = index.type === "BITMAP" ? "BITMAP" : "NORMAL"
  return `${hasExpression(table, index.columns) ? "FUNCTION-BASED " : ""}${base}${index.isReverse ? "/REV" : ""}`
}

/** COMPRESSION of an index. */
export const indexCompression = (index: IndexEntry): string => {
  if (index.advancedCompression !== null) return `ADVANCED ${index.advancedCompression.toUpperCase()}`
  return index.prefixLength === null ? "DISABLED" : "ENABLED"
}

/** Statistics of an index or its part. */
export const indexStatistics = ({ statistics }: Pick<IndexEntry, "statistics">): CellRow =>
  statistics === null
    ? {}
    : {
        BLEVEL: statistics.blevel,
        LEAF_BLOCKS: statistics.leafBlocks,
        DISTINCT_KEYS: statistics.distinctKeys,
        AVG_LEAF_BLOCKS_PER_KEY:
          statistics.distinctKeys === 0 ? 0 : Math.max(1, Math.round(statistics.leafBlocks / statistics.distinctKeys)),
        AVG_DATA_BLOCKS_PER_KEY:
          statistics.distinctKeys === 0
            ? 0
            : Math.max(1, Math.round(statistics.clusteringFactor / statistics.distinctKeys)),
        CLUSTERING_FACTOR: statistics.clusteringFactor,
        NUM_ROWS: statistics.numRows,
        SAMPLE_SIZE: statistics.sampleSize,
        LAST_ANALYZED: statistics.lastAnalyzedAt
      }

const placeCells = (source: DictionarySource, table: TableEntry, index: IndexEntry): CellRow => {
  if (index.locality.kind !== "whole")
    return {
      STATUS: "N/A",
      SEGMENT_CREATED: "N/A",
      BUFFER_POOL: "DEFAULT",
      FLASH_CACHE: "DEFAULT",
      CELL_FLASH_CACHE: "DEFAULT"
    }
  const storage = {
    ...index.storage,
    tablespace: index.storage.tablespace ?? ownerTablespace(source.catalog, index.owner)
  }
  const hasSegment = (table.hasSegment || table.partitioning !== null) && !index.isUnusable
  const cells = segmentCells(storage, { hasSegment, initialBytes: 65_536, suffix: "S", iniTrans: 2 })
  return { ...cells, STATUS: index.isUnusable ? "UNUSABLE" : "VALID", SEGMENT_CREATED: yesNo(hasSegment) }
}

const isOfConstraint = (source: DictionarySource, table: TableEntry, index: IndexEntry): boolean =>
  source.catalog
    .childrenOf(table.id, "constraint")
    .some(({ indexId, isIndexOwned }) => indexId === index.id && isIndexOwned)

const indexCells = (source: DictionarySource, table: TableEntry, index: IndexEntry): CellRow => ({
  OWNER: index.owner,
  INDEX_NAME: index.name,
  INDEX_TYPE: typeText(table, index),
  TABLE_OWNER: table.owner,
  TABLE_NAME: table.name,
  TABLE_TYPE: "TABLE",
  UNIQUENESS: index.isUnique ? "UNIQUE" : "NONUNIQUE",
  COMPRESSION: indexCompression(index),
  PREFIX_LENGTH: index.prefixLength,
  ...placeCells(source, table, index),
  ...indexStatistics(index),
  DEGREE: index.degree,
  INSTANCES: index.degree === "DEFAULT" ? "DEFAULT" : 1,
  PARTITIONED: yesNo(index.locality.kind !== "whole"),
  TEMPORARY: table.temporary === null ? "N" : "Y",
  GENERATED: index.isSystemNamed ? "Y" : "N",
  SECONDARY: "N",
  USER_STATS: "NO",
  DURATION: table.temporary === null ? null : table.temporary === "delete" ? "SYS$TRANSACTION" : "SYS$SESSION",
  GLOBAL_STATS: yesNo(index.statistics !== null),
  FUNCIDX_STATUS: hasExpression(table, index.columns) ? (index.isFunctionDisabled ? "DISABLED" : "ENABLED") : null,
  JOIN_INDEX: "NO",
  IOT_REDUNDANT_PKEY_ELIM: "NO",
  DROPPED: "NO",
  VISIBILITY: index.isInvisible ? "INVISIBLE" : "VISIBLE",
  ORPHANED_ENTRIES: "NO",
  INDEXING: index.isPartial ? "PARTIAL" : "FULL",
  AUTO: "NO",
  CONSTRAINT_INDEX: yesNo(isOfConstraint(source, table, index))
})

const lobIndexCells = (source: DictionarySource, table: TableEntry, lob: LobEntry): CellRow => ({
  OWNER: table.owner,
  INDEX_NAME: lob.indexName,
  INDEX_TYPE: "LOB",
  TABLE_OWNER: table.owner,
  TABLE_NAME: table.name,
  TABLE_TYPE: "TABLE",
  UNIQUENESS: "UNIQUE",
  COMPRESSION: "DISABLED",
  TABLESPACE_NAME:
    table.partitioning === null
      ? (lob.storage.tablespace ?? table.storage.tablespace ?? ownerTablespace(source.catalog, table.owner))
      : null,
  STATUS: table.partitioning === null ? "VALID" : "N/A",
  DEGREE: 0,
  INSTANCES: 0,
  PARTITIONED: yesNo(table.partitioning !== null),
  TEMPORARY: "N",
  GENERATED: "Y",
  SECONDARY: "N",
  USER_STATS: "NO",
  GLOBAL_STATS: "NO",
  JOIN_INDEX: "NO",
  IOT_REDUNDANT_PKEY_ELIM: "NO",
  DROPPED: "NO",
  VISIBILITY: "VISIBLE",
  SEGMENT_CREATED: table.partitioning === null ? yesNo(table.hasSegment) : "N/A",
  ORPHANED_ENTRIES: "NO",
  INDEXING: "FULL",
  AUTO: "NO",
  CONSTRAINT_INDEX: "NO"
})

/** ALL_INDEXES; LOB indexes are marked by INDEX_TYPE: only USER_ and DBA_INDEXES list them. */
export const indexes: BaseDefinition = {
  name: "INDEXES",
  columns,
  rule: "object",
  generate: (source, root) => {
    if (root.kind !== "table" || root.dropped !== null) return []
    const own = source.catalog
      .childrenOf(root.id, "index")
      .map((index): BaseRow => ({ owner: index.owner, cells: indexCells(source, root, index) }))
    const lobs = source.catalog
      .childrenOf(root.id, "lob")
      .map((lob): BaseRow => ({ owner: root.owner, cells: lobIndexCells(source, root, lob) }))
    return [...own, ...lobs]
  }
}

const columnRow = (table: TableEntry, index: IndexEntry, entry: IndexColumnEntry, at: number): BaseRow => {
  const column = byId(table, entry.columnId)
  return {
    owner: index.owner,
    cells: {
      INDEX_OWNER: index.owner,
      INDEX_NAME: index.name,
      TABLE_OWNER: table.owner,
      TABLE_NAME: table.name,
      COLUMN_NAME: column?.name,
      COLUMN_POSITION: at + 1,
      COLUMN_LENGTH: column?.type.lengthBytes,
      CHAR_LENGTH: column?.type.charLength,
      DESCEND: entry.isDescending ? "DESC" : "ASC"
    }
  }
}

/** ALL_IND_COLUMNS. */
export const indColumns: BaseDefinition = {
  name: "IND_COLUMNS",
  columns: readColumns(`
    INDEX_OWNER v128! INDEX_NAME v128! TABLE_OWNER v128! TABLE_NAME v128! COLUMN_NAME v4000 COLUMN_POSITION n! COLUMN_LENGTH n! CHAR_LENGTH n DESCEND v4 COLLATED_COLUMN_ID n@12.2`),
  rule: "object",
  generate: (source, root) =>
    root.kind === "table"
      ? source.catalog
          .childrenOf(root.id, "index")
          .flatMap((index) => index.columns.map((entry, at) => columnRow(root, index, entry, at)))
      : []
}

/** ALL_IND_EXPRESSIONS. */
export const indExpressions: BaseDefinition = {
  name: "IND_EXPRESSIONS",
  columns: readColumns(
    "INDEX_OWNER v128! INDEX_NAME v128! TABLE_OWNER v128! TABLE_NAME v128! COLUMN_EXPRESSION long COLUMN_POSITION n!"
  ),
  rule: "object",
  generate: (source, root) =>
    root.kind === "table"
      ? source.catalog.childrenOf(root.id, "index").flatMap((index) =>
          index.columns.flatMap(({ columnId }, at) => {
            const text = byId(root, columnId)?.visibility === "system" ? byId(root, columnId)?.virtual?.text : undefined
            if (text === undefined) return []
            const names = {
              INDEX_OWNER: index.owner,
              INDEX_NAME: index.name,
              TABLE_OWNER: root.owner,
              TABLE_NAME: root.name
            }
            return [{ owner: index.owner, cells: { ...names, COLUMN_EXPRESSION: text, COLUMN_POSITION: at + 1 } }]
          })
        )
      : []
}
