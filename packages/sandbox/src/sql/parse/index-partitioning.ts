// LOCAL, GLOBAL and GLOBAL PARTITION BY of an index, with the partitions that are listed.
import type { IndexPartition, IndexPartitioning } from "../ast/constraint.ts"
import type { Identifier } from "../ast/node.ts"
import { isColumnName, parseColumnList, parseIdentifier, parseInteger } from "./names.ts"
import { parseRangeBounds } from "./partition-bounds.ts"
import { noAttributes, readAttribute } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

/** `STORE IN (ts, ...)`; null when none comes next. */
export const readStoreIn = (stream: TokenStream): ReadonlyArray<Identifier> | null => {
  if (!stream.areWords("STORE", "IN")) return null
  stream.acceptWords("STORE", "IN")
  return stream.parenthesizedList(() => parseIdentifier(stream, 2216))
}

const readName = (stream: TokenStream): Identifier | null =>
  isColumnName(stream.token) && !stream.isWord("VALUES") && !stream.isWord("TABLESPACE") && !stream.isWord("UNUSABLE")
    ? parseIdentifier(stream, 14006)
    : null

const parseIndexPartition = (stream: TokenStream, word: "PARTITION" | "SUBPARTITION"): IndexPartition => {
  const { start } = stream.expectWord(word, word === "PARTITION" ? 14004 : 14150)
  const name = readName(stream)
  const lessThan = stream.isWord("VALUES") ? parseRangeBounds(stream) : null
  const attributes = noAttributes()
  let isUnusable = false
  let subpartitions: IndexPartition["subpartitions"] = null
  for (;;) {
    if (readAttribute(stream, attributes, "index")) continue
    if (stream.acceptWords("UNUSABLE")) isUnusable = true
    else if (word === "PARTITION" && stream.isOperator("("))
      subpartitions = stream.parenthesizedList(() => parseIndexPartition(stream, "SUBPARTITION"))
    else break
  }
  return { name, lessThan, attributes, isUnusable, subpartitions, ...stream.span(start) }
}

const parsePartitions = (stream: TokenStream): ReadonlyArray<IndexPartition> =>
  stream.parenthesizedList(() => parseIndexPartition(stream, "PARTITION"))

const parseLocal = (stream: TokenStream, start: number): IndexPartitioning => {
  const storeIn = readStoreIn(stream)
  const partitions = stream.isOperator("(") ? parsePartitions(stream) : null
  for (const { lessThan, start: place } of partitions ?? []) if (lessThan !== null) throw stream.place(14009, place)
  return { kind: "local", partitions, storeIn, ...stream.span(start) }
}

const parseGlobal = (stream: TokenStream, start: number): IndexPartitioning => {
  if (!stream.acceptWords("PARTITION")) return { kind: "global", ...stream.span(start) }
  stream.expectWord("BY", 924)
  if (stream.acceptWords("HASH")) {
    const columns = parseColumnList(stream)
    const count = stream.acceptWords("PARTITIONS") ? parseInteger(stream, 14152) : null
    const storeIn = readStoreIn(stream)
    const partitions = count === null ? parsePartitions(stream) : null
    return { kind: "global-hash", columns, partitions, count, storeIn, ...stream.span(start) }
  }
  stream.expectWord("RANGE", 14005)
  const columns = parseColumnList(stream)
  return { kind: "global-range", columns, partitions: parsePartitions(stream), ...stream.span(start) }
}

/** LOCAL or GLOBAL with what follows; null when neither comes next. */
export const readIndexPartitioning = (stream: TokenStream): IndexPartitioning | null => {
  const { start } = stream.token
  if (stream.acceptWords("LOCAL")) return parseLocal(stream, start)
  return stream.acceptWords("GLOBAL") ? parseGlobal(stream, start) : null
}
