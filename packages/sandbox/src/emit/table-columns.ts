// Columns of a stored table as an expression sees them. Virtual columns are their expression.
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import { notInSandbox } from "../errors/ora.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import type { Expression } from "../sql/ast/index.ts"
import type { EmitContext } from "./emit-context.ts"
import type { Emitters, Environment } from "./environment.ts"
import { emitted } from "./emitted.ts"
import type { Emitted } from "./emitted.ts"
import type { SourceColumn } from "./scope.ts"
import { makeScope } from "./scope.ts"

const parsedTexts = new Map<string, Expression>()

/** The expression in a text of the dictionary: a default, a condition, a virtual column. */
export const parseExpressionText = (text: string): Expression => {
  const known = parsedTexts.get(text)
  if (known !== undefined) return known
  const isCondition = (): Expression => {
    const statement = parseStatement(`SELECT 1 FROM dual WHERE ${text}`)
    if (statement.kind === "query" && statement.body.kind === "select" && statement.body.where !== null)
      return statement.body.where
    throw notInSandbox(`expression ${text}`)
  }
  const asValue = (): Expression => {
    const statement = parseStatement(`SELECT ${text} FROM dual`)
    const item = statement.kind === "query" && statement.body.kind === "select" ? statement.body.items[0] : undefined
    if (item?.kind === "value") return item.value
    return isCondition()
  }
  let expression: Expression
  try {
    expression = asValue()
  } catch {
    expression = isCondition()
  }
  if (parsedTexts.size > 2000) parsedTexts.clear()
  parsedTexts.set(text, expression)
  return expression
}

/** The environment of an expression over one table: defaults, checks, virtual columns. Columns are read under the prefix; null is no table. */
export const tableEnvironment = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry | null,
  prefix: string,
  rename: ((column: ColumnEntry) => string) | null = null
): Environment => {
  const scope = makeScope(null)
  if (table !== null) {
    const columns = tableColumns(context, emitters, table, rename)
    scope.sources.push({
      alias: table.name,
      schema: table.owner,
      name: prefix,
      table,
      columns: columns.map((column) => ({ ...column, isHidden: false }))
    })
  }
  return {
    context,
    scope,
    emitters,
    ctes: new Map(),
    aggregates: "forbidden",
    windows: false,
    groups: null,
    isPrior: false,
    sequences: true
  }
}

const emitVirtual = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  text: string,
  prefix: string,
  rename: ((column: ColumnEntry) => string) | null
): Emitted => emitters.expression(parseExpressionText(text), tableEnvironment(context, emitters, table, prefix, rename))

/** All columns but unused ones; hidden are the invisible ones and those that Oracle made. An empty prefix gives bare names. */
export const tableColumns = (
  context: EmitContext,
  emitters: Emitters,
  table: TableEntry,
  rename: ((column: ColumnEntry) => string) | null = null
): ReadonlyArray<SourceColumn> =>
  table.columns
    .filter(({ visibility }) => visibility !== "unused")
    .map((column) => ({
      name: column.name,
      isHidden: column.visibility !== "visible",
      emit: (prefix) => {
        if (column.virtual === null) {
          const name = rename === null ? `c${String(column.id)}` : rename(column)
          return { ...emitted(prefix === "" ? name : `${prefix}.${name}`, column.type, column.isNullable), column }
        }
        const value = emitVirtual(context, emitters, table, column.virtual.text, prefix, rename)
        return { ...value, type: column.type, column }
      }
    }))
