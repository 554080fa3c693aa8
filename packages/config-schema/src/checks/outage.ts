// Says once which tables cannot be written during their migration.
import { defineCheck } from "@orapart/contract"
import { isFirstEnabled } from "../facts/once-per-file.ts"
import { countOf, joinSome } from "../facts/words.ts"
import { tableName } from "../facts/wishes.ts"

export const outage = defineCheck({
  code: "OP161",
  slug: "outage",
  title: "Tables are READ ONLY while they are copied",
  severity: "info",
  rules: ["V18"],
  run: (context) => {
    if (!isFirstEnabled(context)) return []
    const frozen = context.config.tables.filter(
      (table) => table.enabled !== false && (table.migration_settings?.delta_sync ?? "none") === "none"
    )
    if (frozen.length === 0) return []
    const names = frozen.map((table) => tableName({ table }))
    return [
      {
        subject: "the migration",
        isAboutFile: true,
        what: `${countOf(frozen.length, "table")} ${frozen.length === 1 ? "is" : "are"} READ ONLY from before the load until the cutover: ${joinSome(names)}. Writers get ORA-12081.`,
        why: 'delta_sync "none" copies a table that nobody changes; nothing can be missed.',
        advice: "Plan the load and the cutover in one change window per table. `orapart plan` estimates how long.",
        evidence: { tables: names }
      }
    ]
  }
})
