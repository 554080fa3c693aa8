// Who may do which DDL to what: objects are found without synonyms, what may not be seen is ORA-00942, what may be seen but not changed ORA-01031.
import type { Namespace } from "../catalog/namespaces.ts"
import type { EntryOf, NamedObjectEntry, TableEntry } from "../catalog/entries.ts"
import { canSee, findUser, hasObjectPrivilege, hasSystemPrivilege } from "../catalog/privileges.ts"
import { ora } from "../errors/ora.ts"
import type { ObjectName } from "../sql/ast/index.ts"
import type { DdlContext } from "./ddl-context.ts"

/** The schema that a name means. */
export const schemaOf = (context: DdlContext, name: ObjectName): string => name.schema?.value ?? context.currentSchema

/** True when the authority holds a system privilege. */
export const holds = (context: DdlContext, privilege: string): boolean =>
  hasSystemPrivilege(context.change.catalog, context.authority, privilege)

/**
 * The schema of a new object. Fails with ORA-01918 when there is no such user, ORA-01031 without `CREATE x` in the own schema or `CREATE ANY x` in
 * another one.
 */
export const requireCreate = (context: DdlContext, name: ObjectName, what: string): string => {
  const schema = schemaOf(context, name)
  if (findUser(context.change.catalog, schema) === null) throw ora(1918, [schema], name.start)
  const isOwn = schema === context.authority.user
  const isAllowed = (isOwn && holds(context, `CREATE ${what}`)) || holds(context, `CREATE ANY ${what}`)
  if (!isAllowed) throw ora(1031, [], name.start)
  return schema
}

/** Fails with ORA-00955 (or ORA-02264, ORA-04081) when a name is taken in a namespace of a schema. */
export const requireFree = (
  context: DdlContext,
  namespace: Namespace,
  owner: string,
  name: string,
  offset: number | null
): void => {
  if (context.change.catalog.find(namespace, owner, name) === null) return
  if (namespace === "constraint") throw ora(2264, [], offset)
  if (namespace === "trigger") throw ora(4081, [name], offset)
  throw ora(955, [], offset)
}

const isDropped = (entry: NamedObjectEntry): boolean => entry.kind === "table" && entry.dropped !== null

/** The object of a name in its own schema, without following synonyms; null when it is not there or not visible. */
export const findOwnObject = (context: DdlContext, name: ObjectName): NamedObjectEntry | null => {
  const { catalog } = context.change
  const entry = catalog.findObject(schemaOf(context, name), name.name.value)
  return entry === null || isDropped(entry) || !canSee(catalog, context.authority, entry) ? null : entry
}

/** Fails with ORA-01031 unless the object is the authority's own, or it holds the object privilege or the system privilege. */
export const requireRight = (
  context: DdlContext,
  entry: NamedObjectEntry,
  right: { readonly object: string | null; readonly system: string },
  offset: number | null
): void => {
  const { authority, change } = context
  if (entry.owner === authority.user || holds(context, right.system)) return
  if (right.object !== null && hasObjectPrivilege(change.catalog, authority, entry, right.object)) return
  throw ora(1031, [], offset)
}

/** The table of a name that the authority may change; ORA-00942, ORA-01031, ORA-38301 for the recycle bin. */
export const requireTable = (
  context: DdlContext,
  name: ObjectName,
  right: { readonly object: string | null; readonly system: string }
): TableEntry => {
  const entry = context.change.catalog.findObject(schemaOf(context, name), name.name.value)
  if (entry?.kind === "table" && entry.dropped !== null) throw ora(38301, [], name.start)
  const found = findOwnObject(context, name)
  if (found?.kind !== "table") throw ora(942, [], name.start)
  requireRight(context, found, right, name.start)
  return found
}

/** The table of ALTER TABLE. */
export const requireAlterTable = (context: DdlContext, name: ObjectName): TableEntry =>
  requireTable(context, name, { object: "ALTER", system: "ALTER ANY TABLE" })

/** The user of a name; ORA-01918. */
export const requireUser = (context: DdlContext, name: string, offset: number | null): EntryOf<"user"> => {
  const user = findUser(context.change.catalog, name)
  if (user === null) throw ora(1918, [name], offset)
  return user
}
