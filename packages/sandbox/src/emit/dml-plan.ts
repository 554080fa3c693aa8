// A DML statement as emitted, and the parts that INSERT, UPDATE and DELETE share.
import type { TableEntry } from "../catalog/entries.ts"
import type { ReturningClause } from "../sql/ast/index.ts"
import type { ValueType } from "../types/value-type.ts"
import { pgTypeOf } from "../types/value-type.ts"
import type { Environment } from "./environment.ts"
import type { KeyLayout } from "./placement.ts"
import { groupKeys } from "./placement.ts"

/** What the session runs and how it reads the result. */
export interface DmlPlan {
  readonly sql: string
  readonly table: TableEntry
  /** `tag`: the row count is that of the command. `groups`: count, place, keys. `rows`: place, keys, returned values, one row per touched row. */
  readonly result: "tag" | "groups" | "rows"
  readonly keys: KeyLayout | null
  readonly returning: ReadonlyArray<ValueType>
  /** Direct-path insert: ORA-12838 until the end of the transaction. */
  readonly isDirectPath: boolean
  readonly isUpdate: boolean
}

/** Values after RETURNING, of the new row (of the old one for DELETE). */
export const emitReturning = (
  clause: ReturningClause | null,
  env: Environment
): { readonly texts: ReadonlyArray<string>; readonly types: ReadonlyArray<ValueType> } => {
  const values = (clause?.items ?? []).map((item) => env.emitters.expression(item, { ...env, sequences: false }))
  return {
    texts: values.map(({ sql, type }) =>
      type.name === "NULL"
        ? `NULL::${pgTypeOf(type)}`
        : type.name === "TIMESTAMP WITH TIME ZONE"
          ? `sys.zoned_out(${sql})`
          : sql
    ),
    types: values.map(({ type }) => type)
  }
}

const keyItems = (layout: KeyLayout | null, name: string): ReadonlyArray<string> =>
  (layout?.columns ?? []).flatMap((id, at) =>
    layout?.kind === "moves"
      ? [`old.c${String(id)} AS o${String(at + 1)}`, `new.c${String(id)} AS k${String(at + 1)}`]
      : [`${name}.c${String(id)} AS k${String(at + 1)}`]
  )

/** Adds RETURNING to a statement and, unless the caller wants the rows, groups what comes back. */
export const finishPlan = (
  input: Pick<DmlPlan, "table" | "keys" | "isDirectPath" | "isUpdate"> & {
    readonly sql: string
    readonly name: string
    readonly returning: { readonly texts: ReadonlyArray<string>; readonly types: ReadonlyArray<ValueType> }
    /** The count of the command is enough: INSERT ... SELECT. */
    readonly canUseTag: boolean
    /** A check of every new row: it has to be in the partition that was named. */
    readonly guard?: string | null
  }
): DmlPlan => {
  const { table, keys, name } = input
  const common = {
    table,
    keys,
    isDirectPath: input.isDirectPath,
    isUpdate: input.isUpdate,
    returning: input.returning.types
  }
  const guard = input.guard ?? null
  const items = [`${name}.ctid AS r0`, ...keyItems(keys, name)]
  if (input.returning.texts.length > 0) {
    const plain = items.map((item) => item.replace(/ AS (\w+)$/, (_, alias: string) => `::text AS ${alias}`))
    return {
      ...common,
      result: "rows",
      sql: `${input.sql} RETURNING ${[...plain, ...input.returning.texts, ...(guard === null ? [] : [guard])].join(", ")}`
    }
  }
  if (keys === null && input.canUseTag && guard === null) return { ...common, result: "tag", sql: input.sql }
  const { list, groupBy } = groupKeys(table, keys)
  return {
    ...common,
    result: "groups",
    sql: `WITH r AS (${input.sql} RETURNING ${[...items, ...(guard === null ? [] : [`${guard} AS g0`])].join(", ")}) SELECT ${list} FROM r${groupBy}`
  }
}
