// The key by which a changed row is found again.
import type { TableModel } from "@orapart/contract"

/** Columns of the primary key, else of an enabled unique key whose columns are all NOT NULL; null when there is none. */
export const deltaKey = (table: TableModel): ReadonlyArray<string> | null => {
  const isNotNull = (name: string): boolean => table.columns.some((column) => column.name === name && !column.nullable)
  for (const type of ["primary-key", "unique"] as const) {
    for (const { body, state } of table.constraints) {
      if (body.type === type && state.isEnabled && state.isValidated && body.columns.every(isNotNull))
        return body.columns
    }
  }
  return null
}
