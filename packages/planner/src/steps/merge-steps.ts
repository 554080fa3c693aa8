// Puts an action's own steps between the strategy's, and refuses a list in which two steps claim the same place.
import type { Finding, Step } from "@orapart/contract"
import { makeFinding } from "../plan-codes.ts"

/** The merged steps in running order. */
export interface MergedSteps {
  readonly steps: ReadonlyArray<Step>
  readonly findings: ReadonlyArray<Finding>
}

const undoFile = (step: Step): string | null => (step.revert.kind === "script" ? step.revert.file : null)

const findRepeated = (
  steps: ReadonlyArray<Step>,
  what: string,
  read: (step: Step) => string | null
): ReadonlyArray<string> => {
  const bearers = new Map<string, Array<string>>()
  for (const step of steps) {
    const value = read(step)
    if (value !== null) bearers.set(value, [...(bearers.get(value) ?? []), step.id])
  }
  return [...bearers]
    .filter(([, ids]) => ids.length > 1)
    .map(([value, ids]) => `${what} ${value} is used by ${ids.join(" and ")}`)
}

const findMisplaced = (steps: ReadonlyArray<Step>): ReadonlyArray<string> =>
  steps.flatMap((step) => {
    const problems: Array<string> = []
    if (!Number.isInteger(step.number) || step.number < 0 || step.number > 99) {
      problems.push(`step ${step.id} has number ${step.number}, which is not a whole number from 0 to 99`)
    }
    const start = `${String(step.number).padStart(2, "0")}_`
    for (const file of [step.file, undoFile(step)]) {
      if (file !== null && !file.startsWith(start))
        problems.push(`file ${file} of step ${step.id} does not start with ${start}`)
    }
    return problems
  })

/**
 * The strategy's and the action's steps by number. Findings (severity error) when ids, numbers or files repeat, when a number is
 * outside 0 to 99, when a file does not start with its step's number, or when the point of no return names no step.
 */
export const mergeSteps = (
  subject: string,
  strategySteps: ReadonlyArray<Step>,
  extraSteps: ReadonlyArray<Step>,
  pointOfNoReturn: string
): MergedSteps => {
  const steps = [...strategySteps, ...extraSteps].sort((left, right) => left.number - right.number)
  const problems = [
    ...findRepeated(steps, "id", (step) => step.id),
    ...findRepeated(steps, "number", (step) => String(step.number)),
    ...findRepeated(steps, "file", (step) => step.file),
    ...findRepeated(steps, "undo file", undoFile),
    ...findMisplaced(steps),
    ...(steps.some((step) => step.id === pointOfNoReturn)
      ? []
      : [`the point of no return names ${pointOfNoReturn}, which is no step`])
  ]
  const findings = problems.map((problem) =>
    makeFinding("OP234", {
      subject,
      what: `The steps of ${subject} do not fit together: ${problem}.`,
      why: "Scripts, guards and undo are found by step number and file name.",
      advice:
        "Give the plugin's step a free number between the strategy's, an id of its own and a file that starts with that number.",
      evidence: { problem }
    })
  )
  return { steps, findings }
}
