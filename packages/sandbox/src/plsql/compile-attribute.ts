// Attributes of cursors: SQL%ROWCOUNT, c%FOUND, SQL%BULK_EXCEPTIONS.
import { ora } from "../errors/ora.ts"
import type { CursorAttribute, Expression } from "../sql/ast/index.ts"
import type { Code, Frame } from "./code.ts"
import { failAt, frameAt, makeCode } from "./code.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { findMeaning, pathText, undeclared } from "./names.ts"
import { bindPlace } from "./place.ts"
import type { Scope } from "./scope.ts"
import { booleanType, integerType, numberType } from "./types.ts"
import type { CursorState, Eventual, Value } from "./value.ts"
import { after, CursorHandle } from "./value.ts"

/** The state behind a declared cursor or a cursor variable. */
export const compileCursorState = (scope: Scope, node: Expression): ((frame: Frame) => Eventual<CursorState>) => {
  const stateOf = (value: Value): CursorState => {
    if (value instanceof CursorHandle) return value.state
    throw ora(1001)
  }
  if (node.kind === "bind") {
    const place = bindPlace(node.index, scope.unit.binds[node.index]?.type ?? numberType)
    return (frame) => after(place.load(frame), stateOf)
  }
  if (node.kind !== "name" && node.kind !== "call") return failAt(node.start, "PLS-00382: expression is of wrong type")
  const meaning = findMeaning(scope, node.path) ?? undeclared(node.path)
  if (meaning.kind === "cursor") {
    const hops = scope.hopsTo(meaning.plan.routine)
    return (frame) => stateOf(frameAt(frame, hops).slots[meaning.plan.slot] ?? null)
  }
  if (meaning.kind === "place" && (meaning.place.type.kind === "cursor" || meaning.place.type.kind === "unknown"))
    return (frame) => after(meaning.place.load(frame), stateOf)
  return failAt(node.start, `PLS-00456: item '${pathText(node.path)}' is not a cursor`)
}

const compileImplicit = (context: ExpressionContext, scope: Scope, node: CursorAttribute): Code => {
  const index = node.index === null ? null : context.expression(scope, node.index)
  switch (node.attribute) {
    case "ISOPEN":
      return makeCode(booleanType, () => false)
    case "ROWCOUNT":
      return makeCode(integerType, (frame) => frame.machine.implicit.rowCount)
    case "FOUND":
    case "NOTFOUND":
      return makeCode(booleanType, (frame) => {
        const { rowCount } = frame.machine.implicit
        return rowCount === null ? null : rowCount > 0 === (node.attribute === "FOUND")
      })
    case "BULK_ROWCOUNT":
      return makeCode(integerType, (frame) =>
        after(
          index === null ? null : index.run(frame),
          (at) => frame.machine.implicit.bulkRowCounts[Number(at) - 1] ?? 0
        )
      )
    case "BULK_EXCEPTIONS":
      return failAt(node.start, "PLS-00382: expression is of wrong type")
  }
}

/** `SQL%x` and `c%x`. A cursor that is not open is ORA-01001, but for %ISOPEN. */
export const compileAttribute = (context: ExpressionContext, scope: Scope, node: CursorAttribute): Code => {
  if (node.cursor.kind === "name" && node.cursor.path.length === 1 && node.cursor.path[0].value === "SQL")
    return compileImplicit(context, scope, node)
  const find = compileCursorState(scope, node.cursor)
  const type = node.attribute === "ROWCOUNT" ? integerType : booleanType
  return makeCode(type, (frame) =>
    after(find(frame), (state): Value => {
      if (node.attribute === "ISOPEN") return state.cursor !== null
      if (state.cursor === null) throw ora(1001)
      if (node.attribute === "ROWCOUNT") return state.rowCount
      return state.isFound === null ? null : state.isFound === (node.attribute === "FOUND")
    })
  )
}

/** `SQL%BULK_EXCEPTIONS.COUNT`, `SQL%BULK_EXCEPTIONS(i).ERROR_INDEX` and `.ERROR_CODE`. */
export const compileAttributeField = (
  context: ExpressionContext,
  scope: Scope,
  node: Extract<Expression, { kind: "field" }>
): Code => {
  const attribute = node.object as CursorAttribute
  const name = node.name.value
  if (attribute.attribute !== "BULK_EXCEPTIONS")
    return failAt(node.name.start, `PLS-00302: component '${name}' must be declared`)
  if (attribute.index === null && name === "COUNT")
    return makeCode(integerType, (frame) => frame.machine.implicit.bulkExceptions.length)
  if (attribute.index === null || (name !== "ERROR_INDEX" && name !== "ERROR_CODE"))
    return failAt(node.name.start, `PLS-00302: component '${name}' must be declared`)
  const index = context.expression(scope, attribute.index)
  return makeCode(integerType, (frame) =>
    after(index.run(frame), (at) => {
      const found = frame.machine.implicit.bulkExceptions[Number(at) - 1]
      if (found === undefined) throw ora(1403)
      return name === "ERROR_INDEX" ? found.index : found.code
    })
  )
}
