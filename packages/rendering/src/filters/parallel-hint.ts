// {{ degree | parallel_hint("t") }}: the PARALLEL hint of one table.
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"

/** `PARALLEL(t, 8)` for the table with this alias; empty at degree 1, where a hint would only be noise. */
export const writeParallelHint = (degree: number, alias: string): string => {
  if (!Number.isInteger(degree) || degree < 1) throw new FilterFault(`${degree} is no degree of parallelism.`)
  return degree === 1 ? "" : `PARALLEL(${alias}, ${degree})`
}

export const parallelHintFilter = defineFilter({
  name: "parallel_hint",
  takes: ["number"],
  parameters: ["alias"],
  required: 1,
  apply: writeParallelHint
})
