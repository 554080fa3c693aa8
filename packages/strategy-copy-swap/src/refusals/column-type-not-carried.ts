import { builtInDataTypes, dataTypeFamily, describeColumn, isComparable, userColumns } from "@orapart/oracle-rules"
import { defineRefusal } from "../refusal.ts"

const reasons: { readonly [family: string]: string } = {
  long: "a table with a LONG or LONG RAW column cannot be partitioned and INSERT ... SELECT cannot read it (ORA-14031, ORA-00997): convert the column to CLOB or BLOB first",
  xmltype: "XMLType is not supported in composite partitioned tables and only as binary XML in interval tables",
  object: "direct path does not load object, nested table and varray columns",
  bfile: "a BFILE points to a file outside the database that a comparison cannot read",
  json: "the exact comparison of the JSON type is not proven",
  vector: "the exact comparison of the VECTOR type is not proven",
  boolean: "the exact comparison of the BOOLEAN type is not proven",
  unknown: "the type is not known to this release"
}

/** True when a column of the built-in type is copied and compared. */
const isCarried = (dataType: string): boolean => isComparable({ dataType, dataTypeOwner: null })

/** The built-in types that copy_swap carries, and those that it refuses; types of a schema (objects, collections, REF) are refused too. */
export const dataTypes = {
  carried: builtInDataTypes.filter(isCarried),
  refused: builtInDataTypes.filter((dataType) => !isCarried(dataType))
} as const

/** Every user column's type must survive the copy and be comparable afterwards. */
export const columnTypeNotCarried = defineRefusal({
  code: "OP241",
  slug: "column-type-not-carried",
  title: "A column's type cannot be copied without loss or compared exactly",
  severity: "error",
  find: ({ source }) =>
    userColumns(source)
      .filter((column) => !column.isVirtual && !isComparable(column))
      .map((column) => ({
        subject: `${source.owner}.${source.name}.${column.name}`,
        what: `${describeColumn(column)} of ${source.owner}.${source.name} cannot be carried over: ${reasons[dataTypeFamily(column)] ?? "its type is not supported"}.`,
        advice: `Convert the column first, or set "enabled": false for this table.`,
        evidence: { column: column.name, dataType: column.dataType }
      }))
})
