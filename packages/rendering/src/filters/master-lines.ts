// {% for line in plan | master_lines(1) %}: what a master script's header says.
import type { MigrationPlan } from "@orapart/contract"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import { estimateTime } from "./estimate-time.ts"
import type { HeaderLine } from "./header-lines.ts"

/** The files it calls in order, the time they take, the outage, restart and undo. Refused for a master that calls nothing. */
export const describeMasterHeader = (plan: MigrationPlan, master: number): ReadonlyArray<HeaderLine> => {
  const steps = plan.steps.filter((step) => step.master === master).sort((left, right) => left.number - right.number)
  if (steps.length === 0) throw new FilterFault(`no step of the plan belongs to master ${master}.`)
  const seconds = steps.map((step) => step.estimate.seconds)
  const total = seconds.reduce((sum, next) => (sum === null || next === null ? null : sum + next), 0)
  return [
    { label: "Runs", text: steps.map((step) => step.file).join(", ") },
    { label: "Time", text: estimateTime(total) },
    { label: "Outage", text: plan.outage },
    { label: "Restart", text: "run again: steps that are done are skipped" },
    { label: "Undo", text: "rollback/master_rollback.sql" }
  ]
}

export const masterLinesFilter = defineFilter({
  name: "master_lines",
  takes: ["object"],
  parameters: ["master"],
  required: 1,
  apply: describeMasterHeader
})
