// Serves the requests of one connection, one after the other: login first, then the session's calls. Every error becomes a reply.
import { DatabaseError, type Engine, type EngineSession } from "../../engine/engine.ts"
import { ProtocolError } from "../codec/encoding-error.ts"
import { LoginDialogue } from "../login/login-dialogue.ts"
import { writeLoginFacts, type LoginMessage } from "../login/login-pairs.ts"
import { writeDataTypes, writeProtocol } from "../login/negotiation.ts"
import { describeSession } from "../login/session-facts.ts"
import type { ReadContext } from "../request/read-request.ts"
import type { Request } from "../request/requests.ts"
import { Reply } from "../reply/reply.ts"
import { writeOutcome, type Outcome } from "../reply/write-status.ts"
import type { PacketSink } from "../tns/packet-sink.ts"
import type { MemoryAccount } from "../ttc/memory-account.ts"
import type { WireLimits } from "../wire-limits.ts"
import { cancelled, type CallContext } from "./call-context.ts"
import { CursorTable } from "./cursor-table.ts"
import { LobStore } from "./lob-store.ts"
import { runCall } from "./run-call.ts"
import { toDatabaseError } from "./to-database-error.ts"

/** How it goes on after a request. */
export type Verdict = "go-on" | "hang-up"

export class CallServer {
  readonly #engine: Engine
  readonly #sink: PacketSink
  readonly #service: string
  readonly #maxOpenCursors: number
  readonly #login: LoginDialogue
  readonly #cursors: CursorTable
  readonly #lobs: LobStore
  #session: EngineSession | null = null
  #lastMade: ReadonlyArray<number> = []

  constructor(input: {
    readonly engine: Engine
    readonly sink: PacketSink
    readonly service: string
    readonly limits: WireLimits
    readonly lobAccount: MemoryAccount
  }) {
    this.#engine = input.engine
    this.#sink = input.sink
    this.#service = input.service
    this.#maxOpenCursors = input.limits.maxOpenCursors
    this.#login = new LoginDialogue(input.engine)
    this.#cursors = new CursorTable(this.#maxOpenCursors)
    this.#lobs = new LobStore(input.lobAccount)
  }

  /** Whether the login is done. */
  get isLoggedIn(): boolean {
    return this.#session !== null
  }

  /** What the reading of the next request needs to know. */
  readContext(): ReadContext {
    const session = this.#session
    return {
      isLoggedIn: session !== null,
      prepare: (sql) => {
        if (session === null) throw new ProtocolError("statement before the login")
        return session.prepare(sql)
      },
      findCursor: (cursorId) => {
        const cursor = this.#cursors.find(cursorId)
        if (cursor === undefined || cursor.statement === null) return undefined
        return { statement: cursor.statement, isPlsql: cursor.isPlsql, binds: cursor.binds }
      }
    }
  }

  /** Serves a request: runs it and sends the reply. Fails with a ProtocolError when the connection cannot go on. */
  async serve(request: Request, signal: AbortSignal): Promise<Verdict> {
    const reply = new Reply(this.#sink)
    const made: Array<number> = []
    try {
      const verdict = await this.#answer(request, { reply, signal, made })
      // The client throws this reply away, and with it the numbers of new cursors.
      if (signal.aborted) this.#closeMade(made)
      this.#lastMade = made
      reply.finish()
      return verdict
    } catch (error) {
      this.#closeMade(made)
      return this.#fail(reply, toDatabaseError(error), request)
    }
  }

  /** Sends an error as the reply of a request that could not be read. */
  refuse(error: DatabaseError): void {
    this.#fail(new Reply(this.#sink), error, null)
  }

  /** Sends ORA-01013, the end of a break. */
  replyCancelled(): void {
    this.refuse(cancelled())
  }

  /** Says that the last reply may never have been read. */
  doubtLastReply(): void {
    for (const id of this.#lastMade) this.#cursors.doubt(id)
  }

  /** Ends the session; what it held is free. */
  async close(): Promise<void> {
    this.#cursors.closeAll()
    this.#lobs.clear()
    this.#login.forget()
    await this.#session?.close()
  }

  #closeMade(made: ReadonlyArray<number>): void {
    for (const id of made) this.#cursors.close(id)
  }

  #end(reply: Reply, outcome: Outcome): void {
    writeOutcome(reply.writer, outcome, this.#session?.isInTransaction() ?? false)
  }

  #fail(reply: Reply, error: DatabaseError, request: Request | null): Verdict {
    reply.takeBack()
    const call = request?.call
    const cursorId = call !== undefined && "cursorId" in call ? (this.#cursors.find(call.cursorId)?.id ?? 0) : 0
    this.#end(reply, { code: error.code, message: error.message, offset: error.offset, cursorId })
    reply.finish()
    return this.isLoggedIn ? "go-on" : "hang-up"
  }

  async #answer(
    request: Request,
    running: { readonly reply: Reply; readonly signal: AbortSignal; readonly made: Array<number> }
  ): Promise<Verdict> {
    const { reply, signal } = running
    const { call } = request
    if (call.kind === "protocol") writeProtocol(reply.writer)
    else if (call.kind === "data-types") writeDataTypes(reply.writer, call.negotiation)
    else if (call.kind === "login-begin") {
      writeLoginFacts(reply.writer, await this.#login.begin(call.message))
      this.#end(reply, { code: 0 })
    } else if (call.kind === "login-finish") await this.#finishLogin(reply, call.message, signal)
    else {
      const context = this.#contextOf(running)
      const outcome = await runCall(context, { ...request, call })
      if (outcome !== null) this.#end(reply, outcome)
    }
    return "go-on"
  }

  #contextOf(running: {
    readonly reply: Reply
    readonly signal: AbortSignal
    readonly made: Array<number>
  }): CallContext {
    if (this.#session === null) throw new ProtocolError("call before the login")
    return {
      session: this.#session,
      version: this.#engine.version,
      cursors: this.#cursors,
      lobs: this.#lobs,
      reply: running.reply,
      signal: running.signal,
      madeCursors: running.made
    }
  }

  async #finishLogin(reply: Reply, message: LoginMessage, signal: AbortSignal): Promise<void> {
    if (this.#session !== null) {
      await this.#login.changePassword(message)
      writeLoginFacts(reply.writer, [])
      return this.#end(reply, { code: 0 })
    }
    const { user, facts } = await this.#login.finish(message)
    const session = await this.#engine.openSession({ user, service: this.#service })
    try {
      await alterSession(session, message.pairs.get("AUTH_ALTER_SESSION") ?? "", signal)
    } catch (error) {
      await session.close()
      throw error
    }
    this.#session = session
    const known = describeSession({
      version: this.#engine.version,
      service: this.#service,
      sessionId: session.sessionId,
      serialNumber: session.serialNumber,
      maxOpenCursors: this.#maxOpenCursors
    })
    writeLoginFacts(reply.writer, [...facts, ...known])
    this.#end(reply, { code: 0 })
  }
}

// The client's first statement travels with the login: ALTER SESSION SET TIME_ZONE, ended by a zero byte.
const alterSession = async (session: EngineSession, text: string, signal: AbortSignal): Promise<void> => {
  const sql = text.replace(/\0+$/, "")
  if (sql === "") return
  const result = await session.execute({
    statement: session.prepare(sql),
    declarations: [],
    rows: [[]],
    isBatchErrors: false,
    isAutoCommit: false,
    isParseOnly: false,
    signal
  })
  if (result.kind === "query") result.cursor.close()
}
