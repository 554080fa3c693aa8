// How a client declares a bind, or a column that it wants to fetch in another type.
import { DatabaseError, type BindDeclaration, type OracleTypeName } from "../../engine/engine.ts"
import { FORM_NATIONAL } from "../codec/character-data.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import { isLob, typeNameOf } from "../codec/type-codes.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"

const FLAG_ARRAY = 0x40
const CONTINUATION_LOB_PREFETCH = 0x200_0000
/** Longest string that is sent in its place; longer ones come last in their row. */
const MAX_STRING_BYTES = 32_767
/** Clients multiply the length of national strings by this before they send it, but not before they compare it. */
const NATIONAL_FACTOR = 4

/** A bind or define as the wire knows it. */
export interface BindMetadata {
  readonly type: OracleTypeName
  readonly form: number
  readonly maxBytes: number
  /** Greatest number of elements of an index-by table; null for a single value. */
  readonly arraySize: number | null
  /** A LOB goes out with its length and chunk size. */
  readonly hasLobPrefetch: boolean
  /** In SQL its value stands behind all others of the row. */
  readonly isLong: boolean
}

const unsupportedTypes: Readonly<Record<number, string>> = {
  109: "object types",
  114: "BFILE",
  119: "JSON",
  127: "VECTOR"
}

/** ORA-03001 with the name of a type that the sandbox lacks. */
const refuseType = (code: number): DatabaseError =>
  new DatabaseError(3001, `ORA-03001: unimplemented feature: ${unsupportedTypes[code] ?? `data type ${code}`}`)

/** Reads one bind or define. Fails with ORA-03001 when its type is none the sandbox has. */
export function* readBindMetadata(reader: RequestReader): Reading<BindMetadata> {
  const code = yield* reader.u8()
  const flags = yield* reader.u8()
  yield* reader.skip(2)
  const maxBytes = yield* reader.ub4()
  const elements = yield* reader.ub4()
  const continuation = yield* reader.ub4()
  if ((yield* reader.ub4()) > 0) yield* reader.bytesWithLength()
  yield* reader.ub2()
  yield* reader.ub2()
  const form = yield* reader.u8()
  yield* reader.ub4()
  yield* reader.ub4()
  const type = typeNameOf(code, form)
  if (type === undefined) throw refuseType(code)
  const comparedBytes = form === FORM_NATIONAL ? maxBytes / NATIONAL_FACTOR : maxBytes
  return {
    type,
    form,
    maxBytes,
    arraySize: (flags & FLAG_ARRAY) === 0 ? null : elements,
    hasLobPrefetch: (continuation & CONTINUATION_LOB_PREFETCH) !== 0,
    isLong: !isLob(type) && comparedBytes > MAX_STRING_BYTES
  }
}

/** Reads so many of them. */
export function* readBindMetadatas(reader: RequestReader, count: number): Reading<ReadonlyArray<BindMetadata>> {
  if (count > 65_535) throw new ProtocolError(`${count} binds`)
  const all: Array<BindMetadata> = []
  for (let at = 0; at < count; at++) all.push(yield* readBindMetadata(reader))
  return all
}

/** The same as the engine wants it. */
export const declareBind = (bind: BindMetadata): BindDeclaration => ({
  type: bind.type,
  maxBytes: bind.maxBytes,
  arraySize: bind.arraySize
})
