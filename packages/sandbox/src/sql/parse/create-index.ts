// CREATE INDEX and the attributes of indexes. LOCAL and GLOBAL partitions of an index are in index-partitioning.ts.
import type { IndexAttributes } from "../ast/constraint.ts"
import type { CreateIndex, IndexColumn } from "../ast/index-ddl.ts"
import { parseColumnTable } from "./index-table.ts"
import { readIndexPartitioning } from "./index-partitioning.ts"
import { isColumnName, parseObjectName } from "./names.ts"
import { noAttributes, readAttribute, readParallel } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

type OpenIndex = { -readonly [K in Exclude<keyof IndexAttributes, "segment">]: IndexAttributes[K] }

const readFlag = (stream: TokenStream, index: OpenIndex): boolean => {
  if (stream.acceptWords("INVISIBLE")) index.isInvisible = true
  else if (stream.acceptWords("VISIBLE")) index.isInvisible = false
  else if (stream.acceptWords("REVERSE")) index.isReverse = true
  else if (stream.acceptWords("UNUSABLE")) index.isUnusable = true
  else if (stream.acceptWords("USABLE")) index.isUnusable = false
  else if (stream.acceptWords("ONLINE")) index.isOnline = true
  else if (stream.acceptWords("NOSORT")) index.isSortSkipped = true
  else if (stream.acceptWords("SORT")) index.isSortSkipped = false
  else if (stream.acceptWords("COMPUTE")) {
    stream.expectWord("STATISTICS")
    index.isComputeStatistics = true
  } else return false
  return true
}

const readIndexing = (stream: TokenStream, index: OpenIndex): boolean => {
  if (stream.release < 12.1 || !stream.acceptWords("INDEXING")) return false
  const isFull = stream.acceptWords("FULL")
  if (!isFull) stream.expectWord("PARTIAL", 2158)
  index.indexing = isFull ? "full" : "partial"
  return true
}

const readPlace = (stream: TokenStream, index: OpenIndex): boolean => {
  const { start } = stream.token
  const previous = index.partitioning
  const partitioning = readIndexPartitioning(stream)
  if (partitioning === null) return false
  const isLocal = partitioning.kind === "local"
  if (previous !== null) {
    const wasLocal = previous.kind === "local"
    throw stream.place(isLocal ? (wasLocal ? 14000 : 14001) : wasLocal ? 14003 : 14002, start)
  }
  index.partitioning = partitioning
  return true
}

const readIndexParallel = (stream: TokenStream, index: OpenIndex): boolean => {
  const { start } = stream.token
  const degree = readParallel(stream)
  if (degree !== null && index.parallel !== null) throw stream.place(12812, start)
  if (degree !== null) index.parallel = degree
  return degree !== null
}

/** All attributes of an index that come next. */
export const parseIndexAttributes = (stream: TokenStream): IndexAttributes => {
  const segment = noAttributes()
  const index: OpenIndex = {
    parallel: null,
    isInvisible: null,
    isReverse: false,
    isUnusable: false,
    isOnline: false,
    isComputeStatistics: false,
    isSortSkipped: false,
    partitioning: null,
    indexing: null
  }
  while (
    readAttribute(stream, segment, "index") ||
    readFlag(stream, index) ||
    readPlace(stream, index) ||
    readIndexParallel(stream, index) ||
    readIndexing(stream, index)
  );
  return { segment, ...index }
}

const parseIndexColumn = (stream: TokenStream): IndexColumn => {
  const { start } = stream.token
  if (
    stream.token.kind === "word" &&
    !isColumnName(stream.token) &&
    !stream.isOperator("(", 1) &&
    !stream.isWord("CASE")
  )
    throw stream.fail(936)
  const value = stream.grammar.expression(stream)
  const isDescending = stream.acceptWords("DESC")
  if (!isDescending) stream.acceptWords("ASC")
  return { value, isDescending, ...stream.span(start) }
}

const readType = (stream: TokenStream): CreateIndex["type"] => {
  if (stream.acceptWords("UNIQUE")) return "unique"
  return stream.acceptWords("BITMAP") ? "bitmap" : "normal"
}

const refuseKinds = (stream: TokenStream): void => {
  if (stream.isWord("INDEXTYPE")) throw stream.refuse("domain indexes")
  if (stream.isWord("FROM") || stream.isWord("WHERE")) throw stream.refuse("bitmap join indexes")
}

const isGlobal = (index: IndexAttributes): boolean => index.partitioning?.kind.startsWith("global") === true

/** What follows CREATE: `[UNIQUE | BITMAP] INDEX ...`. `start` is that of the statement. */
export const parseCreateIndex = (stream: TokenStream, start: number): CreateIndex => {
  const type = readType(stream)
  if (stream.isWord("MULTIVALUE")) throw stream.refuse("multivalue indexes")
  stream.expectWord("INDEX", 968)
  const isIfNotExists = stream.release >= 23 && stream.acceptWords("IF", "NOT", "EXISTS")
  const name = parseObjectName(stream, 953)
  stream.expectWord("ON", 969)
  if (stream.isWord("CLUSTER")) throw stream.refuse("cluster indexes")
  const { table, tableAlias } = parseColumnTable(stream)
  const columns = stream.parenthesizedList(() => parseIndexColumn(stream))
  refuseKinds(stream)
  const attributes = parseIndexAttributes(stream)
  if (type === "bitmap" && isGlobal(attributes)) throw stream.place(25113, attributes.partitioning?.start ?? start)
  refuseKinds(stream)
  return {
    kind: "create-index",
    name,
    type,
    isIfNotExists,
    table,
    tableAlias,
    columns,
    attributes,
    ...stream.span(start)
  }
}
