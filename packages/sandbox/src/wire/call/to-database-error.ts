// Every failure of a call as an error that a client understands.
import { DatabaseError } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"

/**
 * The error itself when it is one of the engine's. A ProtocolError goes on to whoever closes the connection. Anything else is a fault of the sandbox:
 * ORA-00600 with the kind of the fault and nothing of its text, which might hold data.
 */
export const toDatabaseError = (error: unknown): DatabaseError => {
  if (error instanceof DatabaseError) return error
  if (error instanceof ProtocolError) throw error
  const kind = error instanceof Error ? error.name : typeof error
  return new DatabaseError(600, `ORA-00600: internal error code, arguments: [sandbox], [${kind}]`)
}
