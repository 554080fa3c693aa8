// Finds kind, binds and RETURNING places of a statement, as the real engine will: strings, comments and quoted names are passed over.
import type { PreparedStatement, StatementKind } from "../../src/engine/engine.ts"

const PIECE =
  /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|[nN]?[qQ]'\[[\s\S]*?\]'|:=|:"([^"]+)"|:([A-Za-z][\w$#]*|\d+)|\b(returning|into)\b/gi

const kinds: Readonly<Record<string, StatementKind>> = {
  select: "query",
  with: "query",
  insert: "dml",
  update: "dml",
  delete: "dml",
  merge: "dml",
  begin: "plsql",
  declare: "plsql",
  call: "plsql",
  create: "ddl",
  alter: "ddl",
  drop: "ddl",
  truncate: "ddl",
  grant: "ddl",
  comment: "ddl"
}

const kindOf = (sql: string): StatementKind => {
  if (/^\s*alter\s+session/i.test(sql)) return "other"
  return kinds[/^[\s(]*([a-z]+)/i.exec(sql)?.[1]?.toLowerCase() ?? ""] ?? "other"
}

/** Splits a statement; never fails. */
export const scanStatement = (sql: string): PreparedStatement => {
  const kind = kindOf(sql)
  const binds: Array<string> = []
  const returning: Array<number> = []
  const words = new Set<string>()
  if (kind === "ddl") return { sql, kind, binds, returning }
  for (const match of sql.matchAll(PIECE)) {
    const name = match[1] ?? match[2]?.toUpperCase()
    if (match[3] !== undefined && (match[3].toLowerCase() === "returning" || words.has("returning")))
      words.add(match[3].toLowerCase())
    if (name === undefined || (kind === "plsql" && binds.includes(name))) continue
    if (kind === "dml" && words.has("into")) returning.push(binds.length)
    binds.push(name)
  }
  return { sql, kind, binds, returning }
}
