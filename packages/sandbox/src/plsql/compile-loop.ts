// Loops: basic, WHILE, FOR over a range and over a query. EXIT and CONTINUE find their loop by label or the innermost.
import type { ExitStatement, Loop } from "../sql/ast/index.ts"
import { valueError, toNumber } from "./convert.ts"
import type { Code, Frame, Jump, Step } from "./code.ts"
import { failAt } from "./code.ts"
import type { CompileContext, LoopTarget, StatementPlace } from "./compile-context.ts"
import { compileCondition, compileExpression } from "./compile-expression.ts"
import { compileCursorLoop } from "./compile-cursor-loop.ts"
import { roundNum } from "./number.ts"
import { runLoop } from "./run-loop.ts"
import { integerType } from "./types.ts"
import type { Eventual } from "./value.ts"
import { after } from "./value.ts"

const compileWhile =
  (node: Loop, loop: LoopTarget, condition: Code, body: Step): Step =>
  (frame) =>
    runLoop(frame, loop, body, () => {
      frame.at = node.start
      return after(condition.run(frame), (value) => value === true)
    })

const boundOf = (frame: Frame, code: Code): Eventual<number> =>
  after(code.run(frame), (value) =>
    after(toNumber(frame.machine.runtime, value), (number) => {
      const whole = number === null ? null : roundNum(number, 0)
      if (typeof whole !== "number" || Math.abs(whole) > integerType.high + 1) throw valueError()
      return whole
    })
  )

const compileRange = async (
  context: CompileContext,
  place: StatementPlace,
  node: Loop,
  control: Extract<Loop["control"], { kind: "range" }>,
  loop: LoopTarget
): Promise<Step> => {
  const low = compileExpression(place.scope, control.low)
  const high = compileExpression(place.scope, control.high)
  const scope = place.scope.inner(loop.labels)
  const slot = scope.takeSlot()
  scope.declare(control.variable, {
    kind: "variable",
    name: control.variable.value,
    routine: scope.routine,
    slot,
    type: integerType,
    isNotNull: false,
    isReadOnly: true
  })
  const body = await context.statements({ ...place, scope, loops: [...place.loops, loop] }, node.statements)
  const step = control.isReverse ? -1 : 1
  return (frame) => {
    frame.at = node.start
    return after(boundOf(frame, low), (least) =>
      after(boundOf(frame, high), (most) => {
        let next = control.isReverse ? most : least
        return runLoop(frame, loop, body, () => {
          if (next < least || next > most) return false
          frame.slots[slot] = next
          next += step
          return true
        })
      })
    )
  }
}

/** Any loop. */
export const compileLoop = async (context: CompileContext, place: StatementPlace, node: Loop): Promise<Step> => {
  const loop: LoopTarget = { labels: node.labels.map(({ value }) => value) }
  const { control } = node
  if (control.kind === "range") return compileRange(context, place, node, control, loop)
  if (control.kind === "query" || control.kind === "cursor")
    return compileCursorLoop(context, place, node, control, loop)
  const condition = control.kind === "while" ? compileCondition(place.scope, control.condition) : null
  const scope = place.scope.inner(loop.labels)
  const body = await context.statements({ ...place, scope, loops: [...place.loops, loop] }, node.statements)
  if (condition !== null) return compileWhile(node, loop, condition, body)
  return (frame) => runLoop(frame, loop, body, () => true)
}

const findLoop = (place: StatementPlace, node: ExitStatement): LoopTarget => {
  if (node.label === null) {
    const innermost = place.loops.at(-1)
    return innermost ?? failAt(node.start, `PLS-00376: illegal EXIT/CONTINUE statement; it must appear inside a loop`)
  }
  const { value, start } = node.label
  const found = place.loops.findLast(({ labels }) => labels.includes(value))
  return found ?? failAt(start, `PLS-00201: identifier '${value}' must be declared`)
}

/** EXIT and CONTINUE. */
export const compileExit = (place: StatementPlace, node: ExitStatement): Step => {
  const loop = findLoop(place, node)
  const jump: Jump = { kind: node.kind, loop }
  if (node.when === null) return () => jump
  const condition = compileCondition(place.scope, node.when)
  return (frame) => {
    frame.at = node.start
    const value = condition.run(frame)
    if (value instanceof Promise) return value.then((found) => (found === true ? jump : null))
    return value === true ? jump : null
  }
}
