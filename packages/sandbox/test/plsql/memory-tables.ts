// Tables of the small runtime for tests of the interpreter, with just enough SQL to read and change them: one table, WHERE, ORDER BY, CONNECT BY LEVEL, aggregates.
import type { OracleTypeName, SqlRow, SqlValue } from "../../src/engine/engine.ts"
import { ora } from "../../src/errors/ora.ts"
import { Frame } from "../../src/plsql/code.ts"
import { compileExpression } from "../../src/plsql/compile-expression.ts"
import { CompileErrors } from "../../src/plsql/compile-unit.ts"
import { Machine } from "../../src/plsql/machine.ts"
import type { Runtime, SqlReference, SqlScope } from "../../src/plsql/runtime.ts"
import { Scope } from "../../src/plsql/scope.ts"
import { typeOfColumn } from "../../src/plsql/types.ts"
import type { Value } from "../../src/plsql/value.ts"
import { fromSql, toSql, typeOfValue } from "../../src/plsql/value.ts"
import type { Expression } from "../../src/sql/ast/index.ts"

export interface MemoryColumn {
  readonly name: string
  readonly type: OracleTypeName
  readonly sizeBytes: number | null
  readonly precision: number | null
  readonly scale: number | null
  readonly isNullable: boolean
}

export interface MemoryTable {
  readonly columns: ReadonlyArray<MemoryColumn>
  rows: SqlValue[][]
  readonly unique: number | null
}

export interface TypedCell {
  readonly type: OracleTypeName
  readonly value: SqlValue
}

const span = { start: 0, end: 0 }

const literalOf = ({ type, value }: TypedCell): Expression => {
  if (typeof value !== "string") return { kind: "null", ...span }
  if (type === "NUMBER") return { kind: "number", text: value, suffix: null, ...span }
  if (type === "DATE") return { kind: "datetime", type: "DATE", text: value, ...span }
  return { kind: "string", value, isNational: false, ...span }
}

const isReference = (node: object): node is SqlReference =>
  "kind" in node && (node.kind === "name" || node.kind === "call" || node.kind === "bind")

/** The expression with the values of variables in place of their names; columns win. */
export const insertValues = (node: Expression, scope: SqlScope, columns: ReadonlyArray<string>): Expression => {
  const visit = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(visit)
    if (typeof item !== "object" || item === null) return item
    if (isReference(item)) {
      const last = item.kind === "bind" ? null : item.path.at(-1)
      const isColumn = item.kind === "name" && (item.path.length === 1 || scope.find(item) === null)
      if (last !== null && last !== undefined && isColumn && columns.includes(last.value))
        return { ...item, path: [last] }
      const variable = scope.find(item)
      if (variable !== null) return literalOf({ type: variable.type, value: variable.read() })
      if (item.kind === "bind") throw ora(1008)
      if (item.kind === "name") throw ora(904, [`"${item.path.map(({ value }) => value).join('"."')}"`], item.start)
    }
    return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, visit(value)]))
  }
  return visit(node) as Expression
}

/** Works out an expression over a row with the interpreter's own operators. */
export const evaluateOver = async (
  runtime: Runtime,
  node: Expression,
  columns: ReadonlyArray<MemoryColumn>,
  row: SqlRow
): Promise<TypedCell> => {
  const unit = {
    text: "",
    name: null,
    runtime,
    binds: [],
    errors: new CompileErrors(),
    loadStored: () => {
      throw new Error("no stored units here")
    },
    runNested: () => Promise.resolve()
  }
  const routine = { depth: 0, slotCount: 0, returns: null, isFunction: false }
  const scope = new Scope(null, routine, unit)
  const values: Value[] = columns.map((column, at) => fromSql(column.type, row[at] ?? null))
  for (const column of columns)
    scope.declare(
      { value: column.name, isQuoted: true, ...span },
      {
        kind: "variable",
        name: column.name,
        routine,
        slot: scope.takeSlot(),
        type: typeOfColumn({ ...column, sizeBytes: null }),
        isNotNull: false,
        isReadOnly: true
      }
    )
  const code = compileExpression(scope, node)
  const frame = new Frame(new Machine(runtime, []), null, routine.slotCount, () => "line 1", 0)
  for (const [at, value] of values.entries()) frame.slots[at] = value
  const value = await code.run(frame)
  return { type: typeOfValue(value), value: toSql(value) }
}
