// Values of the block inside a SQL statement: what a name means is found once, its value whenever the statement runs.
import { notInSandbox } from "../errors/ora.ts"
import type { Code, Frame } from "./code.ts"
import { CompileFailure, failAt } from "./code.ts"
import { compileExpression } from "./compile-expression.ts"
import { findMeaning, pathText } from "./names.ts"
import type { SqlReference, SqlScope, SqlVariable } from "./runtime.ts"
import type { Scope } from "./scope.ts"
import { isScalar, sqlNameOf } from "./types.ts"
import type { Value } from "./value.ts"
import { toSql, typeOfValue } from "./value.ts"

interface Found {
  readonly key: string
  readonly code: Code
}

const codeOf = (scope: Scope, reference: SqlReference): Code | null => {
  if (reference.kind === "bind") return compileExpression(scope, reference)
  const meaning = findMeaning(scope, reference.path)
  if (meaning === null) return null
  if (meaning.kind === "place" || meaning.kind === "method") return compileExpression(scope, reference)
  const name = pathText(reference.path)
  if (meaning.kind === "callables" && scope.find(reference.path[0].value)?.kind === "subprogram")
    return failAt(reference.start, `PLS-00231: function '${name}' may not be used in SQL`)
  return meaning.kind === "code" ? meaning.code : null
}

const keyText = (scope: Scope, reference: SqlReference): string =>
  reference.kind === "bind" ? `:${reference.name}` : scope.unit.text.slice(reference.start, reference.end)

const valueNow = (code: Code, frame: Frame): Value => {
  const value = code.run(frame)
  if (value instanceof Promise) {
    value.catch(() => null)
    throw notInSandbox("a function that runs SQL inside a SQL statement of PL/SQL")
  }
  return value
}

const variableOf = ({ key, code }: Found, frame: Frame | null): SqlVariable => {
  const known = sqlNameOf(code.type)
  const isOpen = code.type.kind === "unknown"
  const type = isOpen && frame !== null ? typeOfValue(valueNow(code, frame)) : known
  return { key, type, read: () => (frame === null ? null : toSql(valueNow(code, frame))) }
}

/** The names of a SQL statement, as seen from one place of the program. */
export class SqlBinder {
  readonly #scope: Scope
  readonly #found = new Map<SqlReference, Found | null>()

  constructor(scope: Scope) {
    this.#scope = scope
  }

  /** For checking before the run: types, no values. */
  get forCheck(): SqlScope {
    return { find: (reference) => this.#variable(reference, null) }
  }

  /** For a run: values are those of the frame at the time of read(). */
  at(frame: Frame): SqlScope {
    return { find: (reference) => this.#variable(reference, frame) }
  }

  #variable(reference: SqlReference, frame: Frame | null): SqlVariable | null {
    let found = this.#found.get(reference)
    if (found === undefined) {
      found = this.#look(reference)
      this.#found.set(reference, found)
    }
    return found === null ? null : variableOf(found, frame)
  }

  #look(reference: SqlReference): Found | null {
    try {
      const code = codeOf(this.#scope, reference)
      if (code === null || !isScalar(code.type)) return null
      return { key: keyText(this.#scope, reference), code }
    } catch (thrown) {
      if (thrown instanceof CompileFailure && thrown.message.startsWith("PLS-00231")) throw thrown
      if (thrown instanceof CompileFailure) return null
      throw thrown
    }
  }
}

/** Named values for SQL that is not a static statement: dynamic SQL with its USING list, by position. */
export const positionalScope = (
  values: ReadonlyArray<{ readonly type: SqlVariable["type"]; readonly value: Value }>
): SqlScope => ({
  find: (reference) => {
    if (reference.kind !== "bind") return null
    const bound = values[reference.index]
    return bound === undefined
      ? null
      : { key: `:${String(reference.index)}`, type: bound.type, read: () => toSql(bound.value) }
  }
})
