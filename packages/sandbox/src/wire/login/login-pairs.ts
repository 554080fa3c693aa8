// Key/value pairs: the form in which a login's facts travel both ways.
import { ProtocolError } from "../codec/encoding-error.ts"
import type { MessageWriter } from "../ttc/message-writer.ts"
import type { Reading, RequestReader } from "../ttc/request-reader.ts"

const MESSAGE_PARAMETER = 8
const MAX_PAIRS = 200

/** What a client sends in one of the two steps of a login. Values may be secrets: never put them into a message. */
export interface LoginMessage {
  /** As sent; empty when none is named. */
  readonly user: string
  /** Bits of the wanted kind of session. */
  readonly mode: number
  readonly pairs: ReadonlyMap<string, string>
}

/** Reads the body of function 118 or 115. */
export function* readLogin(reader: RequestReader): Reading<LoginMessage> {
  const hasUser = (yield* reader.u8()) !== 0
  yield* reader.ub4()
  const mode = yield* reader.ub4()
  yield* reader.u8()
  const count = yield* reader.ub4()
  if (count > MAX_PAIRS) throw new ProtocolError(`login with ${count} pairs`)
  yield* reader.skip(2)
  const user = hasUser ? yield* reader.text() : ""
  const pairs = new Map<string, string>()
  for (let at = 0; at < count; at++) {
    const key = yield* reader.countedText()
    pairs.set(key, yield* reader.countedText())
    yield* reader.ub4()
  }
  return { user, mode, pairs }
}

/** A fact of the reply; `flags` tells the verifier's type where one is sent. */
export interface LoginFact {
  readonly key: string
  readonly value: string
  readonly flags?: number
}

/** Writes the facts of a reply. */
export const writeLoginFacts = (writer: MessageWriter, facts: ReadonlyArray<LoginFact>): void => {
  writer.u8(MESSAGE_PARAMETER).ub(facts.length)
  for (const { key, value, flags = 0 } of facts) writer.countedText(key).countedText(value).ub(flags)
}
