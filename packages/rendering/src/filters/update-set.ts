// {{ columns | update_set(keys, indent, "t", "s") }}: the SET list of a MERGE.
import { quoteIdentifier } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import { indentBy, nameOf } from "../text/named-columns.ts"
import type { NamedColumn } from "../text/named-columns.ts"

/**
 * One assignment per line behind `indent` blanks, with trailing commas. The columns of the ON condition are left out: Oracle refuses to update them
 * (ORA-38104).
 */
export const writeUpdateSet = (
  columns: ReadonlyArray<NamedColumn>,
  matched: ReadonlyArray<NamedColumn>,
  indent: number,
  target: string,
  source: string
): string => {
  const keys = new Set(matched.map(nameOf))
  const names = columns.map(nameOf).filter((name) => !keys.has(name))
  if (names.length === 0) throw new FilterFault("every column belongs to the key: leave WHEN MATCHED out.")
  return names
    .map((name) => `${indentBy(indent)}${target}.${quoteIdentifier(name)} = ${source}.${quoteIdentifier(name)}`)
    .join(",\n")
}

export const updateSetFilter = defineFilter({
  name: "update_set",
  takes: ["list"],
  parameters: ["matched", "indent", "target", "source"],
  required: 4,
  apply: writeUpdateSet
})
