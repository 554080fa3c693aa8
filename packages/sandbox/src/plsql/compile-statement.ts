// Statements: which part of the compiler each goes to. A statement with errors is noted and left out, so that all errors come at once.
import type { CallStatement, PlsqlStatement, RaiseStatement, ReturnStatement } from "../sql/ast/index.ts"
import { ora } from "../errors/ora.ts"
import { coerce } from "./coerce.ts"
import { isCompatible, runCall } from "./callable.ts"
import type { Frame, Step } from "./code.ts"
import { failAt } from "./code.ts"
import { compileArguments, linkCall } from "./compile-call.ts"
import { compileCaseStatement, compileIf } from "./compile-branches.ts"
import type { CompileContext, StatementPlace } from "./compile-context.ts"
import { collectErrors } from "./compile-context.ts"
import { compileClose, compileFetch, compileOpen } from "./compile-cursor.ts"
import { compileExecuteImmediate } from "./compile-dynamic.ts"
import { compileCondition, compileExpression } from "./compile-expression.ts"
import { compileForAll } from "./compile-forall.ts"
import { compileExit, compileLoop } from "./compile-loop.ts"
import { compileMethodStatement } from "./compile-method.ts"
import { compilePlaceOf, compileTarget } from "./compile-name.ts"
import { compileDml, compileSelect, controlStep } from "./compile-sql.ts"
import { chooseOverload } from "./callable.ts"
import { raised } from "./exception.ts"
import { findMeaning, pathText, undeclared } from "./names.ts"
import { SqlBinder } from "./sql-binder.ts"
import type { Scope } from "./scope.ts"
import type { Eventual } from "./value.ts"
import { after } from "./value.ts"

const expressions = { expression: compileExpression, condition: compileCondition }

const compileAssignment = (scope: Scope, node: Extract<PlsqlStatement, { kind: "assignment" }>): Step => {
  const target = compileTarget(expressions, scope, node.target)
  const code = compileExpression(scope, node.value)
  if (!isCompatible(code.type, target.type)) failAt(node.value.start, "PLS-00382: expression is of wrong type")
  return (frame) => {
    frame.at = node.start
    const value = code.run(frame)
    if (value instanceof Promise) return value.then((found) => after(target.store(frame, found), () => null))
    const stored = target.store(frame, value)
    return stored instanceof Promise ? stored.then(() => null) : null
  }
}

const compileMethodCall = (scope: Scope, node: CallStatement): Step | null => {
  const { call } = node
  if (call.kind === "name" || call.kind === "call") {
    const meaning = findMeaning(scope, call.path)
    if (meaning?.kind !== "method") return null
    const given = call.kind === "call" ? call.arguments : []
    const codes = given.map(({ value }) => compileExpression(scope, value))
    const run = compileMethodStatement(meaning.collection, meaning.name, codes, call)
    return stepOf(node.start, run)
  }
  const field = call.kind === "element" ? call.object : call
  if (field.kind !== "field") return null
  const object = compilePlaceOf(expressions, scope, field.object)
  if ("run" in object || object.type.kind !== "collection") return null
  const codes = call.kind === "element" ? call.arguments.map(({ value }) => compileExpression(scope, value)) : []
  return stepOf(node.start, compileMethodStatement(object, field.name.value, codes, call))
}

const stepOf =
  (offset: number, run: (frame: Frame) => Eventual<unknown>): Step =>
  (frame) => {
    frame.at = offset
    return after(run(frame), () => null)
  }

const compileCallStatement = (scope: Scope, node: CallStatement): Step => {
  const method = compileMethodCall(scope, node)
  if (method !== null) return method
  const { call } = node
  if (call.kind !== "name" && call.kind !== "call")
    return failAt(call.start, "PLS-00221: this is not a procedure or is undefined")
  const name = pathText(call.path)
  const meaning = findMeaning(scope, call.path) ?? undeclared(call.path)
  const list = meaning.kind === "callables" ? meaning.list.filter(({ returns }) => returns === null) : []
  if (list.length === 0)
    return failAt(call.start, `PLS-00221: '${call.path.at(-1)?.value ?? name}' is not a procedure or is undefined`)
  const linked =
    call.kind === "call"
      ? linkCall(expressions, scope, list, call)
      : chooseOverload(list, compileArguments(expressions, scope, []))
  if (linked === null)
    return failAt(
      call.start,
      `PLS-00306: wrong number or types of arguments in call to '${call.path.at(-1)?.value ?? ""}'`
    )
  return (frame) => {
    frame.at = node.start
    const done = runCall(frame, linked)
    return done instanceof Promise ? done.then(() => null) : null
  }
}

const ignored = "Statement ignored"

const compileReturn = (scope: Scope, node: ReturnStatement): Step => {
  const { returns, isFunction } = scope.routine
  if (node.value !== null && !isFunction)
    return failAt(node.start, "PLS-00372: In a procedure, RETURN statement cannot contain an expression")
  if (node.value === null) {
    if (isFunction)
      return failAt(node.start, "PLS-00503: RETURN <value> statement required for this return from function")
    return () => ({ kind: "return", value: null })
  }
  const code = compileExpression(scope, node.value)
  const type = returns ?? code.type
  if (!isCompatible(code.type, type)) failAt(node.value.start, "PLS-00382: expression is of wrong type")
  return (frame) => {
    frame.at = node.start
    return after(code.run(frame), (value) =>
      after(coerce(frame.machine.runtime, value, type), (fitted) => ({ kind: "return", value: fitted }))
    )
  }
}

const compileRaise = (place: StatementPlace, node: RaiseStatement): Step => {
  if (node.exception === null) {
    if (!place.isInHandler)
      return failAt(
        node.start,
        "PLS-00367: a RAISE statement with no exception name must be inside an exception handler"
      )
    return (frame) => {
      frame.at = node.start
      const { current } = frame.machine
      if (current === null) throw ora(6510)
      throw current.again(frame)
    }
  }
  const meaning = findMeaning(place.scope, node.exception) ?? undeclared(node.exception)
  if (meaning.kind !== "exception")
    return failAt(node.exception[0]?.start ?? node.start, "PLS-00484: redundant exceptions or a wrong name in RAISE")
  return (frame) => {
    frame.at = node.start
    throw raised(meaning.id, place.isInHandler ? frame.machine.current : null)
  }
}

const compileOther = async (
  scope: Scope,
  node: Extract<PlsqlStatement, { kind: "lock-table" | "set-transaction" }>
): Promise<Step> => {
  const binder = new SqlBinder(scope)
  const { text } = scope.unit
  return controlStep(node.start, (frame) => frame.machine.runtime.runOther({ text, node }, binder.at(frame)))
}

const compileKind = (context: CompileContext, place: StatementPlace, node: PlsqlStatement): Promise<Step> | Step => {
  const { scope } = place
  switch (node.kind) {
    case "assignment":
      return compileAssignment(scope, node)
    case "call-statement":
      return compileCallStatement(scope, node)
    case "null-statement":
      return stepOf(node.start, () => null)
    case "if":
      return compileIf(context, place, node)
    case "case-statement":
      return compileCaseStatement(context, place, node)
    case "loop":
      return compileLoop(context, place, node)
    case "exit":
    case "continue":
      return compileExit(place, node)
    case "return":
      return compileReturn(scope, node)
    case "raise":
      return compileRaise(place, node)
    case "block":
      return context.block(place, node)
    default:
      return compileSqlKind(scope, node)
  }
}

type SqlKind = Exclude<
  PlsqlStatement,
  {
    kind:
      | "assignment"
      | "call-statement"
      | "null-statement"
      | "if"
      | "case-statement"
      | "loop"
      | "exit"
      | "continue"
      | "return"
      | "raise"
      | "block"
  }
>

const compileSqlKind = (scope: Scope, node: SqlKind): Promise<Step> | Step => {
  switch (node.kind) {
    case "execute-immediate":
      return compileExecuteImmediate(scope, node)
    case "open":
      return compileOpen(scope, node)
    case "fetch":
      return compileFetch(scope, node)
    case "close":
      return compileClose(scope, node)
    case "forall":
      return compileForAll(scope, node)
    case "query":
      return compileSelect(scope, node)
    case "insert":
    case "update":
    case "delete":
    case "merge":
      return compileDml(scope, node)
    case "commit":
      return controlStep(node.start, (frame) => frame.machine.runtime.commit())
    case "rollback":
      return controlStep(node.start, (frame) => frame.machine.runtime.rollback(node.savepoint?.value ?? null))
    case "savepoint":
      return controlStep(node.start, (frame) => frame.machine.runtime.savepoint(node.name.value))
    case "lock-table":
    case "set-transaction":
      return compileOther(scope, node)
  }
}

const sqlKinds: ReadonlySet<PlsqlStatement["kind"]> = new Set([
  "query",
  "insert",
  "update",
  "delete",
  "merge",
  "forall",
  "lock-table"
])

/** A statement; null when it has errors, which are noted. */
export const compileStatement = (
  context: CompileContext,
  place: StatementPlace,
  node: PlsqlStatement
): Promise<Step | null> =>
  collectErrors(
    place.scope,
    { offset: node.start, text: sqlKinds.has(node.kind) ? "SQL Statement ignored" : ignored },
    () => compileKind(context, place, node)
  )
