// @orapart/rollback: plan -> reverse plan. Pure; who runs it observes the database first.
export { deriveRollback } from "./derive-rollback.ts"
export type { RollbackPlan, RollbackRow, RollbackStep } from "./derive-rollback.ts"
