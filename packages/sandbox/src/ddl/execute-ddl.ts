// Runs a DDL statement on a change. The caller commits before, opens a transaction of the storage, and commits the change and the rows together after;
// when this fails, both are forgotten.
import type { UnitEntry } from "../catalog/entries.ts"
import { notInSandbox } from "../errors/ora.ts"
import type { DdlStatement, DropObject } from "../sql/ast/index.ts"
import { schemaOf } from "./access.ts"
import { alterIndex } from "./alter-index.ts"
import { alterTable } from "./alter-table.ts"
import { comment } from "./comments.ts"
import { createTable } from "./create-table.ts"
import type { DdlContext, DdlOutcome } from "./ddl-context.ts"
import { dropTable, purge, truncateTable } from "./drop-table.ts"
import { createIndex, dropIndex } from "./indexes.ts"
import { grantObject, revokeObject } from "./object-grants.ts"
import { renameObject } from "./rename-table.ts"
import { alterSequence, createSequence, dropSequence } from "./sequences.ts"
import { createSynonym, dropSynonym } from "./synonyms.ts"
import { grantSystem, revokeSystem } from "./system-grants.ts"
import { alterTrigger, createTrigger, dropTrigger } from "./triggers.ts"
import { alterCompile, createUnit, dropUnit } from "./units.ts"
import { alterUser, createRole, createUser, dropRole, dropUser } from "./users.ts"
import { createView, dropView } from "./views.ts"

const done: DdlOutcome = { hasCompileErrors: false }

const isMissing = (context: DdlContext, { name, isPublic }: DropObject): boolean =>
  context.change.catalog.findObject(isPublic ? "PUBLIC" : schemaOf(context, name), name.name.value) === null

const units: ReadonlySet<string> = new Set(["PROCEDURE", "FUNCTION", "PACKAGE", "PACKAGE BODY"])

const dropObject = async (context: DdlContext, statement: DropObject): Promise<void> => {
  const { type } = statement
  if (statement.isIfExists && type !== "TRIGGER" && isMissing(context, statement)) return
  if (type === "TABLE") await dropTable(context, statement)
  else if (type === "SEQUENCE") await dropSequence(context, statement)
  else if (type === "VIEW") dropView(context, statement)
  else if (type === "SYNONYM") dropSynonym(context, statement)
  else if (type === "TRIGGER") dropTrigger(context, statement)
  else if (units.has(type)) dropUnit(context, statement, type as UnitEntry["type"])
  else throw notInSandbox(`DROP ${type}`, statement.start)
}

const runOnTables = async (context: DdlContext, statement: DdlStatement): Promise<DdlOutcome | null> => {
  switch (statement.kind) {
    case "create-table":
      await createTable(context, statement)
      return done
    case "alter-table":
      await alterTable(context, statement)
      return done
    case "truncate-table":
      await truncateTable(context, statement)
      return done
    case "create-index":
      await createIndex(context, statement)
      return done
    case "alter-index":
      await alterIndex(context, statement)
      return done
    case "drop-index":
      await dropIndex(context, statement)
      return done
    case "rename":
      await renameObject(context, statement)
      return done
    case "purge":
      await purge(context, statement)
      return done
    default:
      return null
  }
}

const runOnSchema = async (context: DdlContext, statement: DdlStatement): Promise<DdlOutcome | null> => {
  switch (statement.kind) {
    case "create-sequence":
      await createSequence(context, statement)
      return done
    case "alter-sequence":
      await alterSequence(context, statement)
      return done
    case "create-view":
      return createView(context, statement)
    case "create-synonym":
      createSynonym(context, statement)
      return done
    case "comment":
      comment(context, statement)
      return done
    case "create-trigger":
      return createTrigger(context, statement)
    case "alter-trigger":
      return alterTrigger(context, statement)
    case "create-unit":
      return createUnit(context, statement)
    case "alter-compile":
      return alterCompile(context, statement)
    case "drop-object":
      await dropObject(context, statement)
      return done
    default:
      return null
  }
}

const runOnAccounts = async (context: DdlContext, statement: DdlStatement): Promise<DdlOutcome | null> => {
  switch (statement.kind) {
    case "create-user":
      await createUser(context, statement)
      return done
    case "alter-user":
      await alterUser(context, statement)
      return done
    case "drop-user":
      await dropUser(context, statement)
      return done
    case "create-role":
    case "alter-role":
      createRole(context, statement)
      return done
    case "drop-role":
      dropRole(context, statement)
      return done
    case "grant":
      if (statement.on === null) grantSystem(context, statement)
      else grantObject(context, statement)
      return done
    case "revoke":
      if (statement.on === null) revokeSystem(context, statement)
      else revokeObject(context, statement)
      return done
    default:
      return null
  }
}

/** Runs one DDL statement. Fails with a DatabaseError; then the change and the storage's transaction have to be given up. */
export const executeDdl = async (context: DdlContext, statement: DdlStatement): Promise<DdlOutcome> => {
  const outcome =
    (await runOnTables(context, statement)) ??
    (await runOnSchema(context, statement)) ??
    (await runOnAccounts(context, statement))
  if (outcome !== null) return outcome
  if (statement.kind === "flashback-table") throw notInSandbox("FLASHBACK TABLE", statement.start)
  throw notInSandbox(statement.kind === "analyze" ? "ANALYZE" : "this statement", statement.start)
}
