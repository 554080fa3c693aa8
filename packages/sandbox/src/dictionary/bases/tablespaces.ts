// TABLESPACES, FREE_SPACE, TEMP_FREE_SPACE, DATA_FILES, TS_QUOTAS. The sandbox has no files of a size: space is never short.
import { readColumns, same } from "../columns.ts"
import type { BaseDefinition } from "../view.ts"

const blockBytes = 8192
const firstExtent = 65_536

/** DBA_TABLESPACES and USER_TABLESPACES. */
export const tablespaces: BaseDefinition = {
  name: "TABLESPACES",
  columns: readColumns(`
    TABLESPACE_NAME v30! BLOCK_SIZE n! ${same("n", "INITIAL_EXTENT NEXT_EXTENT")} MIN_EXTENTS n! ${same("n", "MAX_EXTENTS MAX_SIZE PCT_INCREASE MIN_EXTLEN")} STATUS v9 CONTENTS v21 LOGGING v9
    FORCE_LOGGING v3 EXTENT_MANAGEMENT v10 ALLOCATION_TYPE v9 PLUGGED_IN v3 SEGMENT_SPACE_MANAGEMENT v6 DEF_TAB_COMPRESSION v8 RETENTION v11 BIGFILE v3 PREDICATE_EVALUATION v7 ENCRYPTED v3
    COMPRESS_FOR v30 DEF_INMEMORY v8@12.1 DEF_INMEMORY_PRIORITY v8@12.1 DEF_INMEMORY_DISTRIBUTE v15@12.1 DEF_INMEMORY_COMPRESSION v17@12.1 DEF_INMEMORY_DUPLICATE v13@12.1
    SHARED v13@12.2 DEF_INDEX_COMPRESSION v8@12.2 INDEX_COMPRESS_FOR v13@12.2 DEF_CELLMEMORY v14@12.2 DEF_INMEMORY_SERVICE v12@12.2 DEF_INMEMORY_SERVICE_NAME v1000@12.2
    LOST_WRITE_PROTECT v7@18 CHUNK_TABLESPACE v1@18`),
  rule: "everyone",
  generate: (_source, root) =>
    root.kind === "tablespace"
      ? [
          {
            owner: null,
            cells: {
              TABLESPACE_NAME: root.name,
              BLOCK_SIZE: blockBytes,
              INITIAL_EXTENT: root.contents === "TEMPORARY" ? 1_048_576 : firstExtent,
              NEXT_EXTENT: root.contents === "TEMPORARY" ? 1_048_576 : null,
              MIN_EXTENTS: 1,
              MAX_EXTENTS: 2_147_483_645,
              MAX_SIZE: 2_147_483_645,
              MIN_EXTLEN: root.contents === "TEMPORARY" ? 1_048_576 : firstExtent,
              STATUS: "ONLINE",
              CONTENTS: root.contents,
              LOGGING: root.contents === "TEMPORARY" ? "NOLOGGING" : "LOGGING",
              FORCE_LOGGING: "NO",
              EXTENT_MANAGEMENT: "LOCAL",
              ALLOCATION_TYPE: root.contents === "TEMPORARY" ? "UNIFORM" : "SYSTEM",
              PLUGGED_IN: "NO",
              SEGMENT_SPACE_MANAGEMENT: root.contents === "PERMANENT" && root.name !== "SYSTEM" ? "AUTO" : "MANUAL",
              DEF_TAB_COMPRESSION: "DISABLED",
              RETENTION: root.contents === "UNDO" ? "NOGUARANTEE" : "NOT APPLY",
              BIGFILE: "NO",
              PREDICATE_EVALUATION: "HOST",
              ENCRYPTED: "NO",
              DEF_INMEMORY: "DISABLED",
              SHARED: "SHARED",
              DEF_INDEX_COMPRESSION: "DISABLED",
              LOST_WRITE_PROTECT: "OFF",
              CHUNK_TABLESPACE: "N"
            }
          }
        ]
      : []
}

/** Free space that every permanent tablespace claims to have: the sandbox has no files of a size. */
export const freeBytes = 34_359_738_368

/** DBA_FREE_SPACE and USER_FREE_SPACE: one extent per permanent tablespace. */
export const freeSpace: BaseDefinition = {
  name: "FREE_SPACE",
  columns: readColumns("TABLESPACE_NAME v30 FILE_ID n BLOCK_ID n BYTES n BLOCKS n RELATIVE_FNO n"),
  rule: "everyone",
  generate: (_source, root) =>
    root.kind === "tablespace" && root.contents !== "TEMPORARY"
      ? [
          {
            owner: null,
            cells: {
              TABLESPACE_NAME: root.name,
              FILE_ID: root.id,
              BLOCK_ID: 128,
              BYTES: freeBytes,
              BLOCKS: freeBytes / blockBytes,
              RELATIVE_FNO: root.id
            }
          }
        ]
      : []
}

/** DBA_TEMP_FREE_SPACE. */
export const tempFreeSpace: BaseDefinition = {
  name: "TEMP_FREE_SPACE",
  columns: readColumns(
    "TABLESPACE_NAME v30! TABLESPACE_SIZE n ALLOCATED_SPACE n FREE_SPACE n SHARED v13@12.2 INST_ID n@12.2"
  ),
  rule: "everyone",
  generate: (_source, root) =>
    root.kind === "tablespace" && root.contents === "TEMPORARY"
      ? [
          {
            owner: null,
            cells: {
              TABLESPACE_NAME: root.name,
              TABLESPACE_SIZE: freeBytes,
              ALLOCATED_SPACE: 1_048_576,
              FREE_SPACE: freeBytes - 1_048_576,
              SHARED: "SHARED"
            }
          }
        ]
      : []
}

/** DBA_DATA_FILES. */
export const dataFiles: BaseDefinition = {
  name: "DATA_FILES",
  columns: readColumns(`
    FILE_NAME v513 FILE_ID n TABLESPACE_NAME v30 BYTES n BLOCKS n STATUS v9 RELATIVE_FNO n AUTOEXTENSIBLE v3 MAXBYTES n MAXBLOCKS n INCREMENT_BY n USER_BYTES n USER_BLOCKS n ONLINE_STATUS v7
    LOST_WRITE_PROTECT v7@18`),
  rule: "everyone",
  generate: (_source, root) =>
    root.kind === "tablespace" && root.contents !== "TEMPORARY"
      ? [
          {
            owner: null,
            cells: {
              FILE_NAME: `/sandbox/${root.name.toLowerCase()}01.dbf`,
              FILE_ID: root.id,
              TABLESPACE_NAME: root.name,
              BYTES: freeBytes,
              BLOCKS: freeBytes / blockBytes,
              STATUS: "AVAILABLE",
              RELATIVE_FNO: root.id,
              AUTOEXTENSIBLE: "YES",
              MAXBYTES: 34_359_721_984,
              MAXBLOCKS: 4_194_302,
              INCREMENT_BY: 1280,
              USER_BYTES: freeBytes - 1_048_576,
              USER_BLOCKS: freeBytes / blockBytes - 128,
              ONLINE_STATUS: root.name === "SYSTEM" ? "SYSTEM" : "ONLINE",
              LOST_WRITE_PROTECT: "OFF"
            }
          }
        ]
      : []
}

/** DBA_TS_QUOTAS and USER_TS_QUOTAS. -1 is UNLIMITED; the privilege UNLIMITED TABLESPACE is not shown. */
export const tsQuotas: BaseDefinition = {
  name: "TS_QUOTAS",
  columns: readColumns("TABLESPACE_NAME v30! USERNAME v128! BYTES n MAX_BYTES n BLOCKS n MAX_BLOCKS n DROPPED v3"),
  rule: "names",
  generate: (_source, root) =>
    root.kind === "user"
      ? root.quotas
          .filter(({ maxBytes }) => maxBytes !== 0)
          .map(({ tablespace, maxBytes }) => ({
            owner: root.name,
            cells: {
              TABLESPACE_NAME: tablespace,
              USERNAME: root.name,
              BYTES: 0,
              MAX_BYTES: maxBytes ?? -1,
              BLOCKS: 0,
              MAX_BLOCKS: maxBytes === null ? -1 : Math.floor(maxBytes / blockBytes),
              DROPPED: "NO"
            }
          }))
      : []
}
