// Values of a statement's parameters at the moment it runs.
import type { SqlValue } from "../engine/engine.ts"
import type { EmitContext } from "../emit/emit-context.ts"
import { parameterOf } from "../types/value-text.ts"

/** Texts in the order of `$1`, `$2` ... from the binds of one row. */
export const resolveParameters = (
  context: Pick<EmitContext, "parameters">,
  row: ReadonlyArray<SqlValue>
): ReadonlyArray<string | null> =>
  context.parameters.map((source) => {
    if (source.kind === "value") return source.text
    if (source.kind === "variable") return source.read()
    return parameterOf(source.type, row[source.index] ?? null)
  })
