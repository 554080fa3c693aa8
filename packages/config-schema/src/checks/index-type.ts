// Is there an index that no partitioned copy can have?
import { defineCheck, type IndexModel } from "@orapart/contract"
import { tableName, wishesOf } from "../facts/wishes.ts"

const reasonOf = (index: IndexModel, isComposite: boolean): string | null => {
  if (index.type === "domain") {
    return isComposite
      ? "A domain index (Text, Spatial, JSON search) cannot be built on a composite partitioned table."
      : "Whether a domain index can be LOCAL on an interval table depends on the release (ORA-14762), and its parameters are not read."
  }
  if (index.type === "bitmap-join")
    return "A bitmap join index names other tables, and its join is not read from the dictionary."
  return index.type === "other" ? "The type of this index is not known." : null
}

export const indexType = defineCheck({
  code: "OP123",
  slug: "index-type",
  title: "An index of the table cannot be built again",
  severity: "error",
  rules: ["V07"],
  run: (context) => {
    const special = (context.source?.indexes ?? []).filter(
      (index) => index.type !== "normal" && index.type !== "bitmap"
    )
    if (special.length === 0) return []
    const isComposite = wishesOf(context)?.subpartition_type === "HASH"
    return special.flatMap((index) => {
      const why = reasonOf(index, isComposite)
      if (why === null) return []
      return [
        {
          subject: `${index.owner}.${index.name}`,
          at: "/table_name",
          what: `Index ${index.name} of ${tableName(context)} is of the type ${index.type} and cannot be built on the new table.`,
          why,
          advice: `Drop ${index.name} before the migration and build it by hand after step 60, or set "enabled": false for the table.`,
          evidence: { index: index.name, type: index.type }
        }
      ]
    })
  }
})
