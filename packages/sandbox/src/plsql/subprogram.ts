// Local and stored subprograms after compilation, and how they are run: a frame per call, ORA-06512 at its end.
import { ora } from "../errors/ora.ts"
import type { CallParameter, Callable } from "./callable.ts"
import { coerce } from "./coerce.ts"
import type { Step } from "./code.ts"
import { Frame, frameAt } from "./code.ts"
import { makeDefault } from "./default-value.ts"
import { PlsqlException, traceThrough } from "./exception.ts"
import type { Machine } from "./machine.ts"
import type { Routine } from "./scope.ts"
import type { PlsqlType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, inOrder } from "./value.ts"

/** A subprogram; its body comes when it has been compiled (forward declarations). */
export interface Subprogram {
  readonly name: string
  readonly parameters: ReadonlyArray<CallParameter & { readonly slot: number }>
  readonly returns: PlsqlType | null
  readonly routine: Routine
  readonly place: (offset: number) => string
  readonly offset: number
  body: Step | null
}

const maxDepth = 2000

const fillParameters = (frame: Frame, subprogram: Subprogram, values: ReadonlyArray<Value>): Eventual<unknown> =>
  inOrder(subprogram.parameters, (parameter, at) => {
    if (parameter.mode !== "out") {
      frame.slots[parameter.slot] = values[at] ?? null
      return null
    }
    return after(makeDefault(frame, parameter.type), (made) => {
      frame.slots[parameter.slot] = made
      return null
    })
  })

const finish = (subprogram: Subprogram, frame: Frame, values: Value[], result: Value | undefined): Eventual<Value> => {
  for (const [at, parameter] of subprogram.parameters.entries())
    if (parameter.mode !== "in") values[at] = frame.slots[parameter.slot] ?? null
  if (subprogram.returns === null) return null
  if (result === undefined) throw ora(6503)
  return result
}

const run = (subprogram: Subprogram, frame: Frame, values: Value[]): Eventual<Value> =>
  after(fillParameters(frame, subprogram, values), () => {
    const { body } = subprogram
    if (body === null) throw ora(6508, [subprogram.name])
    return after(body(frame), (jump) =>
      finish(subprogram, frame, values, jump?.kind === "return" ? jump.value : undefined)
    )
  })

/** Runs it in a frame of its own. `parent` is the frame of the activation in which it is declared; null for a stored one. */
export const invokeSubprogram = (
  subprogram: Subprogram,
  machine: Machine,
  parent: Frame | null,
  values: Value[]
): Eventual<Value> => {
  const frame = new Frame(machine, parent, subprogram.routine.slotCount, subprogram.place, subprogram.offset)
  machine.depth += 1
  const leave = (thrown: unknown): never => {
    machine.depth -= 1
    throw traceThrough(thrown, frame)
  }
  try {
    if (machine.depth > maxDepth) throw new PlsqlException(null, 6500, "ORA-06500: PL/SQL: storage error")
    const result = run(subprogram, frame, values)
    if (result instanceof Promise)
      return result.then((value) => {
        machine.depth -= 1
        return value
      }, leave)
    machine.depth -= 1
    return result
  } catch (thrown) {
    return leave(thrown)
  }
}

/** A local subprogram as something to call from `hops` activations further in. */
export const localCallable = (subprogram: Subprogram, hops: number): Callable => ({
  name: subprogram.name,
  parameters: subprogram.parameters.map((parameter) => ({
    ...parameter,
    initial: initialAt(parameter, hops)
  })),
  returns: subprogram.returns,
  invoke: (frame, values) => invokeSubprogram(subprogram, frame.machine, frameAt(frame, hops), values)
})

/** Defaults belong to where the subprogram is declared, not to where it is called. */
const initialAt = (parameter: CallParameter, hops: number): CallParameter["initial"] => {
  const { initial, type } = parameter
  if (initial === null) return null
  return (frame) => {
    const home = frameAt(frame, hops)
    return after(initial(home), (value) => coerce(frame.machine.runtime, value, type))
  }
}
