// What the five core actions share: which tables they take, the layout they reach, the findings they refuse with.
export * from "./action-codes.ts"
export * from "./check-action.ts"
export * from "./check-layout.ts"
export * from "./check-shape.ts"
export * from "./describe-bound.ts"
export * from "./range-section.ts"
export * from "./table-shape.ts"
