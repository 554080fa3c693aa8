// Laws that hold for any rows: set operators, rollback, partitions, order, aggregates.
import fc from "fast-check"
import { afterAll, beforeAll, describe, it, expect } from "vitest"
import type { Engine, EngineSession, SqlValue } from "../../src/engine/engine.ts"
import { execute, openSession, openTestEngine, query, scalar, touch } from "../engine/sandbox-kit.ts"

let engine: Engine
let session: EngineSession

beforeAll(async () => {
  engine = await openTestEngine()
  session = await openSession(engine)
  for (const name of ["l", "r"]) await execute(session, `CREATE TABLE ${name} (n NUMBER(3), t VARCHAR2(3))`)
  await execute(
    session,
    "CREATE TABLE p (n NUMBER(6), d DATE) PARTITION BY RANGE (d) INTERVAL (NUMTODSINTERVAL(7,'DAY')) SUBPARTITION BY HASH (n) SUBPARTITIONS 3 (PARTITION p0 VALUES LESS THAN (DATE '2024-01-01'))"
  )
}, 120_000)

afterAll(() => engine.close())

const row = fc.tuple(fc.option(fc.integer({ min: -3, max: 3 })), fc.option(fc.constantFrom("a", "b", "B", "ab")))
const rows = fc.array(row, { maxLength: 12 })
type Row = readonly [number | null, string | null]

const fill = async (table: string, values: ReadonlyArray<Row>): Promise<void> => {
  await touch(session, `DELETE FROM ${table}`)
  for (const [n, t] of values)
    await touch(session, `INSERT INTO ${table} VALUES (:1, :2)`, [n === null ? null : String(n), t])
}

const keyOf = (cells: ReadonlyArray<SqlValue>): string => JSON.stringify(cells)
const sorted = (values: Iterable<string>): ReadonlyArray<string> =>
  [...values].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
const setOf = (values: ReadonlyArray<Row>): ReadonlySet<string> =>
  new Set(values.map(([n, t]) => keyOf([n === null ? null : String(n), t])))
const result = async (sql: string): Promise<ReadonlyArray<string>> =>
  sorted((await query(session, sql)).map((cells) => keyOf(cells)))

describe("set operators", () => {
  it("are those of sets, with NULL equal to NULL", () =>
    fc.assert(
      fc.asyncProperty(rows, rows, async (left, right) => {
        await fill("l", left)
        await fill("r", right)
        const [a, b] = [setOf(left), setOf(right)]
        expect(await result("SELECT n, t FROM l MINUS SELECT n, t FROM r")).toEqual(
          sorted([...a].filter((key) => !b.has(key)))
        )
        expect(await result("SELECT n, t FROM l INTERSECT SELECT n, t FROM r")).toEqual(
          sorted([...a].filter((key) => b.has(key)))
        )
        expect(await result("SELECT n, t FROM l UNION SELECT n, t FROM r")).toEqual(sorted(new Set([...a, ...b])))
        expect((await result("SELECT n, t FROM l UNION ALL SELECT n, t FROM r")).length).toBe(
          left.length + right.length
        )
      }),
      { numRuns: 15 }
    ))
})

describe("ORDER BY", () => {
  it("puts NULL last ascending and first descending, and sorts texts by their bytes", () =>
    fc.assert(
      fc.asyncProperty(rows, async (values) => {
        await fill("l", values)
        const up = (await query(session, "SELECT t FROM l ORDER BY t")).map(([t]) => t)
        const down = (await query(session, "SELECT t FROM l ORDER BY t DESC")).map(([t]) => t)
        const texts = values
          .flatMap(([, t]) => (t === null ? [] : [t]))
          .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        const nulls = values.filter(([, t]) => t === null).map(() => null)
        expect(up).toEqual([...texts, ...nulls])
        expect(down).toEqual([...nulls, ...texts.toReversed()])
      }),
      { numRuns: 15 }
    ))
})

describe("aggregates", () => {
  it("leave NULL out, and count what is there", () =>
    fc.assert(
      fc.asyncProperty(rows, async (values) => {
        await fill("l", values)
        const numbers = values.flatMap(([n]) => (n === null ? [] : [n]))
        const sum = numbers.reduce((a, b) => a + b, 0)
        expect(await query(session, "SELECT COUNT(*), COUNT(n), SUM(n), COUNT(DISTINCT n) FROM l")).toEqual([
          [
            String(values.length),
            String(numbers.length),
            numbers.length === 0 ? null : String(sum),
            String(new Set(numbers).size)
          ]
        ])
      }),
      { numRuns: 15 }
    ))
})

describe("ROLLBACK", () => {
  it("restores every row", () =>
    fc.assert(
      fc.asyncProperty(rows, rows, async (before, after) => {
        await fill("l", before)
        await session.commit()
        const old = await result("SELECT n, t FROM l")
        await fill("l", after)
        await touch(session, "UPDATE l SET n = NVL(n, 0) + 1, t = NULL")
        await session.rollback()
        expect(await result("SELECT n, t FROM l")).toEqual(old)
      }),
      { numRuns: 10 }
    ))
})

describe("partitions", () => {
  it(
    "hold every row once, each within its bounds",
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -20, max: 60 })), {
            minLength: 1,
            maxLength: 15
          }),
          async (values) => {
            await touch(session, "DELETE FROM p")
            for (const [n, day] of values)
              await touch(session, "INSERT INTO p VALUES (:1, DATE '2024-01-01' + TO_NUMBER(:2))", [
                String(n),
                String(day)
              ])
            await session.commit()
            const parts = await query(session, "SELECT partition_name FROM user_tab_partitions WHERE table_name = 'P'")
            const subs = await query(
              session,
              "SELECT subpartition_name FROM user_tab_subpartitions WHERE table_name = 'P'"
            )
            const count = async (kind: string, name: SqlValue): Promise<number> =>
              Number(await scalar(session, `SELECT COUNT(*) FROM p ${kind} (${String(name as string)})`))
            let [inParts, inSubs] = [0, 0]
            for (const [name = null] of parts) inParts += await count("PARTITION", name)
            for (const [name = null] of subs) inSubs += await count("SUBPARTITION", name)
            expect([inParts, inSubs]).toEqual([values.length, values.length])
          }
        ),
        { numRuns: 6 }
      ),
    60_000
  )
})
