// The running order of tables: a referenced table before those that reference it, then priority, then name.
import type { TableConfig, TableModel } from "@orapart/contract"
import { findGroups } from "./find-groups.ts"

/** Tables in running order, and the circles that foreign keys make among them. */
export interface TableOrder {
  readonly tables: ReadonlyArray<TableConfig>
  /** Each circle's tables as `OWNER.TABLE`, in the order in which they run. */
  readonly cycles: ReadonlyArray<ReadonlyArray<string>>
}

const priorityRank = { HIGH: 0, MEDIUM: 1, LOW: 2 } as const

/** `HR.ORDERS`: how a table is called in findings. */
export const tableKey = (table: Pick<TableConfig, "owner" | "table_name">): string =>
  `${table.owner}.${table.table_name}`

/** HIGH before MEDIUM (the default) before LOW, then by owner and name. */
export const compareTables = (left: TableConfig, right: TableConfig): number => {
  const rank = (table: TableConfig): number => priorityRank[table.migration_settings?.priority ?? "MEDIUM"]
  if (rank(left) !== rank(right)) return rank(left) - rank(right)
  const [leftKey, rightKey] = [tableKey(left), tableKey(right)]
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0
}

/** For every table the tables of the list that its foreign keys reference. */
const readReferences = (
  tables: ReadonlyArray<TableConfig>,
  findSource: (owner: string, table: string) => TableModel | undefined
): Map<string, Set<string>> => {
  const references = new Map<string, Set<string>>(tables.map((table) => [tableKey(table), new Set()]))
  const add = (child: string, parent: string): void => {
    if (references.has(parent)) references.get(child)?.add(parent)
  }
  for (const table of tables) {
    const source = findSource(table.owner, table.table_name)
    if (source === undefined) continue
    for (const { body } of source.constraints) {
      if (body.type === "foreign-key") add(tableKey(table), `${body.referencedOwner}.${body.referencedTable}`)
    }
    for (const child of source.childForeignKeys) add(`${child.owner}.${child.table}`, tableKey(table))
  }
  return references
}

/**
 * Orders tables. Both ends of a foreign key tell of it, so that one visible side is enough. Tables in a circle of foreign keys
 * stand together, ordered by priority and name; everything they reference comes before, everything that references them after.
 */
export const orderTables = (
  tables: ReadonlyArray<TableConfig>,
  findSource: (owner: string, table: string) => TableModel | undefined
): TableOrder => {
  const preferred = [...tables].sort(compareTables)
  const references = readReferences(preferred, findSource)
  // A table that the config names twice stays twice: the config checks refuse it, this order must not hide it.
  const byKey = Map.groupBy(preferred, tableKey)
  const rank = new Map(preferred.map((table, position) => [tableKey(table), position]))
  const groups = findGroups(
    [...byKey.keys()],
    (key) => references.get(key) ?? new Set(),
    (key) => rank.get(key) ?? 0
  )
  const ordered = groups.flat().flatMap((key) => byKey.get(key) ?? [])
  return { tables: ordered, cycles: groups.filter((group) => group.length > 1) }
}
