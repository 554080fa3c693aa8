// {% for line in step | undo_lines %}: what an undo script's header says.
import type { Step } from "@orapart/contract"
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import type { HeaderLine } from "./header-lines.ts"

/** What the undo does, until when, what it loses, privileges and restart. Refused for a step without an undo script. */
export const describeUndoHeader = (step: Step): ReadonlyArray<HeaderLine> => {
  if (step.revert.kind !== "script") throw new FilterFault(`step ${step.number} has no undo script.`)
  return [
    { label: "Does", text: step.revert.does },
    { label: "Until", text: step.revert.until },
    { label: "Loses", text: step.revert.loses },
    { label: "Needs", text: step.needs },
    { label: "Restart", text: "run again, as often as needed: what is undone already is passed over" },
    { label: "Undoes", text: step.file }
  ]
}

export const undoLinesFilter = defineFilter({ name: "undo_lines", takes: ["object"], apply: describeUndoHeader })
