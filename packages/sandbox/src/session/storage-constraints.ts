// Constraints and indexes in PostgreSQL. A unique index enforces its primary or unique key; NOT NULL is a check, so that it can be left unvalidated.
import type { ConstraintEntry, IndexEntry, TableEntry } from "../catalog/entries.ts"
import type { ConstraintRequest, StorageChanges } from "../ddl/ddl-context.ts"
import { makeEmitters } from "../emit/emitters.ts"
import { parseExpressionText, tableEnvironment } from "../emit/table-columns.ts"
import { attempt } from "./storage-changes.ts"
import type { StorageSite } from "./storage-changes.ts"

const columnList = (columns: ReadonlyArray<number>): string => columns.map((id) => `c${String(id)}`).join(", ")

const keyName = (constraint: ConstraintEntry): string => `k${String(constraint.id)}`

const alterTable = (table: TableEntry): string => `ALTER TABLE d.t${String(table.id)}`

const deferral = ({ isDeferrable, isDeferred }: ConstraintEntry): string =>
  isDeferrable ? ` DEFERRABLE INITIALLY ${isDeferred ? "DEFERRED" : "IMMEDIATE"}` : ""

const isUniqueIndex = (site: StorageSite, id: number | null): boolean =>
  id !== null && site.context().catalog.getOf("index", id)?.isUnique === true

const notNull = (table: TableEntry, constraint: ConstraintEntry): ReadonlyArray<string> =>
  constraint.type !== "P"
    ? []
    : constraint.columns.map(
        (id) =>
          `${alterTable(table)} ADD CONSTRAINT n${String(constraint.id)}_${String(id)} CHECK (c${String(id)} IS NOT NULL)`
      )

const onDelete = { "NO ACTION": "", CASCADE: " ON DELETE CASCADE", "SET NULL": " ON DELETE SET NULL" } as const

const conditionOf = (site: StorageSite, { table, constraint }: ConstraintRequest): string => {
  const text = constraint.condition?.text ?? "1 = 1"
  const [first] = constraint.columns
  if (constraint.condition?.isNotNull === true && first !== undefined) return `c${String(first)} IS NOT NULL`
  const emitters = makeEmitters(text)
  return emitters.condition(parseExpressionText(text), tableEnvironment(site.context(), emitters, table, ""))
}

const statements = (site: StorageSite, request: ConstraintRequest): ReadonlyArray<string> => {
  const { table, constraint, referenced } = request
  const head = `${alterTable(table)} ADD CONSTRAINT ${keyName(constraint)}`
  const notValid = request.isValidated ? "" : " NOT VALID"
  switch (constraint.type) {
    case "P":
    case "U":
      return [
        ...(isUniqueIndex(site, constraint.indexId) && !constraint.isDeferrable
          ? []
          : [`${head} UNIQUE (${columnList(constraint.columns)})${deferral(constraint)}`]),
        ...notNull(table, constraint)
      ]
    case "R":
      if (referenced === null) return []
      return [
        `${head} FOREIGN KEY (${columnList(constraint.columns)}) REFERENCES d.t${String(referenced.table.id)} (${columnList(referenced.columns)})${onDelete[constraint.references?.onDelete ?? "NO ACTION"]}${deferral(constraint)}${notValid}`
      ]
    case "C":
      return [`${head} CHECK (${conditionOf(site, request)})${notValid}`]
    default:
      return []
  }
}

const validations = ({ table, constraint }: ConstraintRequest): ReadonlyArray<string> =>
  constraint.type === "R" || constraint.type === "C"
    ? [`${alterTable(table)} VALIDATE CONSTRAINT ${keyName(constraint)}`]
    : []

const indexColumn = (site: StorageSite, table: TableEntry, columnId: number): string => {
  const column = table.columns.find(({ id }) => id === columnId)
  if (column === undefined || column.virtual === null) return `c${String(columnId)}`
  const emitters = makeEmitters(column.virtual.text)
  return `(${emitters.expression(parseExpressionText(column.virtual.text), tableEnvironment(site.context(), emitters, table, "")).sql})`
}

/** Keys of which all parts are NULL are not in an Oracle index; those with one NULL part are, and are unique as well. */
const uniqueTail = (table: TableEntry, index: IndexEntry, columns: ReadonlyArray<string>): string => {
  const mayBeNull = index.columns.some(
    ({ columnId }) => table.columns.find(({ id }) => id === columnId)?.isNullable !== false
  )
  if (columns.length === 1 || !mayBeNull) return ""
  return ` NULLS NOT DISTINCT WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(" OR ")}`
}

const createIndex = (site: StorageSite, table: TableEntry, index: IndexEntry): Promise<boolean> =>
  attempt(site.backend, async () => {
    const columns = index.columns.map(({ columnId }) => indexColumn(site, table, columnId))
    const list = index.columns
      .map(({ isDescending }, at) => `${columns[at] ?? ""}${isDescending ? " DESC" : ""}`)
      .join(", ")
    const unique = index.isUnique ? "UNIQUE " : ""
    await site.backend.run(
      `CREATE ${unique}INDEX i${String(index.id)} ON d.t${String(table.id)} (${list})${index.isUnique ? uniqueTail(table, index, columns) : ""}`
    )
  })

/** Constraints and indexes. */
export const makeConstraintStorage = (
  site: StorageSite
): Pick<StorageChanges, "addConstraint" | "validateConstraint" | "dropConstraint" | "createIndex" | "dropIndex"> => ({
  addConstraint: (request) =>
    attempt(site.backend, async () => {
      for (const statement of statements(site, request)) await site.backend.run(statement)
    }),
  validateConstraint: (request) =>
    attempt(site.backend, async () => {
      for (const statement of validations(request)) await site.backend.run(statement)
    }),
  dropConstraint: async (tableId, constraintId) => {
    const { rows } = await site.backend.query(
      "SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass AND (conname = $2::text OR conname LIKE $3::text)",
      [`d.t${String(tableId)}`, `k${String(constraintId)}`, `n${String(constraintId)}\\_%`]
    )
    for (const [name] of rows) await site.backend.run(`ALTER TABLE d.t${String(tableId)} DROP CONSTRAINT ${name ?? ""}`)
  },
  createIndex: (table, index) => createIndex(site, table, index),
  dropIndex: async (indexId) => {
    await site.backend.run(`DROP INDEX IF EXISTS d.i${String(indexId)} CASCADE`)
  }
})
