// ALTER TABLE: the partition clauses.
import type { AlterTableAction, IndexMaintenance, PartitionAction } from "../ast/alter-table.ts"
import type { Identifier } from "../ast/node.ts"
import type { PartitionExtension } from "../ast/partition-extension.ts"
import { readStoreIn } from "./index-partitioning.ts"
import { readIndexMaintenance, parseExchange, parseMerge, parseSplit } from "./alter-partition-moves.ts"
import { parseIdentifier } from "./names.ts"
import { parsePartitionDefinition } from "./partition-definition.ts"
import { parseDdlPartition, parseDdlPartitionTarget } from "./partition-extension.ts"
import { parseTemplate } from "./partitioning.ts"
import { parseAttributes, readParallel } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

const partitionWords: ReadonlySet<string> = new Set(["PARTITION", "SUBPARTITION", "PARTITIONS", "SUBPARTITIONS"])

/** `PARTITION p, q` and `PARTITIONS p, q` (several from release 12.1 on). */
const parsePartitions = (stream: TokenStream): ReadonlyArray<PartitionExtension> => {
  const token = stream.take()
  const level = token.value.startsWith("SUB") ? "subpartition" : "partition"
  const partitions = [parseDdlPartitionTarget(stream, level, token.start)]
  while (stream.release >= 12.1 && stream.acceptOperator(","))
    partitions.push(parseDdlPartitionTarget(stream, level, stream.token.start))
  return partitions
}

const parseAdd = (stream: TokenStream): PartitionAction => {
  stream.take()
  if (stream.isWord("SUBPARTITION")) throw stream.fail(1735)
  const partitions = [parsePartitionDefinition(stream)]
  while (stream.release >= 12.1 && stream.acceptOperator(",")) partitions.push(parsePartitionDefinition(stream))
  return { kind: "add-partition", partitions, indexes: readIndexMaintenance(stream) }
}

const parseDrop = (stream: TokenStream): PartitionAction => {
  stream.take()
  return { kind: "drop-partition", partitions: parsePartitions(stream), indexes: readIndexMaintenance(stream) }
}

const parseTruncate = (stream: TokenStream): PartitionAction => {
  stream.take()
  if (!stream.isOneOf(partitionWords)) throw stream.fail(14155)
  const partitions = parsePartitions(stream)
  let storage: "drop" | "drop-all" | "reuse" = "drop"
  let isCascade = false
  let indexes: IndexMaintenance = null
  while (!stream.isEnd()) {
    if (stream.acceptWords("REUSE", "STORAGE")) storage = "reuse"
    else if (stream.acceptWords("DROP", "ALL", "STORAGE")) storage = "drop-all"
    else if (stream.acceptWords("DROP", "STORAGE")) storage = "drop"
    else if (stream.acceptWords("CASCADE")) isCascade = true
    else {
      indexes = readIndexMaintenance(stream)
      if (indexes === null) throw stream.fail(14054)
    }
  }
  return { kind: "truncate-partition", partitions, storage, isCascade, indexes }
}

const parseModify = (stream: TokenStream): PartitionAction => {
  stream.take()
  if (stream.isWord("PARTITION") && stream.isWord("BY", 1)) throw stream.refuse("MODIFY PARTITION BY")
  const partition = parseDdlPartition(stream)
  if (stream.release >= 12.2 && stream.acceptWords("READ", "ONLY"))
    return { kind: "modify-partition-read-only", partition, isReadOnly: true }
  if (stream.release >= 12.2 && stream.acceptWords("READ", "WRITE"))
    return { kind: "modify-partition-read-only", partition, isReadOnly: false }
  if (stream.acceptWords("UNUSABLE", "LOCAL", "INDEXES"))
    return { kind: "modify-partition-unusable-indexes", partition, change: "unusable" }
  if (stream.acceptWords("REBUILD", "UNUSABLE", "LOCAL", "INDEXES"))
    return { kind: "modify-partition-unusable-indexes", partition, change: "rebuild" }
  if (stream.isWord("ADD") || stream.isWord("DROP") || stream.isWord("COALESCE"))
    throw stream.refuse(`MODIFY PARTITION ${stream.token.value}`)
  const { start } = stream.token
  const attributes = parseAttributes(stream, "table")
  if (stream.previousEnd <= start || !stream.isEnd()) throw stream.fail(partition.level === "partition" ? 14049 : 14169)
  return { kind: "modify-partition", partition, attributes }
}

const parseDefaultAttributes = (stream: TokenStream): PartitionAction => {
  stream.acceptWords("MODIFY", "DEFAULT", "ATTRIBUTES")
  const partition = stream.acceptWords("FOR") ? parseDdlPartition(stream) : null
  return { kind: "modify-default-attributes", partition, attributes: parseAttributes(stream, "table") }
}

const parseSetInterval = (stream: TokenStream): PartitionAction => {
  stream.acceptWords("SET", "INTERVAL")
  stream.expectOpen()
  if (stream.acceptOperator(")")) return { kind: "set-interval", interval: null }
  const interval = stream.grammar.expression(stream)
  stream.expectClose()
  return { kind: "set-interval", interval }
}

const parseSetStoreIn = (stream: TokenStream): PartitionAction => {
  stream.take()
  const tablespaces: ReadonlyArray<Identifier> = readStoreIn(stream) ?? []
  return { kind: "set-store-in", tablespaces }
}

const parseSetTemplate = (stream: TokenStream): PartitionAction => {
  stream.take()
  const { start } = stream.token
  stream.acceptWords("SUBPARTITION", "TEMPLATE")
  return { kind: "set-subpartition-template", template: parseTemplate(stream, start) }
}

const readSet = (stream: TokenStream): PartitionAction | null => {
  if (stream.areWords("SET", "INTERVAL")) return parseSetInterval(stream)
  if (stream.areWords("SET", "STORE", "IN")) return parseSetStoreIn(stream)
  return stream.areWords("SET", "SUBPARTITION", "TEMPLATE") ? parseSetTemplate(stream) : null
}

const parseRename = (stream: TokenStream): PartitionAction => {
  stream.take()
  const partition = parseDdlPartition(stream)
  stream.expectWord("TO", 946)
  const to = parseIdentifier(stream, partition.level === "partition" ? 14006 : 14157)
  return { kind: "rename-partition", partition, to }
}

const parseMove = (stream: TokenStream): PartitionAction => {
  stream.take()
  const partition = parseDdlPartition(stream)
  const attributes = parseAttributes(stream, "table")
  let isOnline = stream.acceptWords("ONLINE")
  const parallel = readParallel(stream)
  const indexes = readIndexMaintenance(stream)
  isOnline ||= stream.acceptWords("ONLINE")
  return { kind: "move-partition", partition, attributes, isOnline, parallel, indexes }
}

const parseCoalesce = (stream: TokenStream): PartitionAction => {
  stream.take()
  stream.expectWord("PARTITION", 14155)
  return { kind: "coalesce-partition", partition: null, indexes: readIndexMaintenance(stream) }
}

const parsers: Readonly<Record<string, (stream: TokenStream) => PartitionAction>> = {
  ADD: parseAdd,
  DROP: parseDrop,
  TRUNCATE: parseTruncate,
  MODIFY: parseModify,
  RENAME: parseRename,
  MOVE: parseMove,
  EXCHANGE: parseExchange,
  SPLIT: parseSplit,
  MERGE: parseMerge,
  COALESCE: parseCoalesce
}

const onPartitions: ReadonlySet<string> = new Set(["TRUNCATE", "EXCHANGE", "SPLIT", "MERGE"])

const findParser = (stream: TokenStream): ((stream: TokenStream) => PartitionAction) | undefined => {
  if (stream.token.kind !== "word") return undefined
  const { value } = stream.token
  if (onPartitions.has(value) || stream.isOneOf(partitionWords, 1)) return parsers[value]
  return undefined
}

/** A partition clause; null when none comes next. */
export const readPartitionAction = (stream: TokenStream): AlterTableAction | null => {
  const { start } = stream.token
  const set = readSet(stream)
  if (set !== null) return { ...set, ...stream.span(start) }
  if (stream.areWords("MODIFY", "DEFAULT", "ATTRIBUTES"))
    return { ...parseDefaultAttributes(stream), ...stream.span(start) }
  const parse = findParser(stream)
  return parse === undefined ? null : { ...parse(stream), ...stream.span(start) }
}
