// Runs the calls of a session: what rides before them first.
import { versionNumber } from "../login/session-facts.ts"
import { writeStatus, type Outcome } from "../reply/write-status.ts"
import type { Call, Piggyback } from "../request/requests.ts"
import type { CallContext } from "./call-context.ts"
import { runExecute, runReexecute } from "./run-execute.ts"
import { runLobCall } from "./run-lob-call.ts"
import { sendRows } from "./send-rows.ts"

/** A call of a session, which the login is not. */
export type SessionCall = Exclude<Call, { readonly kind: "protocol" | "data-types" | "login-begin" | "login-finish" }>

const runPiggyback = async (context: CallContext, piggyback: Piggyback): Promise<void> => {
  switch (piggyback.kind) {
    case "close-cursors":
      for (const id of piggyback.cursorIds) context.cursors.close(id)
      return
    case "cancel-cursors":
      for (const id of piggyback.cursorIds) context.cursors.cancel(id)
      return
    case "attributes":
      return context.session.setAttributes(piggyback.attributes)
    case "schema":
      return context.session.setCurrentSchema(piggyback.schema)
    case "free-lobs":
      for (const locator of piggyback.locators) context.lobs.free(locator)
  }
}

const writeVersion = (context: CallContext): null => {
  const banner = `orapart sandbox ${context.version}`
  const { writer } = context.reply
  writer.u8(8).ub(Buffer.byteLength(banner)).text(banner).ub(versionNumber(context.version))
  return endWithStatus(context)
}

const endWithStatus = (context: CallContext): null => {
  writeStatus(context.reply.writer, context.session.isInTransaction())
  return null
}

const run = async (context: CallContext, call: SessionCall): Promise<Outcome | null> => {
  switch (call.kind) {
    case "execute":
      return runExecute(context, call)
    case "re-execute":
      return runReexecute(context, call)
    case "fetch":
      return sendRows(context, context.cursors.get(call.cursorId), call.rows)
    case "lob":
      return runLobCall(context, call)
    case "commit":
      await context.session.commit()
      return endWithStatus(context)
    case "rollback":
      await context.session.rollback()
      return endWithStatus(context)
    case "ping":
    case "logoff":
      return endWithStatus(context)
    case "version":
      return writeVersion(context)
  }
}

/** Runs a request and writes all of its reply but the end, which it returns; null when the reply is complete. */
export const runCall = async (
  context: CallContext,
  request: { readonly piggybacks: ReadonlyArray<Piggyback>; readonly call: SessionCall }
): Promise<Outcome | null> => {
  for (const piggyback of request.piggybacks) await runPiggyback(context, piggyback)
  return run(context, request.call)
}
