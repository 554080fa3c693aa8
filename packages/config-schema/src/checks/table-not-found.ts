// Is the table in the snapshot under exactly this name? Everything else is asked of its facts.
import { defineCheck, type CheckContext, type CheckReport, type SchemaSnapshot } from "@orapart/contract"
import { tableName } from "../facts/wishes.ts"
import { findNearestName } from "../structure/nearest-name.ts"

const unquote = (name: string): string => name.replace(/^"(.*)"$/, "$1")

const advise = (snapshot: SchemaSnapshot, owner: string, name: string): string => {
  const exact = snapshot.tables.find((table) => table.owner === unquote(owner) && table.name === unquote(name))
  if (exact !== undefined) return `Write ${exact.owner} and ${exact.name}: names stand without the quotes of SQL.`
  const owners = [...new Set(snapshot.tables.map((table) => table.owner))]
  if (!owners.includes(owner)) {
    const nearest = findNearestName(owner, owners)
    const spelled = snapshot.tables.some((table) => table.owner === nearest && table.name === name)
    if (nearest !== null) return spelled ? `Did you mean ${nearest}.${name}?` : `Did you mean the owner ${nearest}?`
    return `The snapshot holds tables of ${owners.join(", ") || "nobody"}.`
  }
  const nearest = findNearestName(
    name,
    snapshot.tables.filter((table) => table.owner === owner).map((table) => table.name)
  )
  return nearest === null ? "Make the snapshot again if the table is new." : `Did you mean ${owner}.${nearest}?`
}

const run = (context: CheckContext): ReadonlyArray<CheckReport> => {
  const snapshot = context.snapshot ?? null
  if (snapshot === null || context.source !== null) return []
  const { owner, table_name: name } = context.table
  const isOwnerKnown = snapshot.tables.some((table) => table.owner === owner)
  return [
    {
      at: isOwnerKnown ? "/table_name" : "/owner",
      what: `The snapshot has no table ${tableName(context)}.`,
      why: "Names are compared exactly, as the dictionary has them: upper case unless the table was created with quotes.",
      advice: advise(snapshot, owner, name),
      evidence: { owner, table: name, tables: snapshot.tables.length }
    }
  ]
}

export const tableNotFound = defineCheck({
  code: "OP120",
  slug: "table-not-found",
  title: "The snapshot has no table of this name",
  severity: "error",
  rules: [],
  run
})
