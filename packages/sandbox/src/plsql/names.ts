// What a name means, in the order in which PL/SQL looks: the block and those around it, labels, supplied packages, functions of STANDARD, stored units.
import type { PackageDefinition } from "../packages/package.ts"
import { findPackage } from "../packages/index.ts"
import type { Identifier } from "../sql/ast/index.ts"
import { builtins } from "./builtin.ts"
import type { Callable } from "./callable.ts"
import type { Code } from "./code.ts"
import { failAt, makeCode } from "./code.ts"
import type { CursorPlan } from "./cursor-plan.ts"
import type { ExceptionId } from "./exception.ts"
import { predefinedExceptions } from "./exception.ts"
import type { Place } from "./place.ts"
import { fieldPlace, variablePlace } from "./place.ts"
import type { PlsqlSymbol, Scope } from "./scope.ts"
import { localCallable } from "./subprogram.ts"
import type { PlsqlType } from "./types.ts"
import { unknownType } from "./types.ts"

/** The meaning of a path. */
export type Meaning =
  | { readonly kind: "place"; readonly place: Place }
  /** A method of a collection: `t.COUNT`. */
  | { readonly kind: "method"; readonly collection: Place; readonly name: string }
  | { readonly kind: "callables"; readonly list: ReadonlyArray<Callable> }
  | { readonly kind: "code"; readonly code: Code }
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "exception"; readonly id: ExceptionId }
  | { readonly kind: "cursor"; readonly plan: CursorPlan }
  | { readonly kind: "type"; readonly type: PlsqlType }

type Path = ReadonlyArray<Identifier>

const methods: ReadonlySet<string> = new Set("COUNT DELETE EXISTS EXTEND FIRST LAST LIMIT NEXT PRIOR TRIM".split(" "))

/** Goes on from a place through fields to a field or a method. */
export const walkFields = (start: Place, rest: Path): Meaning => {
  let place = start
  for (const [at, part] of rest.entries()) {
    const { type } = place
    if (type.kind === "collection" && methods.has(part.value) && at === rest.length - 1)
      return { kind: "method", collection: place, name: part.value }
    if (type.kind !== "record" && type.kind !== "unknown")
      return failAt(
        part.start,
        type.kind === "collection"
          ? `PLS-00302: component '${part.value}' must be declared`
          : `PLS-00487: Invalid reference to variable '${rest[0]?.value ?? ""}'`
      )
    const known = type.kind === "record" ? type.fields.findIndex(({ name }) => name === part.value) : -1
    const field = type.kind === "record" ? type.fields[known] : undefined
    if (field === undefined && type.kind === "record" && !type.isOpen)
      failAt(part.start, `PLS-00302: component '${part.value}' must be declared`)
    place = fieldPlace(place, field ?? { name: part.value, type: unknownType, isNotNull: false, initial: null }, known)
  }
  return { kind: "place", place }
}

const meaningOf = (scope: Scope, symbol: PlsqlSymbol, name: Identifier, rest: Path): Meaning | null => {
  switch (symbol.kind) {
    case "variable": {
      const refusal = symbol.isReadOnly ? `expression '${name.value}' cannot be used as an assignment target` : null
      const place = variablePlace(scope.hopsTo(symbol.routine), symbol.slot, symbol.type, {
        isNotNull: symbol.isNotNull,
        refusal
      })
      return walkFields(place, rest)
    }
    case "subprogram": {
      if (rest.length > 0) return null
      const hops = (depth: number): number => scope.routine.depth - depth
      const list = symbol.overloads.map((one) => localCallable(one, hops(one.routine.depth - 1)))
      return { kind: "callables", list }
    }
    case "exception":
      return rest.length === 0 ? { kind: "exception", id: symbol.id } : null
    case "cursor":
      return rest.length === 0 ? { kind: "cursor", plan: symbol.plan } : null
    case "type":
      return rest.length === 0 ? { kind: "type", type: symbol.type } : null
  }
}

const packageCallables = (found: PackageDefinition, name: string): ReadonlyArray<Callable> =>
  found.subprograms
    .filter((subprogram) => subprogram.name === name)
    .map((subprogram) => ({
      name,
      returns: subprogram.returns,
      parameters: subprogram.parameters.map(({ initial, ...parameter }) => ({
        ...parameter,
        initial: initial === undefined ? null : () => initial
      })),
      invoke: (frame, values) => subprogram.run({ runtime: frame.machine.runtime, machine: frame.machine }, values)
    }))

const inPackage = (found: PackageDefinition, member: Identifier): Meaning => {
  const name = member.value
  const constant = found.constants?.[name]
  if (constant !== undefined) {
    const { value } = constant
    const run: Code["run"] = typeof value === "function" ? (frame) => value(frame.machine.runtime) : () => value
    return { kind: "code", code: makeCode(constant.type, run) }
  }
  const type = found.types?.[name]
  if (type !== undefined) return { kind: "type", type }
  const id = found.exceptions?.[name]
  if (id !== undefined) return { kind: "exception", id }
  const list = packageCallables(found, name)
  if (list.length === 0) failAt(member.start, `PLS-00302: component '${name}' must be declared`)
  return { kind: "callables", list }
}

const ofStandard = (name: Identifier): Meaning | null => {
  if (builtins.has(name.value)) return { kind: "builtin", name: name.value }
  const id = predefinedExceptions.get(name.value)
  return id === undefined ? null : { kind: "exception", id }
}

const ofDbmsStandard = (name: Identifier): Meaning | null => {
  const found = findPackage("DBMS_STANDARD")
  return found === null ? null : inPackage(found, name)
}

const beyondBlock = (scope: Scope, path: Path): Meaning | null => {
  const isSys = path.length > 1 && path[0]?.value === "SYS"
  const [first, second, third] = isSys ? path.slice(1) : path
  if (first === undefined) return null
  if (second !== undefined && third === undefined) {
    if (first.value === "STANDARD") return ofStandard(second)
    const found = findPackage(first.value)
    if (found !== null) return inPackage(found, second)
  }
  if (second === undefined) {
    const standard = ofStandard(first) ?? (first.value === "RAISE_APPLICATION_ERROR" ? ofDbmsStandard(first) : null)
    if (standard !== null) return standard
  }
  const unit = scope.unit.runtime.findUnit(path.map(({ value }) => value))
  return unit === null ? null : { kind: "callables", list: [scope.unit.loadStored(unit)] }
}

/** The meaning of a path; null when there is none. Fails with PLS-00302 when only its last part is unknown. */
export const findMeaning = (scope: Scope, path: Path): Meaning | null => {
  const [first, second] = path
  if (first === undefined) return null
  const symbol = scope.find(first.value)
  if (symbol !== null) {
    const meaning = meaningOf(scope, symbol, first, path.slice(1))
    if (meaning !== null) return meaning
  }
  const labelled = second === undefined ? null : scope.labelled(first.value)
  const inside = second === undefined ? null : (labelled?.own(second.value) ?? null)
  if (inside !== null && second !== undefined) return meaningOf(scope, inside, second, path.slice(2))
  return beyondBlock(scope, path)
}

/** `A.B` as PLS-00201 writes it. */
export const pathText = (path: Path): string => path.map(({ value }) => value).join(".")

/** PLS-00201 at the path. */
export const undeclared = (path: Path): never =>
  failAt(path[0]?.start ?? 0, `PLS-00201: identifier '${pathText(path)}' must be declared`)
