// Stored procedures and functions: the head is compiled when one is called for, the body at the first call.
import { locate } from "../sql/errors/syntax-error.ts"
import type { Callable } from "./callable.ts"
import type { Step } from "./code.ts"
import { compileStoredBody } from "./compile-block.ts"
import { makeSubprogram, parameterScope } from "./compile-subprogram.ts"
import type { CompileUnit } from "./compile-unit.ts"
import { CompileErrors } from "./compile-unit.ts"
import { coerce } from "./coerce.ts"
import type { StoredUnit } from "./runtime.ts"
import type { Routine } from "./scope.ts"
import { Scope } from "./scope.ts"
import type { Subprogram } from "./subprogram.ts"
import { invokeSubprogram } from "./subprogram.ts"
import { after } from "./value.ts"
import { ora } from "../errors/ora.ts"

const outermost: Routine = { depth: 0, slotCount: 0, returns: null, isFunction: false }

const compileBody = async (scope: Scope, unit: StoredUnit, subprogram: Subprogram): Promise<Step> => {
  const step = await compileStoredBody(parameterScope(scope, unit.subprogram, subprogram), unit.subprogram, subprogram)
  if (!scope.unit.errors.isEmpty) throw ora(6508, [`${unit.owner}.${unit.name}`])
  return step
}

type UnitBase = Omit<CompileUnit, "text" | "name" | "errors" | "binds">

/** A line of ALL_ERRORS. */
export interface UnitError {
  readonly message: string
  readonly offset: number
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** What is wrong with a stored unit, with lines and columns from 1; nothing when it compiles. */
export const checkStored = async (base: UnitBase, unit: StoredUnit): Promise<ReadonlyArray<UnitError>> => {
  const errors = new CompileErrors()
  const scope = new Scope(null, outermost, {
    ...base,
    text: unit.text,
    name: `${unit.owner}.${unit.name}`,
    binds: [],
    errors
  })
  const subprogram = makeSubprogram(scope, unit.subprogram)
  await compileStoredBody(parameterScope(scope, unit.subprogram, subprogram), unit.subprogram, subprogram)
  return errors.list.map(({ offset, message }) => ({ message, offset, ...locate(unit.text, offset) }))
}

/** A stored unit as something to call. ORA-06508 when it does not compile. */
export const storedCallable = (base: UnitBase, unit: StoredUnit): Callable => {
  const errors = new CompileErrors()
  const scope = new Scope(null, outermost, {
    ...base,
    text: unit.text,
    name: `${unit.owner}.${unit.name}`,
    binds: [],
    errors
  })
  const subprogram = makeSubprogram(scope, unit.subprogram)
  return {
    name: unit.name,
    parameters: subprogram.parameters.map((parameter) => {
      const { initial, type } = parameter
      return {
        ...parameter,
        initial:
          initial === null
            ? null
            : (frame) => after(initial(frame), (value) => coerce(frame.machine.runtime, value, type))
      }
    }),
    returns: subprogram.returns,
    invoke: async (frame, values) => {
      subprogram.body ??= await compileBody(scope, unit, subprogram)
      return invokeSubprogram(subprogram, frame.machine, null, values)
    }
  }
}
