// @orapart/testkit/describe-action: the harness for migration actions. Needs vitest; the builders do not.
export { describeAction } from "./describe-action.ts"
export { tryAction } from "./try-action.ts"
export type { TriedAction } from "./try-action.ts"
export type { ActionCase, ActionSetup, Wishes } from "./action-case.ts"
