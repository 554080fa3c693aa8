// FORALL: one DML statement for every index. With SAVE EXCEPTIONS all are tried and ORA-24381 is raised at the end.
import { ora } from "../errors/ora.ts"
import type { ForAll } from "../sql/ast/index.ts"
import type { Frame, Step } from "./code.ts"
import { failAt } from "./code.ts"
import { compileCondition, compileExpression } from "./compile-expression.ts"
import { findTarget } from "./compile-name.ts"
import { compileDmlPart } from "./compile-sql.ts"
import { compileExecuteImmediate } from "./compile-dynamic.ts"
import { CollectionValue } from "./collection.ts"
import { toNumber } from "./convert.ts"
import { storeRows } from "./into.ts"
import { toDouble } from "./number.ts"
import type { Scope } from "./scope.ts"
import type { DmlOutcome } from "./runtime.ts"
import { asException } from "./exception.ts"
import { integerType } from "./types.ts"
import type { Value } from "./value.ts"

const expressions = { expression: compileExpression, condition: compileCondition }

type Indices = (frame: Frame) => Promise<ReadonlyArray<number>>

const compileIndices = (scope: Scope, { bounds }: ForAll): Indices => {
  if (bounds.kind === "range") {
    const codes = [compileExpression(scope, bounds.low), compileExpression(scope, bounds.high)] as const
    return async (frame) => {
      const { runtime } = frame.machine
      const [low, high] = [
        await toNumber(runtime, await codes[0].run(frame)),
        await toNumber(runtime, await codes[1].run(frame))
      ]
      if (low === null || high === null) throw ora(6502, [""])
      const first = toDouble(low)
      return Array.from({ length: Math.max(0, toDouble(high) - first + 1) }, (_, at) => first + at)
    }
  }
  const place = findTarget(expressions, scope, bounds.collection)
  if (place === null || place.type.kind !== "collection")
    return failAt(bounds.collection.start, "PLS-00382: expression is of wrong type")
  return async (frame) => {
    const value = await place.load(frame)
    if (!(value instanceof CollectionValue)) throw ora(6531)
    const chosen: ReadonlyArray<Value> = bounds.kind === "indices-of" ? value.keys() : value.values()
    return chosen.map(Number)
  }
}

interface Run {
  readonly one: (frame: Frame) => Promise<DmlOutcome | null>
  readonly finish: (frame: Frame, outcomes: ReadonlyArray<DmlOutcome>) => Promise<void>
}

const compileRun = async (scope: Scope, { statement }: ForAll): Promise<Run> => {
  if (statement.kind === "execute-immediate") {
    const step = compileExecuteImmediate(scope, statement)
    return {
      one: async (frame) => {
        await step(frame)
        return null
      },
      finish: async () => undefined
    }
  }
  const { run, into } = await compileDmlPart(scope, statement)
  const finish = async (frame: Frame, outcomes: ReadonlyArray<DmlOutcome>): Promise<void> => {
    if (into === null) return
    const types = outcomes[0]?.returnedTypes ?? []
    await storeRows(
      frame,
      into,
      { names: types.map(() => ""), types },
      outcomes.flatMap(({ returned }) => returned)
    )
  }
  return { one: run, finish }
}

/** FORALL. An iteration that fails stops it unless SAVE EXCEPTIONS was written; what ran before stays. */
export const compileForAll = async (scope: Scope, node: ForAll): Promise<Step> => {
  const indices = compileIndices(scope, node)
  const inside = scope.inner()
  const slot = inside.takeSlot()
  inside.declare(node.variable, {
    kind: "variable",
    name: node.variable.value,
    routine: scope.routine,
    slot,
    type: integerType,
    isNotNull: false,
    isReadOnly: true
  })
  const { one, finish } = await compileRun(inside, node)
  return (frame) => runAll(frame, { node, indices, slot, one, finish })
}

interface ForAllPlan extends Run {
  readonly node: ForAll
  readonly indices: Indices
  readonly slot: number
}

const runAll = async (frame: Frame, { node, indices, slot, one, finish }: ForAllPlan): Promise<null> => {
  frame.at = node.start
  const { implicit } = frame.machine
  const outcomes: DmlOutcome[] = []
  const failures: { readonly index: number; readonly code: number }[] = []
  const counts: number[] = []
  for (const [at, index] of (await indices(frame)).entries()) {
    frame.slots[slot] = index
    try {
      const outcome = await one(frame)
      if (outcome !== null) outcomes.push(outcome)
      counts.push(outcome?.rowCount ?? implicit.rowCount ?? 0)
    } catch (thrown) {
      const exception = node.isSaveExceptions ? asException(thrown) : null
      if (exception === null) throw thrown
      failures.push({ index: at + 1, code: exception.code })
      counts.push(0)
    }
  }
  implicit.bulkRowCounts = counts
  implicit.bulkExceptions = failures
  implicit.rowCount = counts.reduce((sum, count) => sum + count, 0)
  await finish(frame, outcomes)
  if (failures.length > 0) throw ora(24381)
  return null
}
