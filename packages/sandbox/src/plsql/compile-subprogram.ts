// Local procedures and functions: parameters, overloads, forward declarations.
import type { Declaration, Parameter, SubprogramDeclaration } from "../sql/ast/index.ts"
import type { CallParameter } from "./callable.ts"
import { compileExpression } from "./compile-expression.ts"
import type { CompileContext } from "./compile-context.ts"
import { compileType } from "./compile-type.ts"
import { placeTeller } from "./compile-unit.ts"
import type { Routine } from "./scope.ts"
import { Scope } from "./scope.ts"
import type { Subprogram } from "./subprogram.ts"

/** A parameter; its default is compiled where the subprogram is declared. */
const compileParameter = (
  scope: Scope,
  parameter: Parameter,
  slot: number
): CallParameter & { readonly slot: number } => {
  const initial = parameter.initial === null ? null : compileExpression(scope, parameter.initial)
  return {
    name: parameter.name.value,
    mode: parameter.mode,
    type: compileType(scope, parameter.type, true),
    initial: initial === null ? null : initial.run,
    slot
  }
}

/** The head of a subprogram: all but its body. */
export const makeSubprogram = (scope: Scope, declaration: SubprogramDeclaration): Subprogram => {
  const returns = declaration.returns === null ? null : compileType(scope, declaration.returns, true)
  const routine: Routine = {
    depth: scope.routine.depth + 1,
    slotCount: declaration.parameters.length,
    returns,
    isFunction: declaration.type === "function"
  }
  return {
    name: declaration.name.value,
    parameters: declaration.parameters.map((parameter, slot) => compileParameter(scope, parameter, slot)),
    returns,
    routine,
    place: placeTeller(scope.unit),
    offset: declaration.start,
    body: null
  }
}

/** The scope of a subprogram's body: its parameters, under its name. */
export const parameterScope = (scope: Scope, declaration: SubprogramDeclaration, made: Subprogram): Scope => {
  const inside = new Scope(scope, made.routine, scope.unit, [made.name])
  for (const [at, parameter] of made.parameters.entries()) {
    const name = declaration.parameters[at]?.name ?? declaration.name
    inside.declare(name, {
      kind: "variable",
      name: parameter.name,
      routine: made.routine,
      slot: parameter.slot,
      type: parameter.type,
      isNotNull: false,
      isReadOnly: parameter.mode === "in"
    })
  }
  return inside
}

const sameHead = (made: Subprogram, other: Subprogram): boolean =>
  made.parameters.length === other.parameters.length &&
  made.parameters.every(
    ({ name, mode }, at) => other.parameters[at]?.name === name && other.parameters[at]?.mode === mode
  )

/** A local subprogram. A body for one that was declared before completes it. */
export const compileSubprogram = async (
  context: CompileContext,
  scope: Scope,
  declaration: SubprogramDeclaration
): Promise<null> => {
  const made = makeSubprogram(scope, declaration)
  const known = scope.own(declaration.name.value)
  const overloads = known?.kind === "subprogram" ? known.overloads : []
  const forward = overloads.find((other) => other.body === null && sameHead(other, made))
  const subprogram = forward ?? made
  if (forward === undefined) overloads.push(made)
  if (known?.kind !== "subprogram") scope.declare(declaration.name, { kind: "subprogram", overloads })
  if (declaration.body !== null)
    subprogram.body = await context.subprogramBody(
      parameterScope(scope, declaration, subprogram),
      declaration,
      subprogram
    )
  return null
}

/** PLS-00313 for forward declarations that were never defined. */
export const finishForwardDeclarations = (scope: Scope, declarations: ReadonlyArray<Declaration>): void => {
  for (const declaration of declarations) {
    if (declaration.kind !== "subprogram" || declaration.body !== null) continue
    const known = scope.own(declaration.name.value)
    const isOpen = known?.kind === "subprogram" && known.overloads.some(({ body }) => body === null)
    if (isOpen && scope.unit.errors.isEmpty)
      scope.unit.errors.add(declaration.name.start, `PLS-00313: '${declaration.name.value}' not declared in this scope`)
  }
}
