// CREATE INDEX and DROP INDEX.
import type { EntryOf, IndexEntry, TableEntry } from "../catalog/entries.ts"
import { canSee, findUser, hasObjectPrivilege } from "../catalog/privileges.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { CreateIndex, DropIndex, ObjectName } from "../sql/ast/index.ts"
import { findOwnObject, holds, schemaOf } from "./access.ts"
import { constraintsOf, touch } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { dropHiddenColumns, readIndexColumns } from "./index-columns.ts"
import { makeIndex } from "./make-index.ts"

const requireIndexTable = (context: DdlContext, statement: CreateIndex): TableEntry => {
  const { authority, change } = context
  const table = findOwnObject(context, statement.table)
  if (table === null || (table.kind !== "table" && table.kind !== "view")) throw ora(942, [], statement.table.start)
  if (table.kind === "view") throw ora(1702, [], statement.table.start)
  const isAllowed = hasObjectPrivilege(change.catalog, authority, table, "INDEX") || holds(context, "CREATE ANY INDEX")
  if (!isAllowed) throw ora(1031, [], statement.table.start)
  return table
}

/** The schema of a new index: ORA-01918, ORA-01031. */
const indexSchema = (context: DdlContext, name: ObjectName): string => {
  const schema = schemaOf(context, name)
  if (findUser(context.change.catalog, schema) === null) throw ora(1918, [schema], name.start)
  if (schema !== context.authority.user && !holds(context, "CREATE ANY INDEX")) throw ora(1031, [], name.start)
  return schema
}

/** CREATE INDEX. Fails with ORA-01452 when a unique index meets duplicates. */
export const createIndex = async (context: DdlContext, statement: CreateIndex): Promise<IndexEntry> => {
  const owner = indexSchema(context, statement.name)
  const table = requireIndexTable(context, statement)
  await context.lockTable(table.id, statement.attributes.isOnline ? "share" : "exclusive")
  const columns = await readIndexColumns(context, table.id, statement.columns)
  const plan = {
    owner,
    name: statement.name.name.value,
    isSystemNamed: false,
    type: statement.type === "bitmap" ? "BITMAP" : "NORMAL",
    isUnique: statement.type === "unique",
    columns,
    attributes: statement.attributes,
    offset: statement.name.start
  } as const
  const made = await makeIndex(context, table.id, plan)
  if (made === null) throw ora(1452)
  touch(context, table.id)
  return made
}

/** The index of a name that the authority may alter or drop: ORA-01418, ORA-01031. */
export const requireIndex = (context: DdlContext, name: ObjectName, system: string): EntryOf<"index"> => {
  const { catalog } = context.change
  const found = catalog.find("index", schemaOf(context, name), name.name.value)
  const tableId = found?.parentId ?? null
  const table = tableId === null ? null : catalog.get(tableId)
  if (found?.kind !== "index" || table === null || found.dropped !== null) throw ora(1418, [], name.start)
  if (found.owner === context.authority.user || holds(context, system)) return found
  throw ora(canSee(catalog, context.authority, table) ? 1031 : 1418, [], name.start)
}

/** Takes an index away, with the hidden columns that only it used. */
export const removeIndex = async (context: DdlContext, index: IndexEntry): Promise<void> => {
  if (!index.isUnusable) await context.storage.dropIndex(index.id)
  context.change.remove(index.id)
  if (index.parentId !== null) dropHiddenColumns(context, index.parentId)
}

/** DROP INDEX. Fails with ORA-02429 while a key uses it. */
export const dropIndex = async (context: DdlContext, statement: DropIndex): Promise<void> => {
  const index = requireIndex(context, statement.name, "DROP ANY INDEX")
  if (index.parentId === null) throw notInSandbox("an index without a table", statement.start)
  await context.lockTable(index.parentId, "exclusive")
  if (constraintsOf(context.change, index.parentId).some(({ indexId }) => indexId === index.id)) throw ora(2429)
  await removeIndex(context, index)
  touch(context, index.parentId)
}
