// {{ texts | literal_list(indent) }}: text constants for IN (...).
import { stringLiteral } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { indentBy } from "../text/named-columns.ts"
import { defineFilter } from "./define-filter.ts"

/** Characters of constants on one line; with the indentation and what stands before the list a line stays below 200. */
const WIDTH = 100

/**
 * `'A', 'B'`, as many to a line as fit into 100 characters; the lines after the first stand behind `indent` blanks. A longer
 * constant has a line of its own. An empty list is refused: `IN ()` does not exist in Oracle (ORA-00936).
 */
export const writeLiteralList = (texts: ReadonlyArray<string>, indent = 6): string => {
  if (texts.length === 0) throw new FilterFault("the list is empty, and IN () does not exist.")
  const lines: Array<string> = []
  let line = ""
  texts.forEach((text, position) => {
    const constant = stringLiteral(text) + (position < texts.length - 1 ? "," : "")
    if (line !== "" && line.length + 1 + constant.length > WIDTH) {
      lines.push(line)
      line = constant
    } else line += line === "" ? constant : ` ${constant}`
  })
  return [...lines, line].join(`\n${indentBy(indent)}`)
}

export const literalListFilter = defineFilter({
  name: "literal_list",
  takes: ["list"],
  parameters: ["indent"],
  apply: writeLiteralList
})
