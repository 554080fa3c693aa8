// Says which objects were invalid before anything was changed, so that nobody blames the migration for them.
import { defineCheck } from "@orapart/contract"
import { countOf, joinSome } from "../facts/words.ts"
import { tableName } from "../facts/wishes.ts"

export const invalidObjectsBefore = defineCheck({
  code: "OP165",
  slug: "invalid-objects-before",
  title: "Objects that name the table are invalid already",
  severity: "info",
  rules: ["V20"],
  run: (context) => {
    const invalid = (context.source?.dependents ?? []).filter((dependent) => !dependent.isValid)
    if (invalid.length === 0) return []
    const names = invalid.map(({ name, owner, type }) => `${type} ${owner}.${name}`)
    return [
      {
        at: "/table_name",
        what: `${countOf(invalid.length, "object")} that ${invalid.length === 1 ? "names" : "name"} ${tableName(context)} ${invalid.length === 1 ? "was" : "were"} invalid when the snapshot was taken: ${joinSome(names)}.`,
        why: "They are the baseline: the check after the cutover counts only what became invalid since.",
        advice: "Nothing to do for the migration.",
        evidence: { invalid: names }
      }
    ]
  }
})
