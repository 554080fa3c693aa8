// Does the copy fit into its tablespace beside the table that stays there until cleanup?
import { defineCheck } from "@orapart/contract"
import { freeBytesIn, neededBytes, targetTablespaces } from "../facts/space.ts"
import { formatBytes } from "../facts/words.ts"
import { tableName, targetPath } from "../facts/wishes.ts"

export const tablespaceTooSmall = defineCheck({
  code: "OP150",
  slug: "tablespace-too-small",
  title: "The tablespace has no room for a copy of the table",
  severity: "error",
  rules: ["V13"],
  run: (context) => {
    const { database, source } = context
    if (database === null || source === null) return []
    const tablespaces = targetTablespaces(context, source)
    const needed = neededBytes(source, tablespaces)
    const free = freeBytesIn(database, tablespaces)
    if (needed === null || free === null || needed <= free) return []
    return [
      {
        at: targetPath("tablespace"),
        what: `A copy of ${tableName(context)} needs about ${formatBytes(needed)} in ${tablespaces.join(", ")}; ${formatBytes(free)} can be used (free space and what the files may still grow).`,
        why: "Old and new table exist side by side until step 70.",
        advice: `Add ${formatBytes(needed - free)}, or set "tablespace" to another one.`,
        evidence: { tablespaces, neededBytes: needed, freeBytes: free }
      }
    ]
  }
})
