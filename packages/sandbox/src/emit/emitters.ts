// Ties the rules that call each other together, for one statement text.
import { emitCall } from "./call.ts"
import { emitCondition } from "./condition.ts"
import type { Emitters } from "./environment.ts"
import { emitExpression } from "./expression.ts"
import { makeQueryEmitter } from "./query.ts"
import { emitOrder } from "./window.ts"

/** The rules; labels of columns are cut out of `text`. */
export const makeEmitters = (text: string): Emitters => {
  const emitters: Emitters = {
    expression: emitExpression,
    condition: emitCondition,
    call: emitCall,
    order: emitOrder,
    query: makeQueryEmitter(text, () => emitters)
  }
  return emitters
}
