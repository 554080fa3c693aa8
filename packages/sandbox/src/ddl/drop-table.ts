// DROP TABLE, PURGE, TRUNCATE TABLE. Without PURGE a table goes to the recycle bin: it keeps its rows under a BIN$ name, as do its indexes, constraints
// and triggers; foreign keys are lost.
import type { ConstraintEntry, Dropped, TableEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { DropObject, ObjectName, Purge, TruncateTable } from "../sql/ast/index.ts"
import { holds, requireTable, schemaOf } from "./access.ts"
import { constraintsOf, foreignKeysToTable, indexesOf, invalidateDependents, tableNow } from "./change-table.ts"
import { removeConstraint } from "./constraint-state.ts"
import type { DdlContext } from "./ddl-context.ts"
import { checkUnreferenced, checkWritable, partitionsOf } from "./partition-maintenance.ts"

/** `BIN$...==$0`: 16 bytes made of the object id, in base 64 as Oracle writes them. */
export const recycleBinName = (id: number): string => {
  const bytes = Buffer.alloc(16)
  let state = id
  for (let at = 0; at < 16; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
    bytes[at] = (state >>> 16) & 0xff
  }
  bytes.writeUInt32BE(id >>> 0, 12)
  return `BIN$${bytes.toString("base64")}$0`
}

const removeForeignKeys = async (context: DdlContext, keys: ReadonlyArray<ConstraintEntry>): Promise<void> => {
  for (const key of keys) await removeConstraint(context, key, { isCascade: false, keepIndex: null })
}

/** Takes a table away for good: its rows, all that hangs on it, and the sequences of its identity columns. */
export const purgeTable = async (context: DdlContext, table: TableEntry): Promise<void> => {
  await removeForeignKeys(
    context,
    constraintsOf(context.change, table.id).filter(({ type }) => type === "R")
  )
  for (const { identity } of tableNow(context, table.id).columns) {
    if (identity === null) continue
    await context.storage.dropSequence(identity.sequenceId)
    context.change.remove(identity.sequenceId)
  }
  await context.storage.dropTable(table.id)
  context.change.remove(table.id)
}

const recycleTable = async (context: DdlContext, table: TableEntry): Promise<void> => {
  await removeForeignKeys(
    context,
    constraintsOf(context.change, table.id).filter(({ type }) => type === "R")
  )
  const { change } = context
  const scn = change.takeScn()
  const droppedAt = context.now()
  const dropped = (name: string): Dropped => ({ originalName: name, droppedAt, scn, baseId: table.id })
  for (const index of indexesOf(change, table.id))
    change.update(index, { name: recycleBinName(index.id), dropped: dropped(index.name) })
  for (const constraint of constraintsOf(change, table.id))
    change.update(constraint, { name: recycleBinName(constraint.id), dropped: dropped(constraint.name) })
  for (const trigger of change.catalog.childrenOf(table.id, "trigger"))
    change.update(trigger, { name: recycleBinName(trigger.id), dropped: dropped(trigger.name), isValid: false })
  for (const lob of change.catalog.childrenOf(table.id, "lob"))
    change.update(lob, { name: recycleBinName(lob.id), dropped: dropped(lob.name) })
  change.update(tableNow(context, table.id), { name: recycleBinName(table.id), dropped: dropped(table.name) })
}

/** DROP TABLE. Fails with ORA-02449 while foreign keys of other tables refer to it. */
export const dropTable = async (context: DdlContext, statement: DropObject): Promise<void> => {
  const table = requireTable(context, statement.name, { object: null, system: "DROP ANY TABLE" })
  await context.lockTable(table.id, "exclusive")
  const foreign = foreignKeysToTable(context.change, table.id)
  if (foreign.length > 0 && !statement.isCascadeConstraints) throw ora(2449)
  await removeForeignKeys(context, foreign)
  invalidateDependents(context, table.id)
  const isRecycled = context.isRecycleBinOn && !statement.isPurge && table.temporary === null
  if (isRecycled) await recycleTable(context, table)
  else await purgeTable(context, table)
}

const recycled = (context: DdlContext, owner: string | null): ReadonlyArray<TableEntry> =>
  [...context.change.catalog.all("table")].filter(
    (table) => table.dropped !== null && (owner === null || table.owner === owner)
  )

const findRecycled = (context: DdlContext, name: ObjectName): TableEntry => {
  const { value } = name.name
  const found = recycled(context, schemaOf(context, name))
    .filter((table) => table.name === value || table.dropped?.originalName === value)
    .toSorted((a, b) => a.id - b.id)[0]
  if (found === undefined) throw ora(38305, [], name.start)
  return found
}

/** PURGE TABLE and PURGE RECYCLEBIN. Of several dropped tables of a name the oldest goes. Fails with ORA-38305, ORA-01031. */
export const purge = async (context: DdlContext, statement: Purge): Promise<void> => {
  const { what } = statement
  if (what.kind === "table") {
    const table = findRecycled(context, what.name)
    if (table.owner !== context.authority.user && !holds(context, "DROP ANY TABLE")) throw ora(1031)
    await purgeTable(context, table)
    return
  }
  if (what.kind === "index" || what.kind === "tablespace")
    throw notInSandbox(`PURGE ${what.kind.toUpperCase()}`, statement.start)
  if (what.kind === "dba-recyclebin" && !context.authority.roles.has("DBA") && context.authority.user !== "SYS")
    throw ora(1031)
  const owner = what.kind === "recyclebin" ? context.authority.user : null
  for (const table of recycled(context, owner)) await purgeTable(context, table)
}

/** TRUNCATE TABLE. Fails with ORA-02266, ORA-12081, ORA-01031. */
export const truncateTable = async (context: DdlContext, statement: TruncateTable): Promise<void> => {
  const table = requireTable(context, statement.name, { object: null, system: "DROP ANY TABLE" })
  await context.lockTable(table.id, "exclusive")
  checkWritable(table)
  if (statement.isCascade) throw notInSandbox("TRUNCATE TABLE CASCADE", statement.start)
  checkUnreferenced(context, table)
  await context.storage.truncate(table.id)
  context.change.update(tableNow(context, table.id), { lastDdlAt: context.now() })
  for (const partition of partitionsOf(context, table.id)) context.change.markDirty(partition.id)
}
