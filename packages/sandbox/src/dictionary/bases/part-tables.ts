// PART_TABLES, PART_KEY_COLUMNS, SUBPART_KEY_COLUMNS, SUBPARTITION_TEMPLATES. Dropped tables are shown under their BIN$ names.
import type { IndexEntry, TableEntry } from "../../catalog/entries.ts"
import { printHighValue } from "../../partitions/high-value.ts"
import { keyTypes } from "../../partitions/key-types.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import { compressionCells, ownerTablespace } from "../effective-storage.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

/** PARTITION_COUNT of every interval table. */
export const endlessCount = 1_048_575

const columns = readColumns(`
  OWNER v128! TABLE_NAME v128! PARTITIONING_TYPE v9 SUBPARTITIONING_TYPE v9 ${same("n", "PARTITION_COUNT DEF_SUBPARTITION_COUNT PARTITIONING_KEY_COUNT SUBPARTITIONING_KEY_COUNT")}
  STATUS v8 DEF_TABLESPACE_NAME v30 ${same("n", "DEF_PCT_FREE DEF_PCT_USED DEF_INI_TRANS DEF_MAX_TRANS")}
  ${same("v40", "DEF_INITIAL_EXTENT DEF_NEXT_EXTENT DEF_MIN_EXTENTS DEF_MAX_EXTENTS DEF_MAX_SIZE DEF_PCT_INCREASE")} ${same("n", "DEF_FREELISTS DEF_FREELIST_GROUPS")}
  DEF_LOGGING v7 DEF_COMPRESSION v8 DEF_COMPRESS_FOR v30 DEF_BUFFER_POOL v7 DEF_FLASH_CACHE v7 DEF_CELL_FLASH_CACHE v7 REF_PTN_CONSTRAINT_NAME v128 INTERVAL v1000
  AUTOLIST v3@12.2 INTERVAL_SUBPARTITION v1000@12.2 AUTOLIST_SUBPARTITION v3@12.2 IS_NESTED v3 DEF_SEGMENT_CREATION v4 DEF_INDEXING v3@12.1
  DEF_INMEMORY v8@12.1 DEF_INMEMORY_PRIORITY v8@12.1 DEF_INMEMORY_DISTRIBUTE v15@12.1 DEF_INMEMORY_COMPRESSION v17@12.1 DEF_INMEMORY_DUPLICATE v13@12.1
  DEF_READ_ONLY v3@12.2 DEF_CELLMEMORY v24@12.2 DEF_INMEMORY_SERVICE v12@12.2 DEF_INMEMORY_SERVICE_NAME v1000@12.2 AUTO v3@19
`)

/** Sizes as text in blocks of 8 KB, or DEFAULT. */
const blocks = (bytes: number | null): string => (bytes === null ? "DEFAULT" : String(Math.ceil(bytes / 8192)))

const counts = (source: DictionarySource, table: TableEntry): CellRow => {
  const { partitioning } = table
  const sub = partitioning?.subpartitioning ?? null
  const existing = source.catalog.childrenOf(table.id, "partition").length
  return {
    PARTITIONING_TYPE: partitioning?.method,
    SUBPARTITIONING_TYPE: sub?.method ?? "NONE",
    PARTITION_COUNT: (partitioning?.interval ?? null) === null ? existing : endlessCount,
    DEF_SUBPARTITION_COUNT: sub === null ? 0 : (sub.template?.length ?? sub.count),
    PARTITIONING_KEY_COUNT: partitioning?.columns.length ?? 0,
    SUBPARTITIONING_KEY_COUNT: sub?.columns.length ?? 0
  }
}

const partTable = (source: DictionarySource, table: TableEntry): CellRow => {
  const { storage } = table
  const compression =
    storage.compression === null
      ? { COMPRESSION: "NONE", COMPRESS_FOR: null }
      : compressionCells(storage.compression, source.release)
  return {
    OWNER: table.owner,
    TABLE_NAME: table.name,
    ...counts(source, table),
    STATUS: "VALID",
    DEF_TABLESPACE_NAME: storage.tablespace ?? ownerTablespace(source.catalog, table.owner),
    DEF_PCT_FREE: storage.pctFree ?? 10,
    DEF_INI_TRANS: storage.iniTrans ?? 1,
    DEF_MAX_TRANS: storage.maxTrans ?? 255,
    DEF_INITIAL_EXTENT: blocks(storage.initialBytes),
    DEF_NEXT_EXTENT: blocks(storage.nextBytes),
    DEF_MIN_EXTENTS: storage.minExtents ?? "DEFAULT",
    DEF_MAX_EXTENTS: storage.maxExtents ?? "DEFAULT",
    DEF_MAX_SIZE: "DEFAULT",
    DEF_PCT_INCREASE: storage.pctIncrease ?? "DEFAULT",
    DEF_LOGGING: storage.isLogging === null ? "NONE" : yesNo(storage.isLogging),
    DEF_COMPRESSION: compression["COMPRESSION"],
    DEF_COMPRESS_FOR: compression["COMPRESS_FOR"],
    DEF_BUFFER_POOL: storage.bufferPool ?? "DEFAULT",
    DEF_FLASH_CACHE: "DEFAULT",
    DEF_CELL_FLASH_CACHE: "DEFAULT",
    INTERVAL: table.partitioning?.interval?.text,
    AUTOLIST: "NO",
    AUTOLIST_SUBPARTITION: "NO",
    IS_NESTED: "NO",
    DEF_SEGMENT_CREATION: storage.segmentCreation === null ? "NONE" : yesNo(storage.segmentCreation === "immediate"),
    DEF_INDEXING: "ON",
    DEF_INMEMORY: "NONE",
    DEF_READ_ONLY: yesNo(table.isReadOnly),
    AUTO: "NO"
  }
}

/** ALL_PART_TABLES. */
export const partTables: BaseDefinition = {
  name: "PART_TABLES",
  columns,
  rule: "object",
  generate: (source, root) =>
    root.kind === "table" && root.partitioning !== null ? [{ owner: root.owner, cells: partTable(source, root) }] : []
}

const keyColumns = readColumns(
  "OWNER v128! NAME v128! OBJECT_TYPE c5 COLUMN_NAME v4000 COLUMN_POSITION n COLLATED_COLUMN_ID n@12.2"
)

const keyRows = (
  table: TableEntry,
  named: { readonly owner: string; readonly name: string; readonly type: "TABLE" | "INDEX" },
  ids: ReadonlyArray<number>
): ReadonlyArray<BaseRow> =>
  ids.map((id, at) => ({
    owner: named.owner,
    cells: {
      OWNER: named.owner,
      NAME: named.name,
      OBJECT_TYPE: named.type,
      COLUMN_NAME: table.columns.find((column) => column.id === id)?.name,
      COLUMN_POSITION: at + 1
    }
  }))

const indexKey = (table: TableEntry, index: IndexEntry, level: "partition" | "subpartition"): ReadonlyArray<number> => {
  if (index.locality.kind === "global") return level === "partition" ? index.locality.columns : []
  if (index.locality.kind === "whole") return []
  return level === "partition"
    ? (table.partitioning?.columns ?? [])
    : (table.partitioning?.subpartitioning?.columns ?? [])
}

const keyBase = (name: string, level: "partition" | "subpartition"): BaseDefinition => ({
  name,
  columns: keyColumns,
  rule: "object",
  generate: (source, root) => {
    if (root.kind !== "table") return []
    const { partitioning } = root
    const own = level === "partition" ? partitioning?.columns : partitioning?.subpartitioning?.columns
    const indexes = source.catalog.childrenOf(root.id, "index")
    return [
      ...keyRows(root, { owner: root.owner, name: root.name, type: "TABLE" }, own ?? []),
      ...indexes.flatMap((index) =>
        keyRows(root, { owner: index.owner, name: index.name, type: "INDEX" }, indexKey(root, index, level))
      )
    ]
  }
})

/** ALL_PART_KEY_COLUMNS. */
export const partKeyColumns = keyBase("PART_KEY_COLUMNS", "partition")

/** ALL_SUBPART_KEY_COLUMNS. */
export const subpartKeyColumns = keyBase("SUBPART_KEY_COLUMNS", "subpartition")

/** ALL_SUBPARTITION_TEMPLATES: described templates only. */
export const subpartitionTemplates: BaseDefinition = {
  name: "SUBPARTITION_TEMPLATES",
  columns: readColumns(`
    USER_NAME v128! TABLE_NAME v128! SUBPARTITION_NAME v132 SUBPARTITION_POSITION n TABLESPACE_NAME v30 HIGH_BOUND long
    COMPRESSION v8@12.1 INDEXING v4@12.1 READ_ONLY v3@12.2`),
  rule: "object",
  generate: (_source, root) => {
    const sub = root.kind === "table" ? (root.partitioning?.subpartitioning ?? null) : null
    if (root.kind !== "table" || sub === null) return []
    const types = keyTypes(root, sub.columns)
    return (sub.template ?? []).map(({ name, bound, tablespace }, at) => ({
      owner: root.owner,
      cells: {
        USER_NAME: root.owner,
        TABLE_NAME: root.name,
        SUBPARTITION_NAME: name,
        SUBPARTITION_POSITION: at + 1,
        TABLESPACE_NAME: tablespace,
        HIGH_BOUND: printHighValue(types, bound)
      }
    }))
  }
}
