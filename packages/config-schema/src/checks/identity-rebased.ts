// Says what happens to an identity column: its sequence stays with the old table.
import { defineCheck } from "@orapart/contract"
import { tableName } from "../facts/wishes.ts"

export const identityRebased = defineCheck({
  code: "OP155",
  slug: "identity-rebased",
  title: "The identity column gets a new sequence",
  severity: "info",
  rules: ["V15"],
  run: (context) => {
    const identity = context.source?.identity ?? null
    if (identity === null) return []
    const from =
      identity.lastNumber === null
        ? "its last number was not visible: the script compares it with the largest value stored"
        : `today at ${identity.lastNumber}`
    return [
      {
        subject: `${tableName(context)}.${identity.column}`,
        at: "/table_name",
        what: `${identity.column} of ${tableName(context)} is GENERATED ${identity.generation} AS IDENTITY; the new table has its own sequence (${from}).`,
        why: "The copy is loaded with BY DEFAULT (ORA-32795 otherwise); in the cutover the column gets its old mode and starts after the larger of the old sequence and the largest value, all options restated.",
        advice: "Nothing to do. Programs that name the sequence ISEQ$$_n by hand would have to be changed.",
        evidence: { column: identity.column, generation: identity.generation, lastNumber: identity.lastNumber }
      }
    ]
  }
})
