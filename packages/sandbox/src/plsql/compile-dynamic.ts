// EXECUTE IMMEDIATE and OPEN ... FOR text: the statement is known only when it runs. Arguments of USING go to the binds by position, in a block by name.
import { notInSandbox, ora } from "../errors/ora.ts"
import { DatabaseError, type OracleTypeName, type QueryCursor } from "../engine/engine.ts"
import type { ExecuteImmediate, OpenCursor, Statement, UsingArgument } from "../sql/ast/index.ts"
import { prepareStatement } from "../sql/prepare-statement.ts"
import type { Code, Frame, Step } from "./code.ts"
import { failAt } from "./code.ts"
import { compileCondition, compileExpression } from "./compile-expression.ts"
import { compileTarget } from "./compile-name.ts"
import { fetchAll, storeReturned } from "./compile-sql.ts"
import { toText } from "./convert.ts"
import type { IntoTargets } from "./into.ts"
import { compileInto, shapeOf, storeRow, storeRows } from "./into.ts"
import type { BindSlot } from "./machine.ts"
import type { Place } from "./place.ts"
import type { DmlOutcome } from "./runtime.ts"
import type { Scope } from "./scope.ts"
import { positionalScope } from "./sql-binder.ts"
import type { PlsqlType } from "./types.ts"
import { isScalar, sqlNameOf } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, inOrder, typeOfValue } from "./value.ts"

interface UsingPart {
  readonly mode: UsingArgument["mode"]
  readonly code: Code | null
  readonly place: Place | null
  readonly type: PlsqlType
}

interface Bound {
  readonly type: OracleTypeName
  readonly value: Value
}

const expressions = { expression: compileExpression, condition: compileCondition }

const compileUsing = (scope: Scope, using: ReadonlyArray<UsingArgument>): ReadonlyArray<UsingPart> =>
  using.map(({ mode, value }) => {
    const place = mode === "in" ? null : compileTarget(expressions, scope, value)
    const code = mode === "out" ? null : compileExpression(scope, value)
    const type = code?.type ?? place?.type
    if (type === undefined || (value.kind === "null" && mode === "in"))
      return failAt(value.start, "PLS-00457: expressions have to be of SQL types")
    if (!isScalar(type) && type.kind !== "cursor") failAt(value.start, "PLS-00457: expressions have to be of SQL types")
    return { mode, code, place, type }
  })

const readUsing = (frame: Frame, parts: ReadonlyArray<UsingPart>): Eventual<ReadonlyArray<Bound>> =>
  inOrder(parts, (part) =>
    after(part.code === null ? null : part.code.run(frame), (value): Bound => ({
      value,
      type: part.type.kind === "unknown" ? typeOfValue(value) : sqlNameOf(part.type)
    }))
  )

const readStatement = (frame: Frame, text: Code): Eventual<string> =>
  after(text.run(frame), (value) =>
    after(toText(frame.machine.runtime, value), (found) => {
      if (found === null) throw ora(6535)
      return found
    })
  )

/** ORA-01008 for too few arguments, ORA-01006 for too many. */
const checkCount = (expected: number, given: number): void => {
  if (given < expected) throw ora(1008)
  if (given > expected) throw ora(1006)
}

/** OPEN v FOR text USING ...: opens the query of the text. */
export const compileDynamicOpen = (
  scope: Scope,
  source: Extract<OpenCursor["source"], { kind: "dynamic" }>
): ((frame: Frame) => Promise<QueryCursor>) => {
  const code = compileExpression(scope, source.text)
  const using = compileUsing(scope, source.using)
  return async (frame) => {
    const text = await readStatement(frame, code)
    const values = await readUsing(frame, using)
    const statement = frame.machine.runtime.parse(text)
    if (statement.kind !== "query") throw ora(900, [], null)
    checkCount(prepareStatement(text).binds.length, values.length)
    return frame.machine.runtime.openCursor({ text, node: statement }, positionalScope(values))
  }
}

interface Plan {
  readonly into: IntoTargets | null
  readonly returning: IntoTargets | null
  readonly using: ReadonlyArray<UsingPart>
  readonly scope: Scope
}

const runQuery = async (
  frame: Frame,
  plan: Plan,
  text: string,
  node: Extract<Statement, { kind: "query" }>,
  values: ReadonlyArray<Bound>
): Promise<void> => {
  const { runtime, implicit } = frame.machine
  checkCount(prepareStatement(text).binds.length, values.length)
  const cursor = await runtime.openCursor({ text, node }, positionalScope(values))
  const shape = shapeOf(cursor)
  implicit.rowCount = 0
  if (plan.into === null) {
    cursor.close()
    return
  }
  if (plan.into.isBulk) {
    const rows = await fetchAll(cursor)
    await storeRows(frame, plan.into, shape, rows)
    implicit.rowCount = rows.length
    return
  }
  const rows = await cursor.fetch(2)
  cursor.close()
  const [first] = rows
  if (first === undefined) throw ora(1403)
  implicit.rowCount = 1
  if (rows.length > 1) throw ora(1422)
  await storeRow(frame, plan.into, shape, first)
}

/** OUT arguments at RETURNING places are filled like INTO targets. */
const storeOutUsing = async (frame: Frame, plan: Plan, outcome: DmlOutcome): Promise<void> => {
  const places = plan.using.flatMap(({ place, mode }) => (place !== null && mode === "out" ? [place] : []))
  if (plan.returning !== null) await storeReturned(frame, plan.returning, outcome)
  else if (places.length > 0) await storeReturned(frame, { isBulk: false, places }, outcome)
}

const runDml = async (
  frame: Frame,
  plan: Plan,
  text: string,
  node: Extract<Statement, { kind: "insert" | "update" | "delete" | "merge" }>,
  values: ReadonlyArray<Bound>
): Promise<void> => {
  const { runtime, implicit } = frame.machine
  const { binds, returning } = prepareStatement(text)
  const outs = plan.using.filter(({ mode }) => mode === "out").length
  checkCount(binds.length - returning.length, values.length - outs)
  const outcome = await runtime.runDml({ text, node }, positionalScope(values))
  implicit.rowCount = outcome.rowCount
  await storeOutUsing(frame, plan, outcome)
}

/** A block: one argument per distinct name, OUT values come back. */
const runBlock = async (
  frame: Frame,
  plan: Plan,
  text: string,
  node: Extract<Statement, { kind: "block" }>,
  values: ReadonlyArray<Bound>
): Promise<void> => {
  const names = prepareStatement(text).binds
  checkCount(names.length, values.length)
  const binds = names.map((name, at): BindSlot => ({
    name,
    type: plan.using[at]?.type ?? { kind: "unknown" },
    value: values[at]?.value ?? null
  }))
  await plan.scope.unit.runNested(frame.machine, text, node, binds)
  await inOrder(plan.using, (part, at) => part.place?.store(frame, binds[at]?.value ?? null) ?? null)
}

const runStatement = async (frame: Frame, plan: Plan, text: string, values: ReadonlyArray<Bound>): Promise<void> => {
  const { runtime, implicit } = frame.machine
  const statement = runtime.parse(text)
  switch (statement.kind) {
    case "query":
      return runQuery(frame, plan, text, statement, values)
    case "insert":
    case "update":
    case "delete":
    case "merge":
      return runDml(frame, plan, text, statement, values)
    case "block":
      return runBlock(frame, plan, text, statement, values)
    case "commit":
      return runtime.commit()
    case "rollback":
      return runtime.rollback(statement.savepoint?.value ?? null)
    case "savepoint":
      return runtime.savepoint(statement.name.value)
    case "call-procedure":
      throw notInSandbox("CALL in EXECUTE IMMEDIATE")
    default:
      if (values.length > 0) throw ora(1006)
      await runtime.runOther({ text, node: statement }, positionalScope([]))
      implicit.rowCount = 0
  }
}

/** An error of the text belongs to no place of the block. */
const withoutOffset = (thrown: unknown): unknown =>
  thrown instanceof DatabaseError && thrown.offset !== null ? new DatabaseError(thrown.code, thrown.message) : thrown

/** EXECUTE IMMEDIATE. */
export const compileExecuteImmediate = (scope: Scope, node: ExecuteImmediate): Step => {
  const code = compileExpression(scope, node.text)
  if (code.type.kind === "boolean" || code.type.kind === "record")
    failAt(node.text.start, "PLS-00382: expression is of wrong type")
  const plan: Plan = {
    into: node.into === null ? null : compileInto(scope, node.into),
    returning: node.returningInto === null ? null : compileInto(scope, node.returningInto),
    using: compileUsing(scope, node.using),
    scope
  }
  return async (frame) => {
    frame.at = node.start
    const text = await readStatement(frame, code)
    const values = await readUsing(frame, plan.using)
    try {
      await runStatement(frame, plan, text, values)
    } catch (thrown) {
      throw withoutOffset(thrown)
    }
    return null
  }
}
