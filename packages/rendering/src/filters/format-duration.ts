// {{ seconds | format_duration }}: a known span of time in words.
import { NOT_KNOWN, requireQuantity, splitSeconds } from "../text/quantities.ts"
import { defineFilter } from "./define-filter.ts"

/** Exact to the second: `2 h 10 min 5 s`; `0 s` for none; `not known` for null. */
export const formatDuration = (seconds: number | null): string => {
  if (seconds === null) return NOT_KNOWN
  requireQuantity(seconds, "span of seconds")
  return splitSeconds(Math.round(seconds)).join(" ") || "0 s"
}

export const formatDurationFilter = defineFilter({
  name: "format_duration",
  takes: ["number", "null"],
  apply: formatDuration
})
