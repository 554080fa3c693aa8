// Facts of the database concern every table alike and are said once: with the first enabled table of the file.
import type { CheckContext } from "@orapart/contract"

/** True for exactly one table of a config that has an enabled one. */
export const isFirstEnabled = (context: CheckContext): boolean =>
  context.config.tables.find((table) => table.enabled !== false) === context.table
