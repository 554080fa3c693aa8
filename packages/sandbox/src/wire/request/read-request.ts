// Reads one whole request: any number of piggybacks, then one call.
import { DatabaseError } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import { readLogin } from "../login/login-pairs.ts"
import { readDataTypes, readProtocol } from "../login/negotiation.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"
import { readExecute, readReexecute, type StatementLookup } from "./read-execute.ts"
import { readLobCall } from "./read-lob-call.ts"
import { readPiggyback } from "./read-piggyback.ts"
import type { Call, Piggyback, Request } from "./requests.ts"

const MESSAGE_PROTOCOL = 1
const MESSAGE_DATA_TYPES = 2
const MESSAGE_FUNCTION = 3
const MESSAGE_PIGGYBACK = 17
const MAX_PIGGYBACKS = 64

/** What may be asked for: before the login only what leads to it. */
export interface ReadContext extends StatementLookup {
  readonly isLoggedIn: boolean
}

const features: Readonly<Record<number, string>> = {
  103: "distributed transactions",
  104: "distributed transactions",
  121: "Advanced Queuing",
  122: "Advanced Queuing",
  145: "Advanced Queuing",
  125: "subscriptions",
  128: "direct path loads",
  129: "direct path loads",
  130: "direct path loads",
  162: "session pooling in the server"
}

/** Reads the body of function 59. */
function* readVersion(reader: RequestReader): Reading<Call> {
  yield* reader.skip(1)
  yield* reader.ub4()
  yield* reader.skip(2)
  yield* reader.ub4()
  return { kind: "version" }
}

function* readCall(reader: RequestReader, code: number, context: ReadContext): Reading<Call> {
  switch (code) {
    case 94:
      return yield* readExecute(reader, context)
    case 4:
      return yield* readReexecute(reader, context, false)
    case 78:
      return yield* readReexecute(reader, context, true)
    case 5:
      return { kind: "fetch", cursorId: yield* reader.ub4(), rows: yield* reader.ub4() }
    case 96:
      return yield* readLobCall(reader)
    case 14:
      return { kind: "commit" }
    case 15:
      return { kind: "rollback" }
    case 9:
      return { kind: "logoff" }
    case 147:
      return { kind: "ping" }
    case 59:
      return yield* readVersion(reader)
    default:
      throw new DatabaseError(3001, `ORA-03001: unimplemented feature: ${features[code] ?? `call ${code}`}`)
  }
}

function* readFunction(reader: RequestReader, context: ReadContext): Reading<Call> {
  const code = yield* reader.u8()
  yield* reader.skip(1)
  if (code === 118 && !context.isLoggedIn) return { kind: "login-begin", message: yield* readLogin(reader) }
  if (code === 115) return { kind: "login-finish", message: yield* readLogin(reader) }
  if (!context.isLoggedIn) throw new ProtocolError(`call ${code} before the login`)
  return yield* readCall(reader, code, context)
}

/** Reads a request. Fails with a ProtocolError when nothing after it can be read, and with a DatabaseError when it is sound but too much. */
export function* readRequest(reader: RequestReader, context: () => ReadContext): Reading<Request> {
  const piggybacks: Array<Piggyback> = []
  for (;;) {
    const message = yield* reader.u8()
    const now = context()
    if (message === MESSAGE_FUNCTION) return { piggybacks, call: yield* readFunction(reader, now) }
    if (now.isLoggedIn && message === MESSAGE_PIGGYBACK && piggybacks.length < MAX_PIGGYBACKS) {
      const code = yield* reader.u8()
      yield* reader.skip(1)
      piggybacks.push(yield* readPiggyback(reader, code))
    } else if (!now.isLoggedIn && message === MESSAGE_PROTOCOL) {
      yield* readProtocol(reader)
      return { piggybacks, call: { kind: "protocol" } }
    } else if (!now.isLoggedIn && message === MESSAGE_DATA_TYPES) {
      return { piggybacks, call: { kind: "data-types", negotiation: yield* readDataTypes(reader) } }
    } else throw new ProtocolError(`message ${message} is not known here`)
  }
}
