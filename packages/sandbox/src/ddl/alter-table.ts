// ALTER TABLE: takes the lock once and hands every clause to its room.
import type { LogGroupEntry, TableEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { AlterTable, AlterTableAction, SupplementalLogData } from "../sql/ast/index.ts"
import { requireAlterTable, schemaOf } from "./access.ts"
import { addColumns, modifyColumns } from "./alter-columns.ts"
import {
  addPartition,
  dropPartition,
  modifyPartition,
  movePartition,
  renamePartition,
  truncatePartition
} from "./alter-partitions.ts"
import { requireColumn, tableNow, touch } from "./change-table.ts"
import { applyState, dropConstraint, modifyConstraint, renameConstraint } from "./constraints.ts"
import type { DdlContext } from "./ddl-context.ts"
import { readLobParameters } from "./lob-storage.ts"
import { dropColumns, dropUnusedColumns, renameColumn, setUnused } from "./drop-columns.ts"
import { checkWritable, maintainGlobalIndexes } from "./partition-maintenance.ts"
import { renameTable } from "./rename-table.ts"
import { mergeStorage, readStorage } from "./segment-storage.ts"
import { modifyDefaults, setInterval, setStoreIn, setSubpartitionTemplate } from "./set-interval.ts"

type Action<K extends AlterTableAction["kind"]> = Extract<AlterTableAction, { kind: K }>

/** Clauses that would change rows or columns of a table that is read only: ORA-12081. */
const refusedWhenReadOnly: ReadonlySet<AlterTableAction["kind"]> = new Set([
  "modify-columns",
  "drop-columns",
  "set-unused",
  "rename-column",
  "drop-partition",
  "truncate-partition",
  "exchange-partition"
])

const logTypes = {
  all: "ALL COLUMN LOGGING",
  "primary key": "PRIMARY KEY LOGGING",
  unique: "UNIQUE KEY LOGGING",
  "foreign key": "FOREIGN KEY LOGGING"
} as const

const newGroups = (context: DdlContext, table: TableEntry, data: SupplementalLogData): ReadonlyArray<LogGroupEntry> => {
  if (data.kind === "group") {
    const columns = data.columns.map((name) => requireColumn(table, name).id)
    return [{ name: data.name.value, type: "USER LOG GROUP", isAlways: data.isAlways, isSystemNamed: false, columns }]
  }
  return data.columns.map((kind) => ({
    name: context.change.takeConstraintName(),
    type: logTypes[kind],
    isAlways: kind === "all" || kind === "primary key",
    isSystemNamed: true,
    columns: []
  }))
}

const changeLogGroups = (context: DdlContext, tableId: number, action: Action<"supplemental-log">): void => {
  const table = tableNow(context, tableId)
  const { data } = action
  const groups = newGroups(context, table, data)
  const isSame = (a: LogGroupEntry, b: LogGroupEntry): boolean =>
    data.kind === "group" ? a.name === b.name : a.type === b.type
  const known = groups.find((group) => table.logGroups.some((other) => isSame(other, group)))
  if (action.change === "add") {
    if (known !== undefined)
      throw ora(data.kind === "group" ? 2264 : 32588, [data.kind === "group" ? "" : known.type], action.start)
    context.change.update(table, { logGroups: [...table.logGroups, ...groups] })
    return
  }
  const logGroups = table.logGroups.filter((other) => !groups.some((group) => isSame(other, group)))
  if (logGroups.length === table.logGroups.length) throw ora(32589, [], action.start)
  context.change.update(table, { logGroups })
}

const setTriggers = (context: DdlContext, tableId: number, isEnabled: boolean): void => {
  for (const trigger of context.change.catalog.childrenOf(tableId, "trigger"))
    context.change.update(trigger, { isEnabled })
}

const moveTable = async (context: DdlContext, tableId: number, action: Action<"move">): Promise<void> => {
  const table = tableNow(context, tableId)
  if (table.partitioning !== null) throw ora(14511, [], action.start)
  const isFull = !(await context.storage.isEmpty(table, null))
  context.change.update(table, { storage: mergeStorage(table.storage, readStorage(context, action.attributes)) })
  if (!action.isOnline) await maintainGlobalIndexes(context, tableId, null, isFull)
}

const modifyLob = (context: DdlContext, tableId: number, action: Action<"modify-lob">): void => {
  const table = tableNow(context, tableId)
  for (const name of action.lob.columns) {
    const { id } = requireColumn(table, name)
    const lob = context.change.catalog.childrenOf(tableId, "lob").find(({ columnId }) => columnId === id)
    if (lob === undefined) throw ora(22853, [], name.start)
    context.change.put({ ...lob, ...readLobParameters(context, action.lob.parameters, lob) })
  }
}

const setProperty = (context: DdlContext, tableId: number, action: AlterTableAction): boolean => {
  const put = (fields: Partial<TableEntry>): true => {
    context.change.update(tableNow(context, tableId), fields)
    return true
  }
  if (action.kind === "read-only" || action.kind === "read-write")
    return put({ isReadOnly: action.kind === "read-only" })
  if (action.kind === "row-movement") return put({ isRowMovement: action.isEnabled })
  if (action.kind === "table-lock") return put({ isTableLock: action.isEnabled })
  if (action.kind === "parallel") return put({ degree: action.degree === "default" ? "DEFAULT" : action.degree })
  if (action.kind === "cache") return put({ isCached: action.isCached })
  if (action.kind === "result-cache") return put({ isResultCacheForced: action.isForced })
  if (action.kind !== "attributes") return false
  return put({ storage: mergeStorage(tableNow(context, tableId).storage, readStorage(context, action.attributes)) })
}

const applyColumns = async (context: DdlContext, tableId: number, action: AlterTableAction): Promise<boolean> => {
  if (action.kind === "add") await addColumns(context, tableId, action)
  else if (action.kind === "modify-columns") await modifyColumns(context, tableId, action)
  else if (action.kind === "drop-columns") await dropColumns(context, tableId, action)
  else if (action.kind === "set-unused") await setUnused(context, tableId, action)
  else if (action.kind === "drop-unused") await dropUnusedColumns(context, tableId)
  else if (action.kind === "rename-column") renameColumn(context, tableId, action)
  else return false
  return true
}

const applyConstraints = async (context: DdlContext, tableId: number, action: AlterTableAction): Promise<boolean> => {
  if (action.kind === "drop-constraint") await dropConstraint(context, tableId, action)
  else if (action.kind === "modify-constraint") await modifyConstraint(context, tableId, action)
  else if (action.kind === "rename-constraint") renameConstraint(context, tableId, action)
  else if (action.kind === "constraint-state") await applyState(context, tableId, action.clause)
  else return false
  return true
}

const applyPartitions = async (context: DdlContext, tableId: number, action: AlterTableAction): Promise<boolean> => {
  if (action.kind === "add-partition") await addPartition(context, tableId, action)
  else if (action.kind === "drop-partition") await dropPartition(context, tableId, action)
  else if (action.kind === "truncate-partition") await truncatePartition(context, tableId, action)
  else if (action.kind === "rename-partition") await renamePartition(context, tableId, action)
  else if (action.kind === "move-partition") await movePartition(context, tableId, action)
  else if (action.kind === "set-interval") setInterval(context, tableId, action)
  else if (action.kind === "set-store-in") setStoreIn(context, tableId, action)
  else if (action.kind === "set-subpartition-template") await setSubpartitionTemplate(context, tableId, action)
  else if (action.kind === "modify-default-attributes") await modifyDefaults(context, tableId, action)
  else if (
    action.kind === "modify-partition" ||
    action.kind === "modify-partition-read-only" ||
    action.kind === "modify-partition-unusable-indexes"
  )
    await modifyPartition(context, tableId, action)
  else return false
  return true
}

const refused: Partial<Record<AlterTableAction["kind"], string>> = {
  "exchange-partition": "EXCHANGE PARTITION",
  "split-partition": "SPLIT PARTITION",
  "merge-partitions": "MERGE PARTITIONS",
  "coalesce-partition": "COALESCE PARTITION"
}

const apply = async (context: DdlContext, tableId: number, action: AlterTableAction): Promise<void> => {
  if (refusedWhenReadOnly.has(action.kind) || (action.kind === "add" && action.columns.length > 0))
    checkWritable(tableNow(context, tableId))
  const feature = refused[action.kind]
  if (feature !== undefined) throw notInSandbox(feature, action.start)
  if (setProperty(context, tableId, action) || (await applyColumns(context, tableId, action))) return
  if ((await applyConstraints(context, tableId, action)) || (await applyPartitions(context, tableId, action))) return
  if (action.kind === "rename-table") renameTable(context, tableId, action.to)
  else if (action.kind === "all-triggers") setTriggers(context, tableId, action.isEnabled)
  else if (action.kind === "supplemental-log") changeLogGroups(context, tableId, action)
  else if (action.kind === "move") await moveTable(context, tableId, action)
  else if (action.kind === "modify-lob") modifyLob(context, tableId, action)
  else if (action.kind === "shrink" && !tableNow(context, tableId).isRowMovement) throw ora(10636)
}

/** ALTER TABLE. Fails with ORA-00942, ORA-01031, ORA-00054, ORA-12081 and what its clauses fail with. */
export const alterTable = async (context: DdlContext, statement: AlterTable): Promise<void> => {
  const { name } = statement
  if (statement.isIfExists && context.change.catalog.findObject(schemaOf(context, name), name.name.value) === null)
    return
  const table = requireAlterTable(context, name)
  await context.lockTable(table.id, "exclusive")
  for (const action of statement.actions) await apply(context, table.id, action)
  touch(context, table.id)
}
