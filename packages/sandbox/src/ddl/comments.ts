// COMMENT ON TABLE and COLUMN, of tables and views. An empty text takes the comment away.
import { resolveName } from "../catalog/resolve-name.ts"
import { hasObjectPrivilege } from "../catalog/privileges.ts"
import { ora } from "../errors/ora.ts"
import type { Comment, Identifier } from "../sql/ast/index.ts"
import type { TableEntry, ViewEntry } from "../catalog/entries.ts"
import { holds } from "./access.ts"
import { requireColumn } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"

const commentColumn = (
  context: DdlContext,
  entry: TableEntry | ViewEntry,
  name: Identifier,
  text: string | null
): void => {
  if (entry.kind === "table") {
    const { id } = requireColumn(entry, name)
    const columns = entry.columns.map((column) => (column.id === id ? { ...column, comment: text } : column))
    context.change.update(entry, { columns })
    return
  }
  if (!entry.columns.some((column) => column.name === name.value)) throw ora(904, [`"${name.value}"`], name.start)
  const columns = entry.columns.map((column) => (column.name === name.value ? { ...column, comment: text } : column))
  context.change.update(entry, { columns })
}

/** COMMENT. Fails with ORA-00942, ORA-00904, ORA-01031. */
export const comment = (context: DdlContext, statement: Comment): void => {
  const { table } = statement
  const written = { schema: table.schema?.value ?? null, name: table.name.value, offset: table.start }
  const { entry } = resolveName(context.change.catalog, context.authority, written, context.currentSchema)
  if (entry.kind !== "table" && entry.kind !== "view") throw ora(942, [], table.start)
  const isAllowed =
    holds(context, "COMMENT ANY TABLE") || hasObjectPrivilege(context.change.catalog, context.authority, entry, "ALTER")
  if (!isAllowed) throw ora(1031, [], table.start)
  const text = statement.text === "" ? null : statement.text
  if (statement.column !== null) commentColumn(context, entry, statement.column, text)
  else if (entry.kind === "table") context.change.update(entry, { comment: text })
  else context.change.update(entry, { comment: text })
}
