// Do the copies of all tables fit? Old tables stay until cleanup, so the needs of one file add up.
import { defineCheck, type CheckContext, type DatabaseInfo, type SchemaSnapshot } from "@orapart/contract"
import { isFirstEnabled } from "../facts/once-per-file.ts"
import { findTable } from "../facts/snapshot-index.ts"
import { freeBytesIn, neededBytes, targetTablespaces } from "../facts/space.ts"
import { countOf, formatBytes } from "../facts/words.ts"

interface Need {
  readonly tables: number
  readonly bytes: number
  readonly largest: number
}

// A table spread over several tablespaces is left out: how much goes where is not known.
const addUp = (context: CheckContext, snapshot: SchemaSnapshot): ReadonlyMap<string, Need> => {
  const needs = new Map<string, Need>()
  for (const table of context.config.tables) {
    const source = table.enabled === false ? null : findTable(snapshot, table.owner, table.table_name)
    const [only, ...others] = source === null ? [] : targetTablespaces({ table }, source)
    const bytes = source === null || only === undefined ? null : neededBytes(source, [only])
    if (only === undefined || others.length > 0 || bytes === null) continue
    const before = needs.get(only) ?? { tables: 0, bytes: 0, largest: 0 }
    needs.set(only, {
      tables: before.tables + 1,
      bytes: before.bytes + bytes,
      largest: Math.max(before.largest, bytes)
    })
  }
  return needs
}

const report = (database: DatabaseInfo, name: string, need: Need) => {
  const free = freeBytesIn(database, [name])
  // One that is too large alone has its own error.
  if (free === null || need.bytes <= free || need.largest > free) return []
  return [
    {
      subject: `tablespace ${name}`,
      isAboutFile: true,
      what: `The copies of ${countOf(need.tables, "table")} need about ${formatBytes(need.bytes)} in ${name} together; ${formatBytes(free)} can be used. Each alone fits.`,
      why: "Every old table stays until its step 70.",
      advice: "Migrate and drop the old tables (step 70) in several rounds, or add space.",
      evidence: { tablespace: name, tables: need.tables, neededBytes: need.bytes, freeBytes: free }
    }
  ]
}

export const tablespaceTooSmallTogether = defineCheck({
  code: "OP170",
  slug: "tablespace-too-small-together",
  title: "The copies of all tables together do not fit",
  severity: "warning",
  rules: ["V13"],
  run: (context) => {
    const { database, snapshot } = context
    if (database === null || snapshot === undefined || snapshot === null || !isFirstEnabled(context)) return []
    return [...addUp(context, snapshot)].flatMap(([name, need]) => report(database, name, need))
  }
})
