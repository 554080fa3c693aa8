// {{ keys | match_condition("t", "s") }}: the ON condition of a MERGE.
import { quoteIdentifier } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import { indentBy, nameOf } from "../text/named-columns.ts"

/** A column that rows are matched by. One given by name alone is taken as NOT NULL. */
export type MatchColumn = string | { readonly name: string; readonly nullable: boolean }

/**
 * One comparison per line, joined by AND; the lines after the first stand behind `indent` blanks. NULL is not equal to NULL in SQL, so a nullable column also matches where both sides
 * are NULL: otherwise a MERGE would insert such rows again at every run.
 */
export const writeMatchCondition = (
  columns: ReadonlyArray<MatchColumn>,
  target: string,
  source: string,
  indent = 9
): string => {
  if (columns.length === 0) throw new FilterFault("the list of key columns is empty.")
  const comparisons = columns.map((column) => {
    const name = quoteIdentifier(nameOf(column))
    const [left, right] = [`${target}.${name}`, `${source}.${name}`]
    return typeof column === "object" && column.nullable
      ? `(${left} = ${right} OR (${left} IS NULL AND ${right} IS NULL))`
      : `${left} = ${right}`
  })
  return comparisons.join(`\n${indentBy(indent)}AND `)
}

export const matchConditionFilter = defineFilter({
  name: "match_condition",
  takes: ["list"],
  parameters: ["target", "source", "indent"],
  required: 2,
  apply: writeMatchCondition
})
