// The --table filter: which tables of the config are meant.
import type { Finding, MigrationConfig } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import { findingOf } from "../words/cli-codes.ts"

/** The chosen tables by their place in the config; null when nothing was chosen, and that means all. */
export type Selection = ReadonlySet<number> | null

/** How a table is named on the command line: `HR.ORDERS`. */
export const nameTable = ({
  owner,
  table_name: table
}: {
  readonly owner: string
  readonly table_name: string
}): string => `${owner}.${table}`

const matchTable = (name: string, names: ReadonlyArray<string>): ReadonlyArray<number> => {
  const indexesOf = (wanted: string) => names.flatMap((known, index) => (known === wanted ? [index] : []))
  const exact = indexesOf(name)
  return exact.length > 0 ? exact : indexesOf(name.toUpperCase())
}

/** Finds the tables that were asked for: exact names first, then in upper case. Fails with every name that is unknown. */
export const selectTables = (
  config: MigrationConfig,
  wanted: ReadonlyArray<string>
): Effect.Effect<Selection, CommandFailed> => {
  if (wanted.length === 0) return Effect.succeed(null)
  const known = config.tables.map(nameTable)
  const found = wanted.map((name) => ({ name, indexes: matchTable(name, known) }))
  const unknown = found.filter(({ indexes }) => indexes.length === 0).map(({ name }) => name)
  return unknown.length > 0
    ? Effect.fail(new CommandFailed({ reason: { _tag: "UnknownTable", wanted: unknown, known } }))
    : Effect.succeed(new Set(found.flatMap(({ indexes }) => indexes)))
}

/** Warns about tables that were asked for and are disabled. */
export const reportDisabled = (config: MigrationConfig, selection: Selection): ReadonlyArray<Finding> =>
  config.tables.flatMap((table, index) =>
    table.enabled === false && selection?.has(index) === true
      ? [
          findingOf("OP012", {
            subject: nameTable(table),
            what: `${nameTable(table)} was asked for with --table and is left out: its "enabled" is false.`,
            why: "",
            advice: 'Set "enabled": true in the config.',
            evidence: {},
            path: `/tables/${index}/enabled`
          })
        ]
      : []
  )
