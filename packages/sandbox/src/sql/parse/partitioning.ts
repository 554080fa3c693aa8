// PARTITION BY and SUBPARTITION BY of a table.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { Identifier } from "../ast/node.ts"
import type {
  HashPartitioning,
  IntervalClause,
  ListPartitioning,
  RangePartitioning,
  Subpartitioning,
  SubpartitionTemplate,
  TablePartitioning
} from "../ast/partitioning.ts"
import { readStoreIn } from "./index-partitioning.ts"
import { parseColumnName, parseInteger } from "./names.ts"
import { parsePartitionList, parseSubpartitionList } from "./partition-definition.ts"
import type { TokenStream } from "./token-stream.ts"

const mostColumns = 16

const parseKeyColumns = (stream: TokenStream): ReadonlyArray<Identifier> => {
  const columns = stream.parenthesizedList(() => parseColumnName(stream, 904))
  const extra = columns[mostColumns]
  if (extra !== undefined) throw stream.place(14014, extra.start)
  return columns
}

const mostSubpartitions = 1_048_575

const parseCount = (stream: TokenStream, code: SyntaxCode): number => {
  const { start } = stream.token
  const count = parseInteger(stream, code)
  if (count < 1 || count > mostSubpartitions) throw stream.place(code, start)
  return count
}

/** `SUBPARTITION TEMPLATE n` or `( ... )`, after TEMPLATE. `()` removes one and is legal in ALTER TABLE only. */
export const parseTemplate = (stream: TokenStream, start: number): SubpartitionTemplate => {
  if (!stream.isOperator("(")) return { count: parseCount(stream, 14156), subpartitions: [], ...stream.span(start) }
  if (stream.isOperator(")", 1)) {
    stream.take()
    stream.take()
    return { count: null, subpartitions: [], ...stream.span(start) }
  }
  return { count: null, subpartitions: parseSubpartitionList(stream), ...stream.span(start) }
}

const readMethod = (stream: TokenStream): Subpartitioning["kind"] => {
  if (stream.acceptWords("RANGE")) return "range"
  if (stream.acceptWords("LIST")) return "list"
  if (stream.acceptWords("HASH")) return "hash"
  if (stream.isWord("CONSISTENT")) throw stream.refuse("consistent hash partitioning")
  throw stream.fail(14151)
}

const parseSubpartitioning = (stream: TokenStream): Subpartitioning => {
  const { start } = stream.take()
  stream.expectWord("BY", 924)
  const kind = readMethod(stream)
  const columns = parseKeyColumns(stream)
  let count: number | null = null
  let template: SubpartitionTemplate | null = null
  let storeIn: ReadonlyArray<Identifier> = []
  for (;;) {
    const place = stream.token.start
    if (stream.acceptWords("SUBPARTITIONS")) {
      if (kind !== "hash") throw stream.place(14639, place)
      count = parseCount(stream, 14156)
    } else if (stream.acceptWords("SUBPARTITION", "TEMPLATE")) template = parseTemplate(stream, place)
    else if (stream.areWords("STORE", "IN") && (count !== null || template !== null))
      storeIn = readStoreIn(stream) ?? []
    else break
    if (template !== null && (count !== null || storeIn.length > 0)) throw stream.place(14604, place)
  }
  return { kind, columns, count, storeIn, template, ...stream.span(start) }
}

const readSubpartitioning = (stream: TokenStream): Subpartitioning | null =>
  stream.isWord("SUBPARTITION") ? parseSubpartitioning(stream) : null

const readInterval = (stream: TokenStream): IntervalClause | null => {
  if (!stream.isWord("INTERVAL")) return null
  const { start } = stream.take()
  stream.expectOpen()
  const expression = stream.grammar.expression(stream)
  stream.expectClose()
  const storeIn = readStoreIn(stream) ?? []
  return { expression, storeIn, ...stream.span(start) }
}

const parseRange = (stream: TokenStream, start: number): RangePartitioning => {
  const columns = parseKeyColumns(stream)
  const interval = readInterval(stream)
  const subpartitioning = readSubpartitioning(stream)
  const partitions = parsePartitionList(stream)
  return { kind: "range", columns, interval, subpartitioning, partitions, ...stream.span(start) }
}

const parseList = (stream: TokenStream, start: number): ListPartitioning => {
  const columns = parseKeyColumns(stream)
  if (stream.isWord("AUTOMATIC")) throw stream.refuse("automatic list partitioning")
  const subpartitioning = readSubpartitioning(stream)
  return { kind: "list", columns, subpartitioning, partitions: parsePartitionList(stream), ...stream.span(start) }
}

const parseHash = (stream: TokenStream, start: number): HashPartitioning => {
  const columns = parseKeyColumns(stream)
  const subpartitioning = readSubpartitioning(stream)
  if (!stream.acceptWords("PARTITIONS")) {
    const partitions = stream.isOperator("(") ? parsePartitionList(stream) : []
    return { kind: "hash", columns, subpartitioning, count: null, storeIn: [], partitions, ...stream.span(start) }
  }
  const count = parseCount(stream, 14152)
  const storeIn = readStoreIn(stream) ?? []
  return { kind: "hash", columns, subpartitioning, count, storeIn, partitions: [], ...stream.span(start) }
}

const refused: Readonly<Record<string, string>> = {
  REFERENCE: "reference partitioning",
  SYSTEM: "system partitioning",
  CONSISTENT: "consistent hash partitioning",
  DIRECTORY: "directory partitioning",
  PARTITIONSET: "partition sets"
}

/** `PARTITION BY ...` from PARTITION on. */
export const parsePartitioning = (stream: TokenStream): TablePartitioning => {
  const { start } = stream.take()
  stream.expectWord("BY", 924)
  if (stream.acceptWords("RANGE")) return parseRange(stream, start)
  if (stream.acceptWords("LIST")) return parseList(stream, start)
  if (stream.acceptWords("HASH")) return parseHash(stream, start)
  const feature = stream.token.kind === "word" ? refused[stream.token.value] : undefined
  if (feature !== undefined) throw stream.refuse(feature)
  throw stream.fail(14151)
}
