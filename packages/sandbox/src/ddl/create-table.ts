// CREATE TABLE, with columns or AS SELECT.
import type { ColumnEntry, OracleType, TableEntry } from "../catalog/entries.ts"
import { characterType } from "../catalog/oracle-type.ts"
import { ora } from "../errors/ora.ts"
import type { ColumnDefinition, CreateTable, Query } from "../sql/ast/index.ts"
import { requireCreate, requireFree } from "./access.ts"
import { refreshNullability, tableNow } from "./change-table.ts"
import { addConstraint, applyState } from "./constraints.ts"
import type { DdlContext } from "./ddl-context.ts"
import { makeLobs } from "./lob-storage.ts"
import { archiveStateColumn, columnOfType, makeColumn } from "./make-column.ts"
import { makePartitions, readPartitioning } from "./table-partitioning.ts"
import { decideSegment, readStorage } from "./segment-storage.ts"

const newTable = (context: DdlContext, statement: CreateTable, owner: string): TableEntry => {
  const { options } = statement
  const storage = readStorage(context, statement.attributes)
  return {
    kind: "table",
    id: context.change.takeObjectId(),
    owner,
    name: statement.name.name.value,
    parentId: null,
    createdAt: context.now(),
    lastDdlAt: context.now(),
    isValid: true,
    isSystemNamed: false,
    columns: [],
    nextColumnId: 1,
    partitioning: null,
    temporary: statement.temporary?.onCommit ?? null,
    isReadOnly: options.isReadOnly ?? false,
    isRowMovement: options.isRowMovement ?? false,
    isTableLock: true,
    isCached: options.isCached ?? false,
    isResultCacheForced: options.isResultCacheForced ?? false,
    isRowDependencies: options.isRowDependencies ?? false,
    isMonitoring: true,
    isRowArchival: options.isRowArchival,
    defaultCollation: statement.defaultCollation?.value ?? "USING_NLS_COMP",
    degree: options.parallel === "default" ? "DEFAULT" : (options.parallel ?? 1),
    storage,
    hasSegment: statement.temporary === null && decideSegment(context, owner, storage),
    comment: null,
    statistics: null,
    isStatisticsLocked: false,
    logGroups: [],
    dropped: null
  }
}

/** Foreign keys may leave the type of their column out: it is that of the key referred to. Found out when the constraint is read. */
const missingType = (definition: ColumnDefinition): OracleType => {
  throw ora(2263, [], definition.end)
}

/** Adds a column to the entry of a table; the storage is for the caller. Fails with ORA-00957 when the name is there already. */
export const appendColumn = async (
  context: DdlContext,
  tableId: number,
  definition: ColumnDefinition,
  duplicateCode: number
): Promise<ColumnEntry> => {
  const table = tableNow(context, tableId)
  if (table.columns.some(({ name, visibility }) => name === definition.name.value && visibility !== "unused"))
    throw ora(duplicateCode, [], definition.name.start)
  if (table.columns.length >= 1000) throw ora(1792, [], definition.start)
  const column = await makeColumn(context, table, definition, missingType)
  context.change.update(table, { columns: [...table.columns, column], nextColumnId: table.nextColumnId + 1 })
  return column
}

/** Constraints at a column; identity columns and DEFAULT ON NULL demand NOT NULL by themselves. */
export const addColumnConstraints = async (
  context: DdlContext,
  tableId: number,
  definition: ColumnDefinition,
  column: ColumnEntry
): Promise<void> => {
  const isForced = column.identity !== null || column.default?.isOnNull === true
  const refused = definition.constraints.find(({ rule }) => rule.kind === "null" && column.identity !== null)
  if (refused !== undefined) throw ora(30670, [], refused.start)
  const hasNotNull = definition.constraints.some(({ rule }) => rule.kind === "not-null")
  if (isForced && !hasNotNull) {
    const state = {
      isDeferrable: null,
      initially: null,
      isRely: null,
      isEnabled: null,
      isValidated: null,
      usingIndex: null,
      exceptionsInto: null
    }
    const { start, end } = definition
    await addConstraint(
      context,
      tableId,
      { kind: "constraint", name: null, rule: { kind: "not-null" }, state, start, end },
      column
    )
  }
  for (const constraint of definition.constraints) await addConstraint(context, tableId, constraint, column)
}

const addDescribedColumns = async (
  context: DdlContext,
  tableId: number,
  query: Query,
  names: ReadonlyArray<ColumnDefinition>
): Promise<void> => {
  const { columns } = await context.queries.describeQuery(query)
  if (names.length > 0 && names.length !== columns.length) throw ora(1730, [], query.start)
  let table = tableNow(context, tableId)
  for (const [at, column] of columns.entries()) {
    const name = names[at]?.name.value ?? column.name
    if (names.length === 0 && column.isUnnamed) throw ora(998, [], query.start)
    if (table.columns.some((other) => other.name === name)) throw ora(957, [], query.start)
    const entry = columnOfType(table.nextColumnId, at + 1, name, column.type)
    table = context.change.update(table, { columns: [...table.columns, entry], nextColumnId: table.nextColumnId + 1 })
  }
}

const addColumns = async (context: DdlContext, tableId: number, statement: CreateTable): Promise<void> => {
  if (statement.asQuery !== null) {
    await addDescribedColumns(context, tableId, statement.asQuery, statement.columns)
    return
  }
  for (const definition of statement.columns) await appendColumn(context, tableId, definition, 957)
  const table = tableNow(context, tableId)
  if (table.columns.every(({ visibility }) => visibility !== "visible")) throw ora(54039, [], statement.start)
  if (!table.isRowArchival) return
  const state = archiveStateColumn(table.nextColumnId, characterType("VARCHAR2", 4000, "B"))
  context.change.update(table, { columns: [...table.columns, state], nextColumnId: table.nextColumnId + 1 })
}

const addConstraints = async (context: DdlContext, tableId: number, statement: CreateTable): Promise<void> => {
  for (const definition of statement.columns) {
    const column = tableNow(context, tableId).columns.find(({ name }) => name === definition.name.value)
    if (column !== undefined) await addColumnConstraints(context, tableId, definition, column)
  }
  for (const constraint of statement.constraints) await addConstraint(context, tableId, constraint, null)
  for (const clause of statement.constraintStates) await applyState(context, tableId, clause)
}

/** CREATE TABLE. Rows of AS SELECT come in before the constraints, so that these are validated. */
export const createTable = async (context: DdlContext, statement: CreateTable): Promise<void> => {
  const owner = requireCreate(context, statement.name, "TABLE")
  const { value: name, start } = statement.name.name
  if (statement.isIfNotExists && context.change.catalog.findObject(owner, name) !== null) return
  requireFree(context, "object", owner, name, start)
  const table = newTable(context, statement, owner)
  context.change.put(table)
  await addColumns(context, table.id, statement)
  if (statement.partitioning !== null) {
    const partitioning = await readPartitioning(context, tableNow(context, table.id), statement.partitioning)
    context.change.update(tableNow(context, table.id), { partitioning })
    await makePartitions(context, table.id, statement.partitioning)
  }
  const made = tableNow(context, table.id)
  makeLobs(context, made, made.columns, statement.lobs)
  await context.storage.createTable(made)
  if (statement.asQuery !== null) {
    const rows = await context.queries.insertFromQuery(made, statement.asQuery)
    if (rows > 0) context.change.update(tableNow(context, table.id), { hasSegment: true })
  }
  await addConstraints(context, table.id, statement)
  refreshNullability(context, table.id)
}
