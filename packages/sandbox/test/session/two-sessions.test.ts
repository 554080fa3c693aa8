// Two sessions on one connection of the backend: no dirty reads, no lost work, and never a hang.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Engine, EngineSession } from "../../src/engine/engine.ts"
import { execute, failure, openSession, openTestEngine, query, scalar, touch } from "../engine/sandbox-kit.ts"

let engine: Engine
let first: EngineSession
let second: EngineSession

beforeAll(async () => {
  engine = await openTestEngine({ transactionSeconds: 0.3 })
}, 120_000)

afterAll(() => engine.close())

beforeEach(async () => {
  await first?.close()
  await second?.close()
  first = await openSession(engine)
  second = await openSession(engine)
  await execute(first, "DROP TABLE a PURGE").catch(() => null)
  await execute(first, "DROP TABLE b PURGE").catch(() => null)
  await execute(first, "CREATE TABLE a (id NUMBER PRIMARY KEY, v VARCHAR2(10))")
  await execute(first, "CREATE TABLE b (id NUMBER)")
  await touch(first, "INSERT INTO a VALUES (1, 'one')")
  await first.commit()
})

describe("two sessions", () => {
  it("do not see what the other has not committed", async () => {
    await touch(first, "INSERT INTO a VALUES (2, 'two')")
    expect((await failure(second, "SELECT COUNT(*) FROM a")).code).toBe(30_006)
    await first.rollback()
    expect(await scalar(second, "SELECT COUNT(*) FROM a")).toBe("1")
  })

  it("read tables that the other has not touched, while its transaction is open", async () => {
    await touch(first, "INSERT INTO a VALUES (2, 'two')")
    expect(await scalar(second, "SELECT COUNT(*) FROM b")).toBe("0")
  })

  it("wait for the other's transaction and go on when it ends", async () => {
    await touch(first, "INSERT INTO a VALUES (2, 'two')")
    const waiting = touch(second, "INSERT INTO b VALUES (1)")
    setTimeout(() => void first.commit(), 50)
    expect(await waiting).toBe(1)
    expect(second.isInTransaction()).toBe(true)
    expect(first.isInTransaction()).toBe(false)
  })

  it("keep the other's work when one rolls back", async () => {
    await touch(first, "INSERT INTO a VALUES (2, 'two')")
    await first.commit()
    await touch(second, "INSERT INTO a VALUES (3, 'three')")
    await second.rollback()
    expect(await scalar(first, "SELECT COUNT(*) FROM a")).toBe("2")
  })

  it("refuse DDL on a table with open changes at once with ORA-00054", async () => {
    await touch(first, "UPDATE a SET v = 'x'")
    const begun = performance.now()
    expect((await failure(second, "DROP TABLE a")).code).toBe(54)
    expect(performance.now() - begun).toBeLessThan(200)
  })

  it("wait for DDL_LOCK_TIMEOUT seconds before ORA-00054", async () => {
    await touch(first, "UPDATE a SET v = 'x'")
    await execute(second, "ALTER SESSION SET ddl_lock_timeout = 1")
    const begun = performance.now()
    expect((await failure(second, "TRUNCATE TABLE a")).code).toBe(54)
    expect(performance.now() - begun).toBeGreaterThan(900)
  })

  it("refuse LOCK TABLE NOWAIT with ORA-00054 and WAIT n with ORA-30006", async () => {
    await execute(first, "LOCK TABLE a IN EXCLUSIVE MODE")
    expect((await failure(second, "LOCK TABLE a IN SHARE MODE NOWAIT")).code).toBe(54)
    expect((await failure(second, "LOCK TABLE a IN SHARE MODE WAIT 1")).code).toBe(30_006)
    expect((await failure(second, "DELETE FROM a")).code).toBe(30_006)
  })

  it("keep the rows of an open query when the transaction ends", async () => {
    await execute(first, "INSERT INTO b SELECT LEVEL FROM dual CONNECT BY LEVEL <= 3000")
    await first.commit()
    const result = await execute(second, "SELECT id FROM b ORDER BY id")
    if (result.kind !== "query") throw new TypeError("no query")
    const begun = await result.cursor.fetch(10)
    await touch(first, "DELETE FROM b")
    await first.rollback()
    await execute(first, "TRUNCATE TABLE b")
    const rest = await result.cursor.fetch(5000)
    expect([begun.length, rest.length]).toEqual([10, 2990])
  })

  it("stop waiting when the client breaks off: ORA-01013", async () => {
    await execute(first, "LOCK TABLE a IN EXCLUSIVE MODE")
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 30)
    await expect(execute(second, "LOCK TABLE a IN SHARE MODE WAIT 30", [], controller.signal)).rejects.toMatchObject({
      code: 1013
    })
  })

  it("give up what a closed session did", async () => {
    await touch(first, "DELETE FROM a")
    await first.close()
    expect(await scalar(second, "SELECT COUNT(*) FROM a")).toBe("1")
  })

  it("have values of sequences of their own", async () => {
    await execute(first, "DROP SEQUENCE s").catch(() => null)
    await execute(first, "CREATE SEQUENCE s")
    expect(await scalar(first, "SELECT s.NEXTVAL FROM dual")).toBe("1")
    expect(await scalar(second, "SELECT s.NEXTVAL FROM dual")).toBe("2")
    expect(await scalar(first, "SELECT s.CURRVAL FROM dual")).toBe("1")
    const third = await openSession(engine)
    expect((await failure(third, "SELECT s.CURRVAL FROM dual")).code).toBe(8002)
    await third.close()
  })

  it("have settings of their own", async () => {
    await execute(first, "ALTER SESSION SET nls_date_format = 'YYYY'")
    expect(await query(first, "SELECT TO_CHAR(DATE '2024-01-31') FROM dual")).toEqual([["2024"]])
    expect(await query(second, "SELECT TO_CHAR(DATE '2024-01-31') FROM dual")).toEqual([["31-JAN-24"]])
  })
})
