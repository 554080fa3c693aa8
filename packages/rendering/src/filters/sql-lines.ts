// {{ lines | sql_lines(indent) }}: an expression that comes as lines, inside a statement.
import { FilterFault } from "../engine/render-fault.ts"
import { indentBy } from "../text/named-columns.ts"
import { defineFilter } from "./define-filter.ts"

/** The lines, the first as it stands, every other behind `indent` blanks. */
export const writeSqlLines = (lines: ReadonlyArray<string>, indent = 0): string => {
  if (lines.length === 0) throw new FilterFault("there are no lines.")
  return lines.join(`\n${indentBy(indent)}`)
}

export const sqlLinesFilter = defineFilter({
  name: "sql_lines",
  takes: ["list"],
  parameters: ["indent"],
  apply: writeSqlLines
})
