// Queries over small tables: joins, hierarchies, analytic functions, ROWNUM, row limits, WITH, views, errors of names with their offset.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineSession, SqlValue } from "../../src/engine/engine.ts"
import { execute, failure, openSession, openTestEngine, query, touch } from "../engine/sandbox-kit.ts"

let engine: Engine
let session: EngineSession

beforeAll(async () => {
  engine = await openTestEngine()
  session = await openSession(engine)
  await execute(session, "CREATE TABLE emp (id NUMBER(4), mgr NUMBER(4), name VARCHAR2(10), pay NUMBER(8,2))")
  await execute(session, "CREATE TABLE dept (id NUMBER, label CHAR(5))")
  for (const [id, mgr, name, pay] of [
    ["1", null, "king", "50"],
    ["2", "1", "blake", "30"],
    ["3", "1", "clark", null],
    ["4", "2", "ward", "10"]
  ] as const)
    await touch(session, "INSERT INTO emp VALUES (:1, :2, :3, :4)", [id, mgr, name, pay])
  await touch(session, "INSERT INTO dept VALUES (1, 'a')")
  await execute(session, "CREATE SEQUENCE sq START WITH 5")
  await execute(session, "CREATE VIEW managed AS SELECT id, name label FROM emp WHERE mgr IS NOT NULL")
}, 120_000)

afterAll(() => engine.close())

const cases: ReadonlyArray<readonly [sql: string, rows: ReadonlyArray<ReadonlyArray<SqlValue>>]> = [
  [
    "SELECT e.name, m.name FROM emp e, emp m WHERE e.mgr = m.id(+) ORDER BY e.id",
    [
      ["king", null],
      ["blake", "king"],
      ["clark", "king"],
      ["ward", "blake"]
    ]
  ],
  [
    "SELECT e.name FROM emp e, emp m WHERE e.mgr = m.id(+) AND m.name(+) = 'king' AND m.id IS NULL ORDER BY 1",
    [["king"], ["ward"]]
  ],
  ["SELECT e.name FROM emp e LEFT JOIN emp m ON e.mgr = m.id WHERE m.id IS NULL", [["king"]]],
  ["SELECT COUNT(*) FROM emp e FULL JOIN dept d ON d.id = e.id + 10", [["5"]]],
  ["SELECT id, label, name FROM emp JOIN dept USING (id)", [["1", "a    ", "king"]]],
  ["SELECT name FROM emp NATURAL JOIN dept", [["king"]]],
  [
    "SELECT LEVEL, LPAD(' ', LEVEL) || name, PRIOR name FROM emp START WITH mgr IS NULL CONNECT BY PRIOR id = mgr ORDER SIBLINGS BY name DESC",
    [
      ["1", " king", null],
      ["2", "  clark", "king"],
      ["2", "  blake", "king"],
      ["3", "   ward", "blake"]
    ]
  ],
  ["SELECT LEVEL * 2 FROM dual CONNECT BY LEVEL <= 3", [["2"], ["4"], ["6"]]],
  ["SELECT name FROM emp WHERE ROWNUM <= 2 ORDER BY name", [["blake"], ["king"]]],
  ["SELECT COUNT(*) FROM emp WHERE ROWNUM > 1", [["0"]]],
  ["SELECT COUNT(*) FROM emp WHERE ROWNUM = 1", [["1"]]],
  [
    "SELECT r, name FROM (SELECT ROWNUM r, name FROM emp) WHERE r BETWEEN 2 AND 3",
    [
      ["2", "blake"],
      ["3", "clark"]
    ]
  ],
  ["SELECT name FROM emp ORDER BY id OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY", [["blake"], ["clark"]]],
  ["SELECT mgr FROM emp ORDER BY mgr FETCH FIRST 1 ROW WITH TIES", [["1"], ["1"]]],
  ["SELECT name FROM emp ORDER BY pay DESC", [["clark"], ["king"], ["blake"], ["ward"]]],
  ["SELECT name FROM emp ORDER BY pay DESC NULLS LAST", [["king"], ["blake"], ["ward"], ["clark"]]],
  [
    "SELECT mgr, COUNT(*), GROUPING(mgr) FROM emp GROUP BY ROLLUP(mgr) ORDER BY 3, 1",
    [
      ["1", "2", "0"],
      ["2", "1", "0"],
      [null, "1", "0"],
      [null, "4", "1"]
    ]
  ],
  ["SELECT LISTAGG(name, ',') WITHIN GROUP (ORDER BY name) FROM emp", [["blake,clark,king,ward"]]],
  [
    "SELECT name, LAG(name) OVER (ORDER BY id), SUM(pay) OVER (ORDER BY id), ROW_NUMBER() OVER (PARTITION BY mgr ORDER BY name) FROM emp ORDER BY id",
    [
      ["king", null, "50", "1"],
      ["blake", "king", "80", "1"],
      ["clark", "blake", "80", "2"],
      ["ward", "clark", "90", "1"]
    ]
  ],
  ["SELECT RATIO_TO_REPORT(pay) OVER () FROM emp WHERE pay = 50", [["1"]]],
  ["SELECT AVG(pay), COUNT(pay), MAX(name) FROM emp", [["30", "3", "ward"]]],
  ["SELECT SUM(pay) FROM emp WHERE 1 = 0", [[null]]],
  [
    "SELECT mgr, SUM(pay) FROM emp GROUP BY mgr HAVING SUM(pay) > 20 ORDER BY 1",
    [
      ["1", "30"],
      [null, "50"]
    ]
  ],
  ["WITH r (n) AS (SELECT 1 FROM dual UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT SUM(n) FROM r", [["15"]]],
  ["WITH a AS (SELECT id FROM emp), b AS (SELECT MAX(id) m FROM a) SELECT m FROM b", [["4"]]],
  ["SELECT name FROM emp WHERE (id, name) IN (SELECT 3, 'clark' FROM dual)", [["clark"]]],
  ["SELECT name FROM emp e WHERE EXISTS (SELECT NULL FROM emp x WHERE x.mgr = e.id) ORDER BY 1", [["blake"], ["king"]]],
  ["SELECT name FROM emp WHERE id NOT IN (SELECT mgr FROM emp)", []],
  ["SELECT name FROM emp WHERE pay >= ALL (SELECT pay FROM emp WHERE pay IS NOT NULL)", [["king"]]],
  ["SELECT (SELECT COUNT(*) FROM emp x WHERE x.mgr = e.id) FROM emp e ORDER BY e.id", [["2"], ["1"], ["0"], ["0"]]],
  ["SELECT id FROM dept WHERE label = 'a'", [["1"]]],
  ["SELECT label FROM managed WHERE id = 2", [["blake"]]],
  ["SELECT DISTINCT mgr FROM emp ORDER BY mgr", [["1"], ["2"], [null]]],
  ["SELECT 1 FROM dual UNION SELECT 1 FROM dual UNION ALL SELECT 1 FROM dual", [["1"], ["1"]]],
  ["SELECT name n FROM emp UNION SELECT 'zed' FROM dual ORDER BY n DESC FETCH FIRST 1 ROW ONLY", [["zed"]]],
  ["SELECT sq.NEXTVAL, sq.NEXTVAL, sq.CURRVAL FROM dual", [["5", "5", "5"]]],
  ["SELECT COUNT(*) FROM emp WHERE ROWID IN (SELECT ROWID FROM emp WHERE id < 3)", [["2"]]],
  ["SELECT name FROM emp WHERE REGEXP_LIKE(name, '^k')", [["king"]]]
]

const errors: ReadonlyArray<readonly [sql: string, code: number, offset: number | null]> = [
  ["SELECT nope FROM emp", 904, 7],
  ["SELECT e.nope FROM emp e", 904, 7],
  ["SELECT emp.name FROM emp e", 904, 7],
  ["SELECT id FROM emp, dept", 918, 7],
  ["SELECT 1 FROM nope", 942, 14],
  ["SELECT name FROM emp GROUP BY mgr", 979, 7],
  ["SELECT name, COUNT(*) FROM emp", 937, 7],
  ["SELECT 1 FROM emp WHERE COUNT(*) > 1", 934, 24],
  ["SELECT SUM(COUNT(MAX(id))) FROM emp GROUP BY mgr", 935, null],
  ["SELECT 1 FROM dual UNION SELECT 1, 2 FROM dual", 1789, null],
  ["SELECT 1 FROM dual UNION SELECT 'a' FROM dual", 1790, null],
  ["SELECT name FROM emp ORDER BY 3", 1785, null],
  ["SELECT DISTINCT name FROM emp ORDER BY pay", 1791, null],
  ["SELECT (SELECT id FROM emp) FROM dual", 1427, null],
  ["SELECT (SELECT 1, 2 FROM dual) FROM dual", 913, null],
  ["SELECT id FROM emp WHERE (id, mgr) IN (SELECT 1 FROM dual)", 947, null],
  ["SELECT LEVEL FROM emp", 1788, null],
  ["SELECT DATE '2024-01-31' + DATE '2024-01-31' FROM dual", 975, null],
  ["SELECT name FROM emp START WITH id = 1 CONNECT BY PRIOR id = id", 1436, null],
  ["SELECT ROW_NUMBER() FROM emp", 30_484, null],
  ["SELECT id FROM emp WHERE ROW_NUMBER() OVER (ORDER BY id) = 1", 30_483, null],
  ["SELECT 1 FROM dual WHERE sq.NEXTVAL = 1", 2287, null],
  ["SELECT nosq.NEXTVAL FROM dual", 2289, null],
  ["SELECT id FROM emp AS OF SCN 1", 3001, null]
]

describe("a query", () => {
  it.each(cases)("%s", async (sql, rows) => {
    expect(await query(session, sql)).toEqual(rows)
  })

  it.each(errors)("%s fails with ORA %s", async (sql, code, offset) => {
    const error = await failure(session, sql)
    expect(error.code).toBe(code)
    if (offset !== null) expect(error.offset).toBe(offset)
  })

  it("is described as Oracle labels it", async () => {
    const result = await execute(
      session,
      "SELECT id, name AS \"Name\", pay * 2, COUNT(*) OVER (), TO_CHAR(pay, '99 D' ) FROM emp WHERE 1 = 0".replace(
        "'99 D' ",
        "'99' "
      )
    )
    if (result.kind !== "query") throw new TypeError("no query")
    expect(
      result.cursor.columns.map(({ name, type, precision, scale, isNullable }) => [
        name,
        type,
        precision,
        scale,
        isNullable
      ])
    ).toEqual([
      ["ID", "NUMBER", 4, 0, true],
      ["Name", "VARCHAR2", null, null, true],
      ["PAY*2", "NUMBER", null, null, true],
      ["COUNT(*)OVER()", "NUMBER", null, null, false],
      ["TO_CHAR(PAY,'99')", "VARCHAR2", null, null, true]
    ])
  })
})
