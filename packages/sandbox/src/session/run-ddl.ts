// DDL for one session: commits before, runs on a change of the catalog and on the storage in one transaction, commits after.
import { CatalogChange } from "../catalog/catalog-change.ts"
import type { OracleType, TableEntry } from "../catalog/entries.ts"
import { makeVerifier } from "../accounts/password-verifier.ts"
import { executeDdl } from "../ddl/execute-ddl.ts"
import type { DdlContext, DdlOutcome, DescribedQuery, QueryQuestions } from "../ddl/ddl-context.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { emitted } from "../emit/emitted.ts"
import { makeEmitters } from "../emit/emitters.ts"
import { storedValue } from "../emit/store.ts"
import { tableEnvironment } from "../emit/table-columns.ts"
import type { CatalogChange as Change } from "../catalog/catalog-change.ts"
import { lookUpName } from "../catalog/resolve-name.ts"
import { addIntervalPartitions } from "../partitions/add-interval-partitions.ts"
import { layoutOf } from "../emit/placement.ts"
import type { DdlStatement, ObjectName } from "../sql/ast/index.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import type { ValueType } from "../types/value-type.ts"
import { familyOf, isPadded, textType } from "../types/value-type.ts"
import { valueOf } from "../types/value-text.ts"
import type { Database } from "./database.ts"
import { oracleError } from "./oracle-error.ts"
import { resolveParameters } from "./parameters.ts"
import type { SessionState } from "./session-state.ts"
import { authorityFor } from "./session-state.ts"
import { nothingGiven } from "./statement-runner.ts"
import type { StatementRunner } from "./statement-runner.ts"
import { makeConstraintStorage } from "./storage-constraints.ts"
import { makeTableStorage } from "./storage-changes.ts"
import { commitSession } from "./transaction-control.ts"
import { Blocked } from "./wait-turn.ts"

const columnType = (type: ValueType): OracleType => {
  if (type.name === "NULL") return { ...(textType(1) as OracleType), lengthBytes: 0, charLength: 0 }
  if (type.name === "BOOLEAN" || type.name === "CURSOR") throw notInSandbox(`a column of type ${type.name}`)
  if (isPadded(type) || familyOf(type) !== "text") return { ...type, name: type.name }
  return { ...type, name: type.name }
}

const keyText = (table: TableEntry, columnId: number, text: string | null): string | null => {
  const value = valueOf(table.columns.find(({ id }) => id === columnId)?.type ?? textType(1), text)
  return typeof value === "string" ? value : null
}

/** Rows of CREATE TABLE ... AS SELECT, and the interval partitions that they need. */
const insertFromQuery: (
  runner: StatementRunner,
  change: Change,
  text: string,
  ...input: Parameters<QueryQuestions["insertFromQuery"]>
) => Promise<number> = async (runner, change, text, table, query) => {
  const { database } = runner.site
  const prepared = await runner.prepareQuery(query, nothingGiven(text), change.catalog)
  const { context } = prepared
  const columns = table.columns.filter(({ visibility, virtual }) => visibility === "visible" && virtual === null)
  const values = columns.map((column, at) => {
    const type = prepared.query.columns[at]?.type ?? column.type
    const value = emitted(type.name === "NULL" ? "NULL" : `q.k${String(at + 1)}`, type)
    return storedValue(context, value, table, column, null)
  })
  const keys = layoutOf(table)?.columns ?? []
  const names = keys.map((id) => `c${String(id)}`)
  const insert = `INSERT INTO d.t${String(table.id)} (${columns.map(({ id }) => `c${String(id)}`).join(", ")}) SELECT ${values.join(", ")} FROM (${prepared.query.sql}) AS q`
  const parameters = resolveParameters(context, [])
  if (keys.length === 0) return (await database.backend.query(insert, parameters)).rowCount
  const { rows } = await database.backend.query(
    `WITH r AS (${insert} RETURNING ${names.join(", ")}) SELECT count(*), ${names.map((name) => `${name}::text`).join(", ")} FROM r GROUP BY ${names.join(", ")}`,
    parameters
  )
  const count = table.partitioning?.columns.length ?? 0
  const tuples = rows.map((row) => keys.slice(0, count).map((id, at) => keyText(table, id, row[at + 1] ?? null)))
  addIntervalPartitions(change, table.id, tuples, database.now().slice(0, 19))
  return rows.reduce((sum, row) => sum + Number(row[0] ?? "0"), 0)
}

const makeQueries = (runner: StatementRunner, change: Change, text: string): QueryQuestions => {
  const describe = async (
    query: Parameters<StatementRunner["prepareQuery"]>[0],
    source: string,
    catalog: Change["catalog"]
  ): Promise<DescribedQuery> => {
    const prepared = await runner.prepareQuery(query, nothingGiven(source), catalog)
    return {
      columns: prepared.query.columns.map(({ name, type, isNullable, isUnnamed }) => ({
        name,
        type: columnType(type),
        isNullable,
        isUnnamed
      })),
      dependsOn: [...prepared.context.usage.objects]
    }
  }
  return {
    describeQuery: (query) => describe(query, text, change.catalog),
    describeViewText: async (viewText, schema) => {
      const statement = parseStatement(viewText)
      if (statement.kind !== "query") throw ora(900)
      const context = {
        ...runner.context(nothingGiven(viewText), change.catalog),
        authority: { user: schema, roles: new Set<string>() }
      }
      const query = makeEmitters(viewText).query(
        statement,
        { ...context, session: { ...context.session, currentSchema: schema } },
        null,
        new Map()
      )
      return {
        columns: query.columns.map(({ name, type, isNullable, isUnnamed }) => ({
          name,
          type: columnType(type),
          isNullable,
          isUnnamed
        })),
        dependsOn: [...context.usage.objects]
      }
    },
    describeExpression: async (expression, table) => {
      const emitters = makeEmitters(text)
      const value = emitters.expression(
        expression,
        tableEnvironment(runner.context(nothingGiven(text), change.catalog), emitters, table, "t")
      )
      return familyOf(value.type) === "boolean" ? null : columnType(value.type)
    },
    evaluateConstant: (expression, type) => runner.evaluateConstant(expression, type, text),
    insertFromQuery: (table, query) => insertFromQuery(runner, change, text, table, query)
  }
}

const makeContext = (runner: StatementRunner, change: CatalogChange, text: string): DdlContext => {
  const { database, state, release } = runner.site
  const site = { backend: database.backend, context: () => runner.context(nothingGiven(text), change.catalog) }
  return {
    sql: text,
    release,
    authority: authorityFor(state, database.catalog),
    currentSchema: state.settings.currentSchema,
    lengthSemantics: state.settings.lengthSemantics,
    isSegmentCreationDeferred: state.settings.isSegmentCreationDeferred,
    isRecycleBinOn: state.settings.isRecycleBinOn,
    change,
    storage: { ...makeTableStorage(site), ...makeConstraintStorage(site) },
    queries: makeQueries(runner, change, text),
    lockTable: async () => {
      await Promise.resolve()
    },
    isConnected: (user) => [...database.sessions.values()].some((session) => session.user === user),
    makeVerifier: async (password) => {
      const { salt, hash } = makeVerifier(password)
      return { salt: Buffer.from(salt).toString("hex"), hash: Buffer.from(hash).toString("hex") }
    },
    now: () => database.now().slice(0, 19)
  }
}

const namesOf = (statement: DdlStatement): ReadonlyArray<ObjectName> =>
  [statement].flatMap((node) => {
    const { name, table, on } = node as { readonly name?: unknown; readonly table?: unknown; readonly on?: unknown }
    return [name, table, on].filter(
      (value): value is ObjectName =>
        typeof value === "object" && value !== null && "schema" in value && "name" in value
    )
  })

/** Another session's open transaction is in the way: on the same table Oracle says ORA-00054, else the sandbox waits. */
const assertDdlFree = (database: Database, state: SessionState, statement: DdlStatement): void => {
  const { transaction } = database
  if (transaction === null || transaction.owner === state) return
  const isSame = namesOf(statement).some((name) => {
    const meaning = lookUpName(
      database.catalog,
      { schema: name.schema?.value ?? null, name: name.name.value, offset: null },
      state.settings.currentSchema
    )
    return (
      meaning.kind === "object" &&
      (transaction.written.has(meaning.entry.id) || transaction.locked.has(meaning.entry.id))
    )
  })
  throw new Blocked(isSame)
}

/** Commits the session's transaction: DDL does so even when it fails afterwards. Called inside the queue. */
export const commitBeforeDdl = (runner: StatementRunner): Promise<void> =>
  commitSession(runner.site.database, runner.site.state)

/** Runs a DDL statement. Called inside the queue. */
export const runDdl = async (runner: StatementRunner, statement: DdlStatement, text: string): Promise<DdlOutcome> => {
  const { database, state } = runner.site
  assertDdlFree(database, state, statement)
  const change = new CatalogChange(database.catalog)
  await database.commit()
  await database.open()
  try {
    const outcome = await executeDdl(makeContext(runner, change, text), statement)
    database.adopt(change)
    await database.commit()
    database.backend.forgetPlans()
    return outcome
  } catch (cause) {
    await database.rollback()
    database.backend.forgetPlans()
    throw oracleError(cause, { catalog: change.catalog, isUpdate: false })
  }
}
