// {{ name | ident }}: a name as it stands in SQL.
import { quoteIdentifier } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** The name, quoted only when it needs quotes. */
export const identFilter = defineFilter({
  name: "ident",
  takes: ["text"],
  apply: (name: string): string => quoteIdentifier(name)
})
