// Runs operations on LOBs.
import { DatabaseError } from "../../engine/engine.ts"
import { CHARSET_UTF16, CHARSET_UTF8, decodeUtf16, encodeUtf16, FORM_NATIONAL } from "../codec/character-data.ts"
import { TYPE_BLOB } from "../codec/type-codes.ts"
import {
  LOB_CLOSE,
  LOB_CREATE_TEMPORARY,
  LOB_FREE_TEMPORARY,
  LOB_GET_CHUNK_SIZE,
  LOB_GET_LENGTH,
  LOB_IS_OPEN,
  LOB_OPEN,
  LOB_READ,
  LOB_TRIM,
  LOB_WRITE
} from "../request/read-lob-call.ts"
import type { LobCall } from "../request/requests.ts"
import type { Outcome } from "../reply/write-status.ts"
import { LOB_CHUNK } from "../reply/write-value.ts"
import type { CallContext } from "./call-context.ts"

const MESSAGE_PARAMETER = 8
const MESSAGE_LOB_DATA = 14

const writeAnswer = (context: CallContext, call: LobCall, amount: number): Outcome => {
  const { writer } = context.reply
  writer.u8(MESSAGE_PARAMETER).raw(call.locator)
  if (call.amount !== null) writer.ub(amount)
  return { code: 0 }
}

const create = (context: CallContext, call: LobCall): Outcome => {
  const isBinary = call.destinationOffset === TYPE_BLOB
  const form = call.sourceOffset
  const lob = context.lobs.add(isBinary ? new Uint8Array() : "", form, true)
  const charset = isBinary ? 0 : form === FORM_NATIONAL ? CHARSET_UTF16 : CHARSET_UTF8
  context.reply.writer.u8(MESSAGE_PARAMETER).raw(lob.locator).ub(charset).u8(0)
  return { code: 0 }
}

const startOf = (call: LobCall): number => {
  if (call.sourceOffset < 1)
    throw new DatabaseError(22_994, "ORA-22994: source offset is beyond the end of the source LOB")
  return call.sourceOffset - 1
}

const read = (context: CallContext, call: LobCall): Outcome => {
  const { content } = context.lobs.find(call.locator)
  const piece = content.read(startOf(call), call.amount ?? LOB_CHUNK)
  const bytes = typeof piece === "string" ? encodeUtf16(piece) : piece
  if (bytes.length > 0) context.reply.writer.u8(MESSAGE_LOB_DATA).bytesWithLength(bytes)
  return writeAnswer(context, call, piece.length)
}

const write = (context: CallContext, call: LobCall): Outcome => {
  const { content } = context.lobs.find(call.locator)
  const bytes = call.data ?? Buffer.alloc(0)
  const data = content.isBinary ? new Uint8Array(bytes) : decodeUtf16(bytes)
  const start = startOf(call)
  const grown = Math.max(0, start + data.length - content.length) * (content.isBinary ? 1 : 2)
  context.lobs.change(call.locator, grown, (held) => held.write(start, data))
  return writeAnswer(context, call, data.length)
}

const trim = (context: CallContext, call: LobCall): Outcome => {
  context.lobs.change(call.locator, 0, (held) => held.trim(call.amount ?? 0))
  return writeAnswer(context, call, call.amount ?? 0)
}

const isOpen = (context: CallContext, call: LobCall): Outcome => {
  const lob = context.lobs.find(call.locator)
  context.reply.writer
    .u8(MESSAGE_PARAMETER)
    .raw(call.locator)
    .u8(lob.isOpen ? 1 : 0)
  return { code: 0 }
}

/** Runs function 96. Fails with ORA-22922 for an unknown locator and with ORA-03001 for an operation that the sandbox lacks. */
export const runLobCall = (context: CallContext, call: LobCall): Outcome => {
  switch (call.operation) {
    case LOB_CREATE_TEMPORARY:
      return create(context, call)
    case LOB_READ:
      return read(context, call)
    case LOB_WRITE:
      return write(context, call)
    case LOB_TRIM:
      return trim(context, call)
    case LOB_GET_LENGTH:
      return writeAnswer(context, call, context.lobs.find(call.locator).content.length)
    case LOB_GET_CHUNK_SIZE:
      context.lobs.find(call.locator)
      return writeAnswer(context, call, LOB_CHUNK)
    case LOB_FREE_TEMPORARY:
      context.lobs.free(call.locator)
      return writeAnswer(context, call, 0)
    case LOB_OPEN:
    case LOB_CLOSE:
      context.lobs.find(call.locator).isOpen = call.operation === LOB_OPEN
      return writeAnswer(context, call, 0)
    case LOB_IS_OPEN:
      return isOpen(context, call)
    default:
      throw new DatabaseError(3001, `ORA-03001: unimplemented feature: LOB operation ${call.operation}`)
  }
}
