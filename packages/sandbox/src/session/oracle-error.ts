// Errors of PostgreSQL as Oracle would have raised them. What is not known stays visible as ORA-00600 with the message, never hidden.
import { BackendError } from "../backend/protocol-reader.ts"
import type { Catalog } from "../catalog/catalog.ts"
import type { ConstraintEntry } from "../catalog/entries.ts"
import { DatabaseError } from "../engine/engine.ts"
import { notInSandbox, ora } from "../errors/ora.ts"

/** What is known of the statement that failed. */
export interface FailedStatement {
  readonly catalog: Catalog
  readonly isUpdate: boolean
}

const idOf = (name: string | null): number | null => {
  const digits = /^[a-z](\d+)$/.exec(name ?? "")?.[1]
  return digits === undefined ? null : Number(digits)
}

const constraintOf = (catalog: Catalog, name: string | null): ConstraintEntry | null => {
  const id = idOf(name)
  if (id === null) return null
  if (name?.startsWith("k") === true) return catalog.getOf("constraint", id)
  for (const constraint of catalog.all("constraint"))
    if (constraint.indexId === id && constraint.isEnabled) return constraint
  return null
}

const uniqueError = (error: BackendError, catalog: Catalog): DatabaseError => {
  const constraint = constraintOf(catalog, error.constraint)
  const index = constraint === null ? catalog.getOf("index", idOf(error.constraint) ?? -1) : null
  const found = constraint ?? index
  return ora(1, [found === null ? (error.constraint ?? "") : `${found.owner}.${found.name}`])
}

const nullError = (error: BackendError, failed: FailedStatement): DatabaseError => {
  const table = failed.catalog.getOf("table", idOf(error.table) ?? -1)
  const column = table?.columns.find(({ id }) => id === idOf(error.column))
  const label =
    table === null || column === undefined ? (error.column ?? "") : `"${table.owner}"."${table.name}"."${column.name}"`
  return ora(failed.isUpdate ? 1407 : 1400, [label])
}

/** NOT NULL is a check, too: of a constraint (k), or of a primary key's column (n<constraint>_<column>). */
const checkError = (error: BackendError, failed: FailedStatement): DatabaseError => {
  const keyColumn = /^n(\d+)_(\d+)$/.exec(error.constraint ?? "")
  const constraint =
    keyColumn === null
      ? constraintOf(failed.catalog, error.constraint)
      : failed.catalog.getOf("constraint", Number(keyColumn[1]))
  const columnId =
    keyColumn === null
      ? constraint?.condition?.isNotNull === true
        ? constraint.columns[0]
        : undefined
      : Number(keyColumn[2])
  const table = failed.catalog.getOf("table", constraint?.parentId ?? -1)
  const column = columnId === undefined ? undefined : table?.columns.find(({ id }) => id === columnId)
  if (table === null || column === undefined) return named(2290, error, failed.catalog)
  return ora(failed.isUpdate ? 1407 : 1400, [`"${table.owner}"."${table.name}"."${column.name}"`])
}

const named = (code: number, error: BackendError, catalog: Catalog): DatabaseError => {
  const constraint = constraintOf(catalog, error.constraint)
  return ora(code, [constraint === null ? (error.constraint ?? "") : `${constraint.owner}.${constraint.name}`])
}

const foreignKeyError = (error: BackendError, catalog: Catalog): DatabaseError =>
  named(error.message.startsWith("insert or update") ? 2291 : 2292, error, catalog)

const plainCodes: Readonly<Record<string, number>> = {
  "22003": 1438,
  "22008": 1841,
  "22012": 1476,
  "22P02": 1722,
  "42803": 979,
  "57014": 1013
}

const cardinality = (error: BackendError): DatabaseError => ora(error.message.startsWith("MERGE") ? 30_926 : 1427)

const fromState = (error: BackendError, failed: FailedStatement | null): DatabaseError => {
  if (error.state === "OR001") return new DatabaseError(Number(error.message.slice(4, 9)), error.message, null)
  if (error.state === "21000") return cardinality(error)
  if (failed !== null) {
    if (error.state === "23505") return uniqueError(error, failed.catalog)
    if (error.state === "23502") return nullError(error, failed)
    if (error.state === "23503" || error.state === "23001") return foreignKeyError(error, failed.catalog)
    if (error.state === "23514") return checkError(error, failed)
  }
  if (error.state.startsWith("2201")) return ora(1428, ["0"])
  if (error.state === "2201B")
    return new DatabaseError(12_725, "ORA-12725: unmatched parentheses in regular expression", null)
  if (error.state === "0A000" || error.state === "54000" || error.state === "54001") return notInSandbox(error.message)
  const code = plainCodes[error.state]
  return code === undefined ? ora(600, [`sandbox: ${error.state} ${error.message}`]) : ora(code)
}

/** The DatabaseError of a cause; other causes than errors of the backend and of Oracle are ORA-00600. */
export const oracleError = (cause: unknown, failed: FailedStatement | null): DatabaseError => {
  if (cause instanceof DatabaseError) return cause
  if (cause instanceof BackendError) return fromState(cause, failed)
  return ora(600, [`sandbox: ${cause instanceof Error ? cause.message : "unknown"}`])
}
