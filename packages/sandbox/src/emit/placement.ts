// How changed rows tell the session which partitions they need: keys come back grouped, so that a million rows give a handful.
import type { TableEntry } from "../catalog/entries.ts"
import { familyOf } from "../types/value-type.ts"

/** Keys in the result of a DML statement. */
export interface KeyLayout {
  /** Key columns by id. */
  readonly columns: ReadonlyArray<number>
  /** `ends`: least and greatest key of a group and the number of NULL keys. `tuples`: the keys themselves. `moves`: old and new keys. */
  readonly kind: "ends" | "tuples" | "moves"
}

const hourNanoseconds = 3_600_000_000_000n

/** Groups that touch at most two neighbouring interval partitions each, so that their two ends name both. */
const groupOf = (table: TableEntry): string | null => {
  const step = table.partitioning?.interval?.step
  if (step === undefined) return ""
  if (step.kind === "months") return "date_trunc('month', k1)"
  if (step.kind === "number") return `floor(k1 / ${step.text})`
  const width = BigInt(step.nanoseconds)
  if (width >= hourNanoseconds * 24n) return "date_trunc('day', k1)"
  if (width >= hourNanoseconds) return "date_trunc('hour', k1)"
  return width >= hourNanoseconds / 60n ? "date_trunc('minute', k1)" : null
}

/** The layout for new rows; null when every row has a place anyway. */
export const layoutOf = (table: TableEntry): KeyLayout | null => {
  const { partitioning } = table
  if (partitioning === null) return null
  const sub = partitioning.subpartitioning
  const hasListBelow = sub !== null && sub.method !== "HASH"
  if (partitioning.method === "HASH" && !hasListBelow) return null
  const columns = [...partitioning.columns, ...(hasListBelow ? sub.columns : [])]
  const type = table.columns.find(({ id }) => id === columns[0])?.type
  const isOrdered = type !== undefined && (familyOf(type) === "datetime" || familyOf(type) === "number")
  const canGroup = columns.length === 1 && isOrdered && partitioning.method === "RANGE" && groupOf(table) !== null
  return { columns, kind: canGroup ? "ends" : "tuples" }
}

/** Select list and GROUP BY over `r(r0, k1 ...)`: count, greatest place, keys. */
export const groupKeys = (
  table: TableEntry,
  layout: KeyLayout | null
): { readonly list: string; readonly groupBy: string } => {
  const head = "count(*), max(r0)::text"
  if (layout === null) return { list: head, groupBy: "" }
  if (layout.kind === "ends") {
    const group = groupOf(table) ?? ""
    return {
      list: `${head}, min(k1)::text, max(k1)::text, count(*) - count(k1)`,
      groupBy: group === "" ? "" : ` GROUP BY ${group}`
    }
  }
  const names = layout.columns.flatMap((_, at) =>
    layout.kind === "moves" ? [`o${String(at + 1)}`, `k${String(at + 1)}`] : [`k${String(at + 1)}`]
  )
  return {
    list: `${head}, ${names.map((name) => `${name}::text`).join(", ")}`,
    groupBy: ` GROUP BY ${names.join(", ")}`
  }
}
