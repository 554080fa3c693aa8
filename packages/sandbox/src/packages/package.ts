// What a supplied package is: subprograms with typed parameters, constants, types, exceptions. It knows no syntax.
import type { Machine } from "../plsql/machine.ts"
import type { ExceptionId } from "../plsql/exception.ts"
import type { Runtime } from "../plsql/runtime.ts"
import type { PlsqlType } from "../plsql/types.ts"
import type { Eventual, Value } from "../plsql/value.ts"

/** The run in which a subprogram is called. */
export interface PackageCall {
  readonly runtime: Runtime
  readonly machine: Machine
}

/** A parameter of a subprogram. */
export interface PackageParameter {
  readonly name: string
  readonly mode: "in" | "out" | "in out"
  readonly type: PlsqlType
  /** Absent when an argument must be given. */
  readonly initial?: Value
}

/** One subprogram; several of one name are overloads. OUT values are put into `values`. */
export interface PackageSubprogram {
  readonly name: string
  readonly parameters: ReadonlyArray<PackageParameter>
  /** null for a procedure. */
  readonly returns: PlsqlType | null
  readonly run: (call: PackageCall, values: Value[]) => Eventual<Value>
}

/** A constant or variable of a package. */
export interface PackageConstant {
  readonly type: PlsqlType
  readonly value: Value | ((runtime: Runtime) => Value)
}

/** A package by its name. */
export interface PackageDefinition {
  readonly name: string
  readonly subprograms: ReadonlyArray<PackageSubprogram>
  readonly constants?: Readonly<Record<string, PackageConstant>>
  readonly types?: Readonly<Record<string, PlsqlType>>
  readonly exceptions?: Readonly<Record<string, ExceptionId>>
}

/** An IN parameter that must be given. */
export const required = (name: string, type: PlsqlType): PackageParameter => ({ name, mode: "in", type })

/** An IN parameter with a default. */
export const optional = (name: string, type: PlsqlType, initial: Value = null): PackageParameter => ({
  name,
  mode: "in",
  type,
  initial
})

/** An OUT parameter. */
export const out = (name: string, type: PlsqlType): PackageParameter => ({ name, mode: "out", type })

/** An IN OUT parameter. */
export const inOut = (name: string, type: PlsqlType): PackageParameter => ({ name, mode: "in out", type })

/** A procedure. */
export const procedure = (
  name: string,
  parameters: ReadonlyArray<PackageParameter>,
  run: (call: PackageCall, values: Value[]) => Eventual<unknown>
): PackageSubprogram => ({
  name,
  parameters,
  returns: null,
  run: (call, values) => {
    const done = run(call, values)
    return done instanceof Promise ? done.then(() => null) : null
  }
})

/** A function. */
export const func = (
  name: string,
  parameters: ReadonlyArray<PackageParameter>,
  returns: PlsqlType,
  run: (call: PackageCall, values: Value[]) => Eventual<Value>
): PackageSubprogram => ({ name, parameters, returns, run })
