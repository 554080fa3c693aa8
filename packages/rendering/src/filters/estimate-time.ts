// {{ seconds | estimate_time }}: an estimated span of time in words.
import { NOT_KNOWN, requireQuantity, splitSeconds } from "../text/quantities.ts"
import { defineFilter } from "./define-filter.ts"

/** Two units at most, `about 2 h 10 min`; `less than 1 s`; `not known` for null. */
export const estimateTime = (seconds: number | null): string => {
  if (seconds === null) return NOT_KNOWN
  requireQuantity(seconds, "span of seconds")
  if (seconds < 1) return "less than 1 s"
  // Rounded to the smaller of the two units, so that 7,199 s reads as 2 h and not as 1 h 59 min.
  const grain = seconds >= 86_400 ? 3_600 : seconds >= 3_600 ? 60 : 1
  return `about ${splitSeconds(Math.round(seconds / grain) * grain)
    .slice(0, 2)
    .join(" ")}`
}

export const estimateTimeFilter = defineFilter({
  name: "estimate_time",
  takes: ["number", "null"],
  apply: estimateTime
})
