// OPEN, FETCH, CLOSE, and FOR loops over the rows of a query or a declared cursor.
import { ora } from "../errors/ora.ts"
import type { QueryCursor, SqlRow } from "../engine/engine.ts"
import type { Argument, CloseCursor, Expression, FetchCursor, OpenCursor } from "../sql/ast/index.ts"
import type { Callable } from "./callable.ts"
import { chooseOverload, runCall } from "./callable.ts"
import type { Code, Frame, Step } from "./code.ts"
import { failAt, frameAt } from "./code.ts"
import { compileArguments } from "./compile-call.ts"
import { compileCursorState } from "./compile-attribute.ts"
import { compileDynamicOpen } from "./compile-dynamic.ts"
import { compileCondition, compileExpression } from "./compile-expression.ts"
import { compileTarget } from "./compile-name.ts"
import { toNumber } from "./convert.ts"
import type { CursorPlan } from "./cursor-plan.ts"
import { compileInto, shapeOf, storeRow, storeRows } from "./into.ts"
import { findMeaning, undeclared } from "./names.ts"
import { SqlBinder } from "./sql-binder.ts"
import type { Scope } from "./scope.ts"
import type { CursorState, Eventual } from "./value.ts"
import { after, CursorHandle } from "./value.ts"

const expressions = { expression: compileExpression, condition: compileCondition }

/** The declared cursor that a name means; null for something else. */
export const planOf = (scope: Scope, node: Expression): CursorPlan | null => {
  if (node.kind !== "name" && node.kind !== "call") return null
  const meaning = findMeaning(scope, node.path) ?? undeclared(node.path)
  return meaning.kind === "cursor" ? meaning.plan : null
}

/** Opening a declared cursor is a call whose parameters are its slots. */
export const compileOpenDeclared = (
  scope: Scope,
  plan: CursorPlan,
  node: Expression
): ((frame: Frame) => Eventual<QueryCursor>) => {
  const given: ReadonlyArray<Argument> = node.kind === "call" ? node.arguments : []
  const hops = scope.hopsTo(plan.routine)
  let opened: QueryCursor | null = null
  const callable: Callable = {
    name: plan.name,
    parameters: plan.parameters,
    returns: null,
    invoke: (frame, values) => {
      const home = frameAt(frame, hops)
      for (const [at, parameter] of plan.parameters.entries()) home.slots[parameter.slot] = values[at] ?? null
      if (plan.open === null) throw ora(1001)
      return plan.open(home).then((cursor) => {
        opened = cursor
        return null
      })
    }
  }
  const linked = chooseOverload([callable], compileArguments(expressions, scope, given))
  if (linked === null)
    return failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${plan.name}'`)
  return (frame) =>
    after(runCall(frame, linked), () => {
      if (opened === null) throw ora(1001)
      return opened
    })
}

/** A cursor has been opened. */
export const beginCursor = (state: CursorState, cursor: QueryCursor): void => {
  state.cursor = cursor
  state.rowCount = 0
  state.isFound = null
}

/** OPEN c, OPEN c(...), OPEN v FOR query, OPEN v FOR text. ORA-06511 for a declared cursor that is open. */
export const compileOpen = async (scope: Scope, node: OpenCursor): Promise<Step> => {
  const { source } = node
  if (source.kind === "declared") {
    const plan = planOf(scope, node.cursor)
    if (plan === null) return failAt(node.cursor.start, "PLS-00382: expression is of wrong type")
    const find = compileCursorState(scope, node.cursor)
    const open = compileOpenDeclared(scope, plan, node.cursor)
    return (frame) => {
      frame.at = node.start
      return after(find(frame), (state) => {
        if (state.cursor !== null) throw ora(6511)
        return after(open(frame), (cursor) => {
          beginCursor(state, cursor)
          return null
        })
      })
    }
  }
  const target = compileTarget(expressions, scope, node.cursor)
  if (target.type.kind !== "cursor" && target.type.kind !== "unknown")
    failAt(node.cursor.start, "PLS-00382: expression is of wrong type")
  const open = source.kind === "query" ? await compileOpenQuery(scope, source.query) : compileDynamicOpen(scope, source)
  return (frame) => {
    frame.at = node.start
    return after(open(frame), (cursor) =>
      after(target.load(frame), (old) => {
        if (old instanceof CursorHandle) {
          beginCursor(old.state, cursor)
          return null
        }
        return after(target.store(frame, new CursorHandle(cursor)), () => null)
      })
    )
  }
}

const compileOpenQuery = async (scope: Scope, query: Extract<OpenCursor["source"], { kind: "query" }>["query"]) => {
  const { text, runtime } = scope.unit
  const binder = new SqlBinder(scope)
  await runtime.describe({ text, node: query }, binder.forCheck)
  return (frame: Frame): Eventual<QueryCursor> =>
    frame.machine.runtime.openCursor({ text, node: query }, binder.at(frame))
}

const limitOf = (frame: Frame, limit: Code | null): Eventual<number | null> =>
  limit === null
    ? null
    : after(limit.run(frame), (value) =>
        after(toNumber(frame.machine.runtime, value), (number) => {
          if (typeof number !== "number" || number < 1) throw ora(6502, [""])
          return Math.trunc(number)
        })
      )

const batch = 500

const fetchUpTo = async (cursor: QueryCursor, limit: number | null): Promise<ReadonlyArray<SqlRow>> => {
  if (limit !== null) return cursor.fetch(limit)
  const rows: SqlRow[] = []
  for (;;) {
    const next = await cursor.fetch(batch)
    rows.push(...next)
    if (next.length < batch) return rows
  }
}

/** FETCH. Past the end nothing is assigned and %NOTFOUND becomes true. ORA-01001 when the cursor is not open. */
export const compileFetch = (scope: Scope, node: FetchCursor): Step => {
  const find = compileCursorState(scope, node.cursor)
  const into = compileInto(scope, node.into)
  const limit = node.limit === null ? null : compileExpression(scope, node.limit)
  return async (frame) => {
    frame.at = node.start
    const state = await find(frame)
    const { cursor } = state
    if (cursor === null) throw ora(1001)
    const count = into.isBulk ? await limitOf(frame, limit) : 1
    const rows = await fetchUpTo(cursor, count)
    state.rowCount += rows.length
    state.isFound = into.isBulk ? (count === null ? rows.length > 0 : rows.length === count) : rows.length > 0
    const [first] = rows
    if (into.isBulk) await storeRows(frame, into, shapeOf(cursor), rows)
    else if (first !== undefined) await storeRow(frame, into, shapeOf(cursor), first)
    return null
  }
}

/** CLOSE. ORA-01001 when it is not open. */
export const compileClose = (scope: Scope, node: CloseCursor): Step => {
  const find = compileCursorState(scope, node.cursor)
  return (frame) => {
    frame.at = node.start
    return after(find(frame), (state) => {
      if (state.cursor === null) throw ora(1001)
      state.cursor.close()
      state.cursor = null
      return null
    })
  }
}
