// Names that Oracle made (SYS_Cn) cannot be copied: ORA-02264 says they are taken. This file gives keys, checks and foreign keys
// with such names a planned one. A generated NOT NULL stays unnamed: nobody refers to it.
import type { ChildForeignKey, ConstraintBody, ConstraintModel, IndexModel, TableModel } from "@orapart/contract"
import { takeName, takeNumberedName, type Namespaces } from "./namespace.ts"

/** From the name in the source to the name in the target, for those that change. */
export interface FinalNames {
  readonly constraints: ReadonlyMap<string, string>
  readonly indexes: ReadonlyMap<string, string>
  /** Keyed by `childKey`. */
  readonly childForeignKeys: ReadonlyMap<string, string>
}

/** A child's foreign key as one text: names of other schemas may repeat. */
export const childKey = (key: Pick<ChildForeignKey, "owner" | "table" | "name">): string =>
  JSON.stringify([key.owner, key.table, key.name])

/** True for a foreign key of the table that points at the table itself: it is an own foreign key, not a child's. */
export const isSelfReference = (table: TableModel, key: Pick<ChildForeignKey, "owner" | "table">): boolean =>
  key.owner === table.owner && key.table === table.name

/** True for a constraint that gets a name in the new table. */
export const hasName = (constraint: ConstraintModel): boolean =>
  !(constraint.isGeneratedName && constraint.body.type === "not-null")

const bodyRank = { "primary-key": 0, unique: 1, check: 2, "foreign-key": 3, "not-null": 4 } as const

const describeBody = (body: ConstraintBody): string =>
  JSON.stringify([
    bodyRank[body.type],
    body.type === "not-null" ? body.column : body.columns,
    body.type === "check" ? body.condition : ""
  ])

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const findIndex = (table: TableModel, constraint: ConstraintModel): IndexModel | undefined => {
  const body = constraint.body
  if (body.type !== "primary-key" && body.type !== "unique") return undefined
  return table.indexes.find((index) => index.name === body.indexName)
}

/**
 * Constraints with generated names, numbered by what they say and not by their SYS_C number: the same table in test and in
 * production gets the same names. A key and its generated index share one name, as Oracle would do it.
 */
const nameConstraints = (
  table: TableModel,
  namespaces: Namespaces,
  limitBytes: number
): [Map<string, string>, Map<string, string>] => {
  const constraints = new Map<string, string>()
  const indexes = new Map<string, string>()
  const generated = table.constraints
    .filter((constraint) => constraint.isGeneratedName && hasName(constraint))
    .sort(
      (left, right) =>
        compareText(describeBody(left.body), describeBody(right.body)) || compareText(left.name, right.name)
    )
  let from = 1
  for (const constraint of generated) {
    const index = findIndex(table, constraint)
    const spaces = [namespaces.of(table.owner, "constraints")]
    if (index?.isGeneratedName === true) spaces.push(namespaces.of(index.owner, "indexes"))
    const { name, next } = takeNumberedName(spaces, { base: table.name, suffix: "_C", from }, limitBytes)
    from = next
    constraints.set(constraint.name, name)
    if (index?.isGeneratedName === true) indexes.set(index.name, name)
  }
  return [constraints, indexes]
}

const nameIndexes = (
  table: TableModel,
  indexes: Map<string, string>,
  namespaces: Namespaces,
  limitBytes: number
): void => {
  const keyNames = new Map(table.constraints.map((constraint) => [findIndex(table, constraint)?.name, constraint.name]))
  let from = 1
  for (const index of table.indexes) {
    if (!index.isGeneratedName || indexes.has(index.name)) continue
    const space = namespaces.of(index.owner, "indexes")
    const keyName = keyNames.get(index.name)
    if (keyName !== undefined && !space.has(keyName)) {
      indexes.set(index.name, takeName([space], { base: keyName }, limitBytes))
      continue
    }
    const { name, next } = takeNumberedName([space], { base: table.name, suffix: "_I", from }, limitBytes)
    from = next
    indexes.set(index.name, name)
  }
}

const nameChildren = (table: TableModel, namespaces: Namespaces, limitBytes: number): Map<string, string> => {
  const names = new Map<string, string>()
  const generated = table.childForeignKeys
    .filter((key) => key.isGeneratedName && !isSelfReference(table, key))
    .sort((left, right) =>
      compareText(
        JSON.stringify([left.owner, left.table, left.columns, left.name]),
        JSON.stringify([right.owner, right.table, right.columns, right.name])
      )
    )
  for (const key of generated) {
    const pattern = { base: `${key.table}_${table.name}`, suffix: "_F", from: 1 }
    names.set(childKey(key), takeNumberedName([namespaces.of(key.owner, "constraints")], pattern, limitBytes).name)
  }
  return names
}

/** The names that replace generated ones, free in their namespaces and taken there. */
export const chooseFinalNames = (table: TableModel, namespaces: Namespaces, limitBytes: number): FinalNames => {
  const [constraints, indexes] = nameConstraints(table, namespaces, limitBytes)
  nameIndexes(table, indexes, namespaces, limitBytes)
  return { constraints, indexes, childForeignKeys: nameChildren(table, namespaces, limitBytes) }
}
