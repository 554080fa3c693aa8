// ALTER TABLE: READ ONLY, ENABLE and DISABLE, physical properties, MOVE, SHRINK.
import type { AlterTableAction } from "../ast/alter-table.ts"
import { parseEnableDisable } from "./constraint.ts"
import { noAttributes, parseAttributes, readAttribute, readParallel } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

const readEnableDisable = (stream: TokenStream, start: number): AlterTableAction | null => {
  const isEnabled = stream.isWord("ENABLE")
  if (!isEnabled && !stream.isWord("DISABLE")) return null
  const word = isEnabled ? "ENABLE" : "DISABLE"
  if (stream.acceptWords(word, "ROW", "MOVEMENT")) return { kind: "row-movement", isEnabled, ...stream.span(start) }
  if (stream.acceptWords(word, "ALL", "TRIGGERS")) return { kind: "all-triggers", isEnabled, ...stream.span(start) }
  if (stream.acceptWords(word, "TABLE", "LOCK")) return { kind: "table-lock", isEnabled, ...stream.span(start) }
  return { kind: "constraint-state", clause: parseEnableDisable(stream), ...stream.span(start) }
}

const readReadOnly = (stream: TokenStream, start: number): AlterTableAction | null => {
  if (!stream.acceptWords("READ")) return null
  if (stream.acceptWords("ONLY")) return { kind: "read-only", ...stream.span(start) }
  stream.expectWord("WRITE", 1735)
  return { kind: "read-write", ...stream.span(start) }
}

const readCache = (stream: TokenStream, start: number): AlterTableAction | null => {
  if (stream.acceptWords("CACHE")) return { kind: "cache", isCached: true, ...stream.span(start) }
  if (stream.acceptWords("NOCACHE")) return { kind: "cache", isCached: false, ...stream.span(start) }
  if (!stream.acceptWords("RESULT_CACHE")) return null
  stream.expectOpen(1735)
  stream.expectWord("MODE", 1735)
  const isForced = stream.acceptWords("FORCE")
  if (!isForced) stream.expectWord("DEFAULT", 1735)
  stream.expectClose()
  return { kind: "result-cache", isForced, ...stream.span(start) }
}

const readSpace = (stream: TokenStream, start: number): AlterTableAction | null => {
  if (stream.acceptWords("SHRINK")) {
    stream.expectWord("SPACE", 10630)
    const isCompact = stream.acceptWords("COMPACT")
    return { kind: "shrink", isCompact, isCascade: stream.acceptWords("CASCADE"), ...stream.span(start) }
  }
  if (stream.acceptWords("DEALLOCATE")) {
    stream.expectWord("UNUSED", 1735)
    return { kind: "deallocate-unused", ...stream.span(start) }
  }
  if (!stream.acceptWords("ALLOCATE")) return null
  stream.expectWord("EXTENT", 1735)
  return { kind: "allocate-extent", ...stream.span(start) }
}

const readMove = (stream: TokenStream, start: number): AlterTableAction | null => {
  if (!stream.acceptWords("MOVE")) return null
  let isOnline = stream.release >= 12.2 && stream.acceptWords("ONLINE")
  const attributes = parseAttributes(stream, "table")
  const parallel = readParallel(stream)
  isOnline ||= stream.release >= 12.2 && stream.acceptWords("ONLINE")
  return { kind: "move", attributes, isOnline, parallel, ...stream.span(start) }
}

const refusals: Readonly<Record<string, string>> = {
  FLASHBACK: "flashback archive",
  INMEMORY: "INMEMORY",
  ILM: "ILM policies",
  CLUSTERING: "attribute clustering",
  INDEXING: "INDEXING of a table",
  UPGRADE: "object types",
  COALESCE: "index-organized tables"
}

const refuseProperty = (stream: TokenStream): void => {
  const feature = stream.token.kind === "word" ? refusals[stream.token.value] : undefined
  if (feature !== undefined) throw stream.refuse(feature)
  if (stream.isWord("ROW") && stream.isWord("ARCHIVAL", 1)) throw stream.refuse("ROW ARCHIVAL")
}

/** A clause that changes a property of the table; null when none comes next. */
export const readTableProperty = (stream: TokenStream): AlterTableAction | null => {
  refuseProperty(stream)
  const { start } = stream.token
  const found =
    readEnableDisable(stream, start) ??
    readReadOnly(stream, start) ??
    readCache(stream, start) ??
    readSpace(stream, start) ??
    readMove(stream, start)
  if (found !== null) return found
  const degree = readParallel(stream)
  if (degree !== null) return { kind: "parallel", degree, ...stream.span(start) }
  const attributes = noAttributes()
  if (!readAttribute(stream, attributes, "table")) return null
  while (readAttribute(stream, attributes, "table"));
  return { kind: "attributes", attributes, ...stream.span(start) }
}
