// What the comparison of source and interim table needs: the hash of a row and the slot it is counted in.
import type { JsonObject, TableModel } from "@orapart/contract"
import { isComparable, isYearMonth, quoteIdentifier, rowHashLines, storedColumns } from "@orapart/oracle-rules"
import { asData } from "../plan-data.ts"

/** Rows are summed per month for year-month intervals, per day for shorter ones, per interval for numeric keys: enough to find the place. */
const slotOf = (target: TableModel, alias: string): { readonly expression: string; readonly label: string } => {
  const partitioning = target.partitioning
  const key = partitioning?.columns[0]
  if (partitioning === null || key === undefined || partitioning.interval === null)
    return { expression: "0", label: "table" }
  const column = `${alias}.${quoteIdentifier(key)}`
  if (partitioning.interval.unit === "NUMBER") {
    return { expression: `FLOOR(${column} / ${partitioning.interval.value})`, label: "interval" }
  }
  const mask = isYearMonth(partitioning.interval) ? "MM" : "DD"
  return {
    expression: `TO_CHAR(TRUNC(${column}, '${mask}'), 'YYYY-MM-DD')`,
    label: mask === "MM" ? "month from" : "day"
  }
}

/** The comparison: both sides use the same expressions under the alias `t`. */
export interface Comparison {
  /** Expression of the part that a row is summed in. */
  readonly slot: string
  /** What a part is called in messages. */
  readonly slotLabel: string
  /** Lines of the expression that turns a row into a number. */
  readonly rowHash: ReadonlyArray<string>
  readonly columnCount: number
}

/** How two tables of the target's columns are compared. */
export const describeComparison = (target: TableModel): Comparison => {
  const slot = slotOf(target, "t")
  return {
    slot: slot.expression,
    slotLabel: slot.label,
    rowHash: rowHashLines(storedColumns(target).filter(isComparable), "t"),
    columnCount: storedColumns(target).length
  }
}

/** The comparison as plan data. */
export const comparisonData = (target: TableModel): JsonObject => asData(describeComparison(target))
