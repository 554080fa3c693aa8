// Reads what rides before a request. One that is not known cannot be passed over, because its length is not known either.
import { DatabaseError, type SessionAttributes } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"
import { readFreeLobs } from "./read-lob-call.ts"
import type { Piggyback } from "./requests.ts"

const CLOSE_CURSORS = 105
const CANCEL_CURSORS = 120
const LOB_OPERATION = 96
const SET_ATTRIBUTES = 135
const SET_SCHEMA = 152
const APPLICATION_CONTEXT = 154
const MAX_CURSOR_IDS = 65_535

const names: Readonly<Record<number, string>> = {
  [APPLICATION_CONTEXT]: "application contexts",
  103: "sessionless transactions",
  176: "session states",
  199: "pipelining",
  204: "transaction priorities",
  205: "end-user security contexts"
}

function* readCursorIds(reader: RequestReader, kind: "close-cursors" | "cancel-cursors"): Reading<Piggyback> {
  yield* reader.skip(1)
  const count = yield* reader.ub4()
  if (count > MAX_CURSOR_IDS) throw new ProtocolError(`${count} cursors to close`)
  const cursorIds: Array<number> = []
  for (let at = 0; at < count; at++) cursorIds.push(yield* reader.ub4())
  return { kind, cursorIds }
}

interface Slot {
  readonly isSet: boolean
  readonly bytes: number
}

function* readSlot(reader: RequestReader): Reading<Slot> {
  const isSet = (yield* reader.u8()) !== 0
  return { isSet, bytes: yield* reader.ub4() }
}

const attributeSlots = ["clientIdentifier", "module", "action", null, null, "clientInfo", null, null, "dbOp"] as const

// Slots without a name are either not kept (ECID) or never used by a client.
function* readAttributes(reader: RequestReader): Reading<Piggyback> {
  yield* reader.skip(2)
  yield* reader.ub4()
  const slots: Array<Slot> = []
  for (let at = 0; at < attributeSlots.length; at++) slots.push(yield* readSlot(reader))
  const texts: Record<string, string> = {}
  for (const [at, slot] of slots.entries()) {
    if (!slot.isSet) continue
    const text = slot.bytes > 0 ? yield* reader.text() : ""
    const name = attributeSlots[at]
    if (name !== null && name !== undefined) texts[name] = text
  }
  const attributes: SessionAttributes = texts
  return { kind: "attributes", attributes }
}

function* readSchema(reader: RequestReader): Reading<Piggyback> {
  yield* reader.skip(1)
  yield* reader.ub4()
  return { kind: "schema", schema: yield* reader.text() }
}

/** Reads the piggyback of a function number. Fails with ORA-03001 when it is none of the known. */
export function* readPiggyback(reader: RequestReader, code: number): Reading<Piggyback> {
  switch (code) {
    case CLOSE_CURSORS:
      return yield* readCursorIds(reader, "close-cursors")
    case CANCEL_CURSORS:
      return yield* readCursorIds(reader, "cancel-cursors")
    case SET_ATTRIBUTES:
      return yield* readAttributes(reader)
    case SET_SCHEMA:
      return yield* readSchema(reader)
    case LOB_OPERATION:
      return yield* readFreeLobs(reader)
    default:
      throw new DatabaseError(3001, `ORA-03001: unimplemented feature: ${names[code] ?? `piggyback ${code}`}`)
  }
}
