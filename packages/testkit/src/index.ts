// @orapart/testkit: what a plugin author needs to test an action.
export * from "./builders/index.ts"
