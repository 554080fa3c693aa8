// {{ text | literal }}: text as a SQL constant.
import { stringLiteral } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** A SQL expression that gives the text: `'...'`, or pieces joined with CHR(n) where SQL*Plus would not carry it as it is. */
export const literalFilter = defineFilter({
  name: "literal",
  takes: ["text"],
  apply: (text: string): string => stringLiteral(text)
})
