// ALTER TABLE ADD and MODIFY of columns.
import type { ColumnEntry, OracleType, TableEntry } from "../catalog/entries.ts"
import { isCharacterType, isLobType, isLongType } from "../catalog/oracle-type.ts"
import { ora } from "../errors/ora.ts"
import type { AlterTableAction, ColumnDefinition, IdentityClause } from "../sql/ast/index.ts"
import { readColumnType } from "./column-type.ts"
import {
  columnById,
  constraintsOf,
  indexesOf,
  invalidateDependents,
  putColumn,
  requireColumn,
  tableNow
} from "./change-table.ts"
import { removeConstraint } from "./constraint-state.ts"
import { addConstraint } from "./constraints.ts"
import { addColumnConstraints, appendColumn } from "./create-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { textOf } from "./expression-text.ts"
import { makeLobs } from "./lob-storage.ts"
import { nextPosition } from "./make-column.ts"
import { readSequenceOptions } from "./sequence-options.ts"

type Action<K extends AlterTableAction["kind"]> = Extract<AlterTableAction, { kind: K }>

const isMandatory = (definition: ColumnDefinition): boolean =>
  definition.constraints.some(({ rule, state }) => rule.kind === "not-null" && state.isEnabled !== false)

/** ADD (...). Fails with ORA-01430, ORA-01758 (NOT NULL without default on a table with rows). */
export const addColumns = async (context: DdlContext, tableId: number, action: Action<"add">): Promise<void> => {
  const made: ColumnEntry[] = []
  for (const definition of action.columns) {
    const table = tableNow(context, tableId)
    const hasValue = definition.default !== null || definition.identity !== null || definition.virtual !== null
    if (isMandatory(definition) && !hasValue && !(await context.storage.isEmpty(table, null))) throw ora(1758)
    const column = await appendColumn(context, tableId, definition, 1430)
    await context.storage.addColumn(tableNow(context, tableId), column)
    made.push(column)
  }
  makeLobs(context, tableNow(context, tableId), made, action.lobs)
  for (const [at, definition] of action.columns.entries()) {
    const column = made[at]
    if (column !== undefined) await addColumnConstraints(context, tableId, definition, column)
  }
  for (const constraint of action.constraints) await addConstraint(context, tableId, constraint, null)
}

const sizeOf = (type: OracleType): number => type.charLength || type.lengthBytes

/** True when every value of the old type is one of the new: no row has to be looked at. */
const isWidening = (from: OracleType, to: OracleType): boolean => {
  if (from.name !== to.name) return false
  if (isCharacterType(from) || from.name === "RAW") return from.charUnit === to.charUnit && sizeOf(to) >= sizeOf(from)
  if (from.name !== "NUMBER")
    return (to.precision ?? 126) >= (from.precision ?? 126) && (to.scale ?? 9) >= (from.scale ?? 9)
  if (to.precision === null) return to.scale === null || from.scale === to.scale
  if (from.precision === null) return false
  return (to.scale ?? 0) >= (from.scale ?? 0) && to.precision - (to.scale ?? 0) >= from.precision - (from.scale ?? 0)
}

const sameType = (a: OracleType, b: OracleType): boolean => JSON.stringify(a) === JSON.stringify(b)

const checkKeyUse = (context: DdlContext, table: TableEntry, column: ColumnEntry, offset: number): void => {
  const { partitioning } = table
  if (partitioning?.columns.includes(column.id) === true) throw ora(14060, [], offset)
  if (partitioning?.subpartitioning?.columns.includes(column.id) === true) throw ora(14265, [], offset)
  const isGlobalKey = indexesOf(context.change, table.id).some(
    ({ locality }) => locality.kind === "global" && locality.columns.includes(column.id)
  )
  if (isGlobalKey) throw ora(14061, [], offset)
  const isUsedIn = table.columns.some(({ virtual }) => virtual?.text.includes(`"${column.name}"`) === true)
  if (isUsedIn) throw ora(54033, [], offset)
  if (column.virtual !== null) throw ora(54027, [], offset)
}

const changeType = async (
  context: DdlContext,
  tableId: number,
  column: ColumnEntry,
  type: OracleType,
  offset: number
): Promise<void> => {
  const table = tableNow(context, tableId)
  if (sameType(column.type, type)) return
  checkKeyUse(context, table, column, offset)
  if (isLobType(column.type) || isLobType(type) || isLongType(type)) {
    if (!(isLongType(column.type) && isLobType(type))) throw ora(22859, [], offset)
  }
  const isKindChanged = column.type.name !== type.name
  if (!isWidening(column.type, type) && !isLongType(column.type)) {
    const isEmpty = await context.storage.isColumnEmpty(table, column.id)
    const isCharacterChange = isCharacterType(column.type) && isCharacterType(type)
    if (isKindChanged && !isCharacterChange && !isEmpty) throw ora(1439, [], offset)
    if (column.type.name === "NUMBER" && !isEmpty) throw ora(1440, [], offset)
  }
  const changed = { ...column, type }
  const next = putColumn(context, tableId, changed)
  if (!(await context.storage.changeColumnType(next, changed, column.type))) throw ora(1441, [], offset)
}

const setVisibility = (context: DdlContext, tableId: number, columnId: number, isInvisible: boolean): void => {
  const table = tableNow(context, tableId)
  const column = columnById(table, columnId)
  if ((column.visibility === "invisible") === isInvisible) return
  if (!isInvisible) {
    putColumn(context, tableId, { ...column, visibility: "visible", position: nextPosition(table) })
    return
  }
  const { position } = column
  const columns = table.columns.map((other) => {
    if (other.id === columnId) return { ...other, visibility: "invisible" as const, position: null }
    const isLater = other.position !== null && position !== null && other.position > position
    return isLater ? { ...other, position: (other.position ?? 1) - 1 } : other
  })
  if (columns.every(({ visibility }) => visibility !== "visible")) throw ora(54039)
  context.change.update(table, { columns })
}

const modifyIdentity = async (
  context: DdlContext,
  tableId: number,
  column: ColumnEntry,
  clause: IdentityClause
): Promise<void> => {
  if (column.identity === null) throw ora(30673, [], clause.start)
  const table = tableNow(context, tableId)
  const sequence = context.change.catalog.getOf("sequence", column.identity.sequenceId)
  if (sequence === null) throw ora(2289)
  const { startWith } = clause.options
  const options = readSequenceOptions(clause.options, startWith === null ? sequence.options : null, clause.start)
  let restart = startWith === null ? null : options.startWith
  if (startWith === "limit value") {
    const isUp = BigInt(options.incrementBy) > 0n
    const extreme = await context.storage.extremeValue(table, column.id, isUp ? "greatest" : "least")
    if (extreme !== null) restart = String(BigInt(extreme.replace(/\..*$/u, "")) + BigInt(options.incrementBy))
  }
  const kept = restart === null ? options : { ...options, startWith: restart }
  const changed = context.change.update(sequence, { options: kept, lastNumber: restart ?? sequence.lastNumber })
  await context.storage.alterSequence(changed, restart)
  putColumn(context, tableId, { ...column, identity: { ...column.identity, mode: clause.mode, options: kept } })
}

const dropIdentity = async (
  context: DdlContext,
  tableId: number,
  column: ColumnEntry,
  offset: number
): Promise<void> => {
  if (column.identity === null) throw ora(30673, [], offset)
  await context.storage.dropSequence(column.identity.sequenceId)
  context.change.remove(column.identity.sequenceId)
  putColumn(context, tableId, { ...column, identity: null })
}

const modifyNullability = async (context: DdlContext, tableId: number, definition: ColumnDefinition): Promise<void> => {
  for (const constraint of definition.constraints) {
    const column = requireColumn(tableNow(context, tableId), definition.name)
    const existing = constraintsOf(context.change, tableId).find(
      ({ condition, columns }) => condition?.isNotNull === true && columns[0] === column.id
    )
    if (constraint.rule.kind === "null") {
      if (existing === undefined) throw ora(1451, [], constraint.start)
      if (column.identity !== null) throw ora(30672, [], constraint.start)
      await removeConstraint(context, existing, { isCascade: false, keepIndex: null })
    } else {
      if (constraint.rule.kind === "not-null" && existing !== undefined) throw ora(1442, [], constraint.start)
      await addConstraint(context, tableId, constraint, column)
    }
  }
}

const modifyColumn = async (context: DdlContext, tableId: number, definition: ColumnDefinition): Promise<void> => {
  const now = (): ColumnEntry => requireColumn(tableNow(context, tableId), definition.name)
  const { start } = definition
  if (definition.type !== null) {
    if (now().identity !== null && definition.type.kind !== "number-type" && definition.type.kind !== "float-type")
      throw ora(30675, [], start)
    await changeType(context, tableId, now(), readColumnType(definition.type, context.lengthSemantics), start)
  }
  if (definition.identity !== null) await modifyIdentity(context, tableId, now(), definition.identity)
  if (definition.isIdentityDropped) await dropIdentity(context, tableId, now(), start)
  if (definition.default !== null) {
    if (now().identity !== null) throw ora(30674, [], start)
    if (now().virtual !== null) throw ora(54026, [], start)
    const isNull = definition.default.value.kind === "null"
    const text = textOf(context.sql, definition.default.value)
    const { isOnNull } = definition.default
    putColumn(context, tableId, {
      ...now(),
      default: isNull && !isOnNull ? { text: "NULL", isOnNull } : { text, isOnNull }
    })
  }
  if (definition.isInvisible !== null) setVisibility(context, tableId, now().id, definition.isInvisible)
  await modifyNullability(context, tableId, definition)
}

/** MODIFY (...). Fails with ORA-01439 to 01442, 01451, 14060, 14265, 22859, 30673, 54027 ... */
export const modifyColumns = async (
  context: DdlContext,
  tableId: number,
  action: Action<"modify-columns">
): Promise<void> => {
  for (const definition of action.columns) await modifyColumn(context, tableId, definition)
  invalidateDependents(context, tableId)
}
