// A database of catalog and recording storage: DDL as text in, errors and dictionary rows out. Queries are described as far as single tables go.
import type { Catalog } from "../../src/catalog/catalog.ts"
import { CatalogChange } from "../../src/catalog/catalog-change.ts"
import type { TableEntry } from "../../src/catalog/entries.ts"
import { newCatalog } from "../../src/catalog/load-catalog.ts"
import { characterType } from "../../src/catalog/oracle-type.ts"
import { authorityOf } from "../../src/catalog/privileges.ts"
import { resolveName } from "../../src/catalog/resolve-name.ts"
import type { DdlContext, DescribedQuery, QueryQuestions } from "../../src/ddl/ddl-context.ts"
import { executeDdl } from "../../src/ddl/execute-ddl.ts"
import { readView } from "../../src/dictionary/rows.ts"
import { findDictionaryView } from "../../src/dictionary/views.ts"
import { DatabaseError } from "../../src/engine/engine.ts"
import { parseStatement } from "../../src/sql/index.ts"
import type { DdlStatement, OracleRelease, Query } from "../../src/sql/index.ts"
import { recordStorage } from "./recording-storage.ts"
import type { RecordedStorage } from "./recording-storage.ts"

const now = "2026-01-31 22:00:05"

const conditions: ReadonlySet<string> = new Set([
  "comparison",
  "null-test",
  "between",
  "in",
  "like",
  "and",
  "or",
  "not",
  "is-null"
])

/** Describes `SELECT a, b | * FROM t`. */
const describe = (catalog: Catalog, user: string, query: Query): DescribedQuery => {
  const { body } = query
  const source = body.kind === "select" ? body.from[0] : undefined
  if (body.kind !== "select" || source?.kind !== "table") throw new RangeError("only SELECT of one table")
  const written = { schema: source.name.schema?.value ?? null, name: source.name.name.value, offset: source.start }
  const { entry, synonyms } = resolveName(catalog, authorityOf(catalog, user), written, user)
  if (entry.kind !== "table" && entry.kind !== "view") throw new RangeError("no table")
  const known = entry.columns.map(({ name, type, isNullable }) => ({ name, type, isNullable, isUnnamed: false }))
  const columns = body.items.flatMap((item) => {
    if (item.kind !== "value") return known
    const name = item.value.kind === "name" ? item.value.path.at(-1)?.value : undefined
    const column = known.find((candidate) => candidate.name === name)
    if (name !== undefined && column === undefined) throw new DatabaseError(904, `ORA-00904: "${name}"`, item.start)
    const type = column?.type ?? characterType("VARCHAR2", 4000, "B")
    return [
      {
        name: item.alias?.value ?? name ?? "EXPR",
        type,
        isNullable: true,
        isUnnamed: name === undefined && item.alias === null
      }
    ]
  })
  return { columns, dependsOn: [entry.id, ...synonyms.map(({ id }) => id)] }
}

const questions = (catalog: () => Catalog, user: string): QueryQuestions => ({
  describeQuery: (query) => Promise.resolve(describe(catalog(), user, query)),
  describeExpression: (expression, table: TableEntry) => {
    if (expression.kind === "name")
      return Promise.resolve(table.columns.find(({ name }) => name === expression.path[0].value)?.type ?? null)
    return Promise.resolve(conditions.has(expression.kind) ? null : characterType("VARCHAR2", 200, "B"))
  },
  evaluateConstant: () => Promise.reject(new RangeError("no engine for constants")),
  insertFromQuery: () => Promise.resolve(3),
  describeViewText: (text, schema) => {
    const statement = parseStatement(text)
    if (statement.kind !== "query") return Promise.reject(new RangeError("no query"))
    return Promise.resolve(null).then(() => describe(catalog(), schema, statement))
  }
})

/** What a test works with. */
export interface TestDatabase {
  readonly recorded: RecordedStorage
  readonly catalog: () => Catalog
  /** Runs statements one after the other as a user. */
  readonly run: (user: string, ...statements: ReadonlyArray<string>) => Promise<void>
  /** The ORA number with which a statement fails; 0 when it does not. */
  readonly fail: (user: string, statement: string) => Promise<number>
  /** The offset that the error has; null when none. */
  readonly failAt: (user: string, statement: string) => Promise<number | null>
  /** Rows of a dictionary view as a user sees them. */
  readonly view: (user: string, name: string) => ReadonlyArray<Readonly<Record<string, string | null>>>
  readonly change: <T>(work: (change: CatalogChange) => T) => T
  settings: { release: OracleRelease; isRecycleBinOn: boolean; isSegmentCreationDeferred: boolean }
}

/** A database with the user HR (everything for an own schema), APP (CREATE SESSION, TABLE, VIEW) and the DBA SYSTEM. */
export const openDatabase = async (): Promise<TestDatabase> => {
  const recorded = recordStorage()
  const settings = { release: 19 as OracleRelease, isRecycleBinOn: true, isSegmentCreationDeferred: true }
  let catalog = newCatalog(now, ["TS1", "TS2"])
  const contextFor = (user: string, sql: string, change: CatalogChange): DdlContext => ({
    sql,
    release: settings.release,
    authority: authorityOf(change.catalog, user),
    currentSchema: user,
    lengthSemantics: "BYTE",
    isSegmentCreationDeferred: settings.isSegmentCreationDeferred,
    isRecycleBinOn: settings.isRecycleBinOn,
    change,
    storage: recorded.storage,
    queries: questions(() => change.catalog, user),
    lockTable: () => Promise.resolve(),
    isConnected: (name) => name === "BUSY",
    makeVerifier: () => Promise.resolve({ salt: "00", hash: "11" }),
    now: () => now
  })
  const run = async (user: string, sql: string): Promise<void> => {
    const change = new CatalogChange(catalog)
    await executeDdl(contextFor(user, sql, change), parseStatement(sql, { version: settings.release }) as DdlStatement)
    catalog = change.catalog
  }
  const error = async (user: string, sql: string): Promise<DatabaseError | null> => {
    try {
      await run(user, sql)
      return null
    } catch (thrown) {
      if (thrown instanceof DatabaseError) return thrown
      throw thrown
    }
  }
  const database: TestDatabase = {
    recorded,
    settings,
    catalog: () => catalog,
    run: async (user, ...statements) => {
      for (const statement of statements) await run(user, statement)
    },
    fail: async (user, sql) => (await error(user, sql))?.code ?? 0,
    failAt: async (user, sql) => (await error(user, sql))?.offset ?? null,
    view: (user, name) => {
      const view = findDictionaryView(null, name, settings.release)
      if (view === null) throw new RangeError(`no view ${name}`)
      return readView({ catalog, release: settings.release }, view, authorityOf(catalog, user))
    },
    change: (work) => {
      const change = new CatalogChange(catalog)
      const result = work(change)
      catalog = change.catalog
      return result
    }
  }
  await database.run(
    "SYSTEM",
    "CREATE USER hr IDENTIFIED BY hr DEFAULT TABLESPACE users QUOTA UNLIMITED ON users",
    "CREATE USER app IDENTIFIED BY app QUOTA 10M ON users",
    "GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE TRIGGER, CREATE SYNONYM, CREATE PROCEDURE TO hr",
    "GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE SYNONYM TO app"
  )
  return database
}
