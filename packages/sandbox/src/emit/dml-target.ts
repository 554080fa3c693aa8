// The table of a DML statement: found, allowed, not read-only, no trigger that would fire.
import { hasObjectPrivilege } from "../catalog/privileges.ts"
import type { ColumnEntry, TableEntry } from "../catalog/entries.ts"
import { DatabaseError } from "../engine/engine.ts"
import { notInSandbox, ora, oraText } from "../errors/ora.ts"
import type { DmlTarget, Identifier } from "../sql/ast/index.ts"
import type { EmitContext } from "./emit-context.ts"
import { findRelation } from "./table-source.ts"

/** What is done to the rows. */
export type DmlEvent = "insert" | "update" | "delete"

/** ORA-03001 when an enabled trigger would fire. */
export const refuseTriggers = (
  context: EmitContext,
  table: TableEntry,
  event: DmlEvent,
  columns: ReadonlyArray<string>,
  offset: number
): void => {
  for (const trigger of context.catalog.childrenOf(table.id, "trigger")) {
    if (!trigger.isEnabled || trigger.dropped !== null) continue
    const fires = trigger.events.some(
      (fired) =>
        fired.event === event && (fired.columns.length === 0 || fired.columns.some((name) => columns.includes(name)))
    )
    if (fires) throw notInSandbox(`DML that fires trigger ${trigger.owner}.${trigger.name}`, offset)
  }
}

/** The table that is changed. ORA-00942, ORA-01031, ORA-12081 (READ ONLY). */
export const findTarget = (context: EmitContext, target: DmlTarget, event: DmlEvent): TableEntry => {
  if (target.table === null) throw notInSandbox("DML on an inline view", target.start)
  const entry = findRelation(context, target.table)
  if (entry === null) {
    const relation = context.dictionary.find(target.table.schema?.value ?? null, target.table.name.value)
    if (relation !== null) throw ora(1031, [], target.table.start)
    throw ora(942, [], target.table.start)
  }
  if (!hasObjectPrivilege(context.catalog, context.authority, entry, event.toUpperCase()))
    throw ora(1031, [], target.table.start)
  if (entry.kind === "view") {
    if (entry.isReadOnly)
      throw new DatabaseError(
        42_399,
        "ORA-42399: cannot perform a DML operation on a read-only view",
        target.table.start
      )
    throw notInSandbox("DML on a view", target.table.start)
  }
  if (entry.dropped !== null) throw ora(38_301, [], target.table.start)
  if (entry.isReadOnly) throw ora(12_081, [`"${entry.owner}"."${entry.name}"`], target.table.start)
  context.usage.writtenTables.add(entry.id)
  return entry
}

/** The column of a name; ORA-00904 when the table has none that may be named. */
export const requireColumn = (table: TableEntry, name: Identifier): ColumnEntry => {
  const column = table.columns.find(
    (other) => other.name === name.value && (other.visibility === "visible" || other.visibility === "invisible")
  )
  if (column === undefined) throw new DatabaseError(904, oraText(904, [`"${name.value}"`]), name.start)
  return column
}
