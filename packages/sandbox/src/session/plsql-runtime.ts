// What the interpreter asks of a session: SQL statements with variables, names, the session's state. Each SQL statement takes its own turn in the queue.
import { setTimeout as wait } from "node:timers/promises"
import { CatalogChange } from "../catalog/catalog-change.ts"
import type { OracleTypeName, QueryCursor } from "../engine/engine.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { typeByName } from "../emit/names.ts"
import type { OutputBuffer } from "../plsql/output-buffer.ts"
import type { DmlOutcome, RandomState, Runtime, SqlScope, SqlUnit, TypedValue } from "../plsql/runtime.ts"
import type { ControlStatement, DdlStatement, DmlStatement, Expression, Query, Statement } from "../sql/ast/index.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import { nullType } from "../types/value-type.ts"
import type { ValueType } from "../types/value-type.ts"
import { resultColumnOf } from "../types/value-text.ts"
import { findAnchors, findStoredUnit } from "./find-anchors.ts"
import { oracleError } from "./oracle-error.ts"
import { countPartRows } from "./count-part-rows.ts"
import { runControl } from "./run-control.ts"
import { commitBeforeDdl, runDdl } from "./run-ddl.ts"
import type { Given, StatementRunner } from "./statement-runner.ts"
import { commitSession, rollbackSession, rollbackToSavepoint, setSavepoint } from "./transaction-control.ts"
import type { WaitRule } from "./wait-turn.ts"
import { runWhenFree } from "./wait-turn.ts"

/** What lives as long as the session: the output buffer, the random state, package state. */
export interface PlsqlState {
  readonly output: OutputBuffer
  readonly random: RandomState
  readonly packageState: Map<string, unknown>
}

/** What lives as long as one call of the driver. */
export interface PlsqlCall {
  readonly signal: AbortSignal
  readonly implicitResults: QueryCursor[]
}

const typeName = (type: ValueType): OracleTypeName => resultColumnOf("", type, true).type

const isDdl = (statement: DdlStatement | ControlStatement): statement is DdlStatement =>
  ![
    "commit",
    "rollback",
    "savepoint",
    "set-transaction",
    "set-role",
    "set-constraints",
    "alter-session",
    "alter-system",
    "lock-table"
  ].includes(statement.kind)

const makeSql = (runner: StatementRunner, call: PlsqlCall) => {
  const { database, state } = runner.site
  const rule = (): WaitRule => ({ seconds: database.limits.transactionSeconds, code: 30_006, signal: call.signal })
  const given = (text: string, scope: SqlScope | null): Given => ({ text, bindTypes: [], variables: scope })
  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task()
    } catch (cause) {
      throw oracleError(cause, null)
    }
  }
  return {
    evaluate: ({ text, node }: SqlUnit<Expression>, inputs: ReadonlyArray<TypedValue>): Promise<TypedValue> =>
      guarded(async () => {
        const bindTypes = inputs.map(({ type }) => typeByName(type))
        const found = await database.queue.run(() =>
          runner.evaluate(
            node,
            { text, bindTypes, variables: null },
            inputs.map(({ value }) => value)
          )
        )
        return { type: typeName(found.type.name === "NULL" ? nullType : found.type), value: found.value }
      }),
    describe: ({ text, node }: SqlUnit<Query | DmlStatement>, scope: SqlScope) =>
      guarded(() =>
        database.queue.run(async () => {
          if (node.kind === "query") return (await runner.prepareQuery(node, given(text, scope))).columns
          await runner.prepareDml(node, given(text, scope))
          return []
        })
      ),
    openCursor: ({ text, node }: SqlUnit<Query>, scope: SqlScope): Promise<QueryCursor> =>
      guarded(() =>
        runWhenFree(
          database,
          {
            ...rule(),
            ...(node.forUpdate === null || node.forUpdate.waitSeconds === null
              ? {}
              : { seconds: node.forUpdate.waitSeconds }),
            code: node.forUpdate?.waitSeconds === 0 ? 54 : 30_006
          },
          async () => runner.openQuery(await runner.prepareQuery(node, given(text, scope)), [])
        )
      ),
    runDml: ({ text, node }: SqlUnit<DmlStatement>, scope: SqlScope): Promise<DmlOutcome> =>
      guarded(() =>
        runWhenFree(database, rule(), async () => {
          if (state.isReadOnly) throw ora(1456)
          const prepared = await runner.prepareDml(node, given(text, scope))
          const run = await runner.runDml(prepared, [])
          return {
            rowCount: run.rowCount,
            returned: run.returned,
            returnedTypes: prepared.plan.returning.map((type) => typeName(type))
          }
        })
      ),
    runOther: ({ text, node }: SqlUnit<DdlStatement | ControlStatement>): Promise<void> =>
      guarded(async () => {
        if (!isDdl(node)) return runControl(database, state, node, call.signal)
        await database.queue.run(() => commitBeforeDdl(runner))
        const { hasCompileErrors } = await runWhenFree(
          database,
          { seconds: state.settings.ddlLockTimeout, code: 54, signal: call.signal },
          () => runDdl(runner, node, text)
        )
        if (hasCompileErrors) throw ora(24_344)
      }),
    parse: (text: string): Statement => parseStatement(text, { version: runner.site.release }),
    commit: () => guarded(() => database.queue.run(() => commitSession(database, state))),
    rollback: (savepoint: string | null) =>
      guarded(() =>
        database.queue.run(() =>
          savepoint === null ? rollbackSession(database, state) : rollbackToSavepoint(database, state, savepoint)
        )
      ),
    savepoint: (name: string) => guarded(() => runWhenFree(database, rule(), () => setSavepoint(database, state, name)))
  }
}

/** True when no other session has a transaction open on the table, at once or before the time is over. */
const waitForTransactions = async (
  runner: StatementRunner,
  call: PlsqlCall,
  owner: string,
  table: string,
  seconds: number | null
): Promise<boolean> => {
  const { database, state } = runner.site
  const entry = database.catalog.findObject(owner, table)
  const deadline = performance.now() + (seconds ?? database.limits.transactionSeconds) * 1000
  for (;;) {
    const { transaction } = database
    const isFree =
      transaction === null ||
      transaction.owner === state ||
      entry === null ||
      !(transaction.written.has(entry.id) || transaction.locked.has(entry.id))
    if (isFree) return true
    if (!(await database.waitForEnd(deadline - performance.now(), call.signal))) {
      if (call.signal.aborted) throw ora(1013)
      return false
    }
  }
}

/** The runtime of one call. */
export const makeRuntime = (runner: StatementRunner, plsql: PlsqlState, call: PlsqlCall): Runtime => {
  const { database, state } = runner.site
  return {
    ...makeSql(runner, call),
    ...plsql,
    findColumn: (path) => {
      const row = findAnchors(runner, path.slice(0, -1))
      return row?.find(({ name }) => name === path.at(-1)) ?? null
    },
    findRow: (path) => findAnchors(runner, path),
    findUnit: (path) => findStoredUnit(runner, path),
    user: state.user,
    get currentSchema() {
      return state.settings.currentSchema
    },
    sessionId: state.sessionId,
    serialNumber: state.serialNumber,
    version: database.version,
    now: () => `${database.now()}000`,
    sleep: async (seconds) => {
      try {
        await wait(seconds * 1000, undefined, { signal: call.signal })
      } catch {
        throw ora(1013)
      }
    },
    checkpoint: () => {
      if (call.signal.aborted) throw ora(1013)
      return wait(0).then(() => {
        if (call.signal.aborted) throw ora(1013)
      })
    },
    attributes: () => state.attributes,
    setAttributes: (attributes) => {
      state.attributes = { ...state.attributes, ...attributes }
    },
    setRole: async (text) => {
      const tree = parseStatement(`SET ROLE ${text}`)
      if (tree.kind !== "set-role") throw notInSandbox("this form of SET ROLE")
      await runControl(database, state, tree, call.signal)
    },
    currentScn: () => Promise.resolve(database.scn),
    waitForTransactions: (owner, table, seconds) => waitForTransactions(runner, call, owner, table, seconds),
    catalog: () => database.catalog,
    changeCatalog: (apply) =>
      database.queue.run(async () => {
        await commitSession(database, state)
        const change = new CatalogChange(database.catalog)
        apply(change)
        if (!change.isChanged) return
        database.adopt(change)
        if (database.transaction === null) await database.commit()
      }),
    countPartRows: (tableId) => database.queue.run(() => countPartRows(runner, tableId)),
    returnResult: (cursor) => {
      call.implicitResults.push(cursor)
    }
  }
}
