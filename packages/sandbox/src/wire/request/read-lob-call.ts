// Reads function 96: an operation on a LOB, alone or (freeing several) as a piggyback.
import { ProtocolError } from "../codec/encoding-error.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"
import type { LobCall, Piggyback } from "./requests.ts"

export const LOB_GET_LENGTH = 0x1
export const LOB_READ = 0x2
export const LOB_TRIM = 0x20
export const LOB_WRITE = 0x40
export const LOB_GET_CHUNK_SIZE = 0x4000
export const LOB_CREATE_TEMPORARY = 0x110
export const LOB_FREE_TEMPORARY = 0x111
export const LOB_OPEN = 0x8000
export const LOB_CLOSE = 0x1_0000
export const LOB_IS_OPEN = 0x1_1000
const LOB_ARRAY = 0x8_0000

/** Bytes of a locator. */
export const LOCATOR_BYTES = 40
const MAX_LOCATORS_BYTES = 65_536 * LOCATOR_BYTES
const MESSAGE_LOB_DATA = 14

/** Reads the body of function 96. */
export function* readLobCall(reader: RequestReader): Reading<LobCall> {
  const hasSource = (yield* reader.u8()) !== 0
  const sourceBytes = yield* reader.ub4()
  if (sourceBytes > MAX_LOCATORS_BYTES) throw new ProtocolError("too many LOB locators")
  yield* reader.skip(1)
  for (let at = 0; at < 3; at++) yield* reader.ub4()
  yield* reader.skip(3)
  const operation = yield* reader.ub4()
  yield* reader.skip(2)
  const sourceOffset = yield* reader.ub8()
  const destinationOffset = yield* reader.ub8()
  const hasAmount = (yield* reader.u8()) !== 0
  yield* reader.skip(6)
  const locator = Buffer.from(hasSource ? yield* reader.bytes(sourceBytes) : [])
  if (operation === LOB_CREATE_TEMPORARY) yield* reader.ub4()
  const data = operation === LOB_WRITE ? yield* readData(reader) : null
  const amount = hasAmount ? yield* reader.ub8() : null
  return { kind: "lob", operation, locator, sourceOffset, destinationOffset, amount, data }
}

function* readData(reader: RequestReader): Reading<Buffer> {
  const message = yield* reader.u8()
  if (message !== MESSAGE_LOB_DATA) throw new ProtocolError(`message ${message} where LOB data was due`)
  return (yield* reader.bytesWithLength()) ?? Buffer.alloc(0)
}

/** Reads the piggyback that frees LOBs. */
export function* readFreeLobs(reader: RequestReader): Reading<Piggyback> {
  const call = yield* readLobCall(reader)
  if (call.operation !== (LOB_FREE_TEMPORARY | LOB_ARRAY)) throw new ProtocolError("LOB piggyback that frees nothing")
  const locators: Array<Buffer> = []
  for (let at = 0; at + LOCATOR_BYTES <= call.locator.length; at += LOCATOR_BYTES)
    locators.push(call.locator.subarray(at, at + LOCATOR_BYTES))
  return { kind: "free-lobs", locators }
}
