// CREATE TABLESPACE and DROP TABLESPACE, as far as set-up scripts use them.
import type { CreateTablespace, DropTablespace, TablespaceFile } from "../ast/tablespace.ts"
import { parseIdentifier, parseSize, parseText } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const readMaxSize = (stream: TokenStream): number => {
  if (!stream.acceptWords("MAXSIZE")) return Number.POSITIVE_INFINITY
  return stream.acceptWords("UNLIMITED") ? Number.POSITIVE_INFINITY : parseSize(stream, 2180)
}

const readAutoExtend = (stream: TokenStream): number | null => {
  if (!stream.acceptWords("AUTOEXTEND")) return null
  if (stream.acceptWords("OFF")) return null
  stream.expectWord("ON", 2180)
  if (stream.acceptWords("NEXT")) parseSize(stream, 2180)
  return readMaxSize(stream)
}

const parseFile = (stream: TokenStream): TablespaceFile => {
  const { start } = stream.token
  const path = stream.token.kind === "string" ? parseText(stream) : null
  const sizeBytes = stream.acceptWords("SIZE") ? parseSize(stream, 2180) : null
  stream.acceptWords("REUSE")
  return { path, sizeBytes, maxSizeBytes: readAutoExtend(stream), ...stream.span(start) }
}

type OpenTablespace = { -readonly [K in "files" | "isLogging" | "isOnline"]: CreateTablespace[K] }

const readExtents = (stream: TokenStream): void => {
  stream.expectWords(["MANAGEMENT", "LOCAL"], 2180)
  if (!stream.acceptWords("UNIFORM")) stream.acceptWords("AUTOALLOCATE")
  else if (stream.acceptWords("SIZE")) parseSize(stream, 2180)
}

const readOption = (stream: TokenStream, space: OpenTablespace): boolean => {
  if (stream.acceptWords("DATAFILE") || stream.acceptWords("TEMPFILE"))
    space.files = stream.commaList(() => parseFile(stream))
  else if (stream.acceptWords("EXTENT")) readExtents(stream)
  else if (stream.acceptWords("SEGMENT")) {
    stream.expectWords(["SPACE", "MANAGEMENT"], 2180)
    if (!stream.acceptWords("MANUAL")) stream.expectWord("AUTO", 2180)
  } else if (stream.acceptWords("LOGGING")) space.isLogging = true
  else if (stream.acceptWords("NOLOGGING")) space.isLogging = false
  else if (stream.acceptWords("ONLINE")) space.isOnline = true
  else if (stream.acceptWords("OFFLINE")) space.isOnline = false
  else if (stream.acceptWords("BLOCKSIZE")) parseSize(stream, 2180)
  else return false
  return true
}

/** What follows CREATE up to a tablespace; null when none comes next. */
export const readCreateTablespace = (stream: TokenStream, start: number): CreateTablespace | null => {
  const mark = stream.mark()
  const isBigFile = stream.acceptWords("BIGFILE")
  if (!isBigFile) stream.acceptWords("SMALLFILE")
  const contents = stream.acceptWords("TEMPORARY") ? "temporary" : stream.acceptWords("UNDO") ? "undo" : "permanent"
  if (!stream.acceptWords("TABLESPACE")) {
    stream.rewind(mark)
    return null
  }
  const name = parseIdentifier(stream, 2216)
  const space: OpenTablespace = { files: [], isLogging: null, isOnline: true }
  while (readOption(stream, space));
  if (!stream.isEnd()) throw stream.fail(2180)
  return { kind: "create-tablespace", name, contents, isBigFile, ...space, ...stream.span(start) }
}

/** What follows `DROP TABLESPACE`. */
export const parseDropTablespace = (stream: TokenStream, start: number): DropTablespace => {
  const name = parseIdentifier(stream, 2216)
  const isIncludingContents = stream.acceptWords("INCLUDING")
  if (isIncludingContents) {
    stream.expectWord("CONTENTS", 2173)
    if (!stream.acceptWords("AND", "DATAFILES")) stream.acceptWords("KEEP", "DATAFILES")
  }
  const isCascadeConstraints = isIncludingContents && stream.acceptWords("CASCADE", "CONSTRAINTS")
  if (!stream.isEnd()) throw stream.fail(2173)
  return { kind: "drop-tablespace", name, isIncludingContents, isCascadeConstraints, ...stream.span(start) }
}
