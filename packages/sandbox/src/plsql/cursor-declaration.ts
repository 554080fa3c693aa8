// CURSOR c (parameters) IS query: its slot, its row, and how it is opened.
import type { CursorDeclaration } from "../sql/ast/index.ts"
import type { CallParameter } from "./callable.ts"
import type { Frame } from "./code.ts"
import { compileExpression } from "./compile-expression.ts"
import { compileType, rowType } from "./compile-type.ts"
import type { CursorPlan } from "./cursor-plan.ts"
import { SqlBinder } from "./sql-binder.ts"
import type { Scope } from "./scope.ts"
import { CursorHandle } from "./value.ts"

const compileParameters = (scope: Scope, inside: Scope, declaration: CursorDeclaration): CursorPlan["parameters"] =>
  declaration.parameters.map((parameter): CallParameter & { readonly slot: number } => {
    const type = compileType(scope, parameter.type, true)
    const initial = parameter.initial === null ? null : compileExpression(scope, parameter.initial).run
    const slot = scope.takeSlot()
    const name = parameter.name.value
    inside.declare(parameter.name, {
      kind: "variable",
      name,
      routine: scope.routine,
      slot,
      type,
      isNotNull: false,
      isReadOnly: true
    })
    return { name, mode: "in", type, initial, slot }
  })

const makePlan = (scope: Scope, inside: Scope, declaration: CursorDeclaration): CursorPlan => {
  const known = scope.own(declaration.name.value)
  if (known?.kind === "cursor" && known.plan.open === null) return known.plan
  const parameters = compileParameters(scope, inside, declaration)
  const plan: CursorPlan = {
    name: declaration.name.value,
    routine: scope.routine,
    slot: scope.takeSlot(),
    parameters,
    row: rowType(null),
    open: null
  }
  scope.declare(declaration.name, { kind: "cursor", plan })
  return plan
}

/** Compiles a cursor. Its query is checked at once; values of the block that it names are taken when it is opened. */
export const compileCursorDeclaration = async (
  scope: Scope,
  declaration: CursorDeclaration
): Promise<(frame: Frame) => void> => {
  const inside = scope.inner()
  const plan = makePlan(scope, inside, declaration)
  const { query } = declaration
  const { text, runtime } = scope.unit
  if (query !== null) {
    const binder = new SqlBinder(inside)
    plan.row = rowType(await runtime.describe({ text, node: query }, binder.forCheck), plan.name)
    plan.open = (frame) => frame.machine.runtime.openCursor({ text, node: query }, binder.at(frame))
  }
  return (frame) => {
    frame.slots[plan.slot] = new CursorHandle()
  }
}
