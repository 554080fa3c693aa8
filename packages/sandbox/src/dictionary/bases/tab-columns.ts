// TAB_COLS, TAB_COLUMNS, TAB_IDENTITY_COLS, COL_COMMENTS, ENCRYPTED_COLUMNS, UNUSED_COL_TABS, TAB_COL_STATISTICS, STAT_EXTENSIONS: what is known of columns.
import type { ColumnEntry, Entry, OracleType, TableEntry, ViewEntry } from "../../catalog/entries.ts"
import { describeDataType, isCharacterType } from "../../catalog/oracle-type.ts"
import { readColumns, same, yesNo } from "../columns.ts"
import type { BaseDefinition, BaseRow, CellRow, DictionarySource } from "../view.ts"

const head = `
  OWNER v128! TABLE_NAME v128! COLUMN_NAME v128! DATA_TYPE v128 DATA_TYPE_MOD v3 DATA_TYPE_OWNER v128 DATA_LENGTH n! DATA_PRECISION n DATA_SCALE n NULLABLE v1 COLUMN_ID n
  DEFAULT_LENGTH n DATA_DEFAULT long NUM_DISTINCT n LOW_VALUE r1000 HIGH_VALUE r1000 DENSITY n NUM_NULLS n NUM_BUCKETS n LAST_ANALYZED d SAMPLE_SIZE n
  CHARACTER_SET_NAME v44 CHAR_COL_DECL_LENGTH n GLOBAL_STATS v3 USER_STATS v3 AVG_COL_LEN n CHAR_LENGTH n CHAR_USED v1 V80_FMT_IMAGE v3 DATA_UPGRADED v3`
const internal = "HIDDEN_COLUMN v3 VIRTUAL_COLUMN v3 SEGMENT_COLUMN_ID n INTERNAL_COLUMN_ID n!"
const tail =
  "DEFAULT_ON_NULL v3@12.1 IDENTITY_COLUMN v3@12.1 EVALUATION_EDITION v128@12.1 UNUSABLE_BEFORE v128@12.1 UNUSABLE_BEGINNING v128@12.1 COLLATION v100@12.2"

const typeCells = (type: OracleType): CellRow => ({
  DATA_TYPE: describeDataType(type),
  DATA_LENGTH: type.lengthBytes,
  DATA_PRECISION: type.precision,
  DATA_SCALE: type.scale,
  CHARACTER_SET_NAME:
    type.name.startsWith("N") && type.name !== "NUMBER"
      ? "NCHAR_CS"
      : isCharacterType(type) || type.name === "CLOB" || type.name === "LONG"
        ? "CHAR_CS"
        : null,
  CHAR_COL_DECL_LENGTH: isCharacterType(type)
    ? type.lengthBytes
    : type.name === "CLOB" || type.name === "NCLOB"
      ? 4000
      : null,
  CHAR_LENGTH: type.charLength,
  CHAR_USED: type.charUnit,
  V80_FMT_IMAGE: "NO",
  DATA_UPGRADED: "YES"
})

const statisticsCells = ({ statistics }: ColumnEntry): CellRow =>
  statistics === null
    ? { GLOBAL_STATS: "NO", USER_STATS: "NO", HISTOGRAM: "NONE" }
    : {
        NUM_DISTINCT: statistics.numDistinct,
        LOW_VALUE: statistics.lowValue,
        HIGH_VALUE: statistics.highValue,
        DENSITY: statistics.density,
        NUM_NULLS: statistics.numNulls,
        NUM_BUCKETS: statistics.numBuckets,
        LAST_ANALYZED: statistics.lastAnalyzedAt,
        SAMPLE_SIZE: statistics.sampleSize,
        GLOBAL_STATS: "YES",
        USER_STATS: "NO",
        AVG_COL_LEN: statistics.avgLength,
        HISTOGRAM: statistics.histogram
      }

const defaultText = (source: DictionarySource, table: TableEntry, column: ColumnEntry): string | null => {
  if (column.virtual !== null) return column.virtual.text
  if (column.identity === null) return column.default?.text ?? null
  const sequence = source.catalog.getOf("sequence", column.identity.sequenceId)
  return sequence === null ? null : `"${table.owner}"."${sequence.name}".nextval`
}

const collated = (type: OracleType): boolean => isCharacterType(type) || ["CLOB", "NCLOB", "LONG"].includes(type.name)

const tableColumn = (source: DictionarySource, table: TableEntry, column: ColumnEntry, at: number): CellRow => {
  const text = defaultText(source, table, column)
  const virtualBefore = table.columns.slice(0, at).filter(({ virtual }) => virtual !== null).length
  return {
    OWNER: table.owner,
    TABLE_NAME: table.name,
    COLUMN_NAME: column.name,
    ...typeCells(column.type),
    NULLABLE: column.isNullable ? "Y" : "N",
    COLUMN_ID: column.position,
    DEFAULT_LENGTH: text === null ? null : Buffer.byteLength(text, "utf8"),
    DATA_DEFAULT: text,
    ...statisticsCells(column),
    HIDDEN_COLUMN: yesNo(column.visibility !== "visible"),
    VIRTUAL_COLUMN: yesNo(column.virtual !== null),
    SEGMENT_COLUMN_ID: column.virtual === null ? at + 1 - virtualBefore : null,
    INTERNAL_COLUMN_ID: at + 1,
    QUALIFIED_COL_NAME: column.name,
    USER_GENERATED: yesNo(column.visibility === "visible" || column.visibility === "invisible"),
    DEFAULT_ON_NULL: yesNo(column.default?.isOnNull === true || column.identity?.mode === "by-default-on-null"),
    IDENTITY_COLUMN: yesNo(column.identity !== null),
    SENSITIVE_COLUMN: "NO",
    COLLATION: collated(column.type) ? (column.collation ?? table.defaultCollation) : null
  }
}

const viewColumns = (view: ViewEntry): ReadonlyArray<BaseRow> =>
  view.columns.map(({ name, type, isNullable }, at) => ({
    owner: view.owner,
    cells: {
      OWNER: view.owner,
      TABLE_NAME: view.name,
      COLUMN_NAME: name,
      ...typeCells(type),
      NULLABLE: isNullable ? "Y" : "N",
      COLUMN_ID: at + 1,
      GLOBAL_STATS: "NO",
      USER_STATS: "NO",
      HISTOGRAM: "NONE",
      HIDDEN_COLUMN: "NO",
      VIRTUAL_COLUMN: "NO",
      SEGMENT_COLUMN_ID: at + 1,
      INTERNAL_COLUMN_ID: at + 1,
      QUALIFIED_COL_NAME: name,
      USER_GENERATED: "YES",
      DEFAULT_ON_NULL: "NO",
      IDENTITY_COLUMN: "NO",
      SENSITIVE_COLUMN: "NO",
      COLLATION: collated(type) ? "USING_NLS_COMP" : null
    }
  }))

const allColumns = (source: DictionarySource, root: Entry): ReadonlyArray<BaseRow> => {
  if (root.kind === "view") return viewColumns(root)
  if (root.kind !== "table" || root.dropped !== null) return []
  return root.columns.map((column, at) => ({ owner: root.owner, cells: tableColumn(source, root, column, at) }))
}

/** ALL_TAB_COLS. Hidden columns are shown with flags. */
export const tabCols: BaseDefinition = {
  name: "TAB_COLS",
  columns: readColumns(
    `${head} ${internal} HISTOGRAM v15 QUALIFIED_COL_NAME v4000 USER_GENERATED v3@12.1 ${tail} COLLATED_COLUMN_ID n@12.2`
  ),
  rule: "object",
  generate: allColumns
}

/** ALL_TAB_COLUMNS: the same without internal columns; invisible ones are shown with COLUMN_ID NULL from 12.1 on. */
export const tabColumns: BaseDefinition = {
  name: "TAB_COLUMNS",
  columns: readColumns(`${head} HISTOGRAM v15 ${tail}`),
  rule: "object",
  generate: (source, root) =>
    allColumns(source, root).filter(({ cells }) =>
      source.release >= 12.1 ? cells["USER_GENERATED"] === "YES" : cells["HIDDEN_COLUMN"] === "NO"
    )
}

const perTable =
  (
    make: (source: DictionarySource, table: TableEntry) => ReadonlyArray<CellRow>,
    showsDropped: boolean
  ): BaseDefinition["generate"] =>
  (source, root) =>
    root.kind === "table" && (showsDropped || root.dropped === null)
      ? make(source, root).map((cells) => ({
          owner: root.owner,
          cells: { OWNER: root.owner, TABLE_NAME: root.name, ...cells }
        }))
      : []

const flag = (value: boolean): string => (value ? "Y" : "N")

const identityCells = (source: DictionarySource, { name, identity }: ColumnEntry): ReadonlyArray<CellRow> => {
  if (identity === null) return []
  const { options } = identity
  const sequence = source.catalog.getOf("sequence", identity.sequenceId)
  const later =
    source.release >= 12.2
      ? `, SCALE_FLAG: N, EXTEND_FLAG: N, SESSION_FLAG: ${flag(options.isSession)}, KEEP_VALUE: ${flag(options.isKeep)}`
      : ""
  const text = `START WITH: ${options.startWith}, INCREMENT BY: ${options.incrementBy}, MAX_VALUE: ${options.maxValue}, MIN_VALUE: ${options.minValue}, CYCLE_FLAG: ${flag(options.isCycle)}, CACHE_SIZE: ${String(options.cacheSize)}, ORDER_FLAG: ${flag(options.isOrder)}${later}`
  const type = identity.mode === "always" ? "ALWAYS" : "BY DEFAULT"
  return [{ COLUMN_NAME: name, GENERATION_TYPE: type, SEQUENCE_NAME: sequence?.name, IDENTITY_OPTIONS: text }]
}

/** ALL_TAB_IDENTITY_COLS (12.1). */
export const tabIdentityCols: BaseDefinition = {
  name: "TAB_IDENTITY_COLS",
  columns: readColumns(
    "OWNER v128!@12.1 TABLE_NAME v128!@12.1 COLUMN_NAME v128!@12.1 GENERATION_TYPE v10@12.1 SEQUENCE_NAME v128!@12.1 IDENTITY_OPTIONS v298@12.1"
  ),
  rule: "object",
  generate: perTable((source, table) => table.columns.flatMap((column) => identityCells(source, column)), true)
}

/** ALL_COL_COMMENTS: a row for every column. */
export const colComments: BaseDefinition = {
  name: "COL_COMMENTS",
  columns: readColumns("OWNER v128! TABLE_NAME v128! COLUMN_NAME v128! COMMENTS v4000 ORIGIN_CON_ID n@12.1"),
  rule: "object",
  generate: (_source, root) => {
    if (root.kind !== "table" && root.kind !== "view") return []
    const listed =
      root.kind === "view"
        ? root.columns
        : root.columns.filter(({ visibility }) => visibility === "visible" || visibility === "invisible")
    return listed.map(({ name, comment }) => ({
      owner: root.owner,
      cells: { OWNER: root.owner, TABLE_NAME: root.name, COLUMN_NAME: name, COMMENTS: comment, ORIGIN_CON_ID: 0 }
    }))
  }
}

/** ALL_ENCRYPTED_COLUMNS. */
export const encryptedColumns: BaseDefinition = {
  name: "ENCRYPTED_COLUMNS",
  columns: readColumns("OWNER v128! TABLE_NAME v128! COLUMN_NAME v128! ENCRYPTION_ALG v29 SALT v3 INTEGRITY_ALG v12"),
  rule: "object",
  generate: perTable(
    (_source, table) =>
      table.columns.flatMap(({ name, encryption }) =>
        encryption === null
          ? []
          : [
              {
                COLUMN_NAME: name,
                ENCRYPTION_ALG: encryption.algorithm,
                SALT: yesNo(encryption.isSalted),
                INTEGRITY_ALG: encryption.integrity
              }
            ]
      ),
    false
  )
}

/** ALL_UNUSED_COL_TABS. */
export const unusedColTabs: BaseDefinition = {
  name: "UNUSED_COL_TABS",
  columns: readColumns("OWNER v128! TABLE_NAME v128! COUNT n"),
  rule: "object",
  generate: perTable((_source, table) => {
    const count = table.columns.filter(({ visibility }) => visibility === "unused").length
    return count === 0 ? [] : [{ COUNT: count }]
  }, false)
}

/** ALL_TAB_COL_STATISTICS: columns of which statistics were gathered. */
export const tabColStatistics: BaseDefinition = {
  name: "TAB_COL_STATISTICS",
  columns: readColumns(`
    OWNER v128! TABLE_NAME v128! COLUMN_NAME v128! NUM_DISTINCT n LOW_VALUE r1000 HIGH_VALUE r1000 ${same("n", "DENSITY NUM_NULLS NUM_BUCKETS")}
    LAST_ANALYZED d SAMPLE_SIZE n GLOBAL_STATS v3 USER_STATS v3 NOTES v99@12.1 AVG_COL_LEN n HISTOGRAM v15 SCOPE v7@12.1`),
  rule: "object",
  generate: perTable(
    (_source, table) =>
      table.columns
        .filter(({ statistics }) => statistics !== null)
        .map((column) => ({ COLUMN_NAME: column.name, ...statisticsCells(column), SCOPE: "SHARED" })),
    true
  )
}

/** ALL_STAT_EXTENSIONS: every virtual column; none of them can be dropped as an extension. */
export const statExtensions: BaseDefinition = {
  name: "STAT_EXTENSIONS",
  columns: readColumns("OWNER v128! TABLE_NAME v128! EXTENSION_NAME v128 EXTENSION clob CREATOR v6 DROPPABLE v3"),
  rule: "object",
  generate: perTable(
    (_source, table) =>
      table.columns.flatMap(({ name, virtual, visibility }) =>
        virtual === null
          ? []
          : [
              {
                EXTENSION_NAME: name,
                EXTENSION: `(${virtual.text})`,
                CREATOR: visibility === "system" ? "SYSTEM" : "USER",
                DROPPABLE: "NO"
              }
            ]
      ),
    false
  )
}
