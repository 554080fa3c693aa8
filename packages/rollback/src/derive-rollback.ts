// The way back, read from the plan. Undo lies beside do in every step; this file only turns the order round and says so in words.
// It never sees a database: what has really been done is observed by whoever runs the rollback.
import type { MigrationPlan, Script, Step } from "@orapart/contract"

/** One undo script. */
export interface RollbackStep {
  readonly number: number
  /** Id of the step that it undoes. */
  readonly id: string
  /** File name inside rollback/. */
  readonly file: string
  /** The title of the step that it undoes. */
  readonly title: string
  readonly does: string
  readonly until: string
  /** What is lost by it; `nothing` when nothing. */
  readonly loses: string
  readonly script: Script
}

/** One row of the README's table, for every step of the plan, in the plan's order. All fields are plain text. */
export interface RollbackRow {
  readonly number: number
  readonly id: string
  /** File name of the step. */
  readonly file: string
  readonly title: string
  readonly does: string
  /** Whether there is a script, nothing to undo, or no way back. */
  readonly kind: "script" | "none" | "impossible"
  /** The undo and its file, or why there is none. */
  readonly undo: string
  readonly until: string
  readonly loses: string
}

/** The reverse of a plan. */
export interface RollbackPlan {
  readonly owner: string
  readonly table: string
  /** The plan's digest: an undo belongs to this plan and no other. */
  readonly digest: string
  /** Undo scripts in running order: the last step is undone first. */
  readonly steps: ReadonlyArray<RollbackStep>
  readonly rows: ReadonlyArray<RollbackRow>
  /** The last moment from which everything can be taken back, in one sentence. */
  readonly lastReversible: string
}

/** Steps in running order: by number, and as the plan lists them where two share a number. */
const orderSteps = (steps: ReadonlyArray<Step>): ReadonlyArray<Step> =>
  [...steps].sort((left, right) => left.number - right.number)

const readUndo = (step: Step): ReadonlyArray<RollbackStep> => {
  if (step.revert.kind !== "script") return []
  const { file, script, does, until, loses } = step.revert
  return [{ number: step.number, id: step.id, file, title: step.title, does, until, loses, script }]
}

const describeStep = (step: Step): RollbackRow => ({
  number: step.number,
  id: step.id,
  file: step.file,
  title: step.title,
  does: step.does,
  kind: step.revert.kind,
  ...describeUndo(step)
})

const describeUndo = ({ revert }: Step): Pick<RollbackRow, "undo" | "until" | "loses"> => {
  switch (revert.kind) {
    case "script":
      return { undo: `rollback/${revert.file}: ${revert.does}`, until: revert.until, loses: revert.loses }
    case "none":
      return { undo: `none needed: ${revert.reason}`, until: "always", loses: "nothing" }
    case "impossible":
      return {
        undo: `impossible: ${joinSentences(revert.reason, revert.advice)}`,
        until: "never",
        loses: "everything the step removed"
      }
  }
}

const joinSentences = (first: string, second: string): string => {
  if (second === "") return first
  return /[.!?]$/.test(first) ? `${first} ${second}` : `${first}; ${second}`
}

/** The first step that ends the way back: the plan's point of no return, or an earlier step that says it cannot be undone. */
const findPointOfNoReturn = (plan: MigrationPlan, steps: ReadonlyArray<Step>): Step | undefined =>
  steps.find((step) => step.id === plan.pointOfNoReturn || step.revert.kind === "impossible")

const describeLastReversible = (plan: MigrationPlan, steps: ReadonlyArray<Step>): string => {
  const last = findPointOfNoReturn(plan, steps)
  if (last === undefined) return "Every step can be undone."
  return `Everything can be undone until step ${last.number} is run (${last.file}: ${last.title}).`
}

/** The rollback of a plan: undo scripts from the highest step down, one row per step, and the last moment to turn back. */
export const deriveRollback = (plan: MigrationPlan): RollbackPlan => {
  const steps = orderSteps(plan.steps)
  return {
    owner: plan.owner,
    table: plan.table,
    digest: plan.digest,
    steps: steps.flatMap(readUndo).reverse(),
    rows: steps.map(describeStep),
    lastReversible: describeLastReversible(plan, steps)
  }
}
