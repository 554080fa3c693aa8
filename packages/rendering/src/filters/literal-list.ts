// {{ texts | literal_list }}: text constants for IN (...).
import { stringLiteral } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"

const PER_LINE = 8

/** `'A', 'B'`, eight to a line. An empty list is refused: `IN ()` does not exist in Oracle (ORA-00936). */
export const writeLiteralList = (texts: ReadonlyArray<string>): string => {
  if (texts.length === 0) throw new FilterFault("the list is empty, and IN () does not exist.")
  return texts
    .map((text, position) => {
      const isLast = position === texts.length - 1
      return stringLiteral(text) + (isLast ? "" : (position + 1) % PER_LINE === 0 ? ",\n      " : ", ")
    })
    .join("")
}

export const literalListFilter = defineFilter({ name: "literal_list", takes: ["list"], apply: writeLiteralList })
