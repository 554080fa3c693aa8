// Are there so many bytes in LOBs that comparing them decides how long the migration takes?
import { defineCheck } from "@orapart/contract"
import { formatBytes, joinSome } from "../facts/words.ts"
import { settingPath, tableName } from "../facts/wishes.ts"

const NOTICEABLE_BYTES = 10 * 1024 ** 3

export const lobComparison = defineCheck({
  code: "OP164",
  slug: "lob-comparison",
  title: "The comparison reads many bytes of LOBs",
  severity: "warning",
  rules: ["V19"],
  run: (context) => {
    const { source, table } = context
    if (source === null || table.migration_settings?.validate_data === false) return []
    const measured = source.lobs.reduce((sum, lob) => sum + (lob.bytes ?? 0), 0)
    const bytes = Math.max(measured, source.segments?.lobBytes ?? 0)
    if (bytes < NOTICEABLE_BYTES) return []
    const columns = source.lobs.map((lob) => lob.column)
    return [
      {
        at: settingPath("validate_data"),
        what: `${tableName(context)} has ${formatBytes(bytes)} in LOBs (${joinSome(columns)}), and the comparison reads every byte of them on both sides.`,
        why: "STANDARD_HASH takes no LOB, so each one is hashed piece by piece; that costs several times what rows of the same size cost.",
        advice:
          "Reckon with it in the change window; `orapart plan` estimates the time. validate_data false would leave the rows unproven.",
        evidence: { lobBytes: bytes, columns }
      }
    ]
  }
})
