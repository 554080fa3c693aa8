// RENAME of tables, views, sequences and synonyms. Constraints, indexes, triggers, grants and comments hang on the object and follow it; views and
// units that name it become invalid, triggers have to be compiled again; synonyms lead nowhere from then on.
import type { NamedObjectEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Identifier, RenameObject } from "../sql/ast/index.ts"
import { requireFree } from "./access.ts"
import { invalidateDependents, tableNow } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"

/** Renames an object within its schema. Fails with ORA-00955. */
export const renameEntry = (context: DdlContext, entry: NamedObjectEntry, to: Identifier): void => {
  requireFree(context, "object", entry.owner, to.value, to.start)
  context.change.put({ ...entry, name: to.value, lastDdlAt: context.now(), isSystemNamed: false })
  invalidateDependents(context, entry.id)
  for (const trigger of context.change.catalog.childrenOf(entry.id, "trigger"))
    context.change.update(trigger, { isValid: false })
}

/** ALTER TABLE ... RENAME TO. */
export const renameTable = (context: DdlContext, tableId: number, to: Identifier): void => {
  renameEntry(context, tableNow(context, tableId), to)
}

/** RENAME a TO b: tables, views, sequences and private synonyms of the own schema. Fails with ORA-04043 when there is none, ORA-01765 for units. */
export const renameObject = async (context: DdlContext, statement: RenameObject): Promise<void> => {
  const { value: name } = statement.from
  const entry = context.change.catalog.findObject(context.authority.user, name)
  if (entry === null || (entry.kind === "table" && entry.dropped !== null)) throw ora(4043, [name])
  if (entry.kind === "unit") throw ora(3001, [], statement.from.start)
  if (entry.kind === "sequence" && entry.identityTableId !== null) throw ora(32793)
  if (entry.kind === "table") await context.lockTable(entry.id, "exclusive")
  renameEntry(context, entry, statement.to)
}
