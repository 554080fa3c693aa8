// An engine that knows a closed list of statements. It stands in for the SQL engine, so that the wire is tested alone.
import { makeVerifier } from "../../src/accounts/password-verifier.ts"
import {
  DatabaseError,
  type Account,
  type BindValue,
  type Engine,
  type EngineSession,
  type ExecuteRequest,
  type ExecuteResult,
  type PasswordVerifier,
  type SessionAttributes
} from "../../src/engine/engine.ts"
import { scanStatement } from "./scan-statement.ts"
import { oraError } from "./scripted-values.ts"

/** What a session of the scripted engine remembers. */
export interface ScriptedSession {
  readonly user: string
  readonly service: string
  readonly attributes: SessionAttributes
  readonly schema: string
  isInTransaction: boolean
  /** Free room for answers: the DBMS_OUTPUT buffer, rows that are not committed. */
  readonly notes: Map<string, unknown>
}

/** A statement that arrived. */
export interface ScriptedCall {
  readonly request: ExecuteRequest
  readonly session: ScriptedSession
  /** A bind's value by its name, in upper case without the colon. */
  readonly bind: (name: string, row?: number) => BindValue
  /** The groups of the pattern that matched. */
  readonly match: RegExpExecArray
}

/** One line of the list: a pattern for the whole statement, blanks counted as one, and its answer. */
export type Answer = readonly [pattern: RegExp, answer: (call: ScriptedCall) => ExecuteResult | Promise<ExecuteResult>]

/** What the tests ask of it besides answers. */
export interface ScriptedEngine extends Engine {
  readonly openSessions: () => number
  /** Greatest number of calls that one session ever had at a time; a wire that behaves keeps it at 1. */
  readonly greatestOverlap: () => number
}

interface Login {
  readonly password: string
  readonly status?: Account["status"]
}

const squeeze = (sql: string): string => sql.trim().replace(/\s+/g, " ")

const findAnswer = (answers: ReadonlyArray<Answer>, request: ExecuteRequest) => {
  const sql = squeeze(request.statement.sql)
  for (const [pattern, answer] of answers) {
    const match = pattern.exec(sql)
    if (match !== null) return { answer, match }
  }
  throw oraError(900, `invalid SQL statement: ${sql.slice(0, 60)}`)
}

/** Starts the engine with users, services XEPDB1 and FREEPDB1, and its list. */
export const makeScriptedEngine = (
  users: Readonly<Record<string, Login>>,
  answers: ReadonlyArray<Answer>
): ScriptedEngine => {
  const accounts = new Map<string, Account>(
    Object.entries(users).map(([name, { password, status = "OPEN" }]) => [
      name,
      { name, status, verifier: makeVerifier(password) }
    ])
  )
  let sessionCount = 0
  let lastId = 0
  let overlap = 0

  const openSession = async (input: { readonly user: string; readonly service: string }): Promise<EngineSession> => {
    sessionCount++
    lastId++
    let running = 0
    let isClosed = false
    let attributes: SessionAttributes = {}
    let schema = input.user
    const session: ScriptedSession = {
      ...input,
      get attributes() {
        return attributes
      },
      get schema() {
        return schema
      },
      isInTransaction: false,
      notes: new Map()
    }
    const track = async <T>(work: () => T | Promise<T>): Promise<T> => {
      running++
      overlap = Math.max(overlap, running)
      try {
        return await work()
      } finally {
        running--
      }
    }
    const execute = (request: ExecuteRequest): Promise<ExecuteResult> =>
      track(async () => {
        const { answer, match } = findAnswer(answers, request)
        const bind = (name: string, row = 0): BindValue =>
          request.rows[row]?.[request.statement.binds.indexOf(name)] ?? null
        const result = await answer({ request, session, bind, match })
        if (result.kind === "dml" && !request.isParseOnly) session.isInTransaction = true
        if (request.isAutoCommit || result.kind === "ddl") session.isInTransaction = false
        return result
      })
    const end = (isCommit: boolean) => () =>
      track(() => {
        const undo = session.notes.get("undo")
        if (!isCommit && typeof undo === "function") undo()
        session.notes.delete("undo")
        session.isInTransaction = false
      })
    return {
      sessionId: lastId,
      serialNumber: 1,
      prepare: scanStatement,
      execute,
      commit: end(true),
      rollback: end(false),
      isInTransaction: () => session.isInTransaction,
      setAttributes: (given) => {
        attributes = { ...attributes, ...given }
      },
      setCurrentSchema: async (name) => {
        if (name.toUpperCase() === "NO_SUCH_SCHEMA") throw oraError(1435, "user does not exist")
        schema = name.toUpperCase()
      },
      close: async () => {
        if (isClosed) throw new Error("a session was closed twice")
        isClosed = true
        sessionCount--
      }
    }
  }

  return {
    services: ["XEPDB1", "FREEPDB1"],
    version: "19.22.0.0.0",
    findAccount: async (user) => accounts.get(user) ?? null,
    changePassword: async (user: string, verifier: PasswordVerifier) => {
      const account = accounts.get(user)
      if (account === undefined) throw new DatabaseError(1918, "ORA-01918: user does not exist")
      accounts.set(user, { ...account, status: "OPEN", verifier })
    },
    openSession,
    close: async () => undefined,
    openSessions: () => sessionCount,
    greatestOverlap: () => overlap
  }
}
