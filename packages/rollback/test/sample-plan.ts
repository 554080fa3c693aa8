// A plan with one step of every kind of undo. deriveRollback reads only what stands here; the rest of a plan does not matter to it.
import type { MigrationPlan, Revert, Step } from "@orapart/contract"

export const undoScript = (file: string, changes: Partial<Extract<Revert, { kind: "script" }>> = {}): Revert => ({
  kind: "script",
  file,
  script: { template: `core:rollback/${file}`, data: { file } },
  does: `takes ${file} back`,
  until: "step 70",
  loses: "nothing",
  ...changes
})

export const step = (number: number, id: string, revert: Revert): Step => ({
  id,
  number,
  file: `${number}_${id}.sql`,
  phase: "prepare",
  title: `Title of ${number}`,
  why: "because",
  does: `does ${id}`,
  apply: { template: `core:${number}_${id}.sql`, data: {} },
  revert,
  restart: "run-again",
  locks: [],
  needs: "owner",
  estimate: { seconds: null, bytes: null },
  master: 1
})

/** A plan of these steps. The parts that a rollback does not look at are left out on purpose. */
export const plan = (steps: ReadonlyArray<Step>, pointOfNoReturn = "drop"): MigrationPlan =>
  ({ owner: "HR", table: "ORDERS", digest: "3f9c2a71", steps, pointOfNoReturn }) as unknown as MigrationPlan
