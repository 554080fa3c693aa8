// Calls of subprograms, whoever wrote them: matching of arguments, copying in and out. Local, stored and packaged ones look the same here.
import type { Argument } from "../sql/ast/index.ts"
import { coerce } from "./coerce.ts"
import type { Code, Frame } from "./code.ts"
import type { Place } from "./place.ts"
import type { PlsqlType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, inOrder } from "./value.ts"

/** A parameter as a caller sees it. */
export interface CallParameter {
  readonly name: string
  readonly mode: "in" | "out" | "in out"
  readonly type: PlsqlType
  /** The value when no argument is given; null when one must be. */
  readonly initial: ((frame: Frame) => Eventual<Value>) | null
}

/** A subprogram that can be called from a place in the program. */
export interface Callable {
  readonly name: string
  readonly parameters: ReadonlyArray<CallParameter>
  /** null for a procedure. */
  readonly returns: PlsqlType | null
  /** Values of OUT parameters are put into `values`. */
  readonly invoke: (frame: Frame, values: Value[]) => Eventual<Value>
}

/** Where the values of a call come from and go to, in the order of the parameters. */
interface Link {
  readonly parameter: CallParameter
  readonly code: Code | null
  readonly place: Place | null
}

/** An argument as compiled: every one has code, those that may be OUT have a place. */
export interface CompiledArgument {
  readonly argument: Argument
  readonly code: () => Code
  readonly place: () => Place | null
}

const family = (type: PlsqlType): string => {
  switch (type.kind) {
    case "null":
    case "unknown":
      return "any"
    case "boolean":
    case "record":
    case "collection":
    case "cursor":
      return type.kind
    case "lob":
      return type.name === "BLOB" ? "bytes" : "scalar"
    default:
      return "scalar"
  }
}

/** A value of the one type may be given for the other. */
export const isCompatible = (given: PlsqlType, wanted: PlsqlType): boolean => {
  const [a, b] = [family(given), family(wanted)]
  if (a === "any" || b === "any" || a === b) return true
  return (a === "bytes" && wanted.kind === "raw") || (b === "bytes" && (given.kind === "raw" || given.kind === "text"))
}

const pick = (
  callable: Callable,
  given: ReadonlyArray<CompiledArgument>
): ReadonlyArray<CompiledArgument | null> | null => {
  const chosen: (CompiledArgument | null)[] = callable.parameters.map(() => null)
  for (const [at, item] of given.entries()) {
    const { name } = item.argument
    const place = name === null ? at : callable.parameters.findIndex((parameter) => parameter.name === name.value)
    if (place < 0 || place >= chosen.length || chosen[place] !== null) return null
    chosen[place] = item
  }
  const isComplete = callable.parameters.every(({ initial }, at) => initial !== null || chosen[at] !== null)
  return isComplete ? chosen : null
}

const link = (callable: Callable, chosen: ReadonlyArray<CompiledArgument | null>): ReadonlyArray<Link> | null => {
  const links: Link[] = []
  for (const [at, parameter] of callable.parameters.entries()) {
    const item = chosen[at] ?? null
    const place = item !== null && parameter.mode !== "in" ? item.place() : null
    if (item !== null && parameter.mode !== "in" && place === null) return null
    const code = item !== null && parameter.mode === "in" ? item.code() : null
    const type = code?.type ?? place?.type
    if (type !== undefined && !isCompatible(type, parameter.type)) return null
    links.push({ parameter, code, place })
  }
  return links
}

const rankOf = (given: PlsqlType, wanted: PlsqlType): number => {
  if (given.kind === wanted.kind) return 2
  const bothNumbers =
    (given.kind === "integer" || given.kind === "number") && (wanted.kind === "integer" || wanted.kind === "number")
  return bothNumbers ? 1 : 0
}

const fitness = (links: ReadonlyArray<Link>): number =>
  links.reduce((sum, { code, place, parameter }) => {
    const type = code?.type ?? place?.type
    return type === undefined ? sum : sum + rankOf(type, parameter.type)
  }, 0)

/** A callable with its arguments. */
export interface LinkedCall {
  readonly callable: Callable
  readonly links: ReadonlyArray<Link>
}

/** The overload that the arguments fit best, or null: PLS-00306. */
export const chooseOverload = (
  overloads: ReadonlyArray<Callable>,
  given: ReadonlyArray<CompiledArgument>
): LinkedCall | null => {
  let best: (LinkedCall & { readonly rank: number }) | null = null
  for (const callable of overloads) {
    const chosen = pick(callable, given)
    const links = chosen === null ? null : link(callable, chosen)
    if (links === null) continue
    const rank = fitness(links)
    if (best === null || rank > best.rank) best = { callable, links, rank }
  }
  return best
}

const readIn = (frame: Frame, { parameter, code, place }: Link): Eventual<Value> => {
  const { runtime } = frame.machine
  if (code !== null) return after(code.run(frame), (value) => coerce(runtime, value, parameter.type))
  if (place !== null)
    return parameter.mode === "in out"
      ? after(place.load(frame), (value) => coerce(runtime, value, parameter.type))
      : null
  return parameter.initial === null ? null : parameter.initial(frame)
}

/** Runs a call: values in, the subprogram, values out. After an exception nothing is copied out. */
export const runCall = (frame: Frame, { callable, links }: LinkedCall): Eventual<Value> =>
  after(
    inOrder(links, (item) => readIn(frame, item)),
    (read) => {
      const values = [...read]
      return after(callable.invoke(frame, values), (result) => {
        const outs = links.flatMap(({ place }, at) => (place === null ? [] : [{ place, value: values[at] ?? null }]))
        if (outs.length === 0) return result
        return after(
          inOrder(outs, ({ place, value }) => place.store(frame, value)),
          () => result
        )
      })
    }
  )
