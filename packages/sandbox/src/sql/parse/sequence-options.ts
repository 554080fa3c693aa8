// Options of sequences and identity columns. Each may be said once (ORA-02278 to 02285).
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { NumberText, SequenceOptions } from "../ast/table.ts"
import { parseInteger } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

type OpenOptions = { -readonly [K in keyof SequenceOptions]: SequenceOptions[K] }

/** Nothing written. */
export const noSequenceOptions = (): OpenOptions => ({
  startWith: null,
  incrementBy: null,
  minValue: null,
  maxValue: null,
  cache: null,
  isCycle: null,
  isOrder: null,
  isKeep: null,
  isSession: null,
  isRestart: false
})

const parseNumber = (stream: TokenStream): NumberText => {
  const isNegative = stream.acceptOperator("-")
  if (!isNegative) stream.acceptOperator("+")
  const token = stream.token
  if (token.kind !== "number" || !/^\d+$/.test(token.value)) throw stream.fail(1722)
  stream.take()
  return { digits: `${isNegative ? "-" : ""}${token.value}` }
}

const once = (stream: TokenStream, isFree: boolean, code: SyntaxCode): void => {
  if (!isFree) throw stream.place(code, stream.token.start)
}

const readLimits = (stream: TokenStream, options: OpenOptions): boolean => {
  if (stream.isWord("MAXVALUE") || stream.isWord("NOMAXVALUE")) {
    once(stream, options.maxValue === null, 2278)
    options.maxValue = stream.take().value === "NOMAXVALUE" ? "none" : parseNumber(stream)
    return true
  }
  if (!stream.isWord("MINVALUE") && !stream.isWord("NOMINVALUE")) return false
  once(stream, options.minValue === null, 2279)
  options.minValue = stream.take().value === "NOMINVALUE" ? "none" : parseNumber(stream)
  return true
}

const readCache = (stream: TokenStream, options: OpenOptions): boolean => {
  if (!stream.isWord("CACHE") && !stream.isWord("NOCACHE")) return false
  once(stream, options.cache === null, 2281)
  options.cache = stream.take().value === "NOCACHE" ? 0 : parseInteger(stream, 4010)
  return true
}

const readFlag = (stream: TokenStream, on: string, off: string): boolean | null => {
  if (stream.acceptWords(on)) return true
  return stream.acceptWords(off) ? false : null
}

const readFlags = (stream: TokenStream, options: OpenOptions): boolean => {
  if (stream.isWord("CYCLE") || stream.isWord("NOCYCLE")) once(stream, options.isCycle === null, 2280)
  if (stream.isWord("ORDER") || stream.isWord("NOORDER")) once(stream, options.isOrder === null, 2282)
  const cycle = readFlag(stream, "CYCLE", "NOCYCLE")
  const order = cycle === null ? readFlag(stream, "ORDER", "NOORDER") : null
  const keep = cycle === null && order === null ? readFlag(stream, "KEEP", "NOKEEP") : null
  options.isCycle = cycle ?? options.isCycle
  options.isOrder = order ?? options.isOrder
  options.isKeep = keep ?? options.isKeep
  return cycle !== null || order !== null || keep !== null
}

const readStart = (stream: TokenStream, options: OpenOptions): boolean => {
  if (stream.isWord("START")) {
    once(stream, options.startWith === null, 2285)
    stream.take()
    stream.expectWord("WITH")
    options.startWith = stream.acceptWords("LIMIT", "VALUE") ? "limit value" : parseNumber(stream)
    return true
  }
  if (!stream.isWord("INCREMENT")) return false
  once(stream, options.incrementBy === null, 2284)
  stream.take()
  stream.expectWord("BY", 924)
  options.incrementBy = parseNumber(stream)
  return true
}

const readScope = (stream: TokenStream, options: OpenOptions): boolean => {
  const isSession = readFlag(stream, "SESSION", "GLOBAL")
  if (isSession !== null) options.isSession = isSession
  else if (stream.release >= 18 && stream.acceptWords("RESTART")) options.isRestart = true
  else if (stream.acceptWords("NOSCALE") || stream.acceptWords("NOSHARD")) return true
  else if (stream.isWord("SCALE") || stream.isWord("SHARD")) throw stream.refuse(`${stream.token.value} of a sequence`)
  else return false
  return true
}

/** All options that come next. */
export const parseSequenceOptions = (stream: TokenStream): SequenceOptions => {
  const options = noSequenceOptions()
  while (
    readStart(stream, options) ||
    readLimits(stream, options) ||
    readCache(stream, options) ||
    readFlags(stream, options) ||
    readScope(stream, options)
  );
  return options
}
