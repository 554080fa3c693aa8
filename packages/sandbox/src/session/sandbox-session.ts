// The session as the wire sees it: parses, decides what kind of statement it is, and hands it on.
import type {
  BatchError,
  BindDeclaration,
  BindValue,
  EngineSession,
  ExecuteRequest,
  ExecuteResult,
  PreparedStatement,
  QueryCursor,
  SessionAttributes,
  SqlValue
} from "../engine/engine.ts"
import { findUser } from "../catalog/privileges.ts"
import { DatabaseError } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import { typeByName } from "../emit/names.ts"
import type { DmlStatement, Query, Statement } from "../sql/ast/index.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import { prepareStatement } from "../sql/prepare-statement.ts"
import { familyOf, rawOf, textType } from "../types/value-type.ts"
import type { ValueType } from "../types/value-type.ts"
import { oracleError } from "./oracle-error.ts"
import { runControl } from "./run-control.ts"
import { commitBeforeDdl, runDdl } from "./run-ddl.ts"
import type { DmlRun } from "./run-dml.ts"
import type { BlockRunner } from "./block-runner.ts"
import type { Given, StatementRunner } from "./statement-runner.ts"
import { commitSession, rollbackSession } from "./transaction-control.ts"
import type { WaitRule } from "./wait-turn.ts"
import { runWhenFree } from "./wait-turn.ts"

const bindType = ({ type, maxBytes }: BindDeclaration): ValueType => {
  const base = typeByName(type)
  if (familyOf(base) === "text") return textType(Math.max(maxBytes, 1))
  return familyOf(base) === "raw" ? rawOf(Math.max(maxBytes, 1)) : base
}

const asValue = (value: BindValue): SqlValue => {
  if (Array.isArray(value)) throw ora(1484)
  return value as SqlValue
}

const keptTrees = 200

/** A session of the sandbox. */
export class SandboxSession implements EngineSession {
  readonly sessionId: number
  readonly serialNumber: number
  readonly #runner: StatementRunner
  readonly #blocks: BlockRunner
  readonly #trees = new Map<string, Statement>()

  constructor(runner: StatementRunner, blocks: BlockRunner) {
    this.#runner = runner
    this.#blocks = blocks
    this.sessionId = runner.site.state.sessionId
    this.serialNumber = runner.site.state.serialNumber
  }

  readonly prepare = (sql: string): PreparedStatement => prepareStatement(sql)

  readonly execute = async (request: ExecuteRequest): Promise<ExecuteResult> => {
    try {
      if (this.#runner.site.state.isClosed) throw ora(1012)
      const tree = this.#parse(request.statement.sql)
      const result = await this.#dispatch(tree, request)
      if (request.isAutoCommit && result.kind !== "query" && !request.isParseOnly) await this.commit()
      return result
    } catch (cause) {
      throw oracleError(cause, null)
    }
  }

  #parse(sql: string): Statement {
    const known = this.#trees.get(sql)
    if (known !== undefined) return known
    const tree = parseStatement(sql, { version: this.#runner.site.release })
    if (this.#trees.size >= keptTrees) this.#trees.clear()
    this.#trees.set(sql, tree)
    return tree
  }

  #rule(signal: AbortSignal, waitSeconds: number | null = null): WaitRule {
    return {
      seconds: waitSeconds ?? this.#runner.site.database.limits.transactionSeconds,
      code: waitSeconds === 0 ? 54 : 30_006,
      signal
    }
  }

  async #dispatch(tree: Statement, request: ExecuteRequest): Promise<ExecuteResult> {
    switch (tree.kind) {
      case "query":
        return { kind: "query", cursor: await this.#query(tree, request) }
      case "insert":
      case "update":
      case "delete":
      case "merge":
        return this.#dml(tree, request)
      case "block":
      case "call-procedure":
        return this.#blocks.run(tree, request)
      case "commit":
      case "rollback":
      case "savepoint":
      case "set-transaction":
      case "set-role":
      case "set-constraints":
      case "alter-session":
      case "alter-system":
      case "lock-table":
        if (!request.isParseOnly)
          await runControl(this.#runner.site.database, this.#runner.site.state, tree, request.signal)
        return { kind: "other" }
      default: {
        if (request.isParseOnly) return { kind: "ddl", hasCompileErrors: false }
        return { kind: "ddl", ...(await this.#ddl(tree, request)) }
      }
    }
  }

  async #ddl(
    tree: Parameters<typeof runDdl>[1],
    request: ExecuteRequest
  ): Promise<{ readonly hasCompileErrors: boolean }> {
    const { database, state } = this.#runner.site
    await database.queue.run(() => commitBeforeDdl(this.#runner))
    const rule: WaitRule = { seconds: state.settings.ddlLockTimeout, code: 54, signal: request.signal }
    return runWhenFree(database, rule, () => runDdl(this.#runner, tree, request.statement.sql))
  }

  #given(request: ExecuteRequest): Given {
    return {
      text: request.statement.sql,
      bindTypes: request.declarations.map((declaration) => bindType(declaration)),
      variables: null
    }
  }

  async #query(tree: Query, request: ExecuteRequest): Promise<QueryCursor> {
    const { database } = this.#runner.site
    const row = (request.rows[0] ?? []).map((value) => asValue(value))
    const wait = tree.forUpdate?.waitSeconds ?? null
    return runWhenFree(database, this.#rule(request.signal, wait), async () => {
      const prepared = await this.#runner.prepareQuery(tree, this.#given(request))
      if (request.isParseOnly)
        return { columns: prepared.columns, fetch: () => Promise.resolve([]), close: () => undefined }
      if (row.length < request.statement.binds.length) throw ora(1008)
      return this.#runner.openQuery(prepared, row)
    })
  }

  async #dml(tree: DmlStatement, request: ExecuteRequest): Promise<ExecuteResult> {
    const { database, state } = this.#runner.site
    if (state.isReadOnly) throw ora(1456)
    const given = this.#given(request)
    const runs: DmlRun[] = []
    const batchErrors: BatchError[] = []
    const counts: number[] = []
    if (request.isParseOnly) {
      await database.queue.run(() => this.#runner.prepareDml(tree, given))
      return { kind: "dml", rowCounts: [], lastRowid: null, returned: [], batchErrors: [] }
    }
    await runWhenFree(database, this.#rule(request.signal), async () => {
      const prepared = await this.#runner.prepareDml(tree, given)
      for (const [at, values] of request.rows.entries()) {
        if (at < counts.length) continue
        if (values.length < request.statement.binds.length) throw ora(1008)
        if (request.signal.aborted) throw ora(1013)
        try {
          const run = await this.#runner.runDml(
            prepared,
            values.map((value) => asValue(value))
          )
          runs.push(run)
          counts.push(run.rowCount)
        } catch (cause) {
          if (!request.isBatchErrors || !(cause instanceof DatabaseError)) throw cause
          batchErrors.push({ row: at, error: cause })
          counts.push(0)
        }
      }
    })
    const places = request.statement.returning
    const returned =
      places.length === 0 ? [] : runs.map((run) => places.map((_, at) => run.returned.map((row) => row[at] ?? null)))
    return { kind: "dml", rowCounts: counts, lastRowid: runs.at(-1)?.lastRowid ?? null, returned, batchErrors }
  }

  readonly commit = async (): Promise<void> => {
    const { database, state } = this.#runner.site
    await database.queue.run(() => commitSession(database, state))
  }

  readonly rollback = async (): Promise<void> => {
    const { database, state } = this.#runner.site
    await database.queue.run(() => rollbackSession(database, state))
  }

  readonly isInTransaction = (): boolean => {
    const { database, state } = this.#runner.site
    return database.transaction?.owner === state
  }

  readonly setAttributes = (attributes: SessionAttributes): void => {
    const { state } = this.#runner.site
    state.attributes = { ...state.attributes, ...attributes }
  }

  readonly setCurrentSchema = async (schema: string): Promise<void> => {
    const { database, state } = this.#runner.site
    if (findUser(database.catalog, schema) === null) throw new DatabaseError(1435, "ORA-01435: user does not exist")
    state.settings.currentSchema = schema
  }

  readonly close = async (): Promise<void> => {
    const { database, state } = this.#runner.site
    if (state.isClosed) return
    await this.rollback().catch(() => undefined)
    state.isClosed = true
    database.sessions.delete(state.sessionId)
  }
}
