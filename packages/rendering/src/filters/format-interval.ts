// {{ interval | format_interval }}: an interval as Oracle writes it in INTERVAL (...).
import type { Interval } from "@orapart/contract"
import { renderInterval } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** For example `NUMTOYMINTERVAL(3,'MONTH')` for a quarter: WEEK and QUARTER are not units of Oracle (ORA-01760). */
export const formatIntervalFilter = defineFilter({
  name: "format_interval",
  takes: ["object"],
  apply: (interval: Interval): string => renderInterval(interval)
})
