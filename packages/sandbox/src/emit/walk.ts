// Looks for things in a tree without knowing all its nodes. Subqueries are blocks of their own and are not entered.
import type { Expression, FunctionCall, NameReference, PseudoColumn } from "../sql/ast/index.ts"

interface AnyNode {
  readonly kind?: unknown
}

const isNode = (value: unknown): value is AnyNode => typeof value === "object" && value !== null

/** Calls `visit` for the node and all below it until it gives false; queries below are not entered. */
export const walk = (node: unknown, visit: (node: AnyNode) => boolean): void => {
  if (!isNode(node)) return
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit)
    return
  }
  if (node.kind === "query" || !visit(node)) return
  for (const value of Object.values(node)) if (isNode(value)) walk(value, visit)
}

/** All names in an expression, not in its subqueries. */
export const namesIn = (expression: unknown): ReadonlyArray<NameReference> => {
  const found: NameReference[] = []
  walk(expression, (node) => {
    if (node.kind === "name") found.push(node as NameReference)
    return true
  })
  return found
}

/** Whether a call that fulfils the test is there. */
export const hasCall = (expression: unknown, test: (call: FunctionCall) => boolean): boolean => {
  let isFound = false
  walk(expression, (node) => {
    if (node.kind === "call" && test(node as FunctionCall)) isFound = true
    return !isFound
  })
  return isFound
}

/** Whether a pseudo column is used. */
export const usesPseudo = (expression: unknown, name: PseudoColumn["name"]): boolean => {
  let isFound = false
  walk(expression, (node) => {
    if (node.kind === "pseudo-column" && (node as PseudoColumn).name === name) isFound = true
    return !isFound
  })
  return isFound
}

/** The operands of an AND chain, or the condition itself. */
export const conjuncts = (condition: Expression | null): ReadonlyArray<Expression> => {
  if (condition === null) return []
  return condition.kind === "and" ? condition.operands.flatMap((operand) => conjuncts(operand)) : [condition]
}
