// {{ rows | format_count }}: counts as people read them.
import { groupThousands, NOT_KNOWN, requireQuantity } from "../text/quantities.ts"
import { defineFilter } from "./define-filter.ts"

/** A whole number with thousands separated: `1,680,050`; `not known` for null. */
export const formatCount = (count: number | null): string => {
  if (count === null) return NOT_KNOWN
  requireQuantity(count, "count")
  return groupThousands(BigInt(Math.round(count)).toString())
}

export const formatCountFilter = defineFilter({ name: "format_count", takes: ["number", "null"], apply: formatCount })
