// Physical properties: PCTFREE, STORAGE, TABLESPACE, LOGGING, compression, PARALLEL. Read in any order, as Oracle does.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type {
  IndexCompression,
  ParallelDegree,
  SegmentAttributes,
  StorageClause,
  TableCompression
} from "../ast/storage.ts"
import { parseIdentifier, parseInteger, parseSize } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

/** Attributes while they are being read. */
export type OpenAttributes = { -readonly [K in keyof SegmentAttributes]: SegmentAttributes[K] }

/** Nothing written yet. */
export const noAttributes = (): OpenAttributes => ({
  pctFree: null,
  pctUsed: null,
  iniTrans: null,
  maxTrans: null,
  storage: null,
  tablespace: null,
  isLogging: null,
  segmentCreation: null,
  compression: null,
  indexCompression: null
})

const limitedInteger = (stream: TokenStream, code: SyntaxCode, least: number, most: number): number => {
  const { start } = stream.token
  const value = parseInteger(stream, code)
  if (value < least || value > most) throw stream.place(code, start)
  return value
}

type OpenStorage = { -readonly [K in keyof StorageClause]: StorageClause[K] }

const readStorageOption = (stream: TokenStream, storage: OpenStorage): void => {
  if (stream.acceptWords("INITIAL")) storage.initialBytes = parseSize(stream, 2218)
  else if (stream.acceptWords("NEXT")) storage.nextBytes = parseSize(stream, 2219)
  else if (stream.acceptWords("MINEXTENTS")) storage.minExtents = parseInteger(stream, 2220)
  else if (stream.acceptWords("MAXEXTENTS"))
    storage.maxExtents = stream.acceptWords("UNLIMITED") ? Number.POSITIVE_INFINITY : parseInteger(stream, 2221)
  else if (stream.acceptWords("PCTINCREASE")) storage.percentIncrease = parseInteger(stream, 2222)
  else if (stream.acceptWords("FREELISTS") || stream.acceptWords("MAXSIZE")) {
    if (!stream.acceptWords("UNLIMITED")) parseSize(stream, 2143)
  } else if (stream.acceptWords("FREELIST", "GROUPS")) parseInteger(stream, 2143)
  else if (stream.acceptWords("BUFFER_POOL")) storage.bufferPool = readPool(stream)
  else if (stream.acceptWords("FLASH_CACHE") || stream.acceptWords("CELL_FLASH_CACHE")) readPool(stream)
  else throw stream.fail(2143)
}

const readPool = (stream: TokenStream): StorageClause["bufferPool"] => {
  if (stream.acceptWords("KEEP")) return "KEEP"
  if (stream.acceptWords("DEFAULT")) return "DEFAULT"
  if (stream.acceptWords("NONE")) return null
  stream.expectWord("RECYCLE", 2143)
  return "RECYCLE"
}

const parseStorage = (stream: TokenStream, start: number): StorageClause => {
  const storage: OpenStorage = {
    initialBytes: null,
    nextBytes: null,
    minExtents: null,
    maxExtents: null,
    percentIncrease: null,
    bufferPool: null,
    start,
    end: start
  }
  stream.expectOpen()
  while (!stream.isOperator(")")) readStorageOption(stream, storage)
  stream.expectClose()
  return { ...storage, ...stream.span(start) }
}

const readLevel = (stream: TokenStream, kind: "query" | "archive"): TableCompression => {
  if (stream.acceptWords("LOW")) return `${kind} low`
  stream.acceptWords("HIGH")
  return `${kind} high`
}

const refuseRowLevelLocking = (stream: TokenStream): void => {
  if (stream.acceptWords("NO")) stream.expectWords(["ROW", "LEVEL", "LOCKING"], 922)
  else stream.acceptWords("ROW", "LEVEL", "LOCKING")
}

const readColumnStore = (stream: TokenStream): TableCompression => {
  stream.expectWord("COMPRESS", 922)
  stream.acceptWords("FOR")
  if (stream.acceptWords("QUERY")) {
    const level = readLevel(stream, "query")
    refuseRowLevelLocking(stream)
    return level
  }
  stream.expectWord("ARCHIVE", 922)
  const level = readLevel(stream, "archive")
  refuseRowLevelLocking(stream)
  return level
}

const readCompressKind = (stream: TokenStream): TableCompression => {
  if (stream.acceptWords("BASIC")) return "basic"
  if (stream.acceptWords("ADVANCED")) return "advanced"
  if (!stream.acceptWords("FOR")) return "basic"
  if (stream.acceptWords("OLTP")) return "advanced"
  if (stream.acceptWords("QUERY")) return readLevel(stream, "query")
  if (stream.acceptWords("ARCHIVE")) return readLevel(stream, "archive")
  if (stream.acceptWords("DIRECT_LOAD")) {
    stream.expectWord("OPERATIONS", 922)
    return "basic"
  }
  stream.expectWord("ALL", 922)
  stream.expectWord("OPERATIONS", 922)
  return "advanced"
}

/** Table compression; null when none comes next. */
export const readTableCompression = (stream: TokenStream): TableCompression | null => {
  if (stream.acceptWords("NOCOMPRESS") || stream.acceptWords("ROW", "STORE", "NOCOMPRESS")) return "none"
  if (stream.acceptWords("COMPRESS") || stream.acceptWords("ROW", "STORE", "COMPRESS")) return readCompressKind(stream)
  return stream.acceptWords("COLUMN", "STORE") ? readColumnStore(stream) : null
}

const readIndexCompression = (stream: TokenStream): IndexCompression | null => {
  if (stream.acceptWords("NOCOMPRESS")) return { kind: "none" }
  if (!stream.acceptWords("COMPRESS")) return null
  if (stream.acceptWords("ADVANCED")) {
    if (stream.acceptWords("HIGH")) return { kind: "advanced", level: "high" }
    stream.acceptWords("LOW")
    return { kind: "advanced", level: "low" }
  }
  return { kind: "prefix", columns: stream.token.kind === "number" ? parseInteger(stream) : null }
}

/** What compression words mean at this place. */
export type CompressionOf = "table" | "index"

const once: ReadonlyArray<readonly [string, keyof SegmentAttributes, SyntaxCode]> = [
  ["PCTFREE", "pctFree", 2212],
  ["PCTUSED", "pctUsed", 2213],
  ["INITRANS", "iniTrans", 2206],
  ["MAXTRANS", "maxTrans", 2208],
  ["STORAGE", "storage", 2217],
  ["TABLESPACE", "tablespace", 2215]
]

const checkOnce = (stream: TokenStream, attributes: OpenAttributes): void => {
  for (const [word, field, code] of once) if (stream.isWord(word) && attributes[field] !== null) throw stream.fail(code)
}

const readNumbers = (stream: TokenStream, attributes: OpenAttributes): boolean => {
  checkOnce(stream, attributes)
  if (stream.acceptWords("PCTFREE")) attributes.pctFree = limitedInteger(stream, 2211, 0, 99)
  else if (stream.acceptWords("PCTUSED")) attributes.pctUsed = limitedInteger(stream, 2211, 0, 99)
  else if (stream.acceptWords("INITRANS")) attributes.iniTrans = limitedInteger(stream, 2207, 1, 255)
  else if (stream.acceptWords("MAXTRANS")) attributes.maxTrans = limitedInteger(stream, 2209, 1, 255)
  else return false
  return true
}

const readSegmentCreation = (stream: TokenStream): SegmentAttributes["segmentCreation"] => {
  stream.expectWord("CREATION", 922)
  if (stream.acceptWords("DEFERRED")) return "deferred"
  stream.expectWord("IMMEDIATE", 922)
  return "immediate"
}

/** Reads one attribute into `attributes`; false when none comes next. */
export const readAttribute = (
  stream: TokenStream,
  attributes: OpenAttributes,
  compressionOf: CompressionOf
): boolean => {
  if (readNumbers(stream, attributes)) return true
  const { start } = stream.token
  if (stream.acceptWords("STORAGE")) attributes.storage = parseStorage(stream, start)
  else if (stream.acceptWords("TABLESPACE")) attributes.tablespace = parseIdentifier(stream, 2216)
  else if (stream.acceptWords("LOGGING")) attributes.isLogging = true
  else if (stream.acceptWords("NOLOGGING") || stream.acceptWords("FILESYSTEM_LIKE_LOGGING"))
    attributes.isLogging = false
  else if (stream.acceptWords("SEGMENT")) attributes.segmentCreation = readSegmentCreation(stream)
  else return readCompression(stream, attributes, compressionOf)
  return true
}

const readCompression = (stream: TokenStream, attributes: OpenAttributes, compressionOf: CompressionOf): boolean => {
  if (compressionOf === "index") {
    const compression = readIndexCompression(stream)
    if (compression !== null) attributes.indexCompression = compression
    return compression !== null
  }
  const compression = readTableCompression(stream)
  if (compression !== null) attributes.compression = compression
  return compression !== null
}

/** All attributes that come next. */
export const parseAttributes = (stream: TokenStream, compressionOf: CompressionOf): SegmentAttributes => {
  const attributes = noAttributes()
  while (readAttribute(stream, attributes, compressionOf));
  return attributes
}

/** `PARALLEL [n]`, `PARALLEL (DEGREE n INSTANCES m)`, NOPARALLEL; null when none comes next. */
export const readParallel = (stream: TokenStream): ParallelDegree => {
  if (stream.acceptWords("NOPARALLEL")) return 1
  if (!stream.acceptWords("PARALLEL")) return null
  if (stream.token.kind === "number") return parseInteger(stream, 12813)
  if (!stream.acceptOperator("(")) return "default"
  stream.expectWord("DEGREE", 12818)
  const degree = stream.acceptWords("DEFAULT") ? "default" : parseInteger(stream, 12813)
  if (stream.acceptWords("INSTANCES") && !stream.acceptWords("DEFAULT")) parseInteger(stream, 12813)
  stream.expectClose()
  return degree
}
