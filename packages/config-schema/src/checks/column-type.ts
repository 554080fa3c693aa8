// Can every column be carried over to a partitioned copy and compared afterwards?
import { defineCheck, type CheckContext, type CheckReport, type ColumnModel } from "@orapart/contract"
import { dataTypeFamily, describeColumn, isComparable, type DataTypeFamily } from "@orapart/oracle-rules"
import { namedColumns, tableName } from "../facts/wishes.ts"

const reasons: { readonly [family in DataTypeFamily]?: string } = {
  long: "A table with a LONG or LONG RAW column cannot be partitioned, and INSERT ... SELECT cannot read it (ORA-00997).",
  object:
    "Object types, REFs, varrays and nested tables cannot be loaded in direct path nor equipartitioned with an interval table.",
  xmltype:
    "XMLType is not supported in composite partitioned tables, and in interval tables only when stored as binary XML.",
  bfile: "The content of a BFILE lies outside the database, where no comparison reaches it.",
  json: "Equality of JSON values cannot be proven with STANDARD_HASH.",
  vector: "Equality of VECTOR values cannot be proven with STANDARD_HASH.",
  boolean: "Equality of BOOLEAN values cannot be proven with STANDARD_HASH.",
  unknown: "No supported release writes this type name."
}

const remedies: { readonly [family in DataTypeFamily]?: string } = {
  long: "Convert it first, in its own change: ALTER TABLE ... MODIFY (... CLOB), BLOB for LONG RAW.",
  xmltype: "Move the XML to a CLOB or to a table of its own first."
}

const reportOf = (context: CheckContext, column: ColumnModel): CheckReport => {
  const family = dataTypeFamily(column)
  return {
    subject: `${tableName(context)}.${column.name}`,
    at: "/table_name",
    what: `${describeColumn(column)} cannot be carried over to the new table.`,
    why: reasons[family] ?? "",
    advice: remedies[family] ?? 'Set "enabled": false for the table.',
    evidence: { column: column.name, dataType: column.dataType, family }
  }
}

export const columnType = defineCheck({
  code: "OP122",
  slug: "column-type",
  title: "A column's type cannot be carried over",
  severity: "error",
  rules: ["V07"],
  run: (context) => {
    const { source } = context
    if (source === null || source.columns.every(isComparable)) return []
    return namedColumns(source)
      .filter((column) => !isComparable(column) && (!column.isVirtual || column.dataDefault === null))
      .map((column) => reportOf(context, column))
  }
})
