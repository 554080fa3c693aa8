// Data of a delta round: the columns, the key that rows are matched by, and the column that says when a row changed.
import type { JsonObject } from "@orapart/contract"
import { storedColumns } from "@orapart/oracle-rules"
import { deltaKey } from "../delta-key.ts"
import type { Migration } from "../migration.ts"
import { asData } from "../plan-data.ts"

/** null when delta_sync is none: then nothing changes during the copy. */
export const deltaData = (migration: Migration): JsonObject | null => {
  const key = deltaKey(migration.source)
  if (migration.isFrozen || key === null || migration.settings.deltaColumn === null) return null
  const columns = storedColumns(migration.target)
  return {
    column: migration.settings.deltaColumn,
    columns: columns.map(asData),
    keyColumns: columns.filter((column) => key.includes(column.name)).map(asData),
    hasOtherColumns: columns.some((column) => !key.includes(column.name))
  }
}
