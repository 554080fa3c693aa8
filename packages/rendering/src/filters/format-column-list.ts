// {{ columns | format_column_list(indent, alias) }}: one column per line with trailing commas.
import { quoteIdentifier } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import { indentBy, nameOf, prefixOf } from "../text/named-columns.ts"
import type { NamedColumn } from "../text/named-columns.ts"

/** The columns, each on its own line behind `indent` blanks, with the alias before each name; no comma after the last. */
export const formatColumnList = (columns: ReadonlyArray<NamedColumn>, indent = 2, alias = ""): string => {
  if (columns.length === 0) throw new FilterFault("the list of columns is empty.")
  return columns.map((column) => indentBy(indent) + prefixOf(alias) + quoteIdentifier(nameOf(column))).join(",\n")
}

export const formatColumnListFilter = defineFilter({
  name: "format_column_list",
  takes: ["list"],
  parameters: ["indent", "alias"],
  apply: formatColumnList
})
