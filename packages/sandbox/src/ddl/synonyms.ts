// CREATE and DROP SYNONYM. The target need not exist.
import { findUser } from "../catalog/privileges.ts"
import { ora } from "../errors/ora.ts"
import type { CreateSynonym, DropObject } from "../sql/ast/index.ts"
import { findOwnObject, holds, requireCreate, requireFree, requireRight, schemaOf } from "./access.ts"
import type { DdlContext } from "./ddl-context.ts"

/** CREATE [OR REPLACE] [PUBLIC] SYNONYM. Fails with ORA-01031, ORA-00955, ORA-01471. */
export const createSynonym = (context: DdlContext, statement: CreateSynonym): void => {
  const { name, target } = statement
  if (statement.isPublic && !holds(context, "CREATE PUBLIC SYNONYM")) throw ora(1031, [], name.start)
  const owner = statement.isPublic ? "PUBLIC" : requireCreate(context, name, "SYNONYM")
  const targetOwner = schemaOf(context, target)
  if (targetOwner === owner && target.name.value === name.name.value) throw ora(1471, [], name.start)
  const existing = context.change.catalog.findObject(owner, name.name.value)
  const isReplaced = existing?.kind === "synonym" && statement.isOrReplace
  if (!isReplaced) {
    if (existing !== null && statement.isIfNotExists) return
    requireFree(context, "object", owner, name.name.value, name.name.start)
  }
  context.change.put({
    kind: "synonym",
    id: isReplaced ? existing.id : context.change.takeObjectId(),
    owner,
    name: name.name.value,
    parentId: null,
    createdAt: isReplaced ? existing.createdAt : context.now(),
    lastDdlAt: context.now(),
    isValid: true,
    isSystemNamed: false,
    target: { owner: targetOwner, name: target.name.value }
  })
}

/** DROP [PUBLIC] SYNONYM. Fails with ORA-01432, ORA-01434, ORA-01031. */
export const dropSynonym = (context: DdlContext, statement: DropObject): void => {
  const { name } = statement
  if (statement.isPublic) {
    const entry = context.change.catalog.findObject("PUBLIC", name.name.value)
    if (entry === null) throw ora(1432, [], name.start)
    if (!holds(context, "DROP PUBLIC SYNONYM")) throw ora(1031, [], name.start)
    context.change.remove(entry.id)
    return
  }
  const entry = findOwnObject(context, name)
  if (entry?.kind !== "synonym" || findUser(context.change.catalog, entry.owner) === null)
    throw ora(1434, [], name.start)
  requireRight(context, entry, { object: null, system: "DROP ANY SYNONYM" }, name.start)
  context.change.remove(entry.id)
}
