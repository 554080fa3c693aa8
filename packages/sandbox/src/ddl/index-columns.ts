// Columns of an index: plain ones by id, expressions and descending ones by a hidden virtual column of the table, which is made when there is none yet.
import type { ColumnEntry, IndexColumnEntry, OracleType, TableEntry } from "../catalog/entries.ts"
import { isLobType, isLongType } from "../catalog/oracle-type.ts"
import { ora } from "../errors/ora.ts"
import type { IndexColumn } from "../sql/ast/index.ts"
import { tableNow, userColumns } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { columnNameOf, spellExpression } from "./expression-text.ts"
import { hiddenColumn } from "./make-column.ts"

const checkType = (type: OracleType, offset: number): void => {
  if (isLobType(type)) throw ora(2327, ["LOB"], offset)
  if (isLongType(type)) throw ora(997, [], offset)
}

const findHidden = (table: TableEntry, text: string): ColumnEntry | null =>
  table.columns.find(({ visibility, virtual }) => visibility === "system" && virtual?.text === text) ?? null

const addHidden = (context: DdlContext, table: TableEntry, type: OracleType, text: string): ColumnEntry => {
  const found = findHidden(table, text)
  if (found !== null) return found
  const column = hiddenColumn(table.nextColumnId, table.columns.length + 1, type, text)
  context.change.update(table, { columns: [...table.columns, column], nextColumnId: table.nextColumnId + 1 })
  return column
}

const readColumn = async (context: DdlContext, tableId: number, column: IndexColumn): Promise<IndexColumnEntry> => {
  const table = tableNow(context, tableId)
  const { value, isDescending } = column
  const name = columnNameOf(value)
  if (name !== null) {
    const plain = userColumns(table).find((candidate) => candidate.name === name)
    if (plain === undefined) throw ora(904, [`"${name}"`], value.start)
    checkType(plain.type, value.start)
    if (!isDescending) return { columnId: plain.id, isDescending }
    return { columnId: addHidden(context, table, plain.type, `"${name}"`).id, isDescending }
  }
  const type = await context.queries.describeExpression(value, table)
  if (type === null) throw ora(2327, ["BOOLEAN"], value.start)
  checkType(type, value.start)
  const names = new Set(table.columns.map((candidate) => candidate.name))
  const text = spellExpression(context.sql, value, (word) => names.has(word))
  return { columnId: addHidden(context, table, type, text).id, isDescending }
}

/** The columns of an index. Fails with ORA-00904, ORA-00957 (twice the same), ORA-01793 (more than 32), ORA-02327 (LOB). */
export const readIndexColumns = async (
  context: DdlContext,
  tableId: number,
  columns: ReadonlyArray<IndexColumn>
): Promise<ReadonlyArray<IndexColumnEntry>> => {
  if (columns.length > 32) throw ora(1793, [], columns[32]?.start ?? null)
  const read: IndexColumnEntry[] = []
  for (const column of columns) {
    const entry = await readColumn(context, tableId, column)
    if (read.some(({ columnId }) => columnId === entry.columnId)) throw ora(957, [], column.start)
    read.push(entry)
  }
  return read
}

/** True when an index has an expression or a descending column: FUNCTION-BASED. */
export const isFunctionBased = (table: TableEntry, columns: ReadonlyArray<IndexColumnEntry>): boolean =>
  columns.some(({ columnId }) => table.columns.some(({ id, visibility }) => id === columnId && visibility === "system"))

/** Takes the hidden columns away that no index needs any more. */
export const dropHiddenColumns = (context: DdlContext, tableId: number): void => {
  const table = tableNow(context, tableId)
  const used = new Set(
    context.change.catalog
      .childrenOf(tableId, "index")
      .flatMap(({ columns }) => columns.map(({ columnId }) => columnId))
  )
  const columns = table.columns.filter(
    ({ id, visibility, virtual }) => visibility !== "system" || virtual === null || used.has(id)
  )
  if (columns.length < table.columns.length) context.change.update(table, { columns })
}
