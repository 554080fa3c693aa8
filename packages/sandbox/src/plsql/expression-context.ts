// The compilers of single kinds of nodes call back through this, so that their files do not import each other in circles.
import type { Expression } from "../sql/ast/index.ts"
import type { Code } from "./code.ts"
import type { Scope } from "./scope.ts"

/** The compiler as its parts see it. */
export interface ExpressionContext {
  readonly expression: (scope: Scope, node: Expression) => Code
  readonly condition: (scope: Scope, node: Expression) => Code
}
