// Two kinds of failure of a codec: bytes from the client that mean nothing, and a value of the engine that its type cannot hold.
import { DatabaseError } from "../../engine/engine.ts"

/** What a client sent cannot be read: its connection is closed, because what follows cannot be found any more. Never holds what was sent. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError"
}

/** The engine handed over a value that its declared type cannot hold: a fault of the engine, told as ORA-00600 so that it is seen. */
export const unencodable = (type: string): DatabaseError =>
  new DatabaseError(600, `ORA-00600: internal error code, arguments: [sandbox wire], [value is not a ${type}]`)
