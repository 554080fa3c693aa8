// CREATE, ALTER and DROP TRIGGER. Triggers are stored with their state; whether one fires is the executor's matter.
import type { CompileErrorEntry, TableEntry, TriggerEntry, ViewEntry } from "../catalog/entries.ts"
import { hasObjectPrivilege } from "../catalog/privileges.ts"
import { ora } from "../errors/ora.ts"
import type { AlterTrigger, CompileError, CreateTrigger, DropObject, ObjectName } from "../sql/ast/index.ts"
import { findOwnObject, holds, requireCreate, requireFree, schemaOf } from "./access.ts"
import { requireColumn } from "./change-table.ts"
import type { DdlContext, DdlOutcome } from "./ddl-context.ts"
import { textOf } from "./expression-text.ts"

/** Errors as ALL_ERRORS keeps them. */
export const readErrors = (errors: ReadonlyArray<CompileError>): ReadonlyArray<CompileErrorEntry> =>
  errors.map(({ line, column, message }) => ({ line, column, message }))

const requireBase = (context: DdlContext, statement: CreateTrigger): TableEntry | ViewEntry => {
  const { table } = statement
  const base = findOwnObject(context, table)
  if (base?.kind !== "table" && base?.kind !== "view") throw ora(942, [], table.start)
  if (base.owner === "SYS") throw ora(4089, [], table.start)
  const isAllowed =
    hasObjectPrivilege(context.change.catalog, context.authority, base, "ALTER") || holds(context, "CREATE ANY TRIGGER")
  if (!isAllowed) throw ora(1031, [], table.start)
  if (base.kind === "table")
    for (const { columns } of statement.events) for (const name of columns) requireColumn(base, name)
  return base
}

const replaced = (
  context: DdlContext,
  statement: CreateTrigger,
  owner: string,
  base: TableEntry | ViewEntry
): TriggerEntry | null => {
  const { value: name, start } = statement.name.name
  const existing = context.change.catalog.find("trigger", owner, name)
  if (existing?.kind !== "trigger") return null
  if (!statement.isOrReplace) throw ora(4081, [name], start)
  if (existing.parentId !== base.id) throw ora(4095, [name], start)
  return existing
}

const names = (context: DdlContext, list: ReadonlyArray<ObjectName>): TriggerEntry["follows"] =>
  list.map((name) => ({ owner: schemaOf(context, name), name: name.name.value }))

const makeEntry = (
  context: DdlContext,
  statement: CreateTrigger,
  owner: string,
  base: TableEntry | ViewEntry,
  old: TriggerEntry | null
): TriggerEntry => {
  const errors = readErrors(statement.body.errors)
  return {
    kind: "trigger",
    id: old?.id ?? context.change.takeObjectId(),
    owner,
    name: statement.name.name.value,
    parentId: base.id,
    createdAt: old?.createdAt ?? context.now(),
    lastDdlAt: context.now(),
    isValid: errors.length === 0,
    isSystemNamed: false,
    timing: statement.timing,
    events: statement.events.map(({ event, columns }) => ({ event, columns: columns.map(({ value }) => value) })),
    isForEachRow: statement.isForEachRow,
    newName: statement.referencing.new?.value ?? "NEW",
    oldName: statement.referencing.old?.value ?? "OLD",
    isEnabled: !statement.isDisabled,
    whenText: statement.when === null ? null : textOf(context.sql, statement.when),
    description: textOf(context.sql, statement.description),
    body: textOf(context.sql, statement.body),
    follows: names(context, statement.follows),
    precedes: names(context, statement.precedes),
    errors,
    dropped: null
  }
}

/** CREATE [OR REPLACE] TRIGGER. Fails with ORA-04081, ORA-04095, ORA-04080 (FOLLOWS one that is not there). With errors it is made all the same. */
export const createTrigger = (context: DdlContext, statement: CreateTrigger): DdlOutcome => {
  const owner = requireCreate(context, statement.name, "TRIGGER")
  const base = requireBase(context, statement)
  const old = replaced(context, statement, owner, base)
  for (const { owner: other, name } of [...names(context, statement.follows), ...names(context, statement.precedes)])
    if (context.change.catalog.find("trigger", other, name) === null) throw ora(4080, [name], statement.start)
  const entry = makeEntry(context, statement, owner, base, old)
  context.change.put(entry)
  return { hasCompileErrors: entry.errors.length > 0 }
}

const requireTrigger = (context: DdlContext, name: ObjectName, system: string): TriggerEntry => {
  const entry = context.change.catalog.find("trigger", schemaOf(context, name), name.name.value)
  if (entry?.kind !== "trigger" || entry.dropped !== null) throw ora(4080, [name.name.value], name.start)
  if (entry.owner !== context.authority.user && !holds(context, system)) throw ora(1031, [], name.start)
  return entry
}

/** ALTER TRIGGER. Fails with ORA-04080, ORA-04081. */
export const alterTrigger = (context: DdlContext, statement: AlterTrigger): DdlOutcome => {
  const entry = requireTrigger(context, statement.name, "ALTER ANY TRIGGER")
  const { action } = statement
  const lastDdlAt = context.now()
  if (action.kind === "rename") {
    requireFree(context, "trigger", entry.owner, action.to.value, action.to.start)
    context.change.update(entry, { name: action.to.value, lastDdlAt })
  } else if (action.kind === "compile") {
    context.change.update(entry, { isValid: entry.errors.length === 0, lastDdlAt })
    return { hasCompileErrors: entry.errors.length > 0 }
  } else context.change.update(entry, { isEnabled: action.kind === "enable", lastDdlAt })
  return { hasCompileErrors: false }
}

/** DROP TRIGGER. */
export const dropTrigger = (context: DdlContext, statement: DropObject): void => {
  context.change.remove(requireTrigger(context, statement.name, "DROP ANY TRIGGER").id)
}
