// An engine per test file, from the cached template, and short ways to run statements on it.
import type {
  BindDeclaration,
  BindValue,
  Engine,
  EngineSession,
  ExecuteResult,
  SqlValue
} from "../../src/engine/engine.ts"
import { DatabaseError } from "../../src/engine/engine.ts"
import type { EngineOptions } from "../../src/engine/sandbox-engine.ts"
import { openEngine } from "../../src/engine/sandbox-engine.ts"

/** A user with all rights on a new engine. The clock stands still. */
export const openTestEngine = (options: EngineOptions = {}): Promise<Engine> =>
  openEngine({
    adminPassword: "manager",
    clock: () => new Date("2026-03-15T10:20:30.123Z"),
    transactionSeconds: 1,
    ...options
  })

export const openSession = (engine: Engine, user = "SYSTEM"): Promise<EngineSession> =>
  engine.openSession({ user, service: "XEPDB1" })

/** A bind: its type follows from the value. */
const declare = (value: BindValue): BindDeclaration => ({
  type: typeof value === "number" ? "NUMBER" : value instanceof Uint8Array ? "RAW" : "VARCHAR2",
  maxBytes: 4000,
  arraySize: null
})

export const execute = (
  session: EngineSession,
  sql: string,
  binds: ReadonlyArray<BindValue> = [],
  signal = new AbortController().signal
): Promise<ExecuteResult> =>
  session.execute({
    statement: session.prepare(sql),
    declarations: binds.map((value) => declare(value)),
    rows: [binds.map((value) => (typeof value === "number" ? String(value) : value))],
    isBatchErrors: false,
    isAutoCommit: false,
    isParseOnly: false,
    signal
  })

/** All rows of a query. */
export const query = async (
  session: EngineSession,
  sql: string,
  binds: ReadonlyArray<BindValue> = []
): Promise<ReadonlyArray<ReadonlyArray<SqlValue>>> => {
  const result = await execute(session, sql, binds)
  if (result.kind !== "query") throw new TypeError(`no query: ${sql}`)
  const rows: ReadonlyArray<SqlValue>[] = []
  for (;;) {
    const portion = await result.cursor.fetch(500)
    rows.push(...portion)
    if (portion.length < 500) return rows
  }
}

/** A value as text, bytes in hexadecimal. */
export const show = (value: SqlValue): string | null => {
  if (value === null) return null
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex").toUpperCase()
  return String(value as string | number | boolean)
}

/** The only value of a query; a number without a zero before the point. */
export const scalar = async (
  session: EngineSession,
  sql: string,
  binds: ReadonlyArray<BindValue> = []
): Promise<string | null> => {
  const result = await execute(session, sql, binds)
  if (result.kind !== "query") throw new TypeError(`no query: ${sql}`)
  const [row] = await result.cursor.fetch(1)
  const text = show(row?.[0] ?? null)
  return result.cursor.columns[0]?.type === "NUMBER" ? (text?.replace(/^(-?)0\./, "$1.") ?? null) : text
}

/** Rows touched by a DML statement. */
export const touch = async (
  session: EngineSession,
  sql: string,
  binds: ReadonlyArray<BindValue> = []
): Promise<number> => {
  const result = await execute(session, sql, binds)
  return result.kind === "dml" ? (result.rowCounts[0] ?? 0) : 0
}

/** The error of a statement that has to fail. */
export const failure = async (
  session: EngineSession,
  sql: string,
  binds: ReadonlyArray<BindValue> = []
): Promise<DatabaseError> => {
  try {
    const result = await execute(session, sql, binds)
    if (result.kind === "query") await result.cursor.fetch(1000)
  } catch (cause) {
    if (cause instanceof DatabaseError) return cause
    throw cause
  }
  throw new TypeError(`did not fail: ${sql}`)
}
