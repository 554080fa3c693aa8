// Stored procedures, functions and packages: stored with their source and errors; ALTER ... COMPILE of them and of views and synonyms.
import type { UnitEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { AlterCompile, CreateUnit, DropObject, ObjectName } from "../sql/ast/index.ts"
import { findOwnObject, requireCreate, requireFree, requireRight, schemaOf } from "./access.ts"
import { invalidateDependents } from "./change-table.ts"
import type { DdlContext, DdlOutcome } from "./ddl-context.ts"
import { textOf } from "./expression-text.ts"
import { readErrors } from "./triggers.ts"
import { compileView } from "./views.ts"

const findUnit = (context: DdlContext, name: ObjectName, type: UnitEntry["type"]): UnitEntry | null => {
  const namespace = type === "PACKAGE BODY" ? "body" : "object"
  const entry = context.change.catalog.find(namespace, schemaOf(context, name), name.name.value)
  return entry?.kind === "unit" && entry.type === type ? entry : null
}

/** CREATE [OR REPLACE] PROCEDURE, FUNCTION, PACKAGE [BODY]. With errors it is made all the same. */
export const createUnit = (context: DdlContext, statement: CreateUnit): DdlOutcome => {
  const owner = requireCreate(context, statement.name, "PROCEDURE")
  const { value: name, start } = statement.name.name
  const old = findUnit(context, statement.name, statement.type)
  if (old === null || !statement.isOrReplace)
    requireFree(context, statement.type === "PACKAGE BODY" ? "body" : "object", owner, name, start)
  const errors = readErrors(statement.body.errors)
  const id = old?.id ?? context.change.takeObjectId()
  context.change.put({
    kind: "unit",
    id,
    owner,
    name,
    parentId: null,
    createdAt: old?.createdAt ?? context.now(),
    lastDdlAt: context.now(),
    isValid: errors.length === 0,
    isSystemNamed: false,
    type: statement.type,
    source: textOf(context.sql, statement.source),
    errors,
    dependsOn: []
  })
  invalidateDependents(context, id)
  return { hasCompileErrors: errors.length > 0 }
}

const compileUnit = (context: DdlContext, statement: AlterCompile, type: UnitEntry["type"]): DdlOutcome => {
  const unit = findUnit(context, statement.name, type)
  if (unit === null) throw ora(4043, [statement.name.name.value], statement.name.start)
  requireRight(context, unit, { object: null, system: "ALTER ANY PROCEDURE" }, statement.name.start)
  const hasErrors = unit.errors.length > 0
  context.change.update(unit, { isValid: !hasErrors, lastDdlAt: context.now() })
  return { hasCompileErrors: hasErrors }
}

/** ALTER ... COMPILE. Fails with ORA-00942 (views), ORA-04043 (the rest). */
export const alterCompile = async (context: DdlContext, statement: AlterCompile): Promise<DdlOutcome> => {
  const { name, type } = statement
  if (type === "TYPE" || type === "MATERIALIZED VIEW") throw notInSandbox(`ALTER ${type}`, statement.start)
  if (type === "PACKAGE" || type === "PROCEDURE" || type === "FUNCTION")
    return compileUnit(context, statement, statement.part === "body" ? "PACKAGE BODY" : type)
  const entry =
    type === "SYNONYM" && statement.isPublic
      ? context.change.catalog.findObject("PUBLIC", name.name.value)
      : findOwnObject(context, name)
  if (type === "SYNONYM") {
    if (entry?.kind !== "synonym") throw ora(4043, [name.name.value], name.start)
    return { hasCompileErrors: false }
  }
  if (entry?.kind !== "view") throw ora(942, [], name.start)
  requireRight(context, entry, { object: null, system: "CREATE ANY VIEW" }, name.start)
  return { hasCompileErrors: !(await compileView(context, entry)) }
}

/** DROP PROCEDURE, FUNCTION, PACKAGE, PACKAGE BODY. Fails with ORA-04043. */
export const dropUnit = (context: DdlContext, statement: DropObject, type: UnitEntry["type"]): void => {
  const unit = findUnit(context, statement.name, type)
  if (unit === null) throw ora(4043, [statement.name.name.value], statement.name.start)
  requireRight(context, unit, { object: null, system: "DROP ANY PROCEDURE" }, statement.name.start)
  const body = type === "PACKAGE" ? findUnit(context, statement.name, "PACKAGE BODY") : null
  if (body !== null) context.change.remove(body.id)
  invalidateDependents(context, unit.id)
  context.change.remove(unit.id)
}
