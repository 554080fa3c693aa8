// LOB storage: `LOB (c) STORE AS ...` of tables and partitions.
import type { LobParameters, LobStorage } from "../ast/storage.ts"
import { parseColumnList, parseIdentifier, parseInteger, parseSize } from "./names.ts"
import type { OpenAttributes } from "./storage.ts"
import { noAttributes, readAttribute } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

type OpenLob = { -readonly [K in Exclude<keyof LobParameters, "attributes">]: LobParameters[K] }

const readRetention = (stream: TokenStream): LobParameters["retention"] => {
  if (stream.acceptWords("MAX")) return { kind: "max", seconds: null }
  if (stream.acceptWords("MIN")) return { kind: "min", seconds: parseInteger(stream, 922) }
  if (stream.acceptWords("NONE")) return { kind: "none", seconds: null }
  stream.acceptWords("AUTO")
  return { kind: "auto", seconds: null }
}

const readLobCompression = (stream: TokenStream): LobParameters["compression"] => {
  if (stream.acceptWords("LOW")) return "low"
  if (stream.acceptWords("HIGH")) return "high"
  stream.acceptWords("MEDIUM")
  return "medium"
}

const readLobStorageInRow = (stream: TokenStream, lob: OpenLob): boolean => {
  const isEnabled = stream.isWord("ENABLE")
  if (!isEnabled && !stream.isWord("DISABLE")) return false
  if (!stream.areWords(isEnabled ? "ENABLE" : "DISABLE", "STORAGE")) return false
  stream.take()
  stream.expectWords(["STORAGE", "IN", "ROW"], 922)
  lob.isStoredInRow = isEnabled
  return true
}

const readLobCache = (stream: TokenStream): LobParameters["cache"] => {
  if (stream.acceptWords("NOCACHE")) return "nocache"
  if (!stream.acceptWords("CACHE")) return null
  return stream.acceptWords("READS") ? "cache reads" : "cache"
}

const readLobOption = (stream: TokenStream, lob: OpenLob, attributes: OpenAttributes): boolean => {
  if (readLobStorageInRow(stream, lob)) return true
  const cache = readLobCache(stream)
  if (cache !== null) lob.cache = cache
  else if (stream.acceptWords("CHUNK")) lob.chunkBytes = parseSize(stream, 22851)
  else if (stream.acceptWords("PCTVERSION")) lob.pctVersion = parseInteger(stream, 22852)
  else if (stream.acceptWords("RETENTION")) lob.retention = readRetention(stream)
  else if (stream.acceptWords("COMPRESS")) lob.compression = readLobCompression(stream)
  else if (stream.acceptWords("NOCOMPRESS")) lob.compression = "none"
  else if (stream.acceptWords("DEDUPLICATE")) lob.isDeduplicated = true
  else if (stream.acceptWords("KEEP_DUPLICATES")) lob.isDeduplicated = false
  else if (stream.acceptWords("DECRYPT")) lob.isEncrypted = false
  else if (stream.acceptWords("FREEPOOLS")) parseInteger(stream, 922)
  else if (stream.isWord("ENCRYPT")) throw stream.refuse("encrypted LOBs")
  else return readAttribute(stream, attributes, "table")
  return true
}

const noParameters = (): OpenLob => ({
  isStoredInRow: null,
  chunkBytes: null,
  cache: null,
  retention: null,
  pctVersion: null,
  compression: null,
  isDeduplicated: null,
  isEncrypted: null
})

const parseLobParameters = (stream: TokenStream): LobParameters => {
  const attributes = noAttributes()
  const lob = noParameters()
  while (readLobOption(stream, lob, attributes));
  return { ...lob, attributes }
}

const readFormat = (stream: TokenStream): LobStorage["format"] => {
  if (stream.acceptWords("SECUREFILE")) return "securefile"
  return stream.acceptWords("BASICFILE") ? "basicfile" : null
}

/** `LOB (c) STORE AS [SECUREFILE] [segment] (parameters)` without the word LOB. */
export const parseLobStorage = (stream: TokenStream, start: number): LobStorage => {
  const columns = parseColumnList(stream)
  stream.expectWord("STORE", 922)
  stream.expectWord("AS", 922)
  const early = readFormat(stream)
  const isNamed = !stream.isOperator("(") && !stream.isEnd() && stream.token.kind !== "operator"
  const segmentName = isNamed && stream.isOperator("(", 1) ? parseIdentifier(stream, 922) : null
  const format = early ?? readFormat(stream)
  const hasParameters = stream.acceptOperator("(")
  const parameters = hasParameters ? parseLobParameters(stream) : { ...noParameters(), attributes: noAttributes() }
  if (hasParameters) stream.expectClose()
  return { columns, format, segmentName, parameters, ...stream.span(start) }
}

/** `LOB (c) (parameters)` of ALTER TABLE ... MODIFY, without the word LOB. */
export const parseLobChange = (stream: TokenStream, start: number): LobStorage => {
  const columns = parseColumnList(stream)
  stream.expectOpen()
  const parameters = parseLobParameters(stream)
  stream.expectClose()
  return { columns, format: null, segmentName: null, parameters, ...stream.span(start) }
}
