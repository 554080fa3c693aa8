// {{ part | format_percent(whole) }}: a part of a whole in percent.
import { FilterFault } from "../engine/render-fault.ts"
import { NOT_KNOWN, requireQuantity, roundToTenth } from "../text/quantities.ts"
import { defineFilter } from "./define-filter.ts"

/** One decimal at most: `25.6%`; `less than 0.1%` for what would round to zero; `not known` for null. The whole is 1 when not given. */
export const formatPercent = (part: number | null, whole = 1): string => {
  if (part === null) return NOT_KNOWN
  requireQuantity(part, "part of a whole")
  if (!(whole > 0)) throw new FilterFault(`${whole} is no whole to take a part of.`)
  const percent = (part / whole) * 100
  return percent > 0 && percent < 0.05 ? "less than 0.1%" : `${roundToTenth(percent)}%`
}

export const formatPercentFilter = defineFilter({
  name: "format_percent",
  takes: ["number", "null"],
  parameters: ["whole"],
  apply: formatPercent
})
