// {{ text | national_literal }}: text as a constant of the national character set.
import { nationalLiteral } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** `N'...'` or UNISTR(...): independent of NLS_LANG. */
export const nationalLiteralFilter = defineFilter({
  name: "national_literal",
  takes: ["text"],
  apply: (text: string): string => nationalLiteral(text)
})
