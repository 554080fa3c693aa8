// Are the names a person chose still free: in the schema, in this entry and in the other tables' entries?
import { defineCheck, type CheckContext } from "@orapart/contract"
import { chosenNames, type ChosenName } from "../facts/chosen-names.ts"
import { objectNamesOf } from "../facts/snapshot-index.ts"
import { tableName } from "../facts/wishes.ts"

// The ledger may be shared between tables of one owner; interim and retained tables may not.
const takenElsewhere = (context: CheckContext, chosen: ChosenName): string | null => {
  if (chosen.role === "ledger") return null
  const other = context.config.tables.find(
    (table) =>
      table !== context.table &&
      table.enabled !== false &&
      table.owner === context.table.owner &&
      chosenNames(table).some((candidate) => candidate.name === chosen.name)
  )
  return other === undefined ? null : `the entry of ${tableName({ table: other })} chose it too`
}

const takenBy = (context: CheckContext, chosen: ChosenName, earlier: ReadonlyArray<ChosenName>): string | null => {
  const { owner, table_name: table } = context.table
  if (chosen.name === table) return "it is the table's own name"
  const twin = earlier.find((candidate) => candidate.name === chosen.name)
  if (twin !== undefined) return `it is also the ${twin.role} name`
  // A ledger that is there already is the tool's own from an earlier run.
  const isThere = chosen.role !== "ledger" && objectNamesOf(context, owner)?.has(chosen.name) === true
  return isThere ? `${owner} already has an object ${chosen.name} (ORA-00955)` : takenElsewhere(context, chosen)
}

export const chosenNameTaken = defineCheck({
  code: "OP154",
  slug: "chosen-name-taken",
  title: "A chosen name is not free",
  severity: "error",
  rules: ["V14"],
  run: (context) => {
    const names = chosenNames(context.table)
    return names.flatMap((chosen, index) => {
      const reason = takenBy(context, chosen, names.slice(0, index))
      if (reason === null) return []
      return [
        {
          at: chosen.at,
          what: `The ${chosen.role} name ${chosen.name} cannot be used: ${reason}.`,
          why: "Tables, views, synonyms, sequences, types and PL/SQL units of a schema share one set of names, and nothing that the plan did not make is ever dropped.",
          advice: "Choose another name, or leave the key out: the planner chooses one that is free.",
          evidence: { role: chosen.role, name: chosen.name, reason }
        }
      ]
    })
  }
})
