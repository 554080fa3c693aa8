// Expressions that SQL evaluates: the tree with Bind nodes where values of the block stand. Neighbouring ones melt into one tree, so that
// `TO_CHAR(SYSDATE + 1, 'YYYY')` is one question.
import type { Expression } from "../sql/ast/index.ts"
import type { Code, RemotePart } from "./code.ts"
import { makeCode } from "./code.ts"
import { evaluateSql, inputBind, typed } from "./convert.ts"
import type { PlsqlType } from "./types.ts"
import { sqlNameOf } from "./types.ts"
import { inOrder } from "./value.ts"

/** What a compiled operand contributes: its own tree, or a place for its value. */
export const asRemote = (code: Code): RemotePart => {
  if (code.remote !== null) return code.remote
  const bind = inputBind(0)
  return { node: bind, inputs: [{ bind, code }] }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** The tree with its input binds numbered in order. */
const numbered = (node: Expression, order: ReadonlyMap<unknown, number>): Expression => {
  const copy = (value: unknown): unknown => {
    const place = order.get(value)
    if (place !== undefined) return inputBind(place)
    if (Array.isArray(value)) return value.map(copy)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]))
  }
  return copy(node) as Expression
}

/** A tree over parts, as code. `text` is what the offsets of the tree point into. */
export const remoteCode = (type: PlsqlType, node: Expression, parts: ReadonlyArray<RemotePart>, text: string): Code => {
  const inputs = parts.flatMap((part) => part.inputs)
  const codes = inputs.map(({ code }) => code)
  const names = codes.map((code) => sqlNameOf(code.type))
  let tree: Expression | null = null
  const run: Code["run"] = (frame) => {
    tree ??= numbered(node, new Map(inputs.map(({ bind }, at) => [bind, at])))
    const question = tree
    const values = inOrder(codes, (code) => code.run(frame))
    const ask = (read: ReadonlyArray<Parameters<typeof typed>[0]>) =>
      evaluateSql(
        frame.machine.runtime,
        question,
        read.map((value, at) => typed(value, names[at])),
        text
      )
    return values instanceof Promise ? values.then(ask) : ask(values)
  }
  return makeCode(type, run, { node, inputs })
}
