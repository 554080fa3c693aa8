// ALTER TABLE: EXCHANGE, SPLIT and MERGE of partitions, and what a partition clause says of the indexes.
import type { IndexMaintenance, PartitionAction } from "../ast/alter-table.ts"
import type { PartitionExtension } from "../ast/partition-extension.ts"
import type { PartitionDefinition } from "../ast/partitioning.ts"
import { parseObjectName } from "./names.ts"
import { parsePartitionDefinition, parseSubpartitionDefinition } from "./partition-definition.ts"
import { parseDdlPartition, parseDdlPartitionTarget } from "./partition-extension.ts"
import { readParallel } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

/** UPDATE [GLOBAL] INDEXES or INVALIDATE GLOBAL INDEXES; null when neither comes next. */
export const readIndexMaintenance = (stream: TokenStream): IndexMaintenance => {
  let found: IndexMaintenance = null
  if (stream.acceptWords("UPDATE", "INDEXES")) found = "update"
  else if (stream.acceptWords("UPDATE", "GLOBAL", "INDEXES")) found = "update-global"
  else if (stream.acceptWords("INVALIDATE", "GLOBAL", "INDEXES")) found = "invalidate"
  if (found === "update" && stream.isOperator("(")) throw stream.refuse("UPDATE INDEXES with a list")
  if (found !== null) readParallel(stream)
  return found
}

const readIncluding = (stream: TokenStream): boolean | null => {
  if (stream.acceptWords("INCLUDING", "INDEXES")) return true
  return stream.acceptWords("EXCLUDING", "INDEXES") ? false : null
}

const readValidation = (stream: TokenStream): boolean | null => {
  if (stream.acceptWords("WITH", "VALIDATION")) return true
  return stream.acceptWords("WITHOUT", "VALIDATION") ? false : null
}

/** EXCHANGE PARTITION p WITH TABLE t ... */
export const parseExchange = (stream: TokenStream): PartitionAction => {
  stream.take()
  const partition = parseDdlPartition(stream)
  stream.expectWords(["WITH", "TABLE"])
  const table = parseObjectName(stream)
  const includesIndexes = readIncluding(stream)
  const isValidated = readValidation(stream)
  if (stream.isWord("CASCADE")) throw stream.refuse("EXCHANGE ... CASCADE")
  const indexes = readIndexMaintenance(stream)
  return { kind: "exchange-partition", partition, table, includesIndexes, isValidated, indexes }
}

const parseNewPart = (stream: TokenStream): PartitionDefinition =>
  stream.isWord("SUBPARTITION") ? parseSubpartitionDefinition(stream) : parsePartitionDefinition(stream)

/** SPLIT PARTITION p AT (...) | VALUES (...) INTO (..., ...). */
export const parseSplit = (stream: TokenStream): PartitionAction => {
  stream.take()
  const partition = parseDdlPartition(stream)
  const isAt = stream.acceptWords("AT")
  const isValues = !isAt && stream.acceptWords("VALUES")
  const list = isAt || isValues ? stream.parenthesizedList(() => stream.grammar.expression(stream)) : null
  if (list === null && !stream.isWord("INTO")) throw stream.fail(14028)
  const into = stream.acceptWords("INTO") ? stream.parenthesizedList(() => parseNewPart(stream)) : []
  const [, , third] = into
  if (list !== null && (into.length === 1 || third !== undefined)) throw stream.place(14046, partition.start)
  const indexes = readIndexMaintenance(stream)
  const isOnline = stream.release >= 12.2 && stream.acceptWords("ONLINE")
  return {
    kind: "split-partition",
    partition,
    at: isAt ? list : null,
    values: isValues ? list : null,
    into,
    isOnline,
    indexes
  }
}

/** MERGE PARTITIONS a, b [INTO PARTITION c]. */
export const parseMerge = (stream: TokenStream): PartitionAction => {
  stream.take()
  const isPartitions = stream.isWord("PARTITIONS")
  if (!isPartitions && !stream.isWord("SUBPARTITIONS")) throw stream.fail(14155)
  const token = stream.take()
  const level: PartitionExtension["level"] = isPartitions ? "partition" : "subpartition"
  const partitions = [parseDdlPartitionTarget(stream, level, token.start)]
  if (stream.acceptWords("TO")) throw stream.refuse("MERGE PARTITIONS a TO b")
  while (stream.acceptOperator(",")) partitions.push(parseDdlPartitionTarget(stream, level, stream.token.start))
  const into = stream.acceptWords("INTO") ? parseNewPart(stream) : null
  return { kind: "merge-partitions", partitions, into, indexes: readIndexMaintenance(stream) }
}
