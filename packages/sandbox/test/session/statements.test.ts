// DML with its checks and errors, transactions, savepoints, direct-path inserts, partitions on demand.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Engine, EngineSession } from "../../src/engine/engine.ts"
import { execute, failure, openSession, openTestEngine, query, scalar, touch } from "../engine/sandbox-kit.ts"

let engine: Engine
let session: EngineSession

beforeAll(async () => {
  engine = await openTestEngine()
}, 120_000)

afterAll(() => engine.close())

beforeEach(async () => {
  await session?.close()
  session = await openSession(engine)
  for (const table of ["child", "item", "parts"])
    await execute(session, `DROP TABLE ${table} CASCADE CONSTRAINTS PURGE`).catch(() => null)
  await execute(
    session,
    `CREATE TABLE item (id NUMBER(5) CONSTRAINT item_pk PRIMARY KEY, name VARCHAR2(5) NOT NULL, price NUMBER(5,2) DEFAULT 1.5 CONSTRAINT item_price CHECK (price > 0),
     code CHAR(3), made DATE DEFAULT SYSDATE, twice NUMBER AS (price * 2))`
  )
  await execute(session, "CREATE TABLE child (id NUMBER, item NUMBER CONSTRAINT child_fk REFERENCES item)")
  await touch(session, "INSERT INTO item (id, name, code) VALUES (1, 'one', 'a')")
  await session.commit()
})

describe("INSERT", () => {
  it.each([
    ["INSERT INTO item (id, name) VALUES (1, 'x')", "ORA-00001: unique constraint (SYSTEM.ITEM_PK) violated"],
    ["INSERT INTO item (id) VALUES (2)", 'ORA-01400: cannot insert NULL into ("SYSTEM"."ITEM"."NAME")'],
    ["INSERT INTO item (id, name) VALUES (2, '')", 'ORA-01400: cannot insert NULL into ("SYSTEM"."ITEM"."NAME")'],
    ["INSERT INTO item (id, name) VALUES (NULL, 'x')", 'ORA-01400: cannot insert NULL into ("SYSTEM"."ITEM"."ID")'],
    [
      "INSERT INTO item (id, name) VALUES (2, 'abcdef')",
      'ORA-12899: value too large for column "SYSTEM"."ITEM"."NAME" (actual: 6, maximum: 5)'
    ],
    [
      "INSERT INTO item (id, name) VALUES (2, '\u00e4\u00e4\u00e4')",
      'ORA-12899: value too large for column "SYSTEM"."ITEM"."NAME" (actual: 6, maximum: 5)'
    ],
    [
      "INSERT INTO item (id, name, price) VALUES (2, 'x', 1000)",
      "ORA-01438: value larger than specified precision allowed for this column"
    ],
    [
      "INSERT INTO item (id, name, price) VALUES (2, 'x', 0)",
      "ORA-02290: check constraint (SYSTEM.ITEM_PRICE) violated"
    ],
    [
      "INSERT INTO child VALUES (1, 9)",
      "ORA-02291: integrity constraint (SYSTEM.CHILD_FK) violated - parent key not found"
    ],
    ["INSERT INTO item (id, twice) VALUES (2, 3)", "ORA-54013: INSERT operation disallowed on virtual columns"],
    ["INSERT INTO item (id, name) VALUES (2)", "ORA-00947: not enough values"],
    ["INSERT INTO item (id, name) VALUES (2, 'x', 3)", "ORA-00913: too many values"],
    ["INSERT INTO item (id, id) VALUES (2, 2)", "ORA-00957: duplicate column name"],
    ["INSERT INTO item (nope) VALUES (2)", 'ORA-00904: "NOPE": invalid identifier'],
    ["INSERT INTO nope VALUES (2)", "ORA-00942: table or view does not exist"],
    ["INSERT INTO item (id, name) VALUES ('x', 'x')", "ORA-01722: invalid number"]
  ])("%s fails with %s and changes nothing", async (sql, message) => {
    expect((await failure(session, sql)).message).toBe(message)
    expect(await scalar(session, "SELECT COUNT(*) FROM item")).toBe("1")
  })

  it("takes defaults, rounds, pads and calculates virtual columns", async () => {
    await touch(session, "INSERT INTO item (id, name, price, code, made) VALUES (2, 'two', 2.345, 'b', DEFAULT)")
    await touch(session, "INSERT INTO item (id, name) VALUES (3, 'three')")
    expect(await query(session, "SELECT price, code || '|', twice, made FROM item WHERE id > 1 ORDER BY id")).toEqual([
      ["2.35", "b  |", "4.7", "2026-03-15 10:20:30"],
      ["1.5", "|", "3", "2026-03-15 10:20:30"]
    ])
  })

  it("gives back what RETURNING asks for", async () => {
    const result = await execute(
      session,
      "INSERT INTO item (id, name) VALUES (:id, :name) RETURNING price, twice INTO :p, :t",
      ["7", "seven", null, null]
    )
    expect(result.kind === "dml" && result.returned).toEqual([[["1.5"], ["3"]]])
  })

  it("makes the table unreadable after a direct-path insert until the transaction ends: ORA-12838", async () => {
    await touch(session, "INSERT /*+ APPEND */ INTO item (id, name) SELECT 5, 'five' FROM dual")
    expect((await failure(session, "SELECT * FROM item")).code).toBe(12_838)
    expect((await failure(session, "UPDATE item SET price = 2")).code).toBe(12_838)
    await session.commit()
    expect(await scalar(session, "SELECT COUNT(*) FROM item")).toBe("2")
  })

  it("goes on with the other rows of a batch and reports the failing ones", async () => {
    const sql = "INSERT INTO item (id, name) VALUES (:1, :2)"
    const result = await session.execute({
      statement: session.prepare(sql),
      declarations: [
        { type: "NUMBER", maxBytes: 22, arraySize: null },
        { type: "VARCHAR2", maxBytes: 10, arraySize: null }
      ],
      rows: [
        ["2", "two"],
        ["1", "again"],
        ["3", "three"]
      ],
      isBatchErrors: true,
      isAutoCommit: false,
      isParseOnly: false,
      signal: new AbortController().signal
    })
    if (result.kind !== "dml") throw new TypeError("no DML")
    expect([result.rowCounts, result.batchErrors.map(({ row, error }) => [row, error.code])]).toEqual([
      [1, 0, 1],
      [[1, 1]]
    ])
  })
})

describe("UPDATE, DELETE and MERGE", () => {
  it.each([
    ["UPDATE item SET name = NULL", 'ORA-01407: cannot update ("SYSTEM"."ITEM"."NAME") to NULL'],
    ["UPDATE item SET twice = 1", "ORA-54017: UPDATE operation disallowed on virtual columns"],
    [
      "UPDATE item SET price = (SELECT LEVEL FROM dual CONNECT BY LEVEL < 3)",
      "ORA-01427: single-row subquery returns more than one row"
    ]
  ])("%s fails with %s", async (sql, message) => {
    expect((await failure(session, sql)).message).toBe(message)
  })

  it("refuses to delete a parent with children: ORA-02292", async () => {
    await touch(session, "INSERT INTO child VALUES (1, 1)")
    expect((await failure(session, "DELETE FROM item")).message).toBe(
      "ORA-02292: integrity constraint (SYSTEM.CHILD_FK) violated - child record found"
    )
  })

  it("limits a DELETE by ROWNUM", async () => {
    await touch(session, "INSERT INTO child SELECT LEVEL, NULL FROM dual CONNECT BY LEVEL <= 10")
    expect(await touch(session, "DELETE FROM child WHERE ROWNUM <= 4")).toBe(4)
    expect(await scalar(session, "SELECT COUNT(*) FROM child")).toBe("6")
  })

  it("merges: updates what matches, inserts the rest, refuses unstable sources with ORA-30926", async () => {
    expect(
      await touch(
        session,
        "MERGE INTO item i USING (SELECT LEVEL id, 'm' || LEVEL name FROM dual CONNECT BY LEVEL <= 2) s ON (i.id = s.id) WHEN MATCHED THEN UPDATE SET name = s.name WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, s.name)"
      )
    ).toBe(2)
    expect(await query(session, "SELECT id, name FROM item ORDER BY id")).toEqual([
      ["1", "m1"],
      ["2", "m2"]
    ])
    expect(
      (
        await failure(
          session,
          "MERGE INTO item i USING (SELECT 1 id FROM dual UNION ALL SELECT 1 FROM dual) s ON (i.id = s.id) WHEN MATCHED THEN UPDATE SET price = 9"
        )
      ).code
    ).toBe(30_926)
    expect(
      (await failure(session, "MERGE INTO item i USING dual ON (i.id = 1) WHEN MATCHED THEN UPDATE SET id = 2")).code
    ).toBe(38_104)
  })

  it("refuses changes of a READ ONLY table: ORA-12081", async () => {
    await execute(session, "ALTER TABLE item READ ONLY")
    expect((await failure(session, "DELETE FROM item")).message).toBe(
      'ORA-12081: update operation not allowed on table "SYSTEM"."ITEM"'
    )
  })
})

describe("a transaction", () => {
  it("goes back to a savepoint and keeps what was before", async () => {
    await touch(session, "INSERT INTO child VALUES (1, NULL)")
    await execute(session, "SAVEPOINT s1")
    await touch(session, "INSERT INTO child VALUES (2, NULL)")
    await execute(session, "ROLLBACK TO s1")
    await session.commit()
    expect(await query(session, "SELECT id FROM child")).toEqual([["1"]])
    expect((await failure(session, "ROLLBACK TO s1")).code).toBe(1086)
  })

  it("is committed by DDL, even by one that fails", async () => {
    await touch(session, "INSERT INTO child VALUES (1, NULL)")
    await failure(session, "CREATE TABLE item (x NUMBER)")
    await session.rollback()
    expect(await scalar(session, "SELECT COUNT(*) FROM child")).toBe("1")
  })

  it("checks deferred constraints at the end: ORA-02091", async () => {
    await execute(session, "ALTER TABLE child DROP CONSTRAINT child_fk")
    await execute(
      session,
      "ALTER TABLE child ADD CONSTRAINT child_fk FOREIGN KEY (item) REFERENCES item DEFERRABLE INITIALLY DEFERRED"
    )
    await touch(session, "INSERT INTO child VALUES (1, 77)")
    await expect(session.commit()).rejects.toMatchObject({ code: 2091 })
    expect(await scalar(session, "SELECT COUNT(*) FROM child")).toBe("0")
  })
})

describe("an interval-partitioned table", () => {
  beforeEach(async () => {
    await execute(
      session,
      "CREATE TABLE parts (id NUMBER, d DATE) PARTITION BY RANGE (d) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')) SUBPARTITION BY HASH (id) SUBPARTITIONS 4 (PARTITION p0 VALUES LESS THAN (DATE '2024-01-01'))"
    )
  })

  it("makes partitions for the rows that come, and they outlive a rollback", async () => {
    await touch(session, "INSERT INTO parts SELECT LEVEL, DATE '2024-01-31' + LEVEL FROM dual CONNECT BY LEVEL <= 60")
    await session.rollback()
    expect(
      await query(
        session,
        "SELECT partition_name LIKE_, high_value FROM user_tab_partitions WHERE table_name = 'PARTS' AND interval = 'YES' ORDER BY partition_position".replace(
          "partition_name LIKE_",
          "interval"
        )
      )
    ).toEqual([
      ["YES", "TO_DATE(' 2024-03-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"],
      ["YES", "TO_DATE(' 2024-04-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"]
    ])
  })

  it("refuses a NULL key and changes nothing", async () => {
    expect(
      (
        await failure(
          session,
          "INSERT INTO parts SELECT LEVEL, CASE LEVEL WHEN 3 THEN NULL ELSE DATE '2024-05-01' END FROM dual CONNECT BY LEVEL <= 5"
        )
      ).code
    ).toBe(14_300)
    expect(await scalar(session, "SELECT COUNT(*) FROM parts")).toBe("0")
  })

  it("keeps a row where it is without row movement: ORA-14402", async () => {
    await touch(session, "INSERT INTO parts VALUES (1, DATE '2024-01-05')")
    expect((await failure(session, "UPDATE parts SET d = ADD_MONTHS(d, 1)")).code).toBe(14_402)
    expect(await touch(session, "UPDATE parts SET d = d + 1")).toBe(1)
    await execute(session, "ALTER TABLE parts ENABLE ROW MOVEMENT")
    expect(await touch(session, "UPDATE parts SET d = ADD_MONTHS(d, 1)")).toBe(1)
  })

  it("reads a partition by name, by value, and a subpartition by name", async () => {
    await touch(
      session,
      "INSERT INTO parts SELECT LEVEL, DATE '2023-12-31' + MOD(LEVEL, 40) FROM dual CONNECT BY LEVEL <= 400"
    )
    expect(await scalar(session, "SELECT COUNT(*) FROM parts PARTITION (p0)")).toBe("10")
    expect(await scalar(session, "SELECT COUNT(*) FROM parts PARTITION FOR (DATE '2024-01-15')")).toBe("310")
    const names = await query(
      session,
      "SELECT subpartition_name FROM user_tab_subpartitions WHERE table_name = 'PARTS'"
    )
    let sum = 0
    for (const [name] of names)
      sum += Number(await scalar(session, `SELECT COUNT(*) FROM parts SUBPARTITION (${String(name as string)})`))
    expect(sum).toBe(400)
    expect((await failure(session, "SELECT * FROM parts PARTITION (nope)")).code).toBe(2149)
  })
})
