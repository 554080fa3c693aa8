// From a constraint as written to what it demands: names, columns, the key referred to, states with their defaults. Nothing is changed here.
import type { ColumnEntry, ConstraintEntry, TableEntry } from "../catalog/entries.ts"
import { isLobType, isLongType } from "../catalog/oracle-type.ts"
import { hasObjectPrivilege } from "../catalog/privileges.ts"
import { resolveName } from "../catalog/resolve-name.ts"
import { ora } from "../errors/ora.ts"
import type { Constraint, ConstraintRule, Identifier } from "../sql/ast/index.ts"
import { columnById, constraintsOf, requireColumn, userColumns } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { namesIn, textOf, walkNodes } from "./expression-text.ts"

/** What a constraint demands. */
export interface ConstraintPlan {
  readonly type: "P" | "U" | "R" | "C"
  readonly columns: ReadonlyArray<number>
  readonly condition: ConstraintEntry["condition"]
  readonly references: ConstraintEntry["references"]
}

type ForeignKeyRule = Extract<ConstraintRule, { kind: "foreign-key" }>

const readColumns = (
  table: TableEntry,
  names: ReadonlyArray<Identifier>,
  inline: ColumnEntry | null
): ReadonlyArray<number> => {
  if (inline !== null && names.length === 0) return [inline.id]
  const ids: number[] = []
  for (const name of names) {
    const { id } = requireColumn(table, name)
    if (ids.includes(id)) throw ora(957, [], name.start)
    ids.push(id)
  }
  return ids
}

const sameSet = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

const readKey = (
  context: DdlContext,
  table: TableEntry,
  constraint: Constraint,
  inline: ColumnEntry | null
): ConstraintPlan => {
  const { rule } = constraint
  if (rule.kind !== "primary-key" && rule.kind !== "unique") throw new RangeError("not a key")
  const type = rule.kind === "primary-key" ? "P" : "U"
  const existing = constraintsOf(context.change, table.id)
  if (type === "P" && existing.some((other) => other.type === "P")) throw ora(2260, [], constraint.start)
  const columns = readColumns(table, rule.columns, inline)
  for (const id of columns) {
    const column = columnById(table, id)
    if (isLongType(column.type)) throw ora(2269, [], constraint.start)
    if (isLobType(column.type) || column.type.name === "TIMESTAMP WITH TIME ZONE")
      throw ora(2329, [isLobType(column.type) ? "LOB" : column.type.name], constraint.start)
  }
  const isKnown = existing.some(
    (other) => (other.type === "P" || other.type === "U") && sameSet(other.columns, columns)
  )
  if (isKnown) throw ora(2261, [], constraint.start)
  return { type, columns, condition: null, references: null }
}

const family = (column: ColumnEntry): string => {
  const { name } = column.type
  if (name === "FLOAT") return "NUMBER"
  return name.startsWith("TIMESTAMP") && name !== "TIMESTAMP" ? "TIMESTAMP" : name
}

const findReferenced = (context: DdlContext, table: TableEntry, rule: ForeignKeyRule): TableEntry => {
  const { schema, name, start } = rule.references
  if (name.value === table.name && (schema?.value ?? table.owner) === table.owner) return table
  const written = { schema: schema?.value ?? null, name: name.value, offset: start }
  const { entry } = resolveName(context.change.catalog, context.authority, written, context.currentSchema)
  if (entry.kind !== "table") throw ora(942, [], start)
  return entry
}

const requireReferences = (
  context: DdlContext,
  child: TableEntry,
  parent: TableEntry,
  columns: ReadonlyArray<number>,
  offset: number
): void => {
  if (parent.owner === child.owner) return
  const authority = { user: child.owner, roles: new Set<string>() }
  const isAllowed = columns.every((id) =>
    hasObjectPrivilege(context.change.catalog, authority, parent, "REFERENCES", id)
  )
  if (!isAllowed) throw ora(1031, [], offset)
}

const findKey = (
  context: DdlContext,
  parent: TableEntry,
  rule: ForeignKeyRule
): { readonly key: ConstraintEntry; readonly columns: ReadonlyArray<number> } => {
  const keys = constraintsOf(context.change, parent.id).filter(({ type }) => type === "P" || type === "U")
  if (rule.referencedColumns.length === 0) {
    const key = keys.find(({ type }) => type === "P")
    if (key === undefined) throw ora(2268, [], rule.references.start)
    return { key, columns: key.columns }
  }
  const columns = rule.referencedColumns.map((name) => requireColumn(parent, name).id)
  const key = keys.find((candidate) => sameSet(candidate.columns, columns))
  if (key === undefined) throw ora(2270, [], rule.references.start)
  return { key, columns }
}

const readForeignKey = (
  context: DdlContext,
  table: TableEntry,
  constraint: Constraint,
  rule: ForeignKeyRule,
  inline: ColumnEntry | null
): ConstraintPlan => {
  const parent = findReferenced(context, table, rule)
  const { key, columns: referenced } = findKey(context, parent, rule)
  const columns = readColumns(table, rule.columns, inline)
  if (columns.length !== referenced.length) throw ora(2256, [], constraint.start)
  const ordered = key.columns.map((id) => columns[referenced.indexOf(id)] ?? -1)
  for (const [at, id] of ordered.entries()) {
    const target = columnById(parent, key.columns[at] ?? -1)
    if (family(columnById(table, id)) !== family(target)) throw ora(2267, [], constraint.start)
  }
  requireReferences(context, table, parent, key.columns, rule.references.start)
  const twin = constraintsOf(context.change, table.id).find(
    (other) => other.references?.constraintId === key.id && sameSet(other.columns, ordered)
  )
  if (twin !== undefined) throw ora(2275, [], constraint.start)
  const rules = { cascade: "CASCADE", "set-null": "SET NULL" } as const
  const onDelete = rule.onDelete === null ? "NO ACTION" : rules[rule.onDelete]
  return { type: "R", columns: ordered, condition: null, references: { constraintId: key.id, onDelete } }
}

const variableFunctions: ReadonlySet<string> = new Set(["niladic", "pseudo-column", "sequence-value", "subquery"])

const readCheck = async (
  context: DdlContext,
  table: TableEntry,
  rule: Extract<ConstraintRule, { kind: "check" }>,
  inline: ColumnEntry | null
): Promise<ConstraintPlan> => {
  const { condition } = rule
  walkNodes(condition, ({ kind }) => {
    if (variableFunctions.has(kind)) throw ora(kind === "subquery" ? 2251 : 2436, [], condition.start)
  })
  const names = namesIn(condition)
  const columns = userColumns(table).filter(({ name }) => names.includes(name))
  const unknown = names.find((name) => !columns.some((column) => column.name === name))
  if (unknown !== undefined) throw ora(904, [`"${unknown}"`], condition.start)
  if (inline !== null && columns.some(({ id }) => id !== inline.id)) throw ora(2438, [], condition.start)
  if (columns.some(({ type }) => isLongType(type))) throw ora(2272, [], condition.start)
  await context.queries.describeExpression(condition, table)
  const text = textOf(context.sql, condition)
  return { type: "C", columns: columns.map(({ id }) => id), condition: { text, isNotNull: false }, references: null }
}

/** The plan of a constraint; null for NULL, which demands nothing. `inline` is the column it stands at. */
export const planConstraint = async (
  context: DdlContext,
  table: TableEntry,
  constraint: Constraint,
  inline: ColumnEntry | null
): Promise<ConstraintPlan | null> => {
  const { rule } = constraint
  switch (rule.kind) {
    case "null":
      return null
    case "not-null":
      if (inline === null) throw ora(904, [""], constraint.start)
      return {
        type: "C",
        columns: [inline.id],
        condition: { text: `"${inline.name}" IS NOT NULL`, isNotNull: true },
        references: null
      }
    case "primary-key":
    case "unique":
      return readKey(context, table, constraint, inline)
    case "foreign-key":
      return readForeignKey(context, table, constraint, rule, inline)
    case "check":
      return readCheck(context, table, rule, inline)
    default:
      return rule satisfies never
  }
}
