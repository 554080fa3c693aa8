// What both sides agree on before anybody logs in: protocol, capabilities and types. The sandbox stays at field version 12 (19c), so that newer
// clients leave off everything later.
import { DatabaseError } from "../../engine/engine.ts"
import { CHARSET_UTF16, CHARSET_UTF8 } from "../codec/character-data.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import type { MessageWriter } from "../ttc/message-writer.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"

const MESSAGE_PROTOCOL = 1
const MESSAGE_DATA_TYPES = 2
const FIELD_VERSION = 12
const CAP_FIELD_VERSION = 7
const RUNTIME_CAP_TIME_ZONE = 1
const ENCODING_LENGTHS = 2
const MAX_TYPES = 2000

/** Where a capability stands and what it is; the guide in wire-protocol.md tells what each switches. */
const compileCapabilities: ReadonlyArray<readonly [position: number, value: number]> = [
  [0, 6],
  [4, 0x2a],
  [CAP_FIELD_VERSION, FIELD_VERSION],
  [8, 1],
  [15, 0x29],
  [16, 0x91],
  [17, 3],
  [18, 7],
  [19, 3],
  [21, 1],
  [23, 0xcf],
  [26, 4],
  [27, 1],
  [34, 12],
  [37, 0xb0],
  [40, 4],
  [42, 5]
]

const compileBytes = (): Buffer => {
  const bytes = Buffer.alloc(45)
  for (const [position, value] of compileCapabilities) bytes[position] = value
  return bytes
}

const runtimeBytes = Buffer.of(2, 1, 0, 0, 0, 0, 5)
/** UTC as an interval of no hours and no minutes. */
const databaseTimeZone = Buffer.of(0x80, 0, 0, 0, 0x3c, 0x3c, 0x3c, 0x80, 0, 0, 0)
const nationalCharset = Buffer.of(0, 0, 0, 0, 0, 0, 0, 0, 0, CHARSET_UTF16 >> 8, CHARSET_UTF16 & 0xff)

/** Reads the client's protocol message, which holds nothing of interest. */
export function* readProtocol(reader: RequestReader): Reading<void> {
  for (let at = 0; (yield* reader.u8()) !== 0; at++) if (at > 30) throw new ProtocolError("too many protocol versions")
  for (let at = 0; (yield* reader.u8()) !== 0; at++)
    if (at > 200) throw new ProtocolError("the client's name is too long")
}

/** Writes the server's protocol message with its capabilities. */
export const writeProtocol = (writer: MessageWriter): void => {
  writer.u8(MESSAGE_PROTOCOL).u8(6).u8(0).raw(Buffer.from("orapart sandbox\0", "ascii"))
  writer.u16le(CHARSET_UTF8).u8(1).u16le(0)
  writer.u16(nationalCharset.length).raw(nationalCharset)
  writer.bytesWithLength(compileBytes()).bytesWithLength(runtimeBytes)
}

/** What the client said about types. */
export interface TypeNegotiation {
  /** It sent its time zone and expects the database's. */
  readonly hasTimeZone: boolean
  /** The list of types as it came, which is echoed. */
  readonly types: Buffer
}

/** Reads the client's types. Fails with ORA-03134 when the client is older than the sandbox's field version. */
export function* readDataTypes(reader: RequestReader): Reading<TypeNegotiation> {
  yield* reader.skip(4)
  const encoding = yield* reader.u8()
  const compile = (yield* reader.bytesWithLength()) ?? Buffer.alloc(0)
  const runtime = (yield* reader.bytesWithLength()) ?? Buffer.alloc(0)
  const isOld = (compile[CAP_FIELD_VERSION] ?? 0) < FIELD_VERSION || (encoding & ENCODING_LENGTHS) === 0
  if (isOld) throw new DatabaseError(3134, "ORA-03134: Connections to this server version are no longer supported.")
  const hasTimeZone = ((runtime[RUNTIME_CAP_TIME_ZONE] ?? 0) & 1) !== 0
  if (hasTimeZone) yield* reader.skip(databaseTimeZone.length)
  const types: Array<Buffer> = []
  for (;;) {
    const type = yield* reader.bytes(2)
    types.push(type)
    if (type.readUInt16BE(0) === 0) break
    if (types.length > MAX_TYPES) throw new ProtocolError("too many types")
    const conversion = yield* reader.bytes(2)
    types.push(conversion)
    if (conversion.readUInt16BE(0) !== 0) types.push(yield* reader.bytes(4))
  }
  return { hasTimeZone, types: Buffer.concat(types) }
}

/** Writes the server's types: the client's own. */
export const writeDataTypes = (writer: MessageWriter, negotiation: TypeNegotiation): void => {
  writer.u8(MESSAGE_DATA_TYPES)
  if (negotiation.hasTimeZone) writer.raw(databaseTimeZone)
  writer.raw(negotiation.types)
}
