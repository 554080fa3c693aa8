// CREATE VIEW, ALTER VIEW COMPILE, DROP VIEW.
import type { ViewColumnEntry, ViewEntry } from "../catalog/entries.ts"
import { DatabaseError } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import type { CreateView, DropObject } from "../sql/ast/index.ts"
import { findOwnObject, requireCreate, requireFree, requireRight } from "./access.ts"
import { invalidateDependents } from "./change-table.ts"
import type { DdlContext, DdlOutcome, DescribedQuery } from "./ddl-context.ts"
import { textOf } from "./expression-text.ts"

const nameColumns = (
  described: DescribedQuery,
  aliases: ReadonlyArray<string>,
  offset: number
): ReadonlyArray<ViewColumnEntry> => {
  const { columns } = described
  if (aliases.length > 0 && aliases.length !== columns.length) throw ora(1730, [], offset)
  return columns.map(({ name, type, isNullable, isUnnamed }, at) => {
    const alias = aliases[at]
    if (alias === undefined && isUnnamed) throw ora(998, [], offset)
    return { name: alias ?? name, type, isNullable, comment: null }
  })
}

const checkNames = (columns: ReadonlyArray<ViewColumnEntry>, offset: number): void => {
  const names = new Set(columns.map(({ name }) => name))
  if (names.size < columns.length) throw ora(957, [], offset)
}

/** The columns and dependencies of a query; null when it does not compile and FORCE allows that. */
const compile = async (
  context: DdlContext,
  statement: CreateView
): Promise<Pick<ViewEntry, "columns" | "dependsOn"> | null> => {
  try {
    const described = await context.queries.describeQuery(statement.query)
    const columns = nameColumns(
      described,
      statement.columns.map(({ name }) => name.value),
      statement.query.start
    )
    checkNames(columns, statement.query.start)
    return { columns, dependsOn: described.dependsOn }
  } catch (error) {
    if (statement.isForce && error instanceof DatabaseError) return null
    throw error
  }
}

const replaced = (context: DdlContext, statement: CreateView, owner: string): ViewEntry | null => {
  const { value: name, start } = statement.name.name
  const existing = context.change.catalog.findObject(owner, name)
  if (existing?.kind === "view" && statement.isOrReplace) return existing
  requireFree(context, "object", owner, name, start)
  return null
}

/** CREATE [OR REPLACE] [FORCE] VIEW. A replaced view keeps its id, grants and INSTEAD OF triggers. With FORCE and errors: ORA-24344 as a warning. */
export const createView = async (context: DdlContext, statement: CreateView): Promise<DdlOutcome> => {
  const owner = requireCreate(context, statement.name, "VIEW")
  const { value: name } = statement.name.name
  if (statement.isIfNotExists && context.change.catalog.findObject(owner, name) !== null)
    return { hasCompileErrors: false }
  const old = replaced(context, statement, owner)
  const compiled = await compile(context, statement)
  const id = old?.id ?? context.change.takeObjectId()
  if (compiled?.dependsOn.includes(id) === true) throw ora(1731, [], statement.query.start)
  context.change.put({
    kind: "view",
    id,
    owner,
    name,
    parentId: null,
    createdAt: old?.createdAt ?? context.now(),
    lastDdlAt: context.now(),
    isValid: compiled !== null,
    isSystemNamed: false,
    text: textOf(context.sql, statement.query),
    aliases: statement.columns.map((column) => column.name.value),
    columns: compiled?.columns ?? [],
    isReadOnly: statement.restriction === "read-only",
    hasCheckOption: statement.restriction === "check-option",
    comment: null,
    dependsOn: compiled?.dependsOn ?? []
  })
  invalidateDependents(context, id)
  return { hasCompileErrors: compiled === null }
}

/** Compiles a view again. False when it has errors: it stays invalid. */
export const compileView = async (
  context: Pick<DdlContext, "change" | "queries">,
  view: ViewEntry
): Promise<boolean> => {
  try {
    const described = await context.queries.describeViewText(view.text, view.owner)
    const columns = nameColumns(described, view.aliases, 0)
    const comments = new Map(view.columns.map(({ name, comment }) => [name, comment]))
    const named = columns.map((column) => ({ ...column, comment: comments.get(column.name) ?? null }))
    context.change.update(view, { isValid: true, columns: named, dependsOn: described.dependsOn })
    return true
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (view.isValid) context.change.update(view, { isValid: false })
    return false
  }
}

/** DROP VIEW. Fails with ORA-00942, ORA-01031. */
export const dropView = (context: DdlContext, statement: DropObject): void => {
  const entry = findOwnObject(context, statement.name)
  if (entry?.kind !== "view") throw ora(942, [], statement.name.start)
  requireRight(context, entry, { object: null, system: "DROP ANY VIEW" }, statement.name.start)
  invalidateDependents(context, entry.id)
  context.change.remove(entry.id)
}
