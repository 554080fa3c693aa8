// A table that is refused for one reason: plain in everything else, so that the findings say that reason and nothing more.
import { column, primaryKey, tableModel } from "@orapart/testkit/builders"
import type { ColumnModel, TableConfig, TableModel } from "@orapart/testkit/builders"
import { dates, ids } from "../column-facts.ts"
import { entry } from "../example.ts"
import type { Wishes } from "../example.ts"
import { measure } from "../sizes.ts"
import { every, hash, onDate } from "../wishes.ts"

/** One table of the example. */
export interface RefusedTable {
  /** What it has that is not carried, in the words of the page. */
  readonly feature: string
  /** The errors that refuse it, in code order: those of the config's checks, of the action, the planner and the strategy. */
  readonly codes: ReadonlyArray<string>
  readonly table: TableModel
  readonly entry: TableConfig
}

/** What a definition says of its table. */
export interface Given {
  readonly name: string
  readonly feature: string
  readonly codes: ReadonlyArray<string>
  /** Behind ID and CREATED_AT. */
  readonly columns?: ReadonlyArray<string | ColumnModel>
  readonly table?: Omit<NonNullable<Parameters<typeof tableModel>[0]>, "name" | "columns">
  readonly action?: string
  readonly target?: Wishes["target"]
  readonly settings?: Wishes["settings"]
}

const rows = 1_000_000

const idColumn = column("ID NUMBER(12) NOT NULL", { statistics: ids(rows) })
const dateColumn = column("CREATED_AT DATE NOT NULL", {
  statistics: dates("2024-01-01 00:00:05", "2025-12-31 22:10:00", 900_000)
})

/** Monthly on CREATED_AT with 8 hash subpartitions on ID. */
export const monthly = { ...every("MONTH", "CREATED_AT", onDate("2024-01-01")), ...hash("ID", 8) }

/** The same with another interval key. */
export const keyedBy = (partition_column: string): Wishes["target"] => ({ ...monthly, partition_column })

/** The same with another hash key. */
export const hashedBy = (subpartition_column: string): Wishes["target"] => ({ ...monthly, subpartition_column })

/** Builds a refused table with its entry of the config. */
export const refusedTable = (given: Given): RefusedTable => {
  const { name, feature, codes, columns = [], table: extras = {}, action, target, settings } = given
  const table = measure(
    tableModel({
      comment: `Refused: ${feature}.`,
      constraints: [primaryKey(`${name}_PK`, "ID")],
      ...extras,
      name,
      columns: [idColumn, dateColumn, ...columns]
    }),
    { rows, averageRowBytes: 40 }
  )
  return {
    feature,
    codes,
    table,
    entry: entry(table, {
      action: action ?? "add_interval_hash_partitioning",
      target: target ?? monthly,
      ...(settings === undefined ? {} : { settings })
    })
  }
}
