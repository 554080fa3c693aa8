// Declarations in their order: names become known one after the other, and what they initialise runs when the block is entered.
import { notInSandbox } from "../errors/ora.ts"
import type { Declaration, Pragma, SubtypeDeclaration, TypeDeclaration, VariableDeclaration } from "../sql/ast/index.ts"
import { coerce } from "./coerce.ts"
import type { Frame } from "./code.ts"
import { failAt } from "./code.ts"
import type { CompileContext } from "./compile-context.ts"
import { collectErrors } from "./compile-context.ts"
import { compileCursorDeclaration } from "./cursor-declaration.ts"
import { compileExpression } from "./compile-expression.ts"
import { compileSubprogram, finishForwardDeclarations } from "./compile-subprogram.ts"
import { compileType } from "./compile-type.ts"
import { valueError } from "./convert.ts"
import { makeDefault } from "./default-value.ts"
import { isCompatible } from "./callable.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import { integerType } from "./types.ts"
import type { Eventual } from "./value.ts"
import { after, inOrder } from "./value.ts"

type Setup = (frame: Frame) => Eventual<unknown>

const compileVariable = (scope: Scope, declaration: VariableDeclaration): Setup => {
  const { name, isConstant, initial } = declaration
  const type = compileType(scope, declaration.type)
  const code = initial === null ? null : compileExpression(scope, initial)
  if (code !== null && !isCompatible(code.type, type))
    failAt(initial?.start ?? name.start, "PLS-00382: expression is of wrong type")
  const slot = scope.takeSlot()
  const isNotNull = declaration.isNotNull || (type.kind === "integer" && type.isNotNull)
  if (isNotNull && code === null)
    failAt(name.start, "PLS-00218: a variable declared NOT NULL must have an initialization assignment")
  scope.declare(name, {
    kind: "variable",
    name: name.value,
    routine: scope.routine,
    slot,
    type,
    isNotNull,
    isReadOnly: isConstant
  })
  return (frame) => {
    frame.at = declaration.start
    if (code === null)
      return after(makeDefault(frame, type), (value) => {
        frame.slots[slot] = value
      })
    return after(code.run(frame), (value) =>
      after(coerce(frame.machine.runtime, value, type), (fitted) => {
        if (fitted === null && isNotNull) throw valueError()
        frame.slots[slot] = fitted
      })
    )
  }
}

const numberOfPragma = (pragma: Pragma): number => {
  const code = pragma.arguments[1]
  const [sign, literal] = code?.kind === "unary" && code.operator === "-" ? [-1, code.operand] : [1, code]
  if (literal?.kind !== "number")
    return failAt(pragma.start, "PLS-00701: illegal ORACLE error number for PRAGMA EXCEPTION_INIT")
  return sign * Number(literal.text)
}

const applyPragma = (scope: Scope, pragma: Pragma): void => {
  if (pragma.name === "AUTONOMOUS_TRANSACTION") throw notInSandbox("PRAGMA AUTONOMOUS_TRANSACTION", pragma.start)
  if (pragma.name !== "EXCEPTION_INIT") return
  const [named] = pragma.arguments
  const name = named?.kind === "name" ? named.path[0] : undefined
  const symbol = name === undefined ? null : scope.own(name.value)
  if (name === undefined || symbol?.kind !== "exception")
    return failAt(
      name?.start ?? pragma.start,
      `PLS-00109: unknown exception name '${name?.value ?? ""}' in PRAGMA EXCEPTION_INIT`
    )
  const number = numberOfPragma(pragma)
  if (number > 0 && number !== 100)
    failAt(pragma.start, `PLS-00701: illegal ORACLE error number ${String(number)} for PRAGMA EXCEPTION_INIT`)
  symbol.id.code = number === 100 ? 1403 : -number
}

const typeOfDefinition = (scope: Scope, { name, definition }: TypeDeclaration): PlsqlType => {
  switch (definition.kind) {
    case "record":
      return {
        kind: "record",
        name: name.value,
        isOpen: false,
        fields: definition.fields.map((field) => ({
          name: field.name.value,
          type: compileType(scope, field.type),
          isNotNull: field.isNotNull,
          initial: field.initial === null ? null : compileExpression(scope, field.initial)
        }))
      }
    case "table":
      return {
        kind: "collection",
        name: name.value,
        style: definition.indexBy === null ? "table" : "index",
        element: compileType(scope, definition.element),
        isElementNotNull: definition.isElementNotNull,
        key: definition.indexBy === null ? integerType : compileType(scope, definition.indexBy),
        limit: null
      }
    case "varray":
      return {
        kind: "collection",
        name: name.value,
        style: "varray",
        element: compileType(scope, definition.element),
        isElementNotNull: definition.isElementNotNull,
        key: integerType,
        limit: definition.limit
      }
    case "ref-cursor":
      return { kind: "cursor" }
  }
}

const literalBound = (node: NonNullable<SubtypeDeclaration["range"]>["low"]): number => {
  const sign = node.kind === "unary" && node.operator === "-" ? -1 : 1
  const literal = node.kind === "unary" ? node.operand : node
  if (literal.kind !== "number") return failAt(node.start, "PLS-00491: numeric literal required")
  return sign * Number(literal.text)
}

const typeOfSubtype = (scope: Scope, declaration: SubtypeDeclaration): PlsqlType => {
  const base = compileType(scope, declaration.base)
  const { range, isNotNull } = declaration
  if (base.kind !== "integer") return base
  const bounds = range === null ? {} : { low: literalBound(range.low), high: literalBound(range.high) }
  return { ...base, ...bounds, isNotNull: isNotNull || base.isNotNull }
}

const compileOne = (
  context: CompileContext,
  scope: Scope,
  declaration: Declaration
): Promise<Setup | null> | Setup | null => {
  switch (declaration.kind) {
    case "variable":
      return compileVariable(scope, declaration)
    case "exception":
      scope.declare(declaration.name, { kind: "exception", id: { name: declaration.name.value, code: null } })
      return null
    case "pragma":
      applyPragma(scope, declaration)
      return null
    case "type":
      scope.declare(declaration.name, { kind: "type", type: typeOfDefinition(scope, declaration) })
      return null
    case "subtype":
      scope.declare(declaration.name, { kind: "type", type: typeOfSubtype(scope, declaration) })
      return null
    case "cursor-declaration":
      return compileCursorDeclaration(scope, declaration)
    case "subprogram":
      return compileSubprogram(context, scope, declaration)
  }
}

/** Compiles declarations; what comes out initialises them whenever the block is entered. */
export const compileDeclarations = async (
  context: CompileContext,
  scope: Scope,
  declarations: ReadonlyArray<Declaration>
): Promise<Setup> => {
  const setups: Setup[] = []
  for (const declaration of declarations) {
    const setup = await collectErrors(scope, { offset: declaration.start, text: "Item ignored" }, () =>
      compileOne(context, scope, declaration)
    )
    if (setup !== null) setups.push(setup)
  }
  finishForwardDeclarations(scope, declarations)
  return (frame) => inOrder(setups, (setup) => setup(frame))
}
