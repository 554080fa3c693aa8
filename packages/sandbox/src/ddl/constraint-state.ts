// ENABLE, DISABLE, VALIDATE, DROP of one constraint: catalog and storage together.
import type { ConstraintEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { UsingIndex } from "../sql/ast/index.ts"
import { foreignKeysTo, refreshNullability, tableNow } from "./change-table.ts"
import { duplicateCode, provideIndex } from "./constraint-index.ts"
import type { ConstraintRequest, DdlContext } from "./ddl-context.ts"
import { removeIndex } from "./indexes.ts"

const fullName = ({ owner, name }: ConstraintEntry): string => `${owner}.${name}`

/** The number for existing rows that violate a constraint. */
const violationCode = (constraint: ConstraintEntry): number => {
  if (constraint.type === "R") return 2298
  if (constraint.condition !== null) return constraint.condition.isNotNull ? 2296 : 2293
  return duplicateCode(constraint)
}

const requestOf = (context: DdlContext, constraint: ConstraintEntry, isValidated: boolean): ConstraintRequest => {
  const { catalog } = context.change
  const table = tableNow(context, constraint.parentId ?? 0)
  const key = constraint.references === null ? null : catalog.getOf("constraint", constraint.references.constraintId)
  const parentId = key?.parentId ?? null
  const parent = parentId === null ? null : catalog.getOf("table", parentId)
  const referenced = key === null || parent === null ? null : { table: parent, columns: key.columns }
  const index = constraint.indexId === null ? null : catalog.getOf("index", constraint.indexId)
  return { table, constraint, referenced, index, isValidated }
}

/** ENABLE. What is wanted beyond that: validation of existing rows, an index. */
export interface EnableWish {
  readonly isValidated: boolean
  readonly usingIndex: UsingIndex | null
  /** Where errors point. */
  readonly offset: number
}

const checkParentKey = (context: DdlContext, constraint: ConstraintEntry): void => {
  if (constraint.references === null) return
  const key = context.change.catalog.getOf("constraint", constraint.references.constraintId)
  if (key === null || !key.isEnabled) throw ora(2270)
}

/** Enforces a constraint that is not enforced. Fails with ORA-02293, 02296, 02298, 02299, 02437 when existing rows violate it. */
export const enableConstraint = async (
  context: DdlContext,
  constraint: ConstraintEntry,
  wish: EnableWish
): Promise<ConstraintEntry> => {
  checkParentKey(context, constraint)
  const isKey = constraint.type === "P" || constraint.type === "U"
  const tableId = constraint.parentId ?? 0
  const found = isKey ? await provideIndex(context, tableId, constraint, wish.usingIndex, wish.offset) : null
  const enabled = context.change.update(constraint, {
    isEnabled: true,
    isValidated: wish.isValidated,
    indexId: found?.index.id ?? null,
    isIndexOwned: found?.isOwned ?? false,
    lastChangeAt: context.now()
  })
  if (!(await context.storage.addConstraint(requestOf(context, enabled, wish.isValidated))))
    throw ora(violationCode(constraint), [fullName(constraint)])
  refreshNullability(context, tableId)
  return enabled
}

/** VALIDATE of an enabled constraint. */
export const validateConstraint = async (context: DdlContext, constraint: ConstraintEntry): Promise<void> => {
  if (!(await context.storage.validateConstraint(requestOf(context, constraint, true))))
    throw ora(violationCode(constraint), [fullName(constraint)])
  context.change.update(constraint, { isValidated: true, lastChangeAt: context.now() })
  refreshNullability(context, constraint.parentId ?? 0)
}

const releaseIndex = async (
  context: DdlContext,
  constraint: ConstraintEntry,
  keepIndex: boolean | null
): Promise<void> => {
  const index = constraint.indexId === null ? null : context.change.catalog.getOf("index", constraint.indexId)
  const isKept = keepIndex ?? !(constraint.isIndexOwned && index?.isUnique === true)
  if (index !== null && !isKept) await removeIndex(context, index)
}

/** DISABLE. Foreign keys that refer to it have to be disabled before (ORA-02297), or are with CASCADE. */
export const disableConstraint = async (
  context: DdlContext,
  constraint: ConstraintEntry,
  options: { readonly isCascade: boolean; readonly keepIndex: boolean | null; readonly isValidated: boolean }
): Promise<void> => {
  const children = foreignKeysTo(context.change, constraint.id).filter(({ isEnabled }) => isEnabled)
  if (children.length > 0 && !options.isCascade) throw ora(2297, [fullName(constraint)])
  for (const child of children)
    await disableConstraint(context, child, { isCascade: false, keepIndex: null, isValidated: false })
  const fields = { isEnabled: false, isValidated: options.isValidated, lastChangeAt: context.now() }
  if (constraint.isEnabled) await context.storage.dropConstraint(constraint.parentId ?? 0, constraint.id)
  context.change.update(constraint, { ...fields, indexId: null, isIndexOwned: false })
  await releaseIndex(context, constraint, options.keepIndex)
  refreshNullability(context, constraint.parentId ?? 0)
}

/** DROP of a constraint. Foreign keys that refer to it forbid that (ORA-02273), or go with it with CASCADE. */
export const removeConstraint = async (
  context: DdlContext,
  constraint: ConstraintEntry,
  options: { readonly isCascade: boolean; readonly keepIndex: boolean | null }
): Promise<void> => {
  const children = foreignKeysTo(context.change, constraint.id)
  if (children.length > 0 && !options.isCascade) throw ora(2273)
  for (const child of children) await removeConstraint(context, child, { isCascade: false, keepIndex: null })
  if (constraint.isEnabled) await context.storage.dropConstraint(constraint.parentId ?? 0, constraint.id)
  context.change.remove(constraint.id)
  await releaseIndex(context, constraint, options.keepIndex)
  refreshNullability(context, constraint.parentId ?? 0)
}

/** `"C" IS NOT NULL` follows a renamed column. */
export const renameInNotNull = (context: DdlContext, table: TableEntry, columnId: number, name: string): void => {
  for (const constraint of context.change.catalog.childrenOf(table.id, "constraint"))
    if (constraint.condition?.isNotNull === true && constraint.columns[0] === columnId)
      context.change.update(constraint, { condition: { text: `"${name}" IS NOT NULL`, isNotNull: true } })
}
