// Constraints of CREATE TABLE and ALTER TABLE: ADD, MODIFY, ENABLE, DISABLE, DROP, RENAME.
import type { ColumnEntry, ConstraintEntry, TableEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type {
  AlterTableAction,
  Constraint,
  ConstraintReference,
  ConstraintState,
  EnableDisableClause
} from "../sql/ast/index.ts"
import { requireFree } from "./access.ts"
import { constraintsOf, requireColumn, tableNow } from "./change-table.ts"
import { planConstraint } from "./constraint-plan.ts"
import { disableConstraint, enableConstraint, removeConstraint, validateConstraint } from "./constraint-state.ts"
import type { DdlContext } from "./ddl-context.ts"

const checkDeferral = (state: ConstraintState, offset: number): boolean => {
  if (state.isDeferrable === false && state.initially === "deferred") throw ora(2447, [], offset)
  return state.isDeferrable ?? state.initially === "deferred"
}

/** A new constraint, enforced unless DISABLE was written. `inline` is the column it stands at. Null for NULL. */
export const addConstraint = async (
  context: DdlContext,
  tableId: number,
  constraint: Constraint,
  inline: ColumnEntry | null
): Promise<ConstraintEntry | null> => {
  const table = tableNow(context, tableId)
  const plan = await planConstraint(context, table, constraint, inline)
  if (plan === null) return null
  const { state, name } = constraint
  if (name !== null) requireFree(context, "constraint", table.owner, name.value, name.start)
  const isEnabled = state.isEnabled ?? true
  const entry: ConstraintEntry = {
    kind: "constraint",
    id: context.change.takeObjectId(),
    owner: table.owner,
    name: name?.value ?? context.change.takeConstraintName(),
    parentId: tableId,
    ...plan,
    isEnabled: false,
    isValidated: !isEnabled && state.isValidated === true,
    isDeferrable: checkDeferral(state, constraint.start),
    isDeferred: state.initially === "deferred",
    isRely: state.isRely ?? false,
    indexId: null,
    isIndexOwned: false,
    isSystemNamed: name === null,
    lastChangeAt: context.now(),
    dropped: null
  }
  context.change.put(entry)
  if (!isEnabled) return entry
  const wish = { isValidated: state.isValidated ?? true, usingIndex: state.usingIndex, offset: constraint.start }
  return await enableConstraint(context, entry, wish)
}

const missing = (
  reference: ConstraintReference,
  codes: { readonly name: number; readonly primary: number; readonly unique: number }
) => {
  if (reference.kind === "name") return ora(codes.name, [reference.name.value])
  if (reference.kind === "primary-key") return ora(codes.primary)
  return ora(codes.unique, [reference.columns.map(({ value }) => value).join(",")])
}

/** The constraint that is meant; null when there is none. */
export const findConstraint = (
  context: DdlContext,
  table: TableEntry,
  reference: ConstraintReference
): ConstraintEntry | null => {
  const all = constraintsOf(context.change, table.id)
  if (reference.kind === "name") return all.find(({ name }) => name === reference.name.value) ?? null
  if (reference.kind === "primary-key") return all.find(({ type }) => type === "P") ?? null
  const columns = reference.columns.map((name) => requireColumn(table, name).id)
  const isMeant = (candidate: ConstraintEntry): boolean =>
    candidate.type === "U" &&
    candidate.columns.length === columns.length &&
    candidate.columns.every((id) => columns.includes(id))
  return all.find((candidate) => isMeant(candidate)) ?? null
}

const enableCodes = { name: 2430, primary: 2432, unique: 2434 }
const disableCodes = { name: 2431, primary: 2433, unique: 2435 }
const dropCodes = { name: 2443, primary: 2441, unique: 2442 }

interface StateWish {
  readonly isEnabled: boolean
  readonly isValidated: boolean | null
  readonly usingIndex: ConstraintState["usingIndex"]
  readonly isCascade: boolean
  readonly keepIndex: boolean | null
  readonly offset: number
}

const changeState = async (context: DdlContext, constraint: ConstraintEntry, wish: StateWish): Promise<void> => {
  if (!wish.isEnabled) {
    const { isCascade, keepIndex } = wish
    await disableConstraint(context, constraint, { isCascade, keepIndex, isValidated: wish.isValidated ?? false })
    return
  }
  const isValidated = wish.isValidated ?? true
  if (!constraint.isEnabled) {
    await enableConstraint(context, constraint, { isValidated, usingIndex: wish.usingIndex, offset: wish.offset })
    return
  }
  if (isValidated && !constraint.isValidated) await validateConstraint(context, constraint)
  if (!isValidated && constraint.isValidated) context.change.update(constraint, { isValidated: false })
}

/** ENABLE and DISABLE clauses. Fails with ORA-02430 to ORA-02435 when there is no such constraint. */
export const applyState = async (context: DdlContext, tableId: number, clause: EnableDisableClause): Promise<void> => {
  const constraint = findConstraint(context, tableNow(context, tableId), clause.constraint)
  if (constraint === null) throw missing(clause.constraint, clause.isEnabled ? enableCodes : disableCodes)
  await changeState(context, constraint, { ...clause, offset: clause.start })
}

/** MODIFY CONSTRAINT: only what was said changes. Fails with ORA-02443, ORA-02447. */
export const modifyConstraint = async (
  context: DdlContext,
  tableId: number,
  action: Extract<AlterTableAction, { kind: "modify-constraint" }>
): Promise<void> => {
  const found = findConstraint(context, tableNow(context, tableId), action.constraint)
  if (found === null) throw missing(action.constraint, dropCodes)
  const { state, isCascade } = action
  if (state.initially === "deferred" && !found.isDeferrable) throw ora(2447, [], action.start)
  const constraint = context.change.update(found, {
    isRely: state.isRely ?? found.isRely,
    isDeferred: state.initially === null ? found.isDeferred : state.initially === "deferred",
    lastChangeAt: context.now()
  })
  if (state.isEnabled === null && state.isValidated === null) return
  const isEnabled = state.isEnabled ?? constraint.isEnabled
  const { isValidated, usingIndex } = state
  await changeState(context, constraint, {
    isEnabled,
    isValidated,
    usingIndex,
    isCascade,
    keepIndex: null,
    offset: action.start
  })
}

/** DROP CONSTRAINT, PRIMARY KEY, UNIQUE. Fails with ORA-02441 to ORA-02443, ORA-02273. */
export const dropConstraint = async (
  context: DdlContext,
  tableId: number,
  action: Extract<AlterTableAction, { kind: "drop-constraint" }>
): Promise<void> => {
  const constraint = findConstraint(context, tableNow(context, tableId), action.constraint)
  if (constraint === null) throw missing(action.constraint, dropCodes)
  await removeConstraint(context, constraint, action)
}

/** RENAME CONSTRAINT a TO b. Its index keeps its name. Fails with ORA-23292, ORA-02264. */
export const renameConstraint = (
  context: DdlContext,
  tableId: number,
  action: Extract<AlterTableAction, { kind: "rename-constraint" }>
): void => {
  const constraint = constraintsOf(context.change, tableId).find(({ name }) => name === action.from.value)
  if (constraint === undefined) throw ora(23292, [], action.from.start)
  requireFree(context, "constraint", constraint.owner, action.to.value, action.to.start)
  context.change.update(constraint, { name: action.to.value, isSystemNamed: false, lastChangeAt: context.now() })
}
