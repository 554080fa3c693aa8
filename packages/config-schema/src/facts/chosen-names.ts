// The names that a person chose for the tables a migration makes.
import type { TableConfig } from "@orapart/contract"
import { settingPath } from "./wishes.ts"

/** One chosen name with the key it stands under. */
export interface ChosenName {
  readonly role: "interim" | "retained" | "ledger"
  readonly name: string
  /** Path below the table's entry. */
  readonly at: string
}

const roles = ["interim", "retained", "ledger"] as const

/** The chosen names of one table's entry; empty when all are left to the planner. */
export const chosenNames = (table: TableConfig): ReadonlyArray<ChosenName> =>
  roles.flatMap((role) => {
    const name = table.migration_settings?.names?.[role]
    return name === undefined ? [] : [{ role, name, at: `${settingPath("names")}/${role}` }]
  })
