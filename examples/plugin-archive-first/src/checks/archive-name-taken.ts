// Is the name of the archive table still free? Nothing that exists is ever written to or dropped.
import { defineCheck } from "@orapart/contract"
import type { CheckContext, TableConfig } from "@orapart/contract"
import { readArchiveWishes } from "../wishes.ts"

const nameOf = ({ owner, table_name: name }: TableConfig): string => `${owner}.${name}`

/** Names that the plan gives to its own tables, unless the config chooses others. */
const plannedNames = ({ table_name: table, migration_settings: settings }: TableConfig): ReadonlyArray<string> => [
  table,
  settings?.names?.interim ?? `${table}_INT`,
  settings?.names?.retained ?? `${table}_OLD`,
  settings?.names?.ledger ?? `ORAPART_${table}`
]

const findOwner = ({ config, snapshot, table }: CheckContext, name: string): string | null => {
  const { owner } = table
  const isTable = snapshot?.tables.some((one) => one.owner === owner && one.name === name) === true
  if (isTable || snapshot?.usedNames?.[owner]?.objects.includes(name) === true)
    return `${owner} already has an object of that name (ORA-00955)`
  const others = config.tables.filter((one) => one.owner === owner && one.enabled !== false)
  const planned = others.find((one) => plannedNames(one).includes(name))
  if (planned !== undefined) return `the plan of ${nameOf(planned)} uses it for a table of its own`
  const twin = others.find((one) => one !== table && readArchiveWishes(one).archiveTable === name)
  return twin === undefined ? null : `the entry of ${nameOf(twin)} archives to it too`
}

export const archiveNameTaken = defineCheck({
  code: "ACME101",
  slug: "archive-name-taken",
  title: "The name of the archive table is not free",
  severity: "error",
  rules: [],
  run: (context) => {
    const { archiveTable } = readArchiveWishes(context.table)
    const reason = findOwner(context, archiveTable)
    if (reason === null) return []
    return [
      {
        at: "/target_configuration/archive_table",
        what: `The archive table of ${nameOf(context.table)} cannot be called ${archiveTable}: ${reason}.`,
        why: "The archive is made by the plan, and the plan never adds rows to a table that it did not make.",
        advice: "Choose another archive_table, for example with the year in it.",
        evidence: { name: archiveTable, reason }
      }
    ]
  }
})
