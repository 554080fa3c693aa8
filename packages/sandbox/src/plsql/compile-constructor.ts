// Constructors: a nested table or varray of its elements, a record of its fields (release 18).
import type { FunctionCall } from "../sql/ast/index.ts"
import { coerce } from "./coerce.ts"
import type { Code } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import { CollectionValue } from "./collection.ts"
import { makeDefault } from "./default-value.ts"
import type { ExpressionContext } from "./expression-context.ts"
import { RecordValue } from "./record.ts"
import type { Scope } from "./scope.ts"
import type { CollectionType, PlsqlType, RecordType } from "./types.ts"
import { after, inOrder } from "./value.ts"

const compileCollection = (
  context: ExpressionContext,
  scope: Scope,
  type: CollectionType,
  node: FunctionCall
): Code => {
  if (type.style === "index" && node.arguments.length > 0)
    return failAt(node.start, `PLS-00222: no function with name '${type.name}' exists in this scope`)
  const codes = node.arguments.map(({ value }) => context.expression(scope, value))
  return makeCode(type, (frame) =>
    after(
      inOrder(codes, (code) => after(code.run(frame), (value) => coerce(frame.machine.runtime, value, type.element))),
      (values) => CollectionValue.of(type.style, values, type.limit)
    )
  )
}

const compileRecord = (context: ExpressionContext, scope: Scope, type: RecordType, node: FunctionCall): Code => {
  const codes = type.fields.map((field, at) => {
    const named = node.arguments.find(({ name }) => name?.value === field.name)
    const argument = named ?? node.arguments.filter(({ name }) => name === null)[at]
    return argument === undefined ? null : context.expression(scope, argument.value)
  })
  if (codes.filter((code) => code !== null).length !== node.arguments.length)
    return failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${type.name}'`)
  return makeCode(type, (frame) =>
    after(
      inOrder(type.fields, (field, at) => {
        const code = codes[at] ?? null
        if (code === null) return makeDefault(frame, field.type)
        return after(code.run(frame), (value) => coerce(frame.machine.runtime, value, field.type))
      }),
      (fields) =>
        new RecordValue(
          type.fields.map(({ name }) => name),
          [...fields]
        )
    )
  )
}

/** `t(a, b)` where t is a type. PLS-00222 for a type that has no constructor. */
export const compileConstructor = (
  context: ExpressionContext,
  scope: Scope,
  type: PlsqlType,
  node: FunctionCall
): Code => {
  if (type.kind === "collection") return compileCollection(context, scope, type, node)
  if (type.kind === "record") return compileRecord(context, scope, type, node)
  return failAt(node.start, `PLS-00222: no function with name '${node.path.at(-1)?.value ?? ""}' exists in this scope`)
}
