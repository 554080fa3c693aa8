// One PARTITION or SUBPARTITION with its values, attributes and own subpartitions.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { Identifier } from "../ast/node.ts"
import type { PartitionDefinition, PartitionValues } from "../ast/partitioning.ts"
import type { LobStorage } from "../ast/storage.ts"
import { readStoreIn } from "./index-partitioning.ts"
import { parseLobStorage } from "./lob-storage.ts"
import { isColumnName, parseIdentifier, parseInteger } from "./names.ts"
import { readPartitionValues } from "./partition-bounds.ts"
import { noAttributes, readAttribute } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

type Level = "partition" | "subpartition"

const noName: ReadonlySet<string> = new Set([
  "VALUES",
  "TABLESPACE",
  "PCTFREE",
  "STORAGE",
  "LOB",
  "SUBPARTITIONS",
  "COMPRESS",
  "NOCOMPRESS",
  "SEGMENT",
  "UPDATE",
  "INITRANS",
  "LOGGING",
  "NOLOGGING",
  "STORE"
])

const readName = (stream: TokenStream, level: Level): Identifier | null => {
  if (stream.token.kind === "word" && stream.isOneOf(noName)) return null
  if (stream.token.kind === "operator" || stream.isEnd()) return null
  if (!isColumnName(stream.token)) throw stream.fail(level === "partition" ? 14006 : 14157)
  return parseIdentifier(stream, level === "partition" ? 14006 : 14157)
}

type Details = {
  -readonly [
    K in Exclude<keyof PartitionDefinition, "name" | "values" | "attributes" | "start" | "end" | "lobs">
  ]: PartitionDefinition[K]
} & { lobs: LobStorage[] }

const readReadOnly = (stream: TokenStream, details: Details): boolean => {
  if (stream.release < 12.2 || !stream.isWord("READ")) return false
  if (stream.acceptWords("READ", "ONLY")) details.isReadOnly = true
  else if (stream.acceptWords("READ", "WRITE")) details.isReadOnly = false
  else return false
  return true
}

const readIndexing = (stream: TokenStream, details: Details): boolean => {
  if (stream.release < 12.1 || !stream.acceptWords("INDEXING")) return false
  const isOn = stream.acceptWords("ON")
  if (!isOn) stream.expectWord("OFF", 922)
  details.indexing = isOn ? "on" : "off"
  return true
}

const readLob = (stream: TokenStream, details: Details): boolean => {
  const { start } = stream.token
  if (!stream.acceptWords("LOB")) return false
  details.lobs.push(parseLobStorage(stream, start))
  return true
}

const readOwnSubpartitions = (stream: TokenStream, details: Details, level: Level): boolean => {
  if (level === "subpartition") return false
  if (stream.acceptWords("SUBPARTITIONS")) {
    details.subpartitionCount = parseInteger(stream, 14156)
    if (details.subpartitionCount === 0) throw stream.fail(14156)
    details.subpartitionStoreIn = readStoreIn(stream) ?? []
    return true
  }
  if (!stream.isOperator("(")) return false
  details.subpartitions = parseSubpartitionList(stream)
  return true
}

/** A definition after its name and values. */
const finish = (
  stream: TokenStream,
  head: { readonly name: Identifier | null; readonly values: PartitionValues | null; readonly start: number },
  level: Level
): PartitionDefinition => {
  const attributes = noAttributes()
  const details: Details = {
    lobs: [],
    isReadOnly: null,
    indexing: null,
    subpartitionCount: null,
    subpartitionStoreIn: [],
    subpartitions: []
  }
  while (
    readAttribute(stream, attributes, "table") ||
    readReadOnly(stream, details) ||
    readIndexing(stream, details) ||
    readLob(stream, details) ||
    readOwnSubpartitions(stream, details, level)
  );
  return { name: head.name, values: head.values, attributes, ...details, ...stream.span(head.start) }
}

const parseDefinition = (stream: TokenStream, level: Level): PartitionDefinition => {
  const isPartition = level === "partition"
  if (isPartition && stream.isWord("EXTERNAL")) throw stream.refuse("hybrid partitioned tables")
  const { start } = stream.expectWord(isPartition ? "PARTITION" : "SUBPARTITION", isPartition ? 14004 : 14150)
  const name = readName(stream, level)
  const values = readPartitionValues(stream)
  if (values === null && isPartition && stream.isWord("EXTERNAL")) throw stream.refuse("hybrid partitioned tables")
  return finish(stream, { name, values, start }, level)
}

/** `PARTITION p VALUES ...` of ALTER TABLE ADD, SPLIT and MERGE. */
export const parsePartitionDefinition = (stream: TokenStream): PartitionDefinition =>
  parseDefinition(stream, "partition")

/** `SUBPARTITION s VALUES ...` of ALTER TABLE. */
export const parseSubpartitionDefinition = (stream: TokenStream): PartitionDefinition =>
  parseDefinition(stream, "subpartition")

const checkNames = (stream: TokenStream, definitions: ReadonlyArray<PartitionDefinition>, code: SyntaxCode): void => {
  const seen = new Set<string>()
  for (const { name } of definitions) {
    if (name === null) continue
    if (seen.has(name.value)) throw stream.place(code, name.start)
    seen.add(name.value)
  }
}

/** `( PARTITION ..., PARTITION ... )`. */
export const parsePartitionList = (stream: TokenStream): ReadonlyArray<PartitionDefinition> => {
  const definitions = stream.parenthesizedList(() => parsePartitionDefinition(stream))
  checkNames(stream, definitions, 14013)
  return definitions
}

/** `( SUBPARTITION ..., SUBPARTITION ... )`. */
export const parseSubpartitionList = (stream: TokenStream): ReadonlyArray<PartitionDefinition> => {
  const definitions = stream.parenthesizedList(() => parseSubpartitionDefinition(stream))
  checkNames(stream, definitions, 14159)
  return definitions
}
