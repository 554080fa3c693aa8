// Column types that copy_swap does not carry: one table each.
import { column } from "@orapart/testkit/builders"
import type { RefusedTable } from "./refused-table.ts"
import { refusedTable } from "./refused-table.ts"

const typed = (name: string, declaration: string, feature: string, ...codes: ReadonlyArray<string>): RefusedTable =>
  refusedTable({ name, feature, codes, columns: [`PAYLOAD ${declaration}`] })

/** One table per type; objects, collections and spatial types are types of a schema. */
export const refusedTypes: ReadonlyArray<RefusedTable> = [
  typed("LONG_COLUMN", "LONG", "a column of type LONG", "OP122", "OP241"),
  typed("LONG_RAW_COLUMN", "LONG RAW", "a column of type LONG RAW", "OP122", "OP241"),
  typed("BFILE_COLUMN", "BFILE", "a column of type BFILE", "OP122", "OP241"),
  typed("XMLTYPE_COLUMN", "XMLTYPE", "a column of type XMLTYPE, object-relational or binary", "OP122", "OP241"),
  typed("JSON_COLUMN", "JSON", "a column of type JSON (21c); JSON text in a CLOB is carried", "OP122", "OP241"),
  typed("VECTOR_COLUMN", "VECTOR", "a column of type VECTOR (23ai)", "OP122", "OP241"),
  typed("BOOLEAN_COLUMN", "BOOLEAN", "a column of type BOOLEAN (23ai)", "OP122", "OP241"),
  typed("OBJECT_COLUMN", "HR.ADDRESS_T", "a column of an object type", "OP122", "OP241"),
  typed("NESTED_TABLE_COLUMN", "HR.TAG_LIST_T", "a column that is a nested table", "OP122", "OP241"),
  typed("VARRAY_COLUMN", "HR.PHONES_T", "a column of a VARRAY type", "OP122", "OP241"),
  typed("SPATIAL_COLUMN", "MDSYS.SDO_GEOMETRY", "a column of type SDO_GEOMETRY", "OP122", "OP241"),
  refusedTable({
    name: "UNKNOWN_TYPE_COLUMN",
    feature: "a column of a type that this release does not know",
    codes: ["OP122", "OP241"],
    columns: [{ ...column("PAYLOAD NUMBER"), dataType: "UNDEFINED" }]
  })
]
