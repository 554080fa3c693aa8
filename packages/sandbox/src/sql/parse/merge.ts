// MERGE and LOCK TABLE.
import type { DmlTarget, LockTable, Merge, MergeMatched, MergeNotMatched } from "../ast/dml.ts"
import { parseAssignments, parseColumnTarget, parseDmlTarget, parseValues } from "./dml.ts"
import { parseObjectName } from "./names.ts"
import { parsePartitionExtension } from "./partition-extension.ts"
import { readWait } from "./query.ts"
import { parseTablePrimary } from "./table-reference.ts"
import type { TokenStream } from "./token-stream.ts"

const parseMatched = (stream: TokenStream, start: number): MergeMatched => {
  stream.expectWord("THEN")
  stream.expectWord("UPDATE")
  stream.expectWord("SET", 971)
  const assignments = parseAssignments(stream)
  const where = stream.acceptWords("WHERE") ? stream.grammar.condition(stream) : null
  const isDelete = stream.acceptWords("DELETE")
  if (isDelete) stream.expectWord("WHERE")
  const deleteWhere = isDelete ? stream.grammar.condition(stream) : null
  return { assignments, where, deleteWhere, ...stream.span(start) }
}

const parseNotMatched = (stream: TokenStream, start: number): MergeNotMatched => {
  stream.expectWord("THEN")
  stream.expectWord("INSERT")
  const columns = stream.isOperator("(") ? stream.parenthesizedList(() => parseColumnTarget(stream)) : []
  stream.expectWord("VALUES", 926)
  const values = parseValues(stream)
  const where = stream.acceptWords("WHERE") ? stream.grammar.condition(stream) : null
  return { columns, values, where, ...stream.span(start) }
}

const parseBranches = (stream: TokenStream): Pick<Merge, "matched" | "notMatched"> => {
  let matched: MergeMatched | null = null
  let notMatched: MergeNotMatched | null = null
  while (stream.isWord("WHEN")) {
    const token = stream.take()
    const isNot = stream.acceptWords("NOT")
    stream.expectWord("MATCHED")
    if ((isNot ? notMatched : matched) !== null) throw stream.fail(905, [], token)
    if (isNot) notMatched = parseNotMatched(stream, token.start)
    else matched = parseMatched(stream, token.start)
  }
  if (matched === null && notMatched === null) throw stream.fail(905)
  return { matched, notMatched }
}

const parseMergeHere = (stream: TokenStream): Merge => {
  const { start, hint } = stream.take()
  stream.expectWord("INTO", 925)
  const target = parseDmlTarget(stream)
  stream.expectWord("USING", 2012)
  const using = parseTablePrimary(stream)
  stream.expectWord("ON", 969)
  stream.expectOpen()
  const on = stream.grammar.condition(stream)
  stream.expectClose()
  const branches = parseBranches(stream)
  if (stream.areWords("LOG", "ERRORS")) throw stream.refuse("LOG ERRORS")
  return { kind: "merge", hint, target, using, on, ...branches, ...stream.span(start) }
}

/** MERGE. */
export const parseMerge = (stream: TokenStream): Merge => stream.inLanguage("sql", () => parseMergeHere(stream))

const readLockMode = (stream: TokenStream): LockTable["mode"] => {
  if (stream.acceptWords("ROW")) {
    if (stream.acceptWords("SHARE")) return "row share"
    stream.expectWord("EXCLUSIVE", 1737)
    return "row exclusive"
  }
  if (stream.acceptWords("EXCLUSIVE")) return "exclusive"
  stream.expectWord("SHARE", 1737)
  if (stream.acceptWords("UPDATE")) return "share update"
  if (!stream.acceptWords("ROW")) return "share"
  stream.expectWord("EXCLUSIVE", 1737)
  return "share row exclusive"
}

/** A lock has no alias. */
const parseLockTarget = (stream: TokenStream): DmlTarget => {
  const table = parseObjectName(stream)
  const partition = parsePartitionExtension(stream)
  return { table, query: null, partition, alias: null, ...stream.span(table.start) }
}

const parseLockHere = (stream: TokenStream): LockTable => {
  const { start } = stream.take()
  stream.expectWord("TABLE")
  const targets = stream.commaList(() => parseLockTarget(stream))
  stream.expectWord("IN", 1738)
  const mode = readLockMode(stream)
  stream.expectWord("MODE", 1739)
  return { kind: "lock-table", targets, mode, waitSeconds: readWait(stream), ...stream.span(start) }
}

/** LOCK TABLE. */
export const parseLockTable = (stream: TokenStream): LockTable => stream.inLanguage("sql", () => parseLockHere(stream))
