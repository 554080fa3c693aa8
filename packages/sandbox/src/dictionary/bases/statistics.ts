// TAB_STATISTICS and IND_STATISTICS.
import type { TableEntry, TableStatistics } from "../../catalog/entries.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import type { BaseDefinition, BaseRow, CellRow } from "../view.ts"
import { indexStatistics } from "./indexes.ts"

const cells = (table: TableEntry, statistics: TableStatistics | null): CellRow => ({
  ...(statistics === null
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
        USER_STATS: yesNo(statistics.isUserSet),
        STALE_STATS: "NO"
      }),
  STATTYPE_LOCKED: table.isStatisticsLocked ? "ALL" : null,
  SCOPE: "SHARED"
})

/** ALL_TAB_STATISTICS: tables, partitions, subpartitions. */
export const tabStatistics: BaseDefinition = {
  name: "TAB_STATISTICS",
  columns: readColumns(`
    OWNER v128 TABLE_NAME v128 PARTITION_NAME v128 PARTITION_POSITION n SUBPARTITION_NAME v128 SUBPARTITION_POSITION n OBJECT_TYPE v12
    ${same("n", "NUM_ROWS BLOCKS EMPTY_BLOCKS AVG_SPACE CHAIN_CNT AVG_ROW_LEN AVG_SPACE_FREELIST_BLOCKS NUM_FREELIST_BLOCKS AVG_CACHED_BLOCKS AVG_CACHE_HIT_RATIO")}
    IM_IMCU_COUNT n@12.2 IM_BLOCK_COUNT n@12.2 IM_STAT_UPDATE_TIME d@12.2 SCAN_RATE n@12.2 SAMPLE_SIZE n LAST_ANALYZED d GLOBAL_STATS v3 USER_STATS v3 STATTYPE_LOCKED v5 STALE_STATS v7 SCOPE v7@12.1`),
  rule: "object",
  generate: (source, root) => {
    if (root.kind !== "table" || root.dropped !== null) return []
    const row = (fields: CellRow, statistics: TableStatistics | null): BaseRow => ({
      owner: root.owner,
      cells: { OWNER: root.owner, TABLE_NAME: root.name, ...fields, ...cells(root, statistics) }
    })
    const partitions = source.catalog.childrenOf(root.id, "partition").flatMap((partition, at) => {
      const names = { PARTITION_NAME: partition.name, PARTITION_POSITION: at + 1 }
      return [
        row({ ...names, OBJECT_TYPE: "PARTITION" }, partition.statistics),
        ...partition.subpartitions.map(({ name, statistics }, place) =>
          row(
            { ...names, SUBPARTITION_NAME: name, SUBPARTITION_POSITION: place + 1, OBJECT_TYPE: "SUBPARTITION" },
            statistics
          )
        )
      ]
    })
    return [row({ OBJECT_TYPE: "TABLE" }, root.statistics), ...partitions]
  }
}

/** ALL_IND_STATISTICS: whole indexes only; statistics of their parts are not kept. */
export const indStatistics: BaseDefinition = {
  name: "IND_STATISTICS",
  columns: readColumns(`
    OWNER v128 INDEX_NAME v128 TABLE_OWNER v128 TABLE_NAME v128 PARTITION_NAME v128 PARTITION_POSITION n SUBPARTITION_NAME v128 SUBPARTITION_POSITION n OBJECT_TYPE v12
    ${same("n", "BLEVEL LEAF_BLOCKS DISTINCT_KEYS AVG_LEAF_BLOCKS_PER_KEY AVG_DATA_BLOCKS_PER_KEY CLUSTERING_FACTOR NUM_ROWS AVG_CACHED_BLOCKS AVG_CACHE_HIT_RATIO SAMPLE_SIZE")}
    LAST_ANALYZED d GLOBAL_STATS v3 USER_STATS v3 STATTYPE_LOCKED v5 STALE_STATS v3 SCOPE v7@12.1`),
  rule: "object",
  generate: (source, root) =>
    root.kind === "table" && root.dropped === null
      ? source.catalog.childrenOf(root.id, "index").map((index) => ({
          owner: index.owner,
          cells: {
            OWNER: index.owner,
            INDEX_NAME: index.name,
            TABLE_OWNER: root.owner,
            TABLE_NAME: root.name,
            OBJECT_TYPE: "INDEX",
            ...indexStatistics(index),
            GLOBAL_STATS: yesNo(index.statistics !== null),
            USER_STATS: "NO",
            STATTYPE_LOCKED: root.isStatisticsLocked ? "ALL" : null,
            STALE_STATS: index.statistics === null ? null : "NO",
            SCOPE: "SHARED"
          }
        }))
      : []
}
