// Calls of functions of STANDARD: the fast path when the values allow it, else SQL. A function without a fast path melts into its arguments' trees.
import type { Expression, FunctionCall } from "../sql/ast/index.ts"
import type { Builtin } from "./builtin.ts"
import type { Code } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import { compileNullFunction } from "./compile-case.ts"
import { callSql } from "./convert.ts"
import { asRemote, remoteCode } from "./remote.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import { booleanType, isNumeric, numberType, unknownType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, inOrder, Moment } from "./value.ts"

const wrongArguments = (node: FunctionCall, name: string): never =>
  failAt(node.start, `PLS-00306: wrong number or types of arguments in call to '${name}'`)

const isUnfit = ({ type }: Code): boolean =>
  type.kind === "boolean" || type.kind === "record" || type.kind === "collection" || type.kind === "cursor"

const resultType = (builtin: Builtin, codes: ReadonlyArray<Code>): PlsqlType => {
  if (builtin.type.kind !== "unknown") return builtin.type
  const [first] = codes
  if (first === undefined) return unknownType
  if (isNumeric(first.type)) return numberType
  return first.type.kind === "text" ? { kind: "text", name: "VARCHAR2", limit: null, unit: "BYTE" } : unknownType
}

/** The call as a tree of SQL over the arguments' trees. */
const meltCall = (scope: Scope, node: FunctionCall, type: PlsqlType, codes: ReadonlyArray<Code>): Code => {
  const parts = codes.map(asRemote)
  const tree: FunctionCall = {
    ...node,
    path: [node.path.at(-1) ?? node.path[0]],
    arguments: node.arguments.map((argument, at) => ({ ...argument, value: parts[at]?.node ?? argument.value }))
  }
  return remoteCode(type, tree, parts, scope.unit.text)
}

/** A condition of SQL as BOOLEAN: `CASE WHEN c THEN 1 WHEN NOT c THEN 0 END`. */
const meltCondition = (scope: Scope, node: FunctionCall, codes: ReadonlyArray<Code>): Code => {
  const parts = codes.map(asRemote)
  const span = { start: node.start, end: node.end }
  const call: Expression = {
    ...node,
    arguments: node.arguments.map((argument, at) => ({ ...argument, value: parts[at]?.node ?? argument.value }))
  }
  const number = (text: string): Expression => ({ kind: "number", text, suffix: null, ...span })
  const branches = [
    { when: call, result: number("1"), ...span },
    { when: { kind: "not" as const, operand: call, ...span }, result: number("0"), ...span }
  ]
  const tree: Expression = { kind: "case", selector: null, branches, otherwise: null, ...span }
  const code = remoteCode(numberType, tree, parts, scope.unit.text)
  return makeCode(booleanType, (frame) => after(code.run(frame), (value) => (value === null ? null : value === 1)))
}

const isLiteral = ({ remote }: Code): boolean =>
  remote !== null && remote.inputs.length === 0 && remote.node.kind !== "call" && remote.node.kind !== "niladic"

const isSqlOnly = (code: Code): boolean => code.type.kind === "moment" || (code.remote !== null && !isLiteral(code))

/** A function of STANDARD. */
export const compileBuiltin = (
  scope: Scope,
  node: FunctionCall,
  name: string,
  builtin: Builtin,
  codes: ReadonlyArray<Code>
): Code => {
  if (
    codes.length < builtin.least ||
    codes.length > builtin.most ||
    node.arguments.some((argument) => argument.name !== null)
  )
    wrongArguments(node, name)
  const special = compileNullFunction(scope, node, name, codes)
  if (special !== null) return special
  if (codes.some(isUnfit)) wrongArguments(node, name)
  if (builtin.type.kind === "boolean") return meltCondition(scope, node, codes)
  const type = resultType(builtin, codes)
  const { fast } = builtin
  if (fast === null || codes.some(isSqlOnly)) return meltCall(scope, node, type, codes)
  const run = (values: ReadonlyArray<Value>, frame: Parameters<Code["run"]>[0]): Eventual<Value> => {
    const { runtime } = frame.machine
    const found = values.some((value) => value instanceof Moment) ? undefined : fast(values, runtime)
    return found === undefined ? callSql(runtime, name, values) : found
  }
  const [first, second] = codes
  if (codes.length === 1 && first !== undefined)
    return makeCode(type, (frame) => after(first.run(frame), (value) => run([value], frame)))
  if (codes.length === 2 && first !== undefined && second !== undefined)
    return makeCode(type, (frame) =>
      after(first.run(frame), (a) => after(second.run(frame), (b) => run([a, b], frame)))
    )
  return makeCode(type, (frame) =>
    after(
      inOrder(codes, (code) => code.run(frame)),
      (values) => run(values, frame)
    )
  )
}
