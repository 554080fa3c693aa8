// CALL, the SQL statement.
import type { Call } from "../ast/session.ts"
import { parseNamed } from "./calls.ts"
import type { TokenStream } from "./token-stream.ts"

/** `CALL p(...) [INTO :x]`. Without parentheses it is ORA-06576. */
export const parseCall = (stream: TokenStream): Call => {
  const { start } = stream.take()
  stream.areBindsDistinct = true
  const call = parseNamed(stream)
  if (call.kind !== "call") throw stream.place(6576, call.start)
  if (!stream.acceptWords("INTO")) return { kind: "call-procedure", call, into: null, ...stream.span(start) }
  if (stream.token.kind !== "bind") throw stream.fail(6576)
  return { kind: "call-procedure", call, into: stream.grammar.target(stream), ...stream.span(start) }
}
