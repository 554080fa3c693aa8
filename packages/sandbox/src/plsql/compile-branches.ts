// IF and CASE statements.
import { ora } from "../errors/ora.ts"
import type { CaseStatement, IfStatement } from "../sql/ast/index.ts"
import type { Code, Frame, Step } from "./code.ts"
import type { CompileContext, StatementPlace } from "./compile-context.ts"
import { collectNow } from "./compile-context.ts"
import { compileCondition, compileExpression } from "./compile-expression.ts"
import { compareValues } from "./operations.ts"
import type { Eventual, Value } from "./value.ts"
import { after } from "./value.ts"

/** IF: a branch with a faulty condition is left out, its statements are still compiled. */
export const compileIf = async (context: CompileContext, place: StatementPlace, node: IfStatement): Promise<Step> => {
  const branches: { readonly when: Code; readonly at: number; readonly step: Step }[] = []
  for (const branch of node.branches) {
    const when = collectNow(place.scope, branch.start, "Statement ignored", () =>
      compileCondition(place.scope, branch.when)
    )
    const step = await context.statements(place, branch.statements)
    if (when !== null) branches.push({ when, at: branch.start, step })
  }
  const otherwise = node.otherwise.length === 0 ? null : await context.statements(place, node.otherwise)
  const from = (frame: Frame, at: number): ReturnType<Step> => {
    const branch = branches[at]
    if (branch === undefined) return otherwise === null ? null : otherwise(frame)
    frame.at = branch.at
    const value = branch.when.run(frame)
    if (value instanceof Promise)
      return value.then((found) => (found === true ? branch.step(frame) : from(frame, at + 1)))
    return value === true ? branch.step(frame) : from(frame, at + 1)
  }
  return (frame) => from(frame, 0)
}

/** CASE as a statement: ORA-06592 without a match and without ELSE. */
export const compileCaseStatement = async (
  context: CompileContext,
  place: StatementPlace,
  node: CaseStatement
): Promise<Step> => {
  const { scope } = place
  const selector = node.selector === null ? null : compileExpression(scope, node.selector)
  const branches: { readonly when: Code; readonly step: Step }[] = []
  for (const branch of node.branches)
    branches.push({
      when: selector === null ? compileCondition(scope, branch.when) : compileExpression(scope, branch.when),
      step: await context.statements(place, branch.statements)
    })
  const otherwise = node.otherwise === null ? null : await context.statements(place, node.otherwise)
  const isChosen = (frame: Frame, when: Code, value: Value): Eventual<boolean> =>
    after(when.run(frame), (found) =>
      selector === null
        ? found === true
        : after(compareValues(frame.machine.runtime, value, found), (order) => order === 0)
    )
  const from = (frame: Frame, value: Value, at: number): ReturnType<Step> => {
    const branch = branches[at]
    if (branch !== undefined)
      return after(isChosen(frame, branch.when, value), (chosen) =>
        chosen ? branch.step(frame) : from(frame, value, at + 1)
      )
    if (otherwise === null) throw ora(6592)
    return otherwise(frame)
  }
  return (frame) => {
    frame.at = node.start
    return selector === null ? from(frame, null, 0) : after(selector.run(frame), (value) => from(frame, value, 0))
  }
}
