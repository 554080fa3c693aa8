// Data types as the dictionary names them: their family, their DDL, and whether they can be a partitioning key.
import type { ColumnModel, TableModel } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "./identifiers.ts"
import { remember } from "./remember.ts"

/** Types that Oracle treats alike. `unknown` is a text that no supported release writes. */
export type DataTypeFamily =
  | "number"
  | "float"
  | "binary-float"
  | "date"
  | "timestamp"
  | "timestamp-tz"
  | "timestamp-ltz"
  | "interval"
  | "character"
  | "national-character"
  | "raw"
  | "lob"
  | "long"
  | "rowid"
  | "xmltype"
  | "json"
  | "vector"
  | "boolean"
  | "bfile"
  | "object"
  | "unknown"

/** The facts that decide a family. */
export type TypedColumn = Pick<ColumnModel, "dataType" | "dataTypeOwner">

const familyByName: { readonly [dataType: string]: DataTypeFamily } = {
  NUMBER: "number",
  FLOAT: "float",
  BINARY_FLOAT: "binary-float",
  BINARY_DOUBLE: "binary-float",
  DATE: "date",
  VARCHAR2: "character",
  CHAR: "character",
  NVARCHAR2: "national-character",
  NCHAR: "national-character",
  RAW: "raw",
  CLOB: "lob",
  NCLOB: "lob",
  BLOB: "lob",
  LONG: "long",
  "LONG RAW": "long",
  ROWID: "rowid",
  UROWID: "rowid",
  XMLTYPE: "xmltype",
  JSON: "json",
  VECTOR: "vector",
  BOOLEAN: "boolean",
  BFILE: "bfile"
}

/** Types with a precision inside their name: it is left out here. */
const preciseTypes = [
  "TIMESTAMP",
  "TIMESTAMP WITH TIME ZONE",
  "TIMESTAMP WITH LOCAL TIME ZONE",
  "INTERVAL YEAR TO MONTH",
  "INTERVAL DAY TO SECOND"
] as const

/** Every built-in type as DATA_TYPE names it, a precision in the middle left out: for tables of what is supported. */
export const builtInDataTypes: ReadonlyArray<string> = [...Object.keys(familyByName), ...preciseTypes]

/** DATA_TYPE as in builtInDataTypes: `TIMESTAMP(6) WITH TIME ZONE` is TIMESTAMP WITH TIME ZONE. */
export const baseDataType = (dataType: string): string => dataType.trim().replaceAll(/\(\d+\)/g, "")

const readFamily = remember((dataType): DataTypeFamily => {
  const named = familyByName[dataType]
  if (named !== undefined) return named
  if (/^TIMESTAMP(?:\(\d\))? WITH TIME ZONE$/.test(dataType)) return "timestamp-tz"
  if (/^TIMESTAMP(?:\(\d\))? WITH LOCAL TIME ZONE$/.test(dataType)) return "timestamp-ltz"
  if (/^TIMESTAMP(?:\(\d\))?$/.test(dataType)) return "timestamp"
  if (/^INTERVAL (?:YEAR|DAY)/.test(dataType)) return "interval"
  return "unknown"
})

/** The family of a column's type. Decided by DATA_TYPE; an owner of the type makes it an object, except for XMLTYPE. */
export const dataTypeFamily = (column: TypedColumn): DataTypeFamily => {
  const dataType = column.dataType.trim()
  if (dataType === "XMLTYPE") return "xmltype"
  return column.dataTypeOwner !== null ? "object" : readFamily(dataType)
}

const renderNumber = (column: ColumnModel): string => {
  if (column.precision === null) return column.scale === null ? "NUMBER" : `NUMBER(*,${column.scale})`
  return column.scale === null || column.scale === 0
    ? `NUMBER(${column.precision})`
    : `NUMBER(${column.precision},${column.scale})`
}

const renderCharacter = (column: ColumnModel): string => {
  const isChar = column.charUsed === "C"
  const length = column.charLength > 0 ? column.charLength : column.lengthBytes
  return `${column.dataType}(${length} ${isChar ? "CHAR" : "BYTE"})`
}

/**
 * The type as it stands in CREATE TABLE. Character types always carry their unit, because NLS_LENGTH_SEMANTICS differs between
 * sessions; NUMBER(*,0) stays what it is; types of a schema are qualified. The dimension of a VECTOR is not in the model.
 */
export const renderDataType = (column: ColumnModel): string => {
  switch (dataTypeFamily(column)) {
    case "number":
      return renderNumber(column)
    case "float":
      return column.precision === null ? "FLOAT" : `FLOAT(${column.precision})`
    case "character":
      return renderCharacter(column)
    case "national-character":
      return `${column.dataType}(${column.charLength > 0 ? column.charLength : Math.floor(column.lengthBytes / 2)})`
    case "raw":
      return `RAW(${column.lengthBytes})`
    case "rowid":
      return column.dataType === "UROWID" ? `UROWID(${column.lengthBytes})` : "ROWID"
    case "object":
      return column.dataTypeOwner === null
        ? quoteIdentifier(column.dataType)
        : qualifyName(column.dataTypeOwner, column.dataType)
    default:
      return column.dataType
  }
}

/** The hidden column that ROW ARCHIVAL adds. Made by Oracle, but its values are the user's. */
const archiveStateColumn = "ORA_ARCHIVE_STATE"

/** Visible columns in COLUMN_ID order, then invisible ones in internal order. Columns that Oracle made are left out. */
export const userColumns = (table: Pick<TableModel, "columns">): ReadonlyArray<ColumnModel> => {
  const own = table.columns.filter((column) => column.isUserGenerated && column.name !== archiveStateColumn)
  const rank = (column: ColumnModel): number => column.position ?? Number.MAX_SAFE_INTEGER
  return [...own].sort((left, right) => rank(left) - rank(right) || left.internalPosition - right.internalPosition)
}

/** XMLTYPE and object columns are VIRTUAL in the dictionary because hidden columns store them; only an expression makes them computed. */
const isFacade = (column: ColumnModel): boolean =>
  column.dataDefault === null && ["xmltype", "object"].includes(dataTypeFamily(column))

/**
 * The columns that an INSERT of whole rows must name: user columns without virtual ones (ORA-54013), plus ORA_ARCHIVE_STATE when the
 * table archives rows. Never rely on a list-less INSERT: it skips invisible columns.
 */
export const storedColumns = (table: Pick<TableModel, "columns" | "storage">): ReadonlyArray<ColumnModel> => {
  const stored = userColumns(table).filter((column) => !column.isVirtual || isFacade(column))
  if (!table.storage.isRowArchival) return stored
  return [...stored, ...table.columns.filter((column) => column.name === archiveStateColumn)]
}

/** `ORDER_DATE (DATE, NOT NULL)`, for messages. */
export const describeColumn = (column: ColumnModel): string => {
  const notes = [renderDataType(column), column.nullable ? "nullable" : "NOT NULL"]
  if (column.isVirtual) notes.push("virtual")
  if (column.isHidden) notes.push(column.isUserGenerated ? "invisible" : "made by Oracle")
  return `${column.name} (${notes.join(", ")})`
}
