// {% for line in step | header_lines %}: what a script's header says of its step.
import type { RestartRule, Revert, Step } from "@orapart/contract"
import { defineFilter } from "./define-filter.ts"

/** One entry of a header. */
export interface HeaderLine {
  readonly label: string
  readonly text: string
}

const restartWords: { readonly [rule in RestartRule]: string } = {
  resume: "run again: it goes on where it stopped",
  "run-again": "run again, as often as needed",
  "revert-first": "run its undo first, then this file again. The master does both"
}

const describeUndo = (revert: Revert): string => {
  switch (revert.kind) {
    case "script":
      return `rollback/${revert.file}: ${revert.does}, until ${revert.until}`
    case "none":
      return `none needed: ${revert.reason}`
    case "impossible":
      return `none, point of no return: ${revert.reason}`
  }
}

/** Why, locks, privileges, restart and undo of the step, in this order. */
export const describeHeader = (step: Step): ReadonlyArray<HeaderLine> => [
  { label: "Why", text: step.why },
  {
    label: "Locks",
    text: step.locks.map(({ mode, object, duration }) => `${mode} on ${object} (${duration})`).join(", ") || "none"
  },
  { label: "Needs", text: step.needs },
  { label: "Restart", text: restartWords[step.restart] },
  { label: "Undo", text: describeUndo(step.revert) }
]

export const headerLinesFilter = defineFilter({ name: "header_lines", takes: ["object"], apply: describeHeader })
