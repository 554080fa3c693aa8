// From an action's layout to the complete table to build: planned indexes and names put in, intended differences declared.
import type { ConstraintBody, ConstraintModel, Finding, IndexModel, TableModel } from "@orapart/contract"
import { childKey, type FinalNames } from "./names/final-names.ts"
import { makeFinding } from "./plan-codes.ts"

/** What the target is completed from. */
export interface TargetInput {
  readonly source: TableModel
  /** What the action answered. */
  readonly layout: TableModel
  readonly indexes: ReadonlyArray<IndexModel>
  readonly finalNames: FinalNames
}

/** The complete target with the intended differences that a reader has to know. */
export interface CompletedTarget {
  readonly target: TableModel
  readonly findings: ReadonlyArray<Finding>
}

const renameBody = (table: TableModel, body: ConstraintBody, names: FinalNames): ConstraintBody => {
  if (body.type === "primary-key" || body.type === "unique") {
    return {
      ...body,
      indexName: body.indexName === null ? null : (names.indexes.get(body.indexName) ?? body.indexName)
    }
  }
  if (body.type === "foreign-key" && body.referencedOwner === table.owner && body.referencedTable === table.name) {
    return {
      ...body,
      referencedConstraint: names.constraints.get(body.referencedConstraint) ?? body.referencedConstraint
    }
  }
  return body
}

const renameConstraint = (table: TableModel, constraint: ConstraintModel, names: FinalNames): ConstraintModel => {
  const final = names.constraints.get(constraint.name)
  return {
    ...constraint,
    name: final ?? constraint.name,
    isGeneratedName: final === undefined && constraint.isGeneratedName,
    body: renameBody(table, constraint.body, names)
  }
}

const renameChildren = (table: TableModel, names: FinalNames): TableModel["childForeignKeys"] =>
  table.childForeignKeys.map((key) => {
    const own = key.owner === table.owner && key.table === table.name ? names.constraints.get(key.name) : undefined
    const final = own ?? names.childForeignKeys.get(childKey(key))
    return {
      ...key,
      name: final ?? key.name,
      isGeneratedName: final === undefined && key.isGeneratedName,
      referencedConstraint: names.constraints.get(key.referencedConstraint) ?? key.referencedConstraint
    }
  })

/** Columns that may be NULL today and may not in the new table. */
const findNewlyMandatory = (source: TableModel, layout: TableModel): ReadonlyArray<string> =>
  layout.columns
    .filter((column) => !column.nullable && source.columns.some((old) => old.name === column.name && old.nullable))
    .map((column) => column.name)

const enforced = {
  isEnabled: true,
  isValidated: true,
  isRely: false,
  isDeferrable: false,
  isInitiallyDeferred: false
} as const

/**
 * The NOT NULL of a column that becomes mandatory: an existing one that is disabled or not validated becomes enforced, because a
 * second one on the same column is refused (ORA-01442); otherwise a new one without a name, which Oracle names itself.
 */
const enforceNotNull = (
  constraints: ReadonlyArray<ConstraintModel>,
  column: string
): ReadonlyArray<ConstraintModel> => {
  const isOfColumn = ({ body }: ConstraintModel): boolean => body.type === "not-null" && body.column === column
  if (constraints.some(isOfColumn)) {
    return constraints.map((constraint) => (isOfColumn(constraint) ? { ...constraint, state: enforced } : constraint))
  }
  return [...constraints, { name: "", isGeneratedName: true, state: enforced, body: { type: "not-null", column } }]
}

const noteMandatory = (source: TableModel, column: string): Finding => {
  const nulls = source.columns.find((candidate) => candidate.name === column)?.statistics?.nullCount ?? null
  const counted =
    nulls === null ? "its NULLs were never counted" : `${nulls} rows had NULL there when statistics were gathered`
  return makeFinding("OP231", {
    subject: `${source.owner}.${source.name}.${column}`,
    what: `${column} may be NULL today and becomes NOT NULL in the new table; ${counted}.`,
    why: "A NULL has no place on an interval grid: Oracle refuses such a row with ORA-14300 (19c) or ORA-14400.",
    advice: `Before the load: SELECT COUNT(*) FROM ${source.owner}.${source.name} WHERE ${column} IS NULL; give these rows a value. Code that writes NULL has to change.`,
    evidence: { column, nullCount: nulls }
  })
}

/**
 * Completes the target: the action's layout under the source's owner and name, with the planned indexes, with planned names in
 * place of generated ones (references and index names follow), and with a NOT NULL for every column that becomes mandatory.
 */
export const completeTarget = (input: TargetInput): CompletedTarget => {
  const { finalNames, layout, source } = input
  const mandatory = findNewlyMandatory(source, layout)
  const renamed = layout.constraints.map((constraint) => renameConstraint(source, constraint, finalNames))
  return {
    target: {
      ...layout,
      owner: source.owner,
      name: source.name,
      indexes: input.indexes,
      constraints: mandatory.reduce(enforceNotNull, renamed),
      childForeignKeys: renameChildren(layout, finalNames)
    },
    findings: mandatory.map((column) => noteMandatory(source, column))
  }
}
