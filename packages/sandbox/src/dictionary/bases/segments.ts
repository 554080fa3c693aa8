// SEGMENTS and RECYCLEBIN. Sizes are estimates: blocks of the statistics, else the first extent.
import type { Entry, TableEntry, TableStatistics } from "../../catalog/entries.ts"
import { readColumns, same } from "../columns.ts"
import { ownerTablespace, partitionStorage, subpartitionStorage } from "../effective-storage.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const blockBytes = 8192
const firstExtent = 65_536
const partitionExtent = 8_388_608

interface Segment {
  readonly name: string
  readonly part: string | null
  readonly type: string
  readonly tablespace: string | null
  readonly statistics: TableStatistics | null
  readonly initialBytes: number
}

const segmentCells = (owner: string, segment: Segment): CellRow => {
  const bytes = Math.max(segment.initialBytes, (segment.statistics?.blocks ?? 0) * blockBytes)
  return {
    OWNER: owner,
    SEGMENT_NAME: segment.name,
    PARTITION_NAME: segment.part,
    SEGMENT_TYPE: segment.type,
    SEGMENT_SUBTYPE: segment.type.startsWith("LOB ") || segment.type === "LOBSEGMENT" ? "SECUREFILE" : "ASSM",
    TABLESPACE_NAME: segment.tablespace,
    BYTES: bytes,
    BLOCKS: bytes / blockBytes,
    EXTENTS: Math.max(1, Math.ceil(bytes / 1_048_576)),
    INITIAL_EXTENT: segment.initialBytes,
    NEXT_EXTENT: 1_048_576,
    MIN_EXTENTS: 1,
    MAX_EXTENTS: 2_147_483_645,
    MAX_SIZE: 2_147_483_645,
    BUFFER_POOL: "DEFAULT",
    FLASH_CACHE: "DEFAULT",
    CELL_FLASH_CACHE: "DEFAULT"
  }
}

const tableSegments = (source: DictionarySource, table: TableEntry): ReadonlyArray<Segment> => {
  const { name } = table
  const tablespace = table.storage.tablespace ?? ownerTablespace(source.catalog, table.owner)
  if (table.partitioning === null)
    return table.hasSegment
      ? [{ name, part: null, type: "TABLE", tablespace, statistics: table.statistics, initialBytes: firstExtent }]
      : []
  return source.catalog.childrenOf(table.id, "partition").flatMap((partition): ReadonlyArray<Segment> => {
    if (partition.subpartitions.length === 0)
      return partition.hasSegment
        ? [
            {
              name,
              part: partition.name,
              type: "TABLE PARTITION",
              tablespace: partitionStorage(source.catalog, table, partition).tablespace,
              statistics: partition.statistics,
              initialBytes: partitionExtent
            }
          ]
        : []
    return partition.subpartitions
      .filter(({ hasSegment }) => hasSegment)
      .map((sub) => ({
        name,
        part: sub.name,
        type: "TABLE SUBPARTITION",
        tablespace: subpartitionStorage(source.catalog, table, partition, sub).tablespace,
        statistics: sub.statistics,
        initialBytes: partitionExtent
      }))
  })
}

const otherSegments = (source: DictionarySource, table: TableEntry): ReadonlyArray<Segment> => {
  const own = ownerTablespace(source.catalog, table.owner)
  const parts = source.catalog
    .childrenOf(table.id, "partition")
    .filter(({ hasSegment, subpartitions }) => hasSegment && subpartitions.length === 0)
  const indexes = source.catalog.childrenOf(table.id, "index").flatMap((index): ReadonlyArray<Segment> => {
    const plain = {
      name: index.name,
      statistics: null,
      initialBytes: firstExtent,
      tablespace: index.storage.tablespace ?? own
    }
    if (index.isUnusable) return []
    if (index.locality.kind === "whole")
      return table.hasSegment || parts.length > 0 ? [{ ...plain, part: null, type: "INDEX" }] : []
    return index.locality.kind === "local"
      ? parts.map(({ name }) => ({ ...plain, part: name, type: "INDEX PARTITION" }))
      : []
  })
  if (!table.hasSegment || table.partitioning !== null) return indexes
  const lobs = source.catalog.childrenOf(table.id, "lob").flatMap((lob): ReadonlyArray<Segment> => {
    const plain = {
      part: null,
      statistics: null,
      initialBytes: firstExtent,
      tablespace: lob.storage.tablespace ?? table.storage.tablespace ?? own
    }
    return [
      { ...plain, name: lob.name, type: "LOBSEGMENT" },
      { ...plain, name: lob.indexName, type: "LOBINDEX" }
    ]
  })
  return [...indexes, ...lobs]
}

const segmentColumns = `
  OWNER v128 SEGMENT_NAME v128 PARTITION_NAME v128 SEGMENT_TYPE v18 SEGMENT_SUBTYPE v10 TABLESPACE_NAME v30 HEADER_FILE n HEADER_BLOCK n
  ${same("n", "BYTES BLOCKS EXTENTS INITIAL_EXTENT NEXT_EXTENT MIN_EXTENTS MAX_EXTENTS MAX_SIZE")} RETENTION v7 MINRETENTION n PCT_INCREASE n FREELISTS n FREELIST_GROUPS n RELATIVE_FNO n
  BUFFER_POOL v7 FLASH_CACHE v7 CELL_FLASH_CACHE v7 INMEMORY v8@12.1 INMEMORY_PRIORITY v8@12.1 INMEMORY_DISTRIBUTE v15@12.1 INMEMORY_DUPLICATE v13@12.1 INMEMORY_COMPRESSION v17@12.1 CELLMEMORY v24@12.2`

/** DBA_SEGMENTS and USER_SEGMENTS; there is no ALL_SEGMENTS. Deferred segments have no row. */
export const segments: BaseDefinition = {
  name: "SEGMENTS",
  columns: readColumns(segmentColumns),
  rule: "object",
  generate: (source, root) =>
    root.kind === "table"
      ? [...tableSegments(source, root), ...otherSegments(source, root)].map((segment) => ({
          owner: root.owner,
          cells: segmentCells(root.owner, segment)
        }))
      : []
}

const recycleRow = (
  source: DictionarySource,
  entry: Extract<Entry, { kind: "table" | "index" | "trigger" | "lob" }>,
  owner: string,
  type: string
): ReadonlyArray<BaseRow> => {
  if (entry.dropped === null) return []
  const { originalName, droppedAt, scn, baseId } = entry.dropped
  return [
    {
      owner,
      cells: {
        OWNER: owner,
        OBJECT_NAME: entry.name,
        ORIGINAL_NAME: originalName,
        OPERATION: "DROP",
        TYPE: type,
        TS_NAME: type === "TABLE" || type === "INDEX" ? ownerTablespace(source.catalog, owner) : null,
        CREATETIME: ("createdAt" in entry ? entry.createdAt : droppedAt).replace(" ", ":"),
        DROPTIME: droppedAt.replace(" ", ":"),
        DROPSCN: scn,
        CAN_UNDROP: type === "TABLE" ? "YES" : "NO",
        CAN_PURGE: type === "TABLE" || type === "INDEX" ? "YES" : "NO",
        RELATED: baseId,
        BASE_OBJECT: baseId,
        PURGE_OBJECT: entry.id,
        SPACE: type === "TABLE" ? 8 : null
      }
    }
  ]
}

/** USER_RECYCLEBIN and DBA_RECYCLEBIN. */
export const recycleBin: BaseDefinition = {
  name: "RECYCLEBIN",
  columns: readColumns(`
    OWNER v128! OBJECT_NAME v128! ORIGINAL_NAME v128 OPERATION v9 TYPE v25 TS_NAME v30 CREATETIME v19 DROPTIME v19 DROPSCN n PARTITION_NAME v128 CAN_UNDROP v3 CAN_PURGE v3
    RELATED n! BASE_OBJECT n! PURGE_OBJECT n! SPACE n`),
  rule: "object",
  generate: (source, root) => {
    if (root.kind !== "table" || root.dropped === null) return []
    return [
      ...recycleRow(source, root, root.owner, "TABLE"),
      ...source.catalog
        .childrenOf(root.id, "index")
        .flatMap((index) => recycleRow(source, index, index.owner, "INDEX")),
      ...source.catalog
        .childrenOf(root.id, "trigger")
        .flatMap((trigger) => recycleRow(source, trigger, trigger.owner, "TRIGGER")),
      ...source.catalog.childrenOf(root.id, "lob").flatMap((lob) => recycleRow(source, lob, root.owner, "LOB"))
    ]
  }
}
