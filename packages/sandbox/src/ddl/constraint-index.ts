// The index of a primary or unique key: an existing one that fits, or a new one with the constraint's name.
import type { ConstraintEntry, IndexEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { UsingIndex } from "../sql/ast/index.ts"
import { schemaOf } from "./access.ts"
import { constraintsOf, indexesOf } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { createIndex } from "./indexes.ts"
import { makeIndex } from "./make-index.ts"

const fits = (index: IndexEntry, constraint: ConstraintEntry): boolean => {
  const leading = index.columns.slice(0, constraint.columns.length).map(({ columnId }) => columnId)
  const isSame = leading.length === constraint.columns.length && constraint.columns.every((id) => leading.includes(id))
  if (!isSame || index.type === "BITMAP" || index.isUnusable) return false
  return !(index.isUnique && (constraint.isDeferrable || index.columns.length > constraint.columns.length))
}

const requireExisting = (
  context: DdlContext,
  tableId: number,
  constraint: ConstraintEntry,
  using: UsingIndex & { kind: "existing" }
): IndexEntry => {
  const found = context.change.catalog.find("index", schemaOf(context, using.index), using.index.name.value)
  if (found?.kind !== "index") throw ora(1418, [], using.index.start)
  const isTaken = constraintsOf(context.change, tableId).some(
    ({ indexId, id }) => indexId === found.id && id !== constraint.id && found.isUnique
  )
  if (found.parentId !== tableId || !fits(found, constraint) || isTaken) throw ora(14196, [], using.index.start)
  return found
}

/** An index for a key, and whether it goes with the constraint. */
export interface KeyIndex {
  readonly index: IndexEntry
  readonly isOwned: boolean
}

/** The code for rows that violate a key. */
export const duplicateCode = (constraint: Pick<ConstraintEntry, "type">): number =>
  constraint.type === "P" ? 2437 : 2299

/** Finds or makes the index of a key. Fails with ORA-02437 or ORA-02299 when existing rows have duplicates, ORA-14196 when USING INDEX does not fit. */
export const provideIndex = async (
  context: DdlContext,
  tableId: number,
  constraint: ConstraintEntry,
  using: UsingIndex | null,
  offset: number
): Promise<KeyIndex> => {
  if (using?.kind === "existing") return { index: requireExisting(context, tableId, constraint, using), isOwned: false }
  if (using?.kind === "create") return { index: await createIndex(context, using.statement), isOwned: true }
  const existing = indexesOf(context.change, tableId).find((index) => fits(index, constraint))
  if (existing !== undefined && using === null) return { index: existing, isOwned: false }
  const made = await makeIndex(context, tableId, {
    owner: constraint.owner,
    name: constraint.name,
    isSystemNamed: constraint.isSystemNamed,
    type: "NORMAL",
    isUnique: !constraint.isDeferrable,
    columns: constraint.columns.map((columnId) => ({ columnId, isDescending: false })),
    attributes: using?.attributes ?? null,
    offset
  })
  if (made === null) throw ora(duplicateCode(constraint), [`${constraint.owner}.${constraint.name}`])
  return { index: made, isOwned: true }
}
