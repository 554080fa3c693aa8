// Emits and runs queries, DML and constant expressions for one session. It knows the catalog and the queue; what a driver or PL/SQL wants is for its callers.
import type { Catalog } from "../catalog/catalog.ts"
import type { OracleType } from "../catalog/entries.ts"
import type { QueryCursor, ResultColumn, SqlValue } from "../engine/engine.ts"
import type { DmlPlan } from "../emit/dml-plan.ts"
import type { EmitContext, NamedPart } from "../emit/emit-context.ts"
import { makeEmitters } from "../emit/emitters.ts"
import type { EmittedQuery } from "../emit/environment.ts"
import { emitInsert } from "../emit/insert.ts"
import { emitMerge } from "../emit/merge.ts"
import { fitValue } from "../emit/store.ts"
import { convert } from "../emit/convert.ts"
import { tableEnvironment } from "../emit/table-columns.ts"
import { emitDelete, emitUpdate } from "../emit/update.ts"
import type { SqlScope } from "../plsql/runtime.ts"
import type { DmlStatement, Expression, PartitionExtension, Query } from "../sql/ast/index.ts"
import type { OracleRelease } from "../sql/release.ts"
import type { ValueType } from "../types/value-type.ts"
import { familyOf, pgTypeOf } from "../types/value-type.ts"
import { resultColumnOf, valueOf } from "../types/value-text.ts"
import type { Database } from "./database.ts"
import { findParts, makeEmitContext } from "./emit-site.ts"
import { OpenCursor } from "./open-cursor.ts"
import { oracleError } from "./oracle-error.ts"
import { resolveParameters } from "./parameters.ts"
import { assertNotDirect, runPlan } from "./run-dml.ts"
import type { DmlRun } from "./run-dml.ts"
import { runAtomic } from "./savepoint.ts"
import type { SessionState } from "./session-state.ts"
import { authorityFor, factsOf } from "./session-state.ts"
import { assertFree, needOf } from "./wait-turn.ts"

/** A statement with what it is given. */
export interface Given {
  readonly text: string
  readonly bindTypes: ReadonlyArray<ValueType>
  readonly variables: SqlScope | null
}

/** A value as it leaves the engine: moments with a zone become local time with an offset. */
const outside = (sql: string, type: ValueType): string => (familyOf(type) === "zoned" ? `sys.zoned_out(${sql})` : sql)

const outsideQuery = (query: EmittedQuery): string => {
  if (!query.columns.some(({ type }) => familyOf(type) === "zoned")) return query.sql
  const list = query.columns.map(({ type }, at) => `${outside(`o.k${String(at + 1)}`, type)} AS k${String(at + 1)}`)
  return `SELECT ${list.join(", ")} FROM (${query.sql}) AS o`
}

/** Nothing is bound. */
export const nothingGiven = (text: string): Given => ({ text, bindTypes: [], variables: null })

/** What a session's statements are run with. */
export interface RunnerSite {
  readonly database: Database
  readonly state: SessionState
  readonly release: OracleRelease
  readonly dictionary: EmitContext["dictionary"]
  /** Brings the rows of dictionary views up to date before a query reads them. */
  readonly refreshDictionary: (views: ReadonlySet<string>) => Promise<void>
}

/** Rows of the first fetch that come with the execution. */
const firstRows = 200

/** A query that is emitted. */
export interface PreparedQuery {
  readonly context: EmitContext
  readonly query: EmittedQuery
  readonly columns: ReadonlyArray<ResultColumn>
}

/** All methods are called inside the queue. */
export class StatementRunner {
  readonly site: RunnerSite

  constructor(site: RunnerSite) {
    this.site = site
  }

  /** A context over the catalog as it is, or over a version that a DDL statement works on. */
  context(
    given: Given,
    catalog: Catalog = this.site.database.catalog,
    parts?: ReadonlyMap<PartitionExtension, NamedPart>
  ): EmitContext {
    const { database, state, release, dictionary } = this.site
    return makeEmitContext({
      catalog,
      authority: authorityFor(state, catalog),
      release,
      facts: factsOf(state, database),
      dictionary,
      bindTypes: given.bindTypes,
      variables: given.variables,
      ...(parts === undefined ? {} : { parts })
    })
  }

  async #contextFor(statement: unknown, given: Given, catalog?: Catalog): Promise<EmitContext> {
    const { database, state } = this.site
    const parts = await findParts(
      statement,
      catalog ?? database.catalog,
      state.settings.currentSchema,
      (expression, type) => this.evaluateConstant(expression, type, given.text)
    )
    return this.context(given, catalog, parts)
  }

  async prepareQuery(query: Query, given: Given, catalog?: Catalog): Promise<PreparedQuery> {
    const context = await this.#contextFor(query, given, catalog)
    const emittedQuery = makeEmitters(given.text).query(query, context, null, new Map())
    const columns = emittedQuery.columns.map(({ name, type, isNullable }) => resultColumnOf(name, type, isNullable))
    return { context, query: emittedQuery, columns }
  }

  /** Opens a query. FOR UPDATE makes the session the owner of the transaction. */
  async openQuery(prepared: PreparedQuery, row: ReadonlyArray<SqlValue>): Promise<QueryCursor> {
    const { database, state } = this.site
    const { context, query } = prepared
    assertFree(database, state, needOf(context.usage, query.isForUpdate))
    assertNotDirect(database, state, context.usage.readTables)
    if (query.isForUpdate) {
      const transaction = await database.begin(state)
      for (const id of query.locks) transaction.locked.set(id, "share")
    }
    if (context.usage.dictionaryViews.size > 0) await this.site.refreshDictionary(context.usage.dictionaryViews)
    try {
      const portal = await runAtomic(database, () =>
        database.backend.open(outsideQuery(query), resolveParameters(context, row), firstRows)
      )
      return new OpenCursor(
        database,
        portal,
        prepared.columns,
        query.columns.map(({ type }) => type)
      )
    } catch (cause) {
      throw oracleError(cause, null)
    }
  }

  async prepareDml(
    statement: DmlStatement,
    given: Given,
    catalog?: Catalog
  ): Promise<{ readonly plan: DmlPlan; readonly context: EmitContext }> {
    const context = await this.#contextFor(statement, given, catalog)
    const emitters = makeEmitters(given.text)
    switch (statement.kind) {
      case "insert":
        return { plan: emitInsert(statement, context, emitters), context }
      case "update":
        return { plan: emitUpdate(statement, context, emitters), context }
      case "delete":
        return { plan: emitDelete(statement, context, emitters), context }
      case "merge":
        return { plan: emitMerge(statement, context, emitters), context }
    }
  }

  /** Runs a prepared DML statement with one row of binds. */
  async runDml(
    prepared: { readonly plan: DmlPlan; readonly context: EmitContext },
    row: ReadonlyArray<SqlValue>
  ): Promise<DmlRun> {
    const { database, state } = this.site
    assertFree(database, state, needOf(prepared.context.usage, true))
    if (prepared.context.usage.dictionaryViews.size > 0)
      await this.site.refreshDictionary(prepared.context.usage.dictionaryViews)
    return runPlan(database, state, prepared.plan, prepared.context, row)
  }

  /** The value of an expression as a SqlValue, with its type. */
  async evaluate(
    expression: Expression,
    given: Given,
    row: ReadonlyArray<SqlValue>
  ): Promise<{ readonly type: ValueType; readonly value: SqlValue }> {
    const context = this.context(given)
    const emitters = makeEmitters(given.text)
    const value = emitters.expression(expression, tableEnvironment(context, emitters, null, ""))
    const text = await this.#scalar(
      `SELECT (${value.sql === "NULL" ? "NULL::text" : outside(value.sql, value.type)})`,
      context,
      row
    )
    return { type: value.type, value: valueOf(value.type, text) }
  }

  /** The value of a constant as the text of a type; null is NULL. */
  async evaluateConstant(expression: Expression, type: OracleType, text: string): Promise<string | null> {
    const context = this.context(nothingGiven(text))
    const emitters = makeEmitters(text)
    const value = emitters.expression(expression, tableEnvironment(context, emitters, null, ""))
    const converted = convert(context, value, type, expression.start)
    const stored =
      familyOf(value.type) === "null" ? `NULL::${pgTypeOf(type)}` : fitValue(converted.sql, type, value.type, "")
    const found = valueOf(type, await this.#scalar(`SELECT ${outside(stored, type)}`, context, []))
    if (found instanceof Uint8Array) return Buffer.from(found).toString("hex").toUpperCase()
    return found === null ? null : String(found as string | number)
  }

  async #scalar(sql: string, context: EmitContext, row: ReadonlyArray<SqlValue>): Promise<string | null> {
    const { database } = this.site
    try {
      const { rows } = await runAtomic(database, () => database.backend.query(sql, resolveParameters(context, row)))
      return rows[0]?.[0] ?? null
    } catch (cause) {
      throw oracleError(cause, null)
    }
  }
}
