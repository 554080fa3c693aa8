// The table that two arguments name, as far as the caller may see it.
import type { TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Runtime } from "../plsql/runtime.ts"
import type { Value } from "../plsql/value.ts"
import { nameArgument, quoteName } from "./object-name.ts"

/** ORA-20000 in the words of DBMS_STATS when there is no such table for this user. */
export const findTable = (
  runtime: Runtime,
  owner: Value | undefined,
  table: Value | undefined,
  verb = "analyze"
): TableEntry => {
  const [schema, name] = [nameArgument(owner, runtime.currentSchema), nameArgument(table, "")]
  const entry = runtime.catalog().findObject(schema, name)
  if (entry?.kind !== "table" || runtime.findRow([schema, name]) === null)
    throw ora(20000, [`Unable to ${verb} TABLE ${quoteName(schema, name)}, insufficient privileges or does not exist`])
  return entry
}
