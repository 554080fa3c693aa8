// The comparison as one query that counts the parts in which two tables differ: for blocks that cannot name a table at compile time.
import type { TableModel } from "@orapart/contract"
import { describeComparison } from "./comparison.ts"

/** Lines of `SELECT COUNT(*) ...`: 0 means that every row of both tables is equal. */
export const compareLines = (target: TableModel, left: string, right: string): ReadonlyArray<string> => {
  const { rowHash, slot } = describeComparison(target)
  const hash = rowHash.map((line, place) => (place === 0 ? line : `                ${line}`))
  const side = (sign: string, table: string): ReadonlyArray<string> => [
    `        SELECT ${sign} AS side, ${slot} AS slot,`,
    ...hash.map(
      (line, place) =>
        `${place === 0 ? "               " : ""}${line}${place === hash.length - 1 ? " AS row_hash" : ""}`
    ),
    `          FROM ${table} t`
  ]
  return [
    "SELECT COUNT(*)",
    "  FROM (",
    "SELECT slot",
    "  FROM (",
    ...side("1", left),
    "        UNION ALL",
    ...side("-1", right),
    "       )",
    " GROUP BY slot",
    "HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0",
    "       )"
  ]
}
