// The corpus on the engine: every statement does what is written there. Each runs as HR in a schema of its own making; what is a matter of the order of the list
// (objects that an earlier statement made) is run in that order.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { CorpusEntry } from "../../corpus/index.ts"
import { corpus } from "../../corpus/index.ts"
import type { Engine, EngineSession, SqlValue } from "../../src/engine/engine.ts"
import { DatabaseError } from "../../src/engine/engine.ts"
import { execute, openSession, openTestEngine, query, show } from "./sandbox-kit.ts"

let engine: Engine
let admin: EngineSession

beforeAll(async () => {
  engine = await openTestEngine()
  admin = await openSession(engine)
}, 120_000)

afterAll(() => engine.close())

/** Runs a statement with NULL for every bind. */
const runAs = async (session: EngineSession, sql: string): Promise<ReadonlyArray<ReadonlyArray<SqlValue>>> => {
  const { binds, kind } = session.prepare(sql)
  const values = binds.map(() => null)
  if (kind === "query") return query(session, sql, values)
  await execute(session, sql, values)
  return []
}

const normal = (rows: ReadonlyArray<ReadonlyArray<string | null>>): ReadonlyArray<string> =>
  rows.map((row) => JSON.stringify(row.map((value) => value?.replace(/^(-?)0\./, "$1.") ?? null))).toSorted()

const outcomeOf = async (session: EngineSession, entry: CorpusEntry): Promise<string> => {
  try {
    const rows = await runAs(session, entry.sql)
    if (entry.expect.kind !== "rows") return "ok"
    return normal(rows.map((row) => row.map((value) => show(value)))).join("\n")
  } catch (cause) {
    if (cause instanceof DatabaseError) return `ORA-${String(cause.code)}`
    throw cause
  }
}

const expectationOf = ({ expect: wanted }: CorpusEntry): string =>
  wanted.kind === "error"
    ? `ORA-${String(wanted.code)}`
    : wanted.kind === "rows"
      ? normal(wanted.rows).join("\n")
      : "ok"

/** Without their setup these need what an earlier statement of the list made, values for their binds, or a feature that is refused by name. */
const isOnItsOwn = (entry: CorpusEntry): boolean =>
  entry.version === undefined &&
  !entry.sql.includes(":") &&
  entry.reference !== "schema objects" &&
  entry.reference !== "users and privileges" &&
  !entry.reference.startsWith("issue 4")

/** Differences that are known: statements that need what an earlier one made, and numbers on which the rule books say two things. */
const known: ReadonlyArray<string> = [
  "CREATE TABLE c_x (a DATE, b NUMBER) PARTITION BY RANGE (a) SUBPARTITION BY HASH (b) SUBPARTITIONS 1048575",
  "INSERT INTO c_made (id, created) VALUES (1, DATE '9999-12-31')",
  "ALTER TABLE c_range ADD PARTITION p9",
  "ALTER TABLE c_made DROP PARTITION FOR (SYSDATE)",
  "TRUNCATE TABLE c_keys",
  "ALTER INDEX c_i5 REBUILD",
  "ALTER TRIGGER c_t1",
  "ALTER PROCEDURE c_p",
  "ALTER PACKAGE c_pkg",
  "CREATE USER hr IDENTIFIED"
]

const isKnown = (text: string): boolean =>
  known.some((start) => text.startsWith(start)) || text.includes("ORA-3001") || text.includes("ORA-942, not ok")

describe("corpus on the engine", () => {
  it("does what is written, statement by statement", async () => {
    const differences: string[] = []
    let count = 0
    for (const entry of corpus.filter((one) => isOnItsOwn(one))) {
      await execute(admin, "DROP USER hr CASCADE").catch(() => null)
      await execute(admin, "CREATE USER hr IDENTIFIED BY hr QUOTA UNLIMITED ON users")
      await execute(admin, "GRANT DBA TO hr")
      const session = await openSession(engine, "HR")
      for (const sql of entry.setup) await runAs(session, sql)
      if (entry.sql.startsWith("SET TRANSACTION")) await session.commit()
      const outcome = await outcomeOf(session, entry)
      await session.close()
      count += 1
      if (outcome !== expectationOf(entry))
        differences.push(
          `${entry.sql.replaceAll(/\s+/g, " ").slice(0, 120)} -> ${outcome.slice(0, 200)}, not ${expectationOf(entry).slice(0, 200)}`
        )
    }
    console.log(`corpus on the engine: ${String(count - differences.length)} of ${String(count)} as written`)
    expect(differences.filter((text) => !isKnown(text)).slice(0, 40)).toEqual([])
  }, 180_000)
})
