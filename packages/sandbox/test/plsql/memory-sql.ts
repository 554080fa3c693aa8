// SELECT, INSERT, UPDATE and DELETE over the tables in memory.
import type { OracleTypeName, QueryCursor, ResultColumn, SqlRow, SqlValue } from "../../src/engine/engine.ts"
import { ora } from "../../src/errors/ora.ts"
import type { DmlOutcome, Runtime, SqlScope } from "../../src/plsql/runtime.ts"
import type { DmlStatement, Expression, ObjectName, Query, Select } from "../../src/sql/ast/index.ts"
import type { MemoryColumn, MemoryTable, TypedCell } from "./memory-tables.ts"
import { evaluateOver, insertValues } from "./memory-tables.ts"

type Tables = ReadonlyMap<string, MemoryTable>

const dual: MemoryTable = {
  columns: [{ name: "DUMMY", type: "VARCHAR2", sizeBytes: 1, precision: null, scale: null, isNullable: true }],
  rows: [["X"]],
  unique: null
}

const findTable = (tables: Tables, name: ObjectName | null): MemoryTable => {
  if (name === null) throw ora(3001)
  const table = name.name.value === "DUAL" ? dual : tables.get(name.name.value)
  if (table === undefined) throw ora(942, [], name.start)
  return table
}

const selectOf = (query: Query): Select => {
  if (query.body.kind !== "select") throw ora(3001)
  return query.body
}

const tableOf = (tables: Tables, select: Select): MemoryTable => {
  const [source] = select.from
  if (source === undefined || source.kind !== "table" || select.from.length > 1) throw ora(3001)
  return findTable(tables, source.name)
}

const levelColumn: MemoryColumn = {
  name: "LEVEL",
  type: "NUMBER",
  sizeBytes: null,
  precision: null,
  scale: null,
  isNullable: false
}

const aggregates: ReadonlySet<string> = new Set(["COUNT", "MAX", "MIN", "SUM"])

const isAggregate = (node: Expression): node is Extract<Expression, { kind: "call" }> =>
  node.kind === "call" && node.path.length === 1 && aggregates.has(node.path[0].value)

const itemsOf = (
  select: Select,
  table: MemoryTable
): ReadonlyArray<{ readonly name: string; readonly value: Expression }> =>
  select.items.flatMap((item) => {
    if (item.kind !== "value")
      return table.columns.map(({ name }) => ({
        name,
        value: {
          kind: "name" as const,
          path: [{ value: name, isQuoted: true, start: 0, end: 0 }] as const,
          isOuterJoined: false,
          start: 0,
          end: 0
        }
      }))
    const label =
      item.alias?.value ?? (item.value.kind === "name" ? item.value.path.at(-1)?.value : undefined) ?? "EXPR"
    const value: Expression = item.value.kind === "pseudo-column" ? asName(item.value.name) : item.value
    return [{ name: item.value.kind === "pseudo-column" ? (item.alias?.value ?? item.value.name) : label, value }]
  })

const asName = (name: string): Expression => ({
  kind: "name",
  path: [{ value: name, isQuoted: true, start: 0, end: 0 }],
  isOuterJoined: false,
  start: 0,
  end: 0
})

const resultColumn = (name: string, cell: TypedCell | undefined, column: MemoryColumn | undefined): ResultColumn => ({
  name,
  type: column?.type ?? cell?.type ?? "VARCHAR2",
  sizeBytes: column === undefined ? 4000 : column.sizeBytes,
  precision: column?.precision ?? null,
  scale: column?.scale ?? null,
  isNullable: true
})

const columnOf = (node: Expression, columns: ReadonlyArray<MemoryColumn>): MemoryColumn | undefined =>
  node.kind === "name" ? columns.find(({ name }) => name === node.path.at(-1)?.value) : undefined

const makeCursor = (columns: ReadonlyArray<ResultColumn>, rows: ReadonlyArray<SqlRow>): QueryCursor => {
  let next = 0
  return {
    columns,
    fetch: async (count) => {
      const taken = rows.slice(next, next + count)
      next += taken.length
      return taken
    },
    close: () => undefined
  }
}

const textOf = (cell: TypedCell | undefined): string => (typeof cell?.value === "string" ? cell.value : "")

const compareCells = (a: TypedCell | undefined, b: TypedCell | undefined): number =>
  a?.type === "NUMBER" ? Number(textOf(a)) - Number(textOf(b)) : textOf(a) < textOf(b) ? -1 : 1

/** SQL over tables in memory. */
export const makeMemorySql = (tables: Tables, runtime: () => Runtime) => {
  const over = (node: Expression, columns: ReadonlyArray<MemoryColumn>, row: SqlRow, scope: SqlScope) =>
    evaluateOver(
      runtime(),
      insertValues(
        node,
        scope,
        columns.map(({ name }) => name)
      ),
      columns,
      row
    )

  const filter = async (
    where: Expression | null,
    columns: ReadonlyArray<MemoryColumn>,
    rows: ReadonlyArray<SqlRow>,
    scope: SqlScope
  ): Promise<ReadonlyArray<SqlRow>> => {
    if (where === null) return rows
    const kept: SqlRow[] = []
    for (const row of rows) if ((await over(where, columns, row, scope)).value === true) kept.push(row)
    return kept
  }

  const aggregate = async (
    node: Expression,
    columns: ReadonlyArray<MemoryColumn>,
    rows: ReadonlyArray<SqlRow>,
    scope: SqlScope
  ): Promise<TypedCell> => {
    if (!isAggregate(node)) return over(node, columns, rows[0] ?? columns.map(() => null), scope)
    const argument = node.arguments[0]?.value
    if (node.isStar || argument === undefined) return { type: "NUMBER", value: String(rows.length) }
    const cells: TypedCell[] = []
    for (const row of rows) cells.push(await over(argument, columns, row, scope))
    const values = cells.filter(({ value }) => value !== null)
    const name = node.path[0].value
    if (name === "COUNT") return { type: "NUMBER", value: String(values.length) }
    if (values.length === 0) return { type: cells[0]?.type ?? "VARCHAR2", value: null }
    if (name === "SUM")
      return { type: "NUMBER", value: String(values.reduce((sum, { value }) => sum + Number(value), 0)) }
    const sorted = values.toSorted(compareCells)
    return (name === "MAX" ? sorted.at(-1) : sorted[0]) ?? { type: "VARCHAR2", value: null }
  }

  const source = async (select: Select, scope: SqlScope) => {
    const table = tableOf(tables, select)
    if (select.hierarchy === null)
      return { columns: table.columns, rows: await filter(select.where, table.columns, table.rows, scope) }
    const columns = [levelColumn]
    const rows: SqlRow[] = []
    const condition = JSON.parse(
      JSON.stringify(select.hierarchy.connectBy).replaceAll(
        '"kind":"pseudo-column","name":"LEVEL","qualifier":null',
        '"kind":"name","isOuterJoined":false,"path":[{"value":"LEVEL","isQuoted":true,"start":0,"end":0}]'
      )
    ) as Expression
    for (let level = 1; (await over(condition, columns, [String(level)], scope)).value === true; level += 1)
      rows.push([String(level)])
    return { columns, rows }
  }

  const openCursor = async (query: Query, scope: SqlScope): Promise<QueryCursor> => {
    const select = selectOf(query)
    const { columns, rows } = await source(select, scope)
    const items = itemsOf(select, { columns, rows: [], unique: null })
    const isGrouped = items.some(({ value }) => isAggregate(value))
    const cells: TypedCell[][] = []
    if (isGrouped) {
      const one: TypedCell[] = []
      for (const { value } of items) one.push(await aggregate(value, columns, rows, scope))
      cells.push(one)
    } else
      for (const row of rows) {
        const one: TypedCell[] = []
        for (const { value } of items) one.push(await over(value, columns, row, scope))
        cells.push(one)
      }
    const [order] = query.orderBy
    if (order?.value.kind === "name") {
      const at = items.findIndex(({ name }) => order.value.kind === "name" && name === order.value.path[0].value)
      cells.sort((a, b) => compareCells(a[at], b[at]) * (order.isDescending ? -1 : 1))
    }
    const described = items.map(({ name, value }, at) =>
      resultColumn(name, cells.find((row) => row[at]?.value !== null)?.[at], columnOf(value, columns))
    )
    return makeCursor(
      described,
      cells.map((row) => row.map(({ value }) => value))
    )
  }

  const describe = async (node: Query | DmlStatement, scope: SqlScope): Promise<ReadonlyArray<ResultColumn> | null> => {
    if (node.kind !== "query") {
      const table = findTable(tables, node.target.table)
      if (node.kind === "insert")
        for (const { value, start } of node.columns)
          if (!table.columns.some(({ name }) => name === value)) throw ora(904, [`"${value}"`], start)
      return []
    }
    const select = selectOf(node)
    const table = tableOf(tables, select)
    const columns = select.hierarchy === null ? table.columns : [levelColumn]
    const items = itemsOf(select, { columns, rows: [], unique: null })
    for (const { value } of items)
      if (!isAggregate(value))
        insertValues(
          value,
          scope,
          columns.map(({ name }) => name)
        )
    return items.map(({ name, value }) =>
      resultColumn(name, { type: isAggregate(value) ? "NUMBER" : "VARCHAR2", value: null }, columnOf(value, columns))
    )
  }

  const returned = async (node: DmlStatement, table: MemoryTable, rows: ReadonlyArray<SqlRow>, scope: SqlScope) => {
    const items = node.kind === "merge" ? [] : (node.returning?.items ?? [])
    const result: SqlRow[] = []
    let types: ReadonlyArray<OracleTypeName> = items.map((item) => columnOf(item, table.columns)?.type ?? "VARCHAR2")
    if (items.length > 0)
      for (const row of rows) {
        const cells: TypedCell[] = []
        for (const item of items) cells.push(await over(item, table.columns, row, scope))
        types = cells.map(({ type }, at) => columnOf(items[at] ?? asName(""), table.columns)?.type ?? type)
        result.push(cells.map(({ value }) => value))
      }
    return { returned: result, returnedTypes: types }
  }

  const insert = (table: MemoryTable, row: SqlValue[]): void => {
    for (const [at, column] of table.columns.entries()) {
      const value = row[at] ?? null
      if (value === null && !column.isNullable) throw ora(1400, [`"T"."${column.name}"`])
      if (typeof value === "string" && column.type === "NUMBER" && Number.isNaN(Number(value))) throw ora(1722)
      if (typeof value === "string" && column.sizeBytes !== null && value.length > column.sizeBytes)
        throw ora(12899, [`"T"."${column.name}"`, value.length, column.sizeBytes])
    }
    const key = table.unique
    if (key !== null && table.rows.some((other) => other[key] === row[key])) throw ora(1, ["HR.T_PK"])
    table.rows.push(row)
  }

  const runDml = async (node: DmlStatement, scope: SqlScope): Promise<DmlOutcome> => {
    if (node.kind === "merge") throw ora(3001)
    const table = findTable(tables, node.target.table)
    const before = table.rows.map((row) => [...row])
    try {
      if (node.kind === "insert") {
        if (node.source.kind !== "values" && node.source.kind !== "query") throw ora(3001)
        const names =
          node.columns.length > 0 ? node.columns.map(({ value }) => value) : table.columns.map(({ name }) => name)
        const given: SqlRow[] = []
        if (node.source.kind === "values") {
          const row: SqlValue[] = []
          for (const value of node.source.values) row.push((await over(value, [], [], scope)).value)
          given.push(row)
        } else given.push(...(await (await openCursor(node.source.query, scope)).fetch(100_000)))
        const made = given.map((row) =>
          table.columns.map(({ name }) => (names.includes(name) ? (row[names.indexOf(name)] ?? null) : null))
        )
        for (const row of made) insert(table, row)
        return { rowCount: made.length, ...(await returned(node, table, made, scope)) }
      }
      const touched = await filter(node.where, table.columns, table.rows, scope)
      if (node.kind === "delete") {
        const result = await returned(node, table, touched, scope)
        table.rows = table.rows.filter((row) => !touched.includes(row))
        return { rowCount: touched.length, ...result }
      }
      for (const row of touched as SqlValue[][])
        for (const assignment of node.assignments) {
          if (assignment.kind !== "column") throw ora(3001)
          const at = table.columns.findIndex(({ name }) => name === assignment.column.path.at(-1)?.value)
          row[at] = (await over(assignment.value, table.columns, row, scope)).value
        }
      return { rowCount: touched.length, ...(await returned(node, table, touched, scope)) }
    } catch (thrown) {
      table.rows = before
      throw thrown
    }
  }

  return { openCursor, describe, runDml }
}
